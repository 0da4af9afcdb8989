import {formatLedger, type LedgerLine} from '../site/ledger-file.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Sources} from './sources.ts'

/** Writes the ledger of addresses where it differs from what was read. */
export async function writeLedger(
  lines: readonly LedgerLine[],
  {addresses}: Pick<Sources, 'addresses'>,
  folder: SiteFolder,
): Promise<void> {
  const text = formatLedger(lines)
  if (text !== addresses.ledger) await replaceFile(folder.ledger, text)
}
