import type {ArticleTexts} from '../article/texts.ts'
import type {Digest, Permalink} from '../base/brand.ts'
import type {IsoDate} from '../base/day.ts'
import {compareDiagnostics, type Diagnostic, report} from '../base/diagnostic.ts'
import {digestOf, digestOfList} from '../base/digest.ts'
import {keepingLastAnswer} from '../base/last-answer.ts'
import type {OwnEmitter} from '../emit/own-emitter.ts'
import {parseGlossary} from '../record/glossary.ts'
import {addressOf} from '../render/links.ts'
import {createViewContext, type ViewContext} from '../render/page-context.ts'
import {nameFilesIn, squeezeScript, squeezeStyle} from '../render/style-sheet.ts'
import {compileTemplates, type Templates} from '../render/template.ts'
import {buildSite} from '../site/build-site.ts'
import {parseConfig, type SiteConfig} from '../site/config.ts'
import type {Entry} from '../site/entry.ts'
import {parseLedger} from '../site/ledger-file.ts'
import {type Page, planPages} from '../site/plan.ts'
import {parseRedirects} from '../site/redirect-file.ts'
import {findBadRedirects} from '../site/redirects.ts'
import type {Site} from '../site/site.ts'
import type {CompiledArticle, CompileFiles} from './compile.ts'
import {unpackTexts} from './packed-texts.ts'
import {noRecords} from './problems.ts'
import type {Sources} from './sources.ts'
import {dictionaryVersion} from './version.ts'

/** The site at one moment. Never changed; a new one replaces it. */
export interface Snapshot {
  readonly site: Site
  readonly pages: ReadonlyMap<Permalink, Page>
  readonly templates: Templates
  readonly context: ViewContext
  /** A digest of what every page is made from: the program, the settings, the theme. */
  readonly shared: Digest
  /** The theme's files by their addresses. */
  readonly theme: ReadonlyMap<Permalink, Uint8Array>
  /** Makers of files that the site adds. */
  readonly emitters: readonly OwnEmitter[]
  /** Records that are not in the site since they cannot be used, as messages name them. */
  readonly leftOut: ReadonlySet<string>
  /** In their one order. */
  readonly diagnostics: readonly Diagnostic[]
}

/** How a snapshot is taken. */
export interface SnapshotOptions {
  /** The day it is, in the site's time zone. */
  readonly todayIn: (timeZone: string) => IsoDate
  /** Whether drafts and future announcements are shown. */
  readonly preview: boolean
  readonly compile: CompileFiles
  /** Smaller files that are published of a picture, by its address; none in a preview. */
  readonly pictureVersions?: Site['pictureVersions']
  /** A digest of the program's own code; nothing where no output is kept from one run to the next. */
  readonly program?: string | undefined
}

const readConfig = keepingLastAnswer((text: string) => parseConfig('dibao.yml', text))
const readLedger = keepingLastAnswer(parseLedger)
const readTheme = keepingLastAnswer(addressTheme)
const readTemplates = keepingLastAnswer(
  (
    templates: Sources['templates'],
    own: Sources['ownTemplates'],
    assets: ReadonlyMap<string, Permalink>,
  ) => compileTemplates(templates, own, assets.keys()),
)

/**
 * From files to a snapshot, in one straight line. Watching calls this again with other files. A
 * configuration that cannot be used gives way to the defaults, and its errors are told.
 */
export async function takeSnapshot(
  sources: Sources,
  {todayIn, preview, compile, pictureVersions = new Map(), program = ''}: SnapshotOptions,
): Promise<Snapshot> {
  const config = readConfig(sources.config)
  const settings = config.value ?? defaultConfig()
  const glossary = parseGlossary('glossary.yml', sources.glossary)
  const compiled = await compile([...sources.records.values()], {
    editions: settings.editions,
    glossary: glossary.value ?? {},
    cornerQuotes: settings.cornerQuotes,
    extensions: sources.extensions?.compile,
  })
  const made = compiled.flatMap(({value}) => value ?? [])
  const {files, pictureSizes} = sources
  const ledger = readLedger(sources.addresses.ledger)
  const redirects = parseRedirects(sources.addresses.redirects)
  const articles = made.map(({article}) => article)
  const site = buildSite(articles, {
    config: settings,
    dictionary: dictionaryVersion,
    today: todayIn(settings.timeZone),
    ...{preview, files, pictureSizes, pictureVersions, ...accessTo(made)},
    ...{redirects: redirects.value, ledger: ledger.value ?? []},
    ownListings: sources.extensions?.listings ?? [],
  })
  const {assets, theme} = readTheme(sources.theme)
  const templates = readTemplates(sources.templates, sources.ownTemplates, assets)
  const pages = planPages(site.value)
  const pageAt = new Map(pages.map((page) => [addressOf(page, settings), page]))
  const diagnostics = [
    ...[config, glossary, ledger, redirects, ...compiled, site, templates].flatMap(
      (step) => step.diagnostics,
    ),
    ...findBadRedirects(site.value, whatStands(pageAt, site.value, sources)),
    ...sources.unreadable.values(),
    ...(sources.records.size === 0 ? [report(noRecords, {}, {folder: 'content'})] : []),
  ]
  return {
    site: site.value,
    pages: pageAt,
    templates: templates.value,
    context: createViewContext(site.value, assets),
    shared: digestOfList([
      ...[program, sources.extensions?.compile.fingerprint ?? ''],
      ...[sources.config, dictionaryVersion, String(preview)],
      ...[...sources.templates].flat(),
      ...[...assets].flat(),
      JSON.stringify(shownEverywhere(site.value)),
    ]),
    theme,
    emitters: sources.extensions?.emitters ?? [],
    leftOut: findLeftOut(sources, made),
    diagnostics: diagnostics.toSorted(compareDiagnostics),
  }
}

