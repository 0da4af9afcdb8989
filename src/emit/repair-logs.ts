import type {Entry} from '../site/entry.ts'
import {repairLogKeyOf} from '../site/page-key.ts'
import {outputPathOf, permalinkOf, repairLogPath} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import {type Emitter, fileGroup, type OutputGroup} from './output.ts'

/**
 * Beside each announcement, a file with every change to its text: the proof that no word was lost.
 * Making the repairs in `received` and then an edition's conversions in that gives the text of the
 * page; undoing them gives the received text, unit for unit. A text that is not listed is published
 * as it was received.
 */
export const emitRepairLogs: Emitter = (site) => ({
  value: logFiles(site),
  diagnostics: [],
})

function* logFiles(site: Site): Generator<OutputGroup> {
  for (const entry of site.entries) yield logFile(entry, site)
}

function logFile(entry: Entry, site: Site): OutputGroup {
  const {editions} = site.config
  const permalink = permalinkOf(repairLogPath(entry.path), editions[0]!, editions)
  const from = `content/${entry.article.file}`
  const file = {path: outputPathOf(permalink), from}
  return fileGroup(file, repairLogKeyOf(entry, site), () => formatLogFile(entry, site))
}

/** The log of an entry as it is published. */
export function formatLogFile(entry: Entry, {dictionary, textsOf}: Site): Uint8Array {
  const {id, file, script, evidence} = entry.article
  const head = {
    record: id,
    file: `content/${file}`,
    script,
    evidence,
    dictionary,
  }
  const fields = Object.entries(head).map(([name, value]) =>
    value === undefined ? '' : `"${name}": ${JSON.stringify(value)},\n`,
  )
  // The texts are bytes already, and long.
  const {log} = textsOf(entry)
  return Buffer.concat([Buffer.from(`{\n${fields.join('')}"texts": `), log, Buffer.from('\n}\n')])
}
