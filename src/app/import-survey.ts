import {prevailingEncoding, sureEncoding} from '../importer/decode.ts'
import type {Encoding} from '../importer/encoding.ts'
import {countFrame} from '../importer/html/frame.ts'
import {mapConcurrently} from './files.ts'
import {readForeign} from './foreign.ts'
import type {ImportSource} from './import-sources.ts'

/** What many documents tell together that none tells alone. */
export interface Survey {
  /** The encoding that decides about documents too short to tell theirs. */
  readonly prevailing: Encoding | undefined
  /** Lines that many pages have. */
  readonly frame: ReadonlySet<string>
}

/** Looks at documents spread evenly over all of them. */
export async function surveyDocuments(sources: readonly ImportSource[]): Promise<Survey> {
  const step = Math.max(1, Math.ceil(sources.length / sampleMax))
  const sample = sources.filter((_, index) => index % step === 0)
  const documents = await mapConcurrently(sample, async ({path, name, old}) => {
    const {value} = await readForeign(path, {name, old})
    return value && value.bytes.length <= sampleBytesMax ? value : undefined
  })
  const read = documents.filter((document) => document !== undefined)
  const prevailing = prevailingEncoding(read.map(sureEncoding))
  return {prevailing, frame: countFrame(read)}
}

const sampleMax = 300
const sampleBytesMax = 1 << 18
