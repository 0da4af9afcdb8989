import {formatLedger, type LedgerLine} from '../site/ledger-file.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'
import {readAddressFiles, type Sources} from './sources.ts'
import {changedMeanwhile} from './trouble.ts'

/**
 * Writes the ledger of addresses where it differs from what was read. What another command has
 * written since is never lost: then it throws, and writes nothing.
 */
export async function writeLedger(
  lines: readonly LedgerLine[],
  {addresses}: Pick<Sources, 'addresses'>,
  folder: SiteFolder,
): Promise<void> {
  const text = formatLedger(lines)
  if (text === addresses.ledger) return
  const there = (await readAddressFiles(folder)).value.ledger
  if (there !== addresses.ledger) throw changedMeanwhile(folder.ledger)
  await replaceFile(folder.ledger, text)
}
