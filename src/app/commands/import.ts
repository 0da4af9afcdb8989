import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {RecordId} from '../../base/brand.ts'
import {type Checked, type Diagnostic, isError} from '../../base/diagnostic.ts'
import {accountedShare} from '../../importer/account.ts'
import type {ForeignDocument} from '../../importer/document.ts'
import type {FindOld} from '../../importer/html/addresses.ts'
import {proposeProfile} from '../../importer/html/probe.ts'
import {type Profile, parseProfile} from '../../importer/html/profile.ts'
import {idOfDraft} from '../../importer/to-record.ts'
import {idOfPath} from '../../record/record-id.ts'
import {readNamed} from '../document.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {isPublicAddress} from '../fetch-file.ts'
import {readForeign} from '../foreign.ts'
import {createMissingFiles, type MissingFiles} from '../import-fetch.ts'
import {createFileStore, type FileStore} from '../import-files.ts'
import {readAnyDocument} from '../import-read.ts'
import {createImportReport} from '../import-report.ts'
import {type ImportSource, type ImportSources, listImportSources} from '../import-sources.ts'
import {type Survey, surveyDocuments} from '../import-survey.ts'
import {type AddressIndex, indexAddresses} from '../import-update.ts'
import {keepDrafts, type Outcome} from '../import-write.ts'
import type {SiteFolder} from '../site-folder.ts'
import {readText} from '../sources.ts'
import type {Terminal} from '../terminal.ts'

/** What may be asked of an import besides what to import. */
export interface ImportOptions {
  /** Whether nothing is to be written. */
  readonly isDryRun: boolean
  /** Whether what became of each document is printed, one JSON value a line. */
  readonly asJson: boolean
  /** The file that describes the pages of the site. */
  readonly profile?: string | undefined
  /** Where a report for people goes, HTML with a table beside it. */
  readonly report?: string | undefined
  /** The hosts from which missing pictures and attachments may be fetched; none where undefined. */
  readonly fetchFrom?: readonly string[] | undefined
}

/**
 * Brings documents into the site: a record for each, the files that it uses, and the bytes as they
 * were received.
 */
export async function importFiles(
  paths: readonly string[],
  folder: SiteFolder,
  terminal: Terminal,
  options: ImportOptions = {isDryRun: false, asJson: false},
): Promise<ExitCode> {
  const {value: profile, diagnostics: faults} = await readProfile(options.profile)
  if (faults.some(isError)) {
    terminal.report(faults)
    return exitCodes.content
  }
  const scratch = await mkdtemp(join(tmpdir(), 'dibao-import-'))
  try {
    return await importInto(paths, folder, terminal, options, {profile, scratch})
  } finally {
    await rm(scratch, {recursive: true, force: true})
  }
}

async function importInto(
  paths: readonly string[],
  folder: SiteFolder,
  terminal: Terminal,
  options: ImportOptions,
  {profile, scratch}: {readonly profile: Profile | undefined; readonly scratch: string},
): Promise<ExitCode> {
  const sources = await listImportSources(paths, scratch, profile?.host)
  const survey = await surveyDocuments(sources.documents)
  const files = createFileStore(folder, options.isDryRun)
  const hasAddresses = sources.documents.some(({old}) => old)
  const earlier = hasAddresses ? await indexAddresses(folder) : new Map()
  const {ask} = terminal
  const run: Run = {
    ...{sources, survey, profile, folder, files, options, earlier, ask, scratch},
    ids: new Map(),
    missing:
      options.fetchFrom &&
      createMissingFiles(
        {hosts: options.fetchFrom, isPublic: isPublicAddress},
        scratch,
        sources.files,
      ),
  }
  const diagnostics: Diagnostic[] = [...sources.diagnostics]
  const counts = {imported: 0, left: 0}
  const report = options.report === undefined ? undefined : createImportReport(options.report)
  await importAll(run, terminal, (outcome) => {
    diagnostics.push(...outcome.diagnostics)
    report?.add(outcome)
    if (outcome.records.length === 0) counts.left++
    counts.imported += outcome.records.length
    if (options.asJson) terminal.print(`${JSON.stringify(toJson(outcome))}\n`)
    else sayOutcome(outcome, terminal)
  })
  diagnostics.push(...(run.missing?.diagnostics() ?? []))
  await report?.write()
  terminal.report(diagnostics)
  if (!options.asJson) sayCounts(counts, options, terminal)
  return diagnostics.some(isError) ? exitCodes.content : exitCodes.ok
}

/** Prints a profile proposed from sample pages. */
export async function probePages(paths: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = await Promise.all(paths.map((path) => readForeign(path)))
  const faults = read.flatMap(({diagnostics}) => diagnostics)
  terminal.report(faults)
  if (faults.some(isError)) return exitCodes.content
  terminal.print(proposeProfile(read.flatMap(({value}) => value ?? [])))
  return exitCodes.ok
}

async function readProfile(path: string | undefined): Promise<Checked<Profile | undefined>> {
  if (path === undefined) return {value: undefined, diagnostics: []}
  const {value: bytes, diagnostics} = await readNamed(path)
  const text = readText(path, bytes)
  if (!bytes || text.value === undefined) {
    return {value: undefined, diagnostics: bytes ? text.diagnostics : diagnostics}
  }
  return parseProfile(path, text.value)
}

