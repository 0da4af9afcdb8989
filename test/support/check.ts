import {expect} from 'vitest'
import {inline} from '../../src/app/compile.ts'
import {makeOutput} from '../../src/app/output.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {type Snapshot, takeSnapshot} from '../../src/app/snapshot.ts'
import {readTheme, type Sources} from '../../src/app/sources.ts'
import type {ContentPath, OutputPath, Permalink} from '../../src/base/brand.ts'
import {toIsoDate} from '../../src/base/day.ts'
import {compareDiagnostics, filesWithErrors, formatDiagnostic} from '../../src/base/diagnostic.ts'
import {findOutputClashes} from '../../src/emit/diff.ts'
import {filesOf, type OutputFile} from '../../src/emit/output.ts'
import {findBadNames} from '../../src/emit/output-name.ts'
import {createSourceFile} from '../../src/record/source-file.ts'
import {assetPermalink, outputPathOf} from '../../src/site/permalink.ts'
import {readPictureSize} from '../../src/site/picture-size.ts'
import {readArchive} from './archive.ts'

/** A small site, built in memory. */
export interface BuiltSite {
  /** What would be written, by path under the output folder. */
  readonly files: ReadonlyMap<string, string>
  /** Everything that was noticed, as the terminal shows it, advice left out. */
  readonly report: readonly string[]
  readonly snapshot: Snapshot
}

const builtIn = await readTheme(toSiteFolder('.'))

/** The sources of a site given in one string; without templates of its own it has Dibao's. */
export function toSources(archive: string): Sources {
  const files = readArchive(archive)
  const under = (folder: string): readonly (readonly [string, string])[] =>
    [...files]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, text]) => [path.slice(folder.length + 1), text] as const)
  const content = under('content')
  const records = content.filter(([path]) => path.endsWith('.md'))
  const pictures = [
    ...content.map(([path, text]) => [assetPermalink(path), text] as const),
    ...under('public').map(([path, text]) => [`/${path}` as Permalink, text] as const),
  ]
  return {
    config: files.get('dibao.yml') ?? '',
    glossary: files.get('glossary.yml') ?? '',
    addresses: {
      ledger: files.get('permalinks.jsonl') ?? '',
      redirects: files.get('redirects.csv') ?? '',
    },
    records: new Map(
      records.map(([path, text]) => [
        path as ContentPath,
        createSourceFile(path as ContentPath, text),
      ]),
    ),
    files: new Set(content.filter(([path]) => !path.endsWith('.md')).map(([path]) => path)),
    templates: new Map([...builtIn.templates, ...under('templates')]),
    ownTemplates: new Set(under('templates').map(([path]) => path)),
    theme: builtIn.theme,
    publicFiles: under('public').map(([path]) => path),
    pictureSizes: new Map(
      pictures.flatMap(([address, text]) => {
        const size = readPictureSize(new TextEncoder().encode(text))
        return size ? [[address, size] as const] : []
      }),
    ),
    unreadable: new Map(),
  }
}

/** Builds a site given in one string, on 2024-06-01, without touching a disk. */
export async function buildSiteOf(archive: string, {preview = false} = {}): Promise<BuiltSite> {
  const today = toIsoDate('2024-06-01')!
  const options = {todayIn: () => today, preview, compile: inline()}
  const snapshot = await takeSnapshot(toSources(archive), options)
  const output = makeOutput(snapshot)
  const written = [...filesOf(output.files), ...copiedFiles(readArchive(archive), snapshot)]
  const diagnostics = [
    ...snapshot.diagnostics,
    ...output.diagnostics(),
    ...findOutputClashes(written, filesWithErrors(snapshot.diagnostics)),
    ...findBadNames(written),
  ]
  return {
    files: new Map(written.map(({path, body}) => [path, textOf(body)])),
    report: diagnostics
      .toSorted(compareDiagnostics)
      .map((each) => formatDiagnostic(each, 'zh').split('\n')[0] ?? ''),
    snapshot,
  }
}

/** What a build copies: the files that records name, and everything under `public/`. */
function copiedFiles(
  archive: ReadonlyMap<string, string>,
  {site}: Snapshot,
): readonly OutputFile[] {
  const assets = [...site.assets].map(([path, address]) => ({
    path: outputPathOf(address),
    from: `content/${path}`,
  }))
  const own = [...archive.keys()]
    .filter((path) => path.startsWith('public/'))
    .map((from) => ({path: from.slice('public/'.length) as OutputPath, from}))
  return [...assets, ...own].map((file) => ({...file, body: archive.get(file.from) ?? ''}))
}

function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

/**
 * Builds a site and expects of each named file every text in its list, in order, and the whole
 * report. A text that begins with `!` must not occur in the file.
 */
export async function checkSite(
  archive: string,
  expected: Readonly<Record<string, readonly string[]>>,
  report: readonly string[] = [],
): Promise<BuiltSite> {
  const site = await buildSiteOf(archive)
  for (const [path, texts] of Object.entries(expected)) {
    const body = site.files.get(path)
    if (body === undefined) throw new Error(`no ${path} among ${[...site.files.keys()].join(' ')}`)
    let at = 0
    for (const text of texts) {
      if (text.startsWith('!')) {
        expect(body, path).not.toContain(text.slice(1))
        continue
      }
      const found = body.indexOf(text, at)
      expect(found, `${path}: ${text}\n${body.slice(at)}`).toBeGreaterThanOrEqual(0)
      at = found + text.length
    }
  }
  expect(site.report).toEqual(report)
  return site
}

/** The part of an article's page between header and footer, as the reader reads it. */
export function articleBody(page: string): string {
  return (
    /<div class="prose">\n?([\s\S]*?)<\/div>\n<(?:p class="print-address"|details|section|nav|\/div)/.exec(
      page,
    )?.[1] ?? page
  )
}
