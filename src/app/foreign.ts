import {basename} from 'node:path'
import type {IsoDate} from '../base/day.ts'
import type {Checked} from '../base/diagnostic.ts'
import type {ForeignDocument} from '../importer/document.ts'
import {todayIn} from './clock.ts'
import {readNamed} from './document.ts'

/** A file as the importer takes it, with what else is known of it. */
export async function readForeign(
  path: string,
  known: Partial<{[Key in keyof ForeignDocument]: ForeignDocument[Key] | undefined}> = {},
): Promise<Checked<ForeignDocument | undefined>> {
  const {value: bytes, diagnostics} = await readNamed(path)
  if (!bytes) return {value: undefined, diagnostics}
  return {
    value: {
      ...known,
      name: known.name ?? basename(path),
      bytes,
      retrieved: known.retrieved ?? today(),
    },
    diagnostics,
  }
}

let day: IsoDate | undefined

/** The day of this run: asking the calendar for each of many files takes time. */
function today(): IsoDate {
  day ??= todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone)
  return day
}