/** Tells whether a page or a file stands at an address of the site. */
function whatStands(
  pages: Snapshot['pages'],
  {assets}: Site,
  {publicFiles}: Sources,
): (address: string) => boolean {
  const files = new Set<string>([...assets.values(), ...publicFiles.map((path) => `/${path}`)])
  return (address) => pages.has(address as Permalink) || files.has(address)
}

/** Record files that were not read, or of which no article could be made. */
function findLeftOut(
  {records, unreadable}: Sources,
  made: readonly CompiledArticle[],
): ReadonlySet<string> {
  const unused = new Set(records.keys())
  for (const {article} of made) unused.delete(article.file)
  return new Set([
    ...[...unused].map((path) => `content/${path}`),
    ...[...unreadable.keys()].filter((file) => file.startsWith('content/')),
  ])
}

/** What a site asks of compiled articles when it needs it. */
function accessTo(made: readonly CompiledArticle[]): Pick<Site, 'digestOf' | 'textsOf'> {
  const byFile = new Map(made.map((each) => [each.article.file, each]))
  const compiledOf = ({article}: Entry): CompiledArticle => byFile.get(article.file)!
  // The pages of one announcement are made one after another, and ask several times each.
  let last: {readonly entry: Entry; readonly texts: ArticleTexts} | undefined
  return {
    digestOf: (entry) => compiledOf(entry).digest,
    textsOf: (entry) => {
      if (last?.entry !== entry) last = {entry, texts: unpackTexts(compiledOf(entry).read)}
      return last.texts
    },
  }
}

/** What the navigation and the footer of every page name. */
function shownEverywhere({listings, ownTitles, corrections}: Site): readonly unknown[] {
  const columns = (listings.get('column') ?? []).map(({key, names}) => [key, names])
  return [columns, [...ownTitles], corrections.length > 0]
}

function defaultConfig(): SiteConfig {
  const {value} = parseConfig('dibao.yml', '')
  if (!value) throw new Error('the default configuration is not valid')
  return value
}

/**
 * The theme's files as they are sent, under names that change with their content, so that they may
 * be kept for ever. Style sheets come last, since they name others.
 */
function addressTheme(files: ReadonlyMap<string, Uint8Array>) {
  const assets = new Map<string, Permalink>()
  const theme = new Map<Permalink, Uint8Array>()
  const names = new Map<string, string>()
  const isStyle = ([name]: readonly [string, Uint8Array]): boolean => name.endsWith('.css')
  const inOrder = [...files].toSorted(
    (left, right) => Number(isStyle(left)) - Number(isStyle(right)),
  )
  for (const [name, source] of inOrder) {
    const bytes = squeeze(name, source, names)
    const dot = name.lastIndexOf('.')
    const published = `${name.slice(0, dot)}.${digestOf(bytes).slice(0, 10)}${name.slice(dot)}`
    const address = `/assets/${published}` as Permalink
    names.set(name, published)
    assets.set(name, address)
    theme.set(address, bytes)
  }
  return {assets, theme}
}

function squeeze(name: string, source: Uint8Array, names: ReadonlyMap<string, string>): Uint8Array {
  const text = (): string => new TextDecoder().decode(source)
  if (name.endsWith('.css'))
    return new TextEncoder().encode(squeezeStyle(nameFilesIn(text(), names)))
  if (name.endsWith('.js')) return new TextEncoder().encode(squeezeScript(text()))
  return source
}
