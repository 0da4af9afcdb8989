import * as z from 'zod'
import type {Permalink, RecordId} from '../base/brand.ts'
import {type Checked, compareText, type Diagnostic, report} from '../base/diagnostic.ts'
import {type EditionTag, editionTags} from '../base/script.ts'
import {badLedgerLine, ledgerConflict, ledgerDisagrees} from './ledger-problems.ts'
import {ledgerFile} from './site-files.ts'

/** What stands at an address that was published once. */
export const ledgerStates = ['live', 'redirect', 'tombstone', 'retired'] as const

/** A promised address: what was published there, and what stands there now. */
export interface LedgerLine {
  readonly address: Permalink
  /** The record that it was given to, for ever. */
  readonly record: RecordId
  readonly edition: EditionTag
  readonly state: (typeof ledgerStates)[number]
  /** Where a redirect leads: a record, an address of the site, or a full address. */
  readonly to?: string | undefined
  /** Why an address was given up, which nothing but a person's decision does. */
  readonly reason?: string | undefined
}

const schema = z.strictObject({
  address: z.string().regex(/^\/(?!\/)/),
  record: z.string().min(1),
  edition: z.enum(editionTags),
  state: z.enum(ledgerStates),
  to: z.string().optional(),
  reason: z.string().trim().min(1).optional(),
})

/**
 * Reads the ledger. Lines may come in any order and twice, as a merge leaves them, as long as they
 * agree on the record. The value is undefined when a line cannot be read.
 */
export function parseLedger(text: string): Checked<readonly LedgerLine[] | undefined> {
  const lines = new Map<Permalink, LedgerLine>()
  const diagnostics: Diagnostic[] = []
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue
    const where = {file: ledgerFile, place: {line: index + 1, column: 1}}
    if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/.test(written)) {
      diagnostics.push(report(ledgerConflict, where, {mark: written.trim()}))
      continue
    }
    const line = readLine(written)
    const same = line && lines.get(line.address)
    if (!line) diagnostics.push(report(badLedgerLine, where, {}))
    else if (same && (same.record !== line.record || same.edition !== line.edition)) {
      const details = {address: line.address, records: [same.record, line.record]}
      diagnostics.push(report(ledgerDisagrees, where, details))
    } else if (same?.state !== 'retired') lines.set(line.address, line)
  }
  return {value: diagnostics.length > 0 ? undefined : [...lines.values()], diagnostics}
}

/** The line, if it is one; an address is given up only with a reason. */
function readLine(text: string): LedgerLine | undefined {
  try {
    const {data} = schema.safeParse(JSON.parse(text))
    if (!data || (data.state === 'retired' && data.reason === undefined)) return undefined
    return {...data, address: data.address as Permalink, record: data.record as RecordId}
  } catch {
    return undefined
  }
}

/**
 * The ledger as it is kept: a line for each address, in the order of the addresses, so that two
 * branches that publish different announcements merge without a conflict.
 */
export function formatLedger(lines: readonly LedgerLine[]): string {
  return lines
    .toSorted((left, right) => compareText(left.address, right.address))
    .map(({address, record, edition, state, to, reason}) => {
      const line = {address, record, edition, state, to, reason}
      return `${JSON.stringify(line)}\n`
    })
    .join('')
}
