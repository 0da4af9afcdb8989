import {join} from 'node:path'
import type {ContentPath} from '../base/brand.ts'
import {type Diagnostic, formatWhere, type Language, type Where} from '../base/diagnostic.ts'
import {escapeMarkup} from '../base/markup.ts'
import {editorWords} from './editor-words.ts'
import {previewStylePath} from './preview-style.ts'
import {reloadScriptPath} from './serve-events.ts'
import type {SiteFolder} from './site-folder.ts'

/** Address of the overview, by which those of all pages for the editor begin. */
export const overviewPath = '/__dibao/'

const comparePath = `${overviewPath}compare/`

/** Address of the page that shows a record beside what is published of it. */
export function comparePathOf(file: ContentPath): string {
  return comparePath + file.split('/').map(encodeURIComponent).join('/')
}

/** The record that such a page, by its decoded address, is about. */
export function comparedRecord(pathname: string): ContentPath | undefined {
  return pathname.startsWith(comparePath)
    ? (pathname.slice(comparePath.length) as ContentPath)
    : undefined
}

/** A link that opens a file of the site in VS Code, at its line; its text is what others go by. */
export function editorLink({root}: SiteFolder, where: Where): string {
  const {file, place} = where
  if (file === undefined) return ''
  const path = join(root, file).replaceAll('\\', '/')
  const address = `vscode://file/${path.replace(/^\//, '').split('/').map(encodePart).join('/')}`
  const at = place ? `:${place.line}:${place.column}` : ''
  return `<a href="${escapeMarkup(address + at)}">${escapeMarkup(formatWhere(where))}</a>`
}

/** A part of a path in an address; the colon after the letter of a disk stays. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll('%3A', ':')
}

/** A message with a link to its place, and one to the page that compares, for a record. */
export function diagnosticItem(
  diagnostic: Diagnostic,
  folder: SiteFolder,
  language: Language,
  links = '',
): string {
  const {severity, reason, advice, field, ruleId} = diagnostic
  const subject = field === undefined ? '' : `[${field}] `
  const text = escapeMarkup(`${subject}${reason[language]}`)
  const more = advice ? `<br><small>${escapeMarkup(advice[language])}</small>` : ''
  return `<li class="${severity}">${editorLink(folder, diagnostic)} ${links}<br>${text} <code>${ruleId}</code>${more}</li>`
}

/** How many items of a list are shown; a longer one is better read in the terminal. */
const itemsMax = 300

/** A part of an overview; nothing where it has no items. */
export function section(
  title: string,
  items: readonly string[],
  language: Language,
  note = '',
): string {
  if (items.length === 0) return ''
  const words = editorWords[language]
  const shown = items.slice(0, itemsMax)
  const rest = items.length - shown.length
  const more = rest > 0 ? `<p>${words.more(rest)}</p>` : ''
  const about = note === '' ? '' : `<p>${escapeMarkup(note)}</p>`
  return `<section>\n<h2>${escapeMarkup(words.heading(title, items.length))}</h2>\n${about}<ol>\n${shown.join('\n')}\n</ol>\n${more}</section>\n`
}

/** A page for the editor, which follows every change of the site. */
export function editorPage(title: string, body: string, language: Language): string {
  return `<!doctype html>
<html lang="${editorWords[language].lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${previewStylePath}">
<script type="module" src="${reloadScriptPath}"></script>
</head>
<body class="dibao-page">
<main>
${body}</main>
</body>
</html>
`
}
