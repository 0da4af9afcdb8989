import {join} from 'node:path'
import type {ContentPath, OutputPath, Permalink} from '../base/brand.ts'
import {type Diagnostic, formatDiagnostic, isError, type Language} from '../base/diagnostic.ts'
import {escapeMarkup} from '../base/markup.ts'
import {emitAll} from '../emit/emitters.ts'
import {isDrawing, makeHarmless} from '../emit/harmless-svg.ts'
import {filesOf, type OutputFile} from '../emit/output.ts'
import {parseGlossary} from '../record/glossary.ts'
import {renderPage} from '../render/render.ts'
import type {SiteConfig} from '../site/config.ts'
import {outputPathOf} from '../site/permalink.ts'
import {type Page, recordFileOf} from '../site/plan.ts'
import {comparePage} from './compare-page.ts'
import {editorWords} from './editor-words.ts'
import {exists, readBytes} from './files.ts'
import {mediaType} from './media-type.ts'
import {overviewPage} from './overview-page.ts'
import {comparedRecord, comparePathOf, overviewPath} from './overview-parts.ts'
import {previewStylePath} from './preview-style.ts'
import type {Answer} from './serve.ts'
import {reloadScriptPath} from './serve-events.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Snapshot} from './snapshot.ts'
import {readGlossary, readRecord} from './sources.ts'

/** Answers requests from the newest snapshot: pages are made when they are asked for. */
export interface Preview {
  readonly answer: (pathname: string) => Promise<Answer | undefined>
  /** Takes note of a new snapshot. */
  readonly show: (snapshot: Snapshot) => void
}

/** A preview of `snapshot`, which speaks to the editor in a language. Nothing is written to the disk. */
export function createPreview(snapshot: Snapshot, folder: SiteFolder, language: Language): Preview {
  let current = snapshot
  let emitted: ReadonlyMap<OutputPath, OutputFile> | undefined
  // Where each record stood last, to say there what is wrong with it now.
  const lastAddresses = new Map<Permalink, ContentPath>()
  const remember = (): void => {
    for (const [address, page] of current.pages) {
      const file = recordFileOf(page)
      if (file !== undefined) lastAddresses.set(address, file)
    }
  }
  remember()
  const answer = async (pathname: string): Promise<Answer | undefined> => {
    if (pathname.startsWith(overviewPath)) return answerEditor(pathname, current, folder, language)
    const address = toPermalink(pathname, current.site.config)
    const page = current.pages.get(address)
    if (page && page.kind !== 'not-found') return answerPage(page, current, language)
    const file = await answerFile(address, current, folder)
    if (file) return file
    // As in a build, the site's own comes before the one that every site gets.
    if (address === '/robots.txt' && (await exists(join(folder.public, 'robots.txt')))) {
      return undefined
    }
    emitted ??= new Map(
      [...filesOf(emitAll(current.site, [...current.pages.values()], current.emitters).value)].map(
        (each) => [each.path, each],
      ),
    )
    const made = emitted.get(outputPathOf(address))
    if (made) return {status: 200, type: mediaType(made.path), body: made.body}
    const broken = lastAddresses.get(address)
    const own = current.diagnostics.filter(
      (each) => isError(each) && each.file === `content/${broken}`,
    )
    if (own.length > 0) return answerProblems(own, current, language)
    return answerNotFound(address, current, language)
  }
  return {
    answer,
    show: (next) => {
      current = next
      emitted = undefined
      remember()
    },
  }
}

/** The pages for the editor: the overview, and each record beside what is published of it. */
async function answerEditor(
  pathname: string,
  snapshot: Snapshot,
  folder: SiteFolder,
  language: Language,
): Promise<Answer | undefined> {
  if (pathname === overviewPath) return html(200, overviewPage(snapshot, folder, language))
  const path = comparedRecord(pathname)
  const entry = path === undefined ? undefined : snapshot.site.byFile.get(path)
  const source = entry && (await readRecord(folder, entry.article.file)).value
  if (!entry || !source) return undefined
  const glossary = parseGlossary('glossary.yml', (await readGlossary(folder)).value).value ?? {}
  return html(200, comparePage(entry, source, snapshot.site, glossary, folder, language))
}

