import type {LoggedText} from '../article/repair-log.ts'
import type {Entry} from '../site/entry.ts'
import {outputPathOf, permalinkOf, repairLogPath} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import type {Edit} from '../text/edit.ts'
import type {Emitter, OutputFile} from './output.ts'

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

function* logFiles(site: Site): Generator<OutputFile> {
  for (const entry of site.entries) yield logFile(entry, site)
}

function logFile({article, path}: Entry, {config, dictionary}: Site): OutputFile {
  const {id, file, script, evidence, log} = article
  const permalink = permalinkOf(repairLogPath(path), config.editions[0]!, config.editions)
  const head = {
    record: id,
    file: `content/${file}`,
    script,
    evidence,
    dictionary,
  }
  const fields = Object.entries(head).map(([name, value]) =>
    value === undefined ? [] : [`"${name}": ${JSON.stringify(value)}`],
  )
  const texts = list(log.map(writeText))
  const body = `{\n${[...fields.flat(), `"texts": ${texts}`].join(',\n')}\n}\n`
  return {path: outputPathOf(permalink), body: quote(body), from: `content/${file}`}
}

function writeText({field, place, received, repairs, conversions}: LoggedText): string {
  const parts = [
    `{"field": ${JSON.stringify(field)}`,
    ...(place ? [`"place": ${JSON.stringify(place)}`] : []),
    `"received": ${JSON.stringify(received)}`,
    `"repairs": ${list(repairs.map((edit) => JSON.stringify(edit)))}`,
    `"conversions": {${Object.entries(conversions)
      .map(([tag, edits]) => `\n"${tag}": ${JSON.stringify(edits.map(conversionOf))}`)
      .join(',')}}}`,
  ]
  return parts.join(',\n')
}

/** Conversions are many: offset, before, after, and the rule where it is not the dictionary's. */
function conversionOf({rule, offset, before, after}: Edit): readonly (number | string)[] {
  return rule === 'edition' ? [offset, before, after] : [offset, before, after, rule]
}

function list(items: readonly string[]): string {
  return `[${items.map((item) => `\n${item}`).join(',')}]`
}

/** Damage that is only quoted is written so that no search of the published files takes it for text. */
function quote(json: string): string {
  return json.replaceAll('(', '\\u0028')
}
