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

/** Every file of the site, rendered and read; with errors the list is not complete. */
export async function collectOutput(
  snapshot: Snapshot,
  sources: Sources,
  folder: SiteFolder,
  counted: (done: number, total: number) => void,
): Promise<Checked<readonly OutputFile[]>> {
  const pages = [...snapshot.pages.values()]
  const rendered = renderPages(pages, snapshot, counted)
  const emitted = emitAll(snapshot.site, pages)
  const theme = [...snapshot.theme].map(([address, body]): OutputFile => {
    return {path: outputPathOf(address), body, from: 'templates/assets'}
  })
  const assets = await copyFiles(
    [...snapshot.site.assets].map(([path, address]) => [path, outputPathOf(address)]),
    folder.content,
    'content',
  )
  const isPublic = new Set(sources.publicFiles)
  const copied = await copyFiles(
    sources.publicFiles.map((path) => [path, path as OutputPath]),
    folder.public,
    'public',
  )
  const files = [
    ...rendered.value,
    // The site's own robots.txt comes before the one that every site gets.
    ...emitted.value.filter(({path}) => !(path === 'robots.txt' && isPublic.has(path))),
    ...theme,
    ...assets,
    ...copied,
  ]
  const clashes = findOutputClashes(files)
  return {
    value: files,
    diagnostics: [...rendered.diagnostics, ...emitted.diagnostics, ...clashes],
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
    // A template that fails once fails for every page; one message says it.
    if (failed.has(page.kind)) continue
    const {value, diagnostics: found} = renderPage(page, context, templates)
    diagnostics.push(...found)
    if (value === undefined || found.some(isError)) failed.add(page.kind)
    else {
      const path = outputPathOf(addressOf(page, site.config))
      files.push({path, body: value, from: sourceOf(page)})
    }
    counted(index + 1, pages.length)
  }
  return {value: files, diagnostics}
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
