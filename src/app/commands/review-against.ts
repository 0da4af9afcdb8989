import {join, resolve} from 'node:path'
import {compareText, report} from '../../base/diagnostic.ts'
import type {EditionTag} from '../../base/script.ts'
import {compareLogs, logOf, parseRepairLog} from '../../emit/conversion-diff.ts'
import type {Entry} from '../../site/entry.ts'
import {outputPathOf, permalinkOf, repairLogPath} from '../../site/permalink.ts'
import type {Site} from '../../site/site.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {decodeUtf8, mapConcurrently, readBytes} from '../files.ts'
import {noPublishedLogs} from '../problems.ts'
import type {Snapshot} from '../snapshot.ts'
import type {Terminal} from '../terminal.ts'

/**
 * Shows how the texts of a site that was published into `published` would read otherwise now, each
 * distinct difference once, the most frequent first. To be asked after an upgrade, before building.
 */
export async function reviewAgainst(
  published: string,
  asJson: boolean,
  {site}: Snapshot,
  terminal: Terminal,
): Promise<ExitCode> {
  const compared = await mapConcurrently(site.entries, (entry) => compare(entry, site, published))
  const found = compared.filter((each) => each !== undefined)
  if (found.length === 0) {
    terminal.report([report(noPublishedLogs, {}, {folder: published})])
    return exitCodes.content
  }
  const differences = [...collect(found)]
    .toSorted(
      ([leftKey, left], [rightKey, right]) =>
        right.files.length - left.files.length || compareText(leftKey, rightKey),
    )
    .map(([, difference]) => difference)
  terminal.print(
    asJson ? `${JSON.stringify(differences, null, 1)}\n` : differences.map(lineOf).join(''),
  )
  const dictionaries = [...new Set(found.map(({dictionary}) => dictionary))].toSorted(compareText)
  const edited = found.filter((each) => each.edited.length > 0).length
  const [from, to] = [dictionaries.join(', '), site.dictionary]
  terminal.complain({
    zh: `比较了 ${found.length} 篇（${from} → ${to}）：${differences.length} 种不同；原文改过的 ${edited} 篇，新增 ${compared.length - found.length} 篇`,
    en: `${found.length} articles compared (${from} → ${to}): ${differences.length} distinct differences; ${edited} with another source text, ${compared.length - found.length} new`,
  })
  return exitCodes.ok
}

const filesMax = 3

function lineOf({edition, before, after, files}: Difference): string {
  const change = [edition, visible(before), '→', visible(after)].join('\t')
  return `${change}\t×${files.length}\t${[...new Set(files)].slice(0, filesMax).join(' ')}\n`
}

async function compare(entry: Entry, site: Site, published: string) {
  const {article, path} = entry
  const {editions} = site.config
  const address = permalinkOf(repairLogPath(path), editions[0]!, editions)
  const bytes = await readBytes(join(resolve(published), outputPathOf(address)))
  const log = bytes && parseRepairLog(decodeUtf8(bytes) ?? '')
  if (!log) return undefined
  const file = `content/${article.file}`
  return {file, dictionary: log.dictionary, ...compareLogs(log.texts, logOf(entry, site), editions)}
}

type Compared = NonNullable<Awaited<ReturnType<typeof compare>>>

/** How an edition would read otherwise, with the record of each time that it would. */
interface Difference {
  readonly edition: EditionTag
  readonly before: string
  readonly after: string
  readonly files: string[]
}

/** The distinct differences, by what tells them apart and orders them. */
function collect(compared: readonly Compared[]): ReadonlyMap<string, Difference> {
  const found = new Map<string, Difference>()
  for (const {file, changes} of compared) {
    for (const {edition, before, after} of changes) {
      const key = [edition, visible(before), '→', visible(after)].join('\t')
      const seen = found.get(key) ?? {edition, before, after, files: []}
      found.set(key, seen)
      seen.files.push(file)
    }
  }
  return found
}

/** One line of the answer, whatever the text has. */
function visible(text: string): string {
  return text.replace(/\s+/g, '␣')
}
