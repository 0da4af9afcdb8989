import type {Entries} from './dictionary.ts'
import {readOpenccConfig} from './opencc.ts'

/** Whether a character is a Han character (Unicode property Script=Han) or the numeral 〇. */
export function isHan(character: string | undefined): boolean {
  return character !== undefined && /^[\p{Script=Han}〇]$/u.test(character)
}

/** How many Han characters a text has. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}

/** What OpenCC's tables of single characters know about the two scripts. */
export interface CharacterTables {
  /** Characters that only traditional text has, each with its simplified form. */
  readonly traditional: ReadonlyMap<string, string>
  /** Characters that only simplified text has. */
  readonly simplified: ReadonlySet<string>
  /** Every other form of a character in either script. */
  readonly counterparts: ReadonlyMap<string, readonly string[]>
}

let tables: CharacterTables | undefined

/** The tables, read once. */
export function characterTables(): CharacterTables {
  tables ??= readCharacterTables()
  return tables
}

function readCharacterTables(): CharacterTables {
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
  return {
    traditional: new Map([...toSimplified].filter(([form]) => !inSimplifiedText.has(form))),
    simplified: new Set([...toTraditional.keys()].filter((form) => !inTraditionalText.has(form))),
    counterparts: bothWays([...toSimplified, ...toTraditional, ...toOpencc]),
  }
}

function singles(tables: readonly Entries[]): Map<string, string> {
  const changing = tables.flat().filter(([from, to]) => isHan(from) && isHan(to) && from !== to)
  return new Map(changing)
}

/**
 * Every character that occurs in what the tables' entries become. 后 is simplified for 後 and has
 * an entry, but 皇后 becomes 皇后: the character says nothing about a text's script.
 */
function charactersOf(tables: readonly Entries[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => table.flatMap(([, result]) => [...result])))
}

function bothWays(pairs: readonly (readonly [string, string])[]): Map<string, readonly string[]> {
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
