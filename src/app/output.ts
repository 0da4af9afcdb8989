import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {OutputPath} from '../base/brand.ts'
import {type Diagnostic, isError} from '../base/diagnostic.ts'
import {emitAll} from '../emit/emitters.ts'
import {isDrawing, makeHarmless} from '../emit/harmless-svg.ts'
import type {OutputFile, OutputGroup} from '../emit/output.ts'
import {addressOf} from '../render/links.ts'
import {renderPage} from '../render/render.ts'
import {pageKeyOf} from '../site/page-key.ts'
import {outputPathOf, type SitePath} from '../site/permalink.ts'
import {type Page, recordFileOf} from '../site/plan.ts'
import {isMissing} from './files.ts'
import type {MadeVersions} from './picture-versions.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Snapshot} from './snapshot.ts'
import type {Sources} from './sources.ts'

/** Files that are made one after another, as they are asked for, so that none need be held. */
export interface Output {
  /** To be gone through once; with errors they are not complete. */
  readonly files: Iterable<OutputFile | OutputGroup>
  /** What was noticed about the files that were made so far. */
  readonly diagnostics: () => readonly Diagnostic[]
}

/** Every file of the site, made and copied. */
export function makeAllOutput(
  snapshot: Snapshot,
  {publicFiles}: Sources,
  folder: SiteFolder,
  counted: (done: number, total: number) => void,
  pictures: MadeVersions['files'] = new Map(),
): Output {
  const made = makeOutput(snapshot, counted)
  const copying: Diagnostic[] = []
  // The site's own robots.txt comes before the one that every site gets.
  const own = new Set<string>(publicFiles.filter((path) => path === 'robots.txt'))
  const files = function* (): Generator<OutputFile | OutputGroup> {
    for (const item of made.files) if ('files' in item || !own.has(item.path)) yield item
    for (const [path, address] of snapshot.site.assets) {
      yield* copyReceived(folder.content, path, outputPathOf(address), copying)
      yield* pictures.get(address) ?? []
    }
    for (const path of publicFiles) {
      yield* copyFile(folder.public, 'public', path, path as OutputPath)
    }
  }
  return {files: files(), diagnostics: () => [...made.diagnostics(), ...copying]}
}

/** The files that are made and not copied: pages, what the emitters make, and the theme. */
export function makeOutput(
  snapshot: Snapshot,
  counted: (done: number, total: number) => void = () => {},
): Output {
  const pages = [...snapshot.pages.values()]
  const emitted = emitAll(snapshot.site, pages, snapshot.emitters)
  const rendering: Diagnostic[] = []
  const files = function* (): Generator<OutputFile | OutputGroup> {
    yield* renderPages(pages, snapshot, counted, rendering)
    yield* emitted.value
    for (const [address, body] of snapshot.theme) {
      yield {path: outputPathOf(address), body, from: 'templates/assets'}
    }
  }
  return {
    files: files(),
    diagnostics: () => [...distinctPlaces(rendering), ...emitted.diagnostics],
  }
}

function* renderPages(
  pages: readonly Page[],
  snapshot: Snapshot,
  counted: (done: number, total: number) => void,
  diagnostics: Diagnostic[],
): Generator<OutputFile | OutputGroup> {
  const failed = new Set<string>()
  for (const [index, page] of inOrderOfTexts(pages).entries()) {
    counted(index + 1, pages.length)
    const files = renderToFile(page, snapshot, failed, diagnostics)
    const key = pageKeyOf(page, snapshot.site)
    if (key === undefined) yield* files
    else yield {name: `${page.edition} ${page.path}`, key, files}
  }
}

/** The file of a page; a template that fails once fails for every page, and one message says it. */
function* renderToFile(
  page: Page,
  {context, templates, site}: Snapshot,
  failed: Set<string>,
  diagnostics: Diagnostic[],
): Generator<OutputFile> {
  if (failed.has(page.kind)) return
  const {value, diagnostics: found} = renderPage(page, context, templates)
  diagnostics.push(...found)
  if (value === undefined || found.some(isError)) failed.add(page.kind)
  else yield {path: outputPathOf(addressOf(page, site.config)), body: value, from: sourceOf(page)}
}

/** The editions of one announcement one after another, since its texts are read for each. */
function inOrderOfTexts(pages: readonly Page[]): readonly Page[] {
  const byPath = new Map<SitePath, Page[]>()
  for (const page of pages) {
    const found = byPath.get(page.path)
    if (found) found.push(page)
    else byPath.set(page.path, [page])
  }
  return [...byPath.values()].flat()
}

/** The first for each rule and place: a part that all templates share fails once for each. */
function distinctPlaces(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ruleId, file, place, reason}: Diagnostic): string =>
    place ? [ruleId, file, place.line, place.column].join(':') : `${ruleId}:${reason.zh}`
  const seen = new Map<string, Diagnostic>()
  for (const each of diagnostics) if (!seen.has(keyOf(each))) seen.set(keyOf(each), each)
  return [...seen.values()]
}

function sourceOf(page: Page): string {
  const file = recordFileOf(page)
  return file === undefined ? page.path : `content/${file}`
}

/** A file as it lies in a folder; nothing when it has gone since the folder was listed. */
function* copyFile(
  folder: string,
  name: string,
  path: string,
  to: OutputPath,
): Generator<OutputFile> {
  let body: Uint8Array
  try {
    body = readFileSync(join(folder, path))
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  yield {path: to, body, from: `${name}/${path}`}
}

/** A file that came with a record: nobody has looked at what is in it. */
function* copyReceived(
  folder: string,
  path: string,
  to: OutputPath,
  diagnostics: Diagnostic[],
): Generator<OutputFile> {
  for (const file of copyFile(folder, 'content', path, to)) {
    if (!isDrawing(path) || typeof file.body === 'string') yield file
    else {
      const harmless = makeHarmless(file.from, file.body)
      diagnostics.push(...harmless.diagnostics)
      yield {...file, body: harmless.value}
    }
  }
}
