import {findRecordDoubts} from '../article/doubts.ts'
import {doubtfulText} from '../article/problems.ts'
import type {ContentPath} from '../base/brand.ts'
import type {Diagnostic} from '../base/diagnostic.ts'
import {parseGlossary} from '../record/glossary.ts'
import {parseRecord} from '../record/parse.ts'
import {type InventoryItem, takeInventory} from '../site/inventory.ts'
import type {Site} from '../site/site.ts'
import {todayIn} from './clock.ts'
import {cached, inline} from './compile.ts'
import type {SiteFolder} from './site-folder.ts'
import {type Snapshot, takeSnapshot} from './snapshot.ts'
import {readSources, type Sources} from './sources.ts'
import type {Terminal} from './terminal.ts'

/** Everything that is in an archive, drafts and future announcements too. */
export interface Inventory {
  readonly items: readonly InventoryItem[]
  readonly site: Site
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads an archive and looks at each of its announcements. */
export async function readInventory(folder: SiteFolder, terminal: Terminal): Promise<Inventory> {
  const sources = await readSources(folder)
  const compiling = terminal.progress({zh: '整理文字', en: 'Repairing texts'})
  const compile = cached(inline(), undefined, compiling.counted)
  const snapshot = await takeSnapshot(sources, {todayIn, preview: true, compile})
  compiling.end()
  const {site, diagnostics} = snapshot
  const today = todayIn(site.config.timeZone)
  return {items: takeInventory(site, today, countDoubts(sources, snapshot)), site, diagnostics}
}

/** How many places of each record's text are in doubt: damage, and choices of a conversion. */
function countDoubts(
  sources: Sources,
  {site, diagnostics}: Snapshot,
): ReadonlyMap<ContentPath, number> {
  const glossary = parseGlossary('glossary.yml', sources.glossary).value ?? {}
  const damaged = new Map<string, number>()
  for (const {ruleId, file = ''} of diagnostics) {
    if (ruleId === doubtfulText.ruleId) damaged.set(file, (damaged.get(file) ?? 0) + 1)
  }
  return new Map(
    [...sources.records.values()].map((source) => {
      const record = parseRecord(source).value
      const choices = record ? findRecordDoubts(record, {...site.config, glossary}) : []
      const places = new Set(choices.map(({where}) => where))
      return [source.path, (damaged.get(`content/${source.path}`) ?? 0) + places.size]
    }),
  )
}
