import type {Entries} from '../dictionary.ts'
import {readOpenccConfig} from '../opencc.ts'

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
  const lines = [
    [...toSimplified].filter(([form]) => !inSimplifiedText.has(form)),
    [...toTraditional.keys()].filter((form) => !inTraditionalText.has(form)).join(''),
    [...bothWays([...toSimplified, ...toTraditional, ...toOpencc])],
  ]
  return new TextEncoder().encode(lines.map((line) => JSON.stringify(line)).join('\n'))
}

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

function bothWays(pairs: Iterable<readonly [string, string]>): Map<string, readonly string[]> {
  const forms = new Map<string, string[]>()
  const add = (from: string, to: string): void => {
    const known = forms.get(from)
    if (known) known.push(to)
    else forms.set(from, [to])
  }
  for (const [from, to] of pairs) {
    add(from, to)
    add(to, from)
  }
  return forms
}