/** The address that a path means: `index.html` is its folder, and rooted links hold their base. */
function toPermalink(pathname: string, {url, links}: SiteConfig): Permalink {
  const base = url && links === 'root' ? new URL(url).pathname : '/'
  const path = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : pathname
  return path.normalize('NFC').replace(/(^|\/)index\.html$/, '$1') as Permalink
}

function answerPage(page: Page, snapshot: Snapshot, language: Language): Answer {
  const {value, diagnostics} = renderPage(page, snapshot.context, snapshot.templates)
  if (value === undefined) {
    // A template that is wrong in itself was told of before, and fails without a word.
    const told = snapshot.diagnostics.filter(
      (each) => isError(each) && each.file?.startsWith('templates/'),
    )
    return answerProblems(diagnostics.length > 0 ? diagnostics : told, snapshot, language)
  }
  return html(200, withPanel(value, snapshot.diagnostics, language, recordFileOf(page)))
}

function answerNotFound(address: Permalink, snapshot: Snapshot, language: Language): Answer {
  const pages = [...snapshot.pages].filter(([, {kind}]) => kind === 'not-found')
  const [, page] = pages.find(([own]) => own === address) ?? pages[0] ?? []
  if (!page) throw new Error('a site without a 404 page')
  const answer = answerPage(page, snapshot, language)
  return answer.status === 200 ? {...answer, status: 404} : answer
}

async function answerFile(
  address: Permalink,
  {theme, site}: Snapshot,
  folder: SiteFolder,
): Promise<Answer | undefined> {
  const themeFile = theme.get(address)
  if (themeFile) return {status: 200, type: mediaType(address), body: themeFile}
  const [path] = [...site.assets].find(([, own]) => own === address) ?? []
  if (path === undefined) return undefined
  const bytes = await readBytes(join(folder.content, path))
  const body = bytes && isDrawing(path) ? makeHarmless(`content/${path}`, bytes).value : bytes
  return body && {status: 200, type: mediaType(address), body}
}

/** A page that tells what is wrong, and mends itself when that is put right. */
function answerProblems(
  problems: readonly Diagnostic[],
  snapshot: Snapshot,
  language: Language,
): Answer {
  const {lang, failed: title, aboutFailed} = editorWords[language]
  const page = `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<body>
<main class="dibao-failed">
<h1>${title}</h1>
<p>${aboutFailed}</p>
${list(problems, language)}
</main>
</body>
</html>
`
  const rest = snapshot.diagnostics.filter((each) => !problems.includes(each))
  return html(500, withPanel(page, rest, language))
}

/** Adds links for the editor, what is wrong with the site, and the reload script to the end of a page. */
function withPanel(
  page: string,
  diagnostics: readonly Diagnostic[],
  language: Language,
  file?: ContentPath | undefined,
): string {
  const words = editorWords[language]
  const shown = diagnostics.filter(({severity}) => severity !== 'info')
  const errors = shown.filter(isError).length
  const panel =
    shown.length === 0
      ? ''
      : `<details id="dibao-problems" lang="${words.lang}"${errors > 0 ? ' open' : ''}>
<summary>${words.problemsOf(errors, shown.length - errors)}</summary>
${list(shown, language)}
</details>
`
  const compare = file
    ? ` · <a href="${escapeMarkup(comparePathOf(file))}">${words.compareWithReceived}</a>`
    : ''
  const tools = `<p id="dibao-tools" lang="${words.lang}"><a href="${overviewPath}">${words.overview}</a>${compare}</p>\n`
  const end = page.lastIndexOf('</body>')
  const at = end === -1 ? page.length : end
  return `${page.slice(0, at)}${tools}${panel}<link rel="stylesheet" href="${previewStylePath}">
<script type="module" src="${reloadScriptPath}"></script>\n${page.slice(at)}`
}

function list(diagnostics: readonly Diagnostic[], language: Language): string {
  const items = diagnostics.map(
    (each) => `<li>${escapeMarkup(formatDiagnostic(each, language))}</li>`,
  )
  return `<ol class="dibao-list">\n${items.join('\n')}\n</ol>`
}

function html(status: number, body: string): Answer {
  return {status, type: 'text/html; charset=utf-8', body}
}
