import type {Entries} from '../dictionary.ts'
import {readOpenccConfig} from '../opencc.ts'
import {packSections} from '../sections.ts'
import {scriptMarks} from '../table-layout.ts'
import {buildWordTable} from '../word-table.ts'

/** What OpenCC's tables of single characters know about the two scripts, as `han.ts` reads it. */
export function buildCharacters(): Uint8Array {
  const [simplifying = []] = readOpenccConfig('t2s').stages
  const [traditionalising = []] = readOpenccConfig('s2t').stages
  const regional = [...readOpenccConfig('tw2t').stages, ...readOpenccConfig('hk2t').stages].flat()
  const toSimplified = singles(simplifying)
  const toTraditional = singles(traditionalising)
  const toOpencc = singles(regional)
  // A Taiwan or Hong Kong form leads to OpenCC's traditional first, and from there on; one that
  // words keep (著名) says nothing.
  const kept = charactersOf(regional)
  for (const [form, traditional] of toOpencc) {
    if (kept.has(form)) continue
    const simplified = toSimplified.get(traditional) ?? traditional
    if (simplified !== form && !toTraditional.has(form)) toSimplified.set(form, simplified)
  }
  const inSimplifiedText = charactersOf(simplifying)
  const inTraditionalText = charactersOf(traditionalising)
  const traditional = [...toSimplified.keys()].filter((form) => !inSimplifiedText.has(form))
  const inRegions = charactersOf(
    [...readOpenccConfig('t2tw').stages, ...readOpenccConfig('t2hk').stages].flat(),
  )
  const simplified = [...toTraditional.keys()].filter(
    (form) => !inTraditionalText.has(form) && !inRegions.has(form) && !alsoTraditional.has(form),
  )
  // A character in both is taken for traditional.
  const marks = new Uint8Array(codePointsMax)
  for (const form of simplified) marks[form.codePointAt(0)!] = scriptMarks.simplified
  for (const form of traditional) marks[form.codePointAt(0)!] = scriptMarks.traditional
  const forms = bothWays([...toSimplified, ...toTraditional, ...toOpencc])
  const {pairs, slots, records} = buildWordTable(forms)
  return packSections([marks, pairs, slots, records])
}

// Simplified in OpenCC's tables and yet everyday characters of a traditional text: 雇主, 追踪, 爐灶.
const alsoTraditional = new Set('群峰床唇灶痴秘粽踪雇挂晒肴伙凄庄栖洒炖痒蚝吨册卷儿听扑虚')

// Behind the last block of Han characters, CJK Unified Ideographs Extension J.
const codePointsMax = 0x33480

function singles(tables: readonly Entries[]): Map<string, string> {
  return new Map(tables.flat().filter(([from, to]) => isOne(from) && isOne(to) && from !== to))
}

function isOne(text: string): boolean {
  return /^\p{Script=Han}$/u.test(text)
}

/**
 * Every character that occurs in what the tables' entries become. 后 is simplified for 後 and has
 * an entry, but 皇后 becomes 皇后: the character says nothing about a text's script.
 */
function charactersOf(tables: readonly Entries[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => table.flatMap(([, result]) => [...result])))
}

/** Each character with all its other forms in one string. */
function bothWays(pairs: Iterable<readonly [string, string]>): Map<string, string> {
  const forms = new Map<string, string>()
  for (const [from, to] of pairs) {
    forms.set(from, (forms.get(from) ?? '') + to)
    forms.set(to, (forms.get(to) ?? '') + from)
  }
  return forms
}
