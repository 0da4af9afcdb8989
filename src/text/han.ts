import {readTable} from './tables/read-table.ts'

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
  tables ??= decodeCharacters(readTable('characters'))
  return tables
}

/** One line of JSON for each of the three, as `tables/build-characters.ts` writes them. */
function decodeCharacters(bytes: Uint8Array): CharacterTables {
  const [traditional = '', simplified = '', counterparts = ''] = new TextDecoder()
    .decode(bytes)
    .split('\n')
  let forms: CharacterTables['counterparts'] | undefined
  return {
    traditional: new Map(JSON.parse(traditional) as [string, string][]),
    simplified: new Set(JSON.parse(simplified) as string),
    // The longest line, and only a text that may have glosses asks for it.
    get counterparts() {
      forms ??= new Map(JSON.parse(counterparts) as [string, string[]][])
      return forms
    },
  }
}
