import type {Edit} from '../text/edit.ts'
import type {LoggedText, RepairLog} from './repair-log.ts'

/** A log as JSON, a change a line where they are few, as it is published beside the article. */
export function formatRepairLog(log: RepairLog): string {
  return quote(list(log.map(writeText)))
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
