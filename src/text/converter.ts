import {assembleConverter} from './assemble-converter.ts'
import type {Converter} from './dictionary.ts'
import {ownKnowledge} from './knowledge.ts'
import type {ConversionName} from './opencc.ts'
import {ownEntriesOf, readConversion} from './read-conversion.ts'

/**
 * The converter of this name over the tables of the opencc-js package, with our own knowledge where
 * the source is simplified. Leftmost-longest, stage after stage, as OpenCC does: without knowledge
 * of our own the answer is that of opencc-js for every text.
 *
 * It is made anew, which takes a while; `converterOf` has the same with its table ready.
 */
export function createConverter(name: ConversionName, own = ownKnowledge()): Converter {
  return assembleConverter(name, readConversion(name, ownEntriesOf(name, own)), own)
}