interface Run {
  readonly sources: ImportSources
  readonly survey: Survey
  readonly profile: Profile | undefined
  readonly earlier: AddressIndex
  readonly ask: Terminal['ask']
  readonly folder: SiteFolder
  readonly files: FileStore
  readonly options: ImportOptions
  readonly missing: MissingFiles | undefined
  /** A folder for what is unpacked. */
  readonly scratch: string
  /** The ids of records by the addresses that they had. */
  readonly ids: Map<string, RecordId>
}

/**
 * Imports each document, and those that lead to others once the records of all are known: what
 * they lead to is known only when every document has been read.
 */
async function importAll(
  run: Run,
  terminal: Terminal,
  done: (outcome: Outcome) => void,
): Promise<void> {
  const {documents} = run.sources
  const progress = terminal.progress({zh: '导入', en: 'importing'})
  const waiting: ImportSource[] = []
  for (const [index, source] of documents.entries()) {
    const outcome = await importOne(run, source, findFirst(run))
    if (outcome === 'waiting') waiting.push(source)
    else done(outcome)
    progress.counted(index + 1, documents.length)
  }
  for (const source of waiting) {
    const outcome = await importOne(run, source, findLast(run))
    if (outcome !== 'waiting') done(outcome)
  }
  progress.end()
}

async function importOne(
  {survey, profile, folder, files, options, earlier, ask, ids, scratch, missing}: Run,
  {path, name, shown, old, ...archived}: ImportSource,
  find: FindOld,
): Promise<Outcome | 'waiting'> {
  const {prevailing, frame} = survey
  const {value: document, diagnostics} = await readForeign(path, {
    ...archived,
    name,
    old,
    prevailing,
  })
  if (!document) return {name: shown, records: [], refused: [], diagnostics}
  const corpus = {frame, find: missing?.noting(find) ?? find, profile}
  const read = (one: ForeignDocument) => readAnyDocument({...one, old, prevailing}, corpus, scratch)
  let reading = await read(document)
  if (old && missing && (await missing.fetch(old, shown))) reading = await read(document)
  rememberIds({ids, earlier}, document, reading.drafts)
  if (reading.awaitsPages) return 'waiting'
  const outcome = await keepDrafts(document, reading.drafts, {
    ...{folder, files, earlier, ask, isDryRun: options.isDryRun},
    reread: async (again) => (await read(again)).drafts,
  })
  const said = [...reading.diagnostics, ...outcome.diagnostics]
  // A person opens the file by the path under which it was named.
  const named = said.map((each) => ({
    ...each,
    file: each.file?.replace(name, () => shown) ?? shown,
  }))
  return {...outcome, name: shown, diagnostics: named}
}

/** A page that was imported before keeps its id, whatever has become of it. */
function rememberIds(
  {ids, earlier}: Pick<Run, 'ids' | 'earlier'>,
  document: ForeignDocument,
  drafts: Parameters<typeof keepDrafts>[1],
): void {
  for (const draft of drafts) {
    const id = draft.title === undefined ? undefined : idOfDraft(document, draft)
    if (id === undefined) continue
    for (const address of draft.addresses ?? []) {
      const path = earlier.get(address)
      ids.set(address, path === undefined ? id : idOfPath(path))
    }
  }
}

function findFirst({sources: {files, pages}}: Run): FindOld {
  return (address) => {
    if (waysToWrite(address).some((each) => pages.has(each))) return {kind: 'page'}
    const path = files.get(address.replace(/[?#].*$/s, '')) ?? files.get(address)
    return path === undefined ? {kind: 'missing'} : {kind: 'file', path}
  }
}

function findLast(run: Run): FindOld {
  const find = findFirst(run)
  return (address) => {
    const target = find(address)
    if (target.kind !== 'page') return target
    const id = waysToWrite(address)
      .map((each) => run.ids.get(each))
      .find((each) => each !== undefined)
    return id === undefined ? {kind: 'missing'} : {kind: 'record', id}
  }
}

/** The addresses under which a page may be known: a folder is its index. */
function waysToWrite(address: string): readonly string[] {
  const path = address.replace(/#.*$/s, '')
  const folder = path.replace(/\/?$/, '/')
  return [path, `${folder}index.html`, `${folder}index.htm`, `${path}.html`]
}

function sayOutcome({name, records}: Outcome, terminal: Terminal): void {
  for (const {path} of records) {
    terminal.say({zh: `${name} → content/${path}`, en: `${name} → content/${path}`})
  }
}

function sayCounts(
  {imported, left}: {readonly imported: number; readonly left: number},
  {isDryRun}: ImportOptions,
  terminal: Terminal,
): void {
  const note = isDryRun
    ? {zh: '（只是试运行，什么也没有写）', en: ' (a trial: nothing was written)'}
    : {zh: '', en: ''}
  terminal.say({
    zh: `导入 ${imported} 份，未导入 ${left} 份${note.zh}`,
    en: `${imported} imported, ${left} not${note.en}`,
  })
}

/** What became of a document, as JSON says it. */
function toJson({name, records, refused, diagnostics}: Outcome): unknown {
  const said = diagnostics.map(({ruleId, severity, reason, place}) => {
    return {rule: ruleId, severity, reason, ...(place && {place})}
  })
  return {
    document: name,
    records: records.map(({path, fields, body, account, share}) => ({
      ...{path: `content/${path}`, fields, body, accounted: share},
      account: {total: account.total, body: account.body, fields: account.fields},
      removed: account.removed,
    })),
    // What a person needs to see why there is no record.
    ...(refused.length > 0 && {
      refused: refused.map(({title, fields, body, account}) => ({
        ...{fields: {title, ...fields}, body, accounted: accountedShare(account)},
        removed: account.removed,
      })),
    }),
    messages: said,
  }
}
