import type {EditionTag, SourceScript} from '../base/script.ts'
import {assembleConverter} from './assemble-converter.ts'
import {type ConversionTable, decodeConversion} from './conversion-table.ts'
import type {Converter} from './dictionary.ts'
import {ownKnowledge} from './knowledge.ts'
import type {ConversionName} from './opencc.ts'
import {readTable} from './tables/read-table.ts'

/** The script that the repaired text of a document is in, which all its editions start from. */
export type StandardScript = 'hans' | 'hant-tw' | 'hant-hk'

/**
 * Which conversions, one after the other, make an edition from a text. A text is never converted
 * there and back: a real Taiwan or Hong Kong text is its own edition unchanged. No profile changes
 * vocabulary, since an official text keeps its wording.
 */
const profiles: Readonly<
  Record<StandardScript, Readonly<Record<EditionTag, readonly ConversionName[]>>>
> = {
  hans: {'zh-Hans': [], 'zh-Hant': ['s2tw'], 'zh-HK': ['s2hk']},
  'hant-tw': {'zh-Hans': ['tw2s'], 'zh-Hant': [], 'zh-HK': ['tw2t', 't2hk']},
  'hant-hk': {'zh-Hans': ['hk2s'], 'zh-Hant': ['hk2t', 't2tw'], 'zh-HK': []},
}

/** The standard script of a source: what a machine converted or mixed goes back to simplified. */
export function standardScript(source: SourceScript): StandardScript {
  return source === 'pseudo-hant' || source === 'mixed' ? 'hans' : source
}

const conversions = new Map<ConversionName, ConversionTable>()

/** The table of this name, read when it is first asked for and kept. */
export function tableOf(name: ConversionName): ConversionTable {
  const table = conversions.get(name) ?? decodeConversion(readTable(name))
  conversions.set(name, table)
  return table
}

const converters = new Map<ConversionName, Converter>()

/** The converter of this name, made when it is first asked for and kept. */
export function converterOf(name: ConversionName): Converter {
  const converter = converters.get(name) ?? assembleConverter(name, tableOf(name), ownKnowledge())
  converters.set(name, converter)
  return converter
}

/** What turns a text in its standard script into an edition; undefined where nothing changes. */
export function editionConverter(source: SourceScript, edition: EditionTag): Converter | undefined {
  const names = profiles[standardScript(source)][edition]
  if (names.length === 0) return undefined
  return (text) => names.reduce((result, name) => converterOf(name)(result), text)
}
