import {join} from 'node:path'
import type {OutputPath} from '../base/brand.ts'
import {type Checked, type Diagnostic, isError} from '../base/diagnostic.ts'
import {findOutputClashes} from '../emit/diff.ts'
import {emitAll} from '../emit/emitters.ts'
import type {OutputFile} from '../emit/output.ts'
import {addressOf} from '../render/links.ts'
import {renderPage} from '../render/render.ts'
import {outputPathOf} from '../site/permalink.ts'
import type {Page} from '../site/plan.ts'
import {mapConcurrently, readBytes} from './files.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Snapshot} from './snapshot.ts'
import type {Sources} from './sources.ts'

/** Every file of the site, made and copied; with errors the list is not complete. */
export async function collectOutput(
  snapshot: Snapshot,
  sources: Sources,
  folder: SiteFolder,
  counted: (done: number, total: number) => void,
): Promise<Checked<readonly OutputFile[]>> {
  const made = makeOutput(snapshot, counted)
  const assets = await copyFiles(
    [...snapshot.site.assets].map(([path, address]) => [path, outputPathOf(address)]),
    folder.content,
    'content',
  )
  const copied = await copyFiles(
    sources.publicFiles.map((path) => [path, path as OutputPath]),
    folder.public,
    'public',
  )
  // The site's own robots.txt comes before the one that every site gets.
  const own = new Set<string>(sources.publicFiles.filter((path) => path === 'robots.txt'))
  const files = [...made.value.filter(({path}) => !own.has(path)), ...assets, ...copied]
  return {value: files, diagnostics: [...made.diagnostics, ...findOutputClashes(files)]}
}

/** The files that are made and not copied: pages, what the emitters make, and the theme. */
export function makeOutput(
  snapshot: Snapshot,
  counted: (done: number, total: number) => void = () => {},
): Checked<readonly OutputFile[]> {
  const pages = [...snapshot.pages.values()]
  const rendered = renderPages(pages, snapshot, counted)
  const emitted = emitAll(snapshot.site, pages)
  const theme = [...snapshot.theme].map(([address, body]): OutputFile => {
    return {path: outputPathOf(address), body, from: 'templates/assets'}
  })
  return {
    value: [...rendered.value, ...emitted.value, ...theme],
    diagnostics: [...rendered.diagnostics, ...emitted.diagnostics],
  }
}

function renderPages(
  pages: readonly Page[],
  {context, templates, site}: Snapshot,
  counted: (done: number, total: number) => void,
): Checked<readonly OutputFile[]> {
  const files: OutputFile[] = []
  const diagnostics: Diagnostic[] = []
  const failed = new Set<string>()
  for (const [index, page] of pages.entries()) {
    counted(index + 1, pages.length)
    // A template that fails once fails for every page; one message says it.
    if (failed.has(page.kind)) continue
    const {value, diagnostics: found} = renderPage(page, context, templates)
    diagnostics.push(...found)
    if (value === undefined || found.some(isError)) failed.add(page.kind)
    else {
      const path = outputPathOf(addressOf(page, site.config))
      files.push({path, body: value, from: sourceOf(page)})
    }
  }
  return {value: files, diagnostics: distinctPlaces(diagnostics)}
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
  return page.kind === 'article' ? `content/${page.entry.article.file}` : page.path
}

async function copyFiles(
  paths: readonly (readonly [string, OutputPath])[],
  folder: string,
  name: string,
): Promise<readonly OutputFile[]> {
  const copied = await mapConcurrently(paths, async ([from, path]) => {
    const body = await readBytes(join(folder, from))
    return body && {path, body, from: `${name}/${from}`}
  })
  return copied.filter((file) => file !== undefined)
}
