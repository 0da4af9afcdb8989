import {escapeXml} from '../base/markup.ts'
import type {EditionTag} from '../base/script.ts'

/** What a book says of itself. */
export interface BookFacts {
  readonly edition: EditionTag
  readonly title: string
  readonly publisher: string
  readonly identifier: string
  /** The moment of its last change: `2004-03-05T00:00:00Z`. */
  readonly changed: string
  /** What the list of chapters is called. */
  readonly contents: string
  /** How many announcements there are, in words. */
  readonly count: string
  readonly address: string | undefined
}

/** An announcement as a chapter. */
export interface Chapter {
  readonly path: string
  readonly title: string
  readonly subtitle: string | undefined
  /** Under which it is listed. */
  readonly month: string
  readonly byline: readonly string[]
  /** XHTML. */
  readonly body: string
  readonly attachments: readonly string[]
  readonly attachmentsTitle: string
  /** Full address of its page; null where the site has none. */
  readonly address: string | null
}

/** A picture in a book. */
export interface BookPicture {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'

/** Says where the package document is (EPUB 3.3, 4.2.6.3.1). */
export const containerDocument = `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** What is in the book and in which order (EPUB 3.3, chapter 5). */
export function packageDocument(
  {edition, title, publisher, identifier, changed, address}: BookFacts,
  chapters: readonly Chapter[],
  pictures: readonly BookPicture[],
): string {
  const pages = ['title.xhtml', 'contents.xhtml', ...chapters.map(({path}) => path)]
  const items = [
    ...pages.map((path) => {
      const properties = path === 'contents.xhtml' ? ' properties="nav"' : ''
      return item(path, 'application/xhtml+xml', properties)
    }),
    item('style.css', 'text/css'),
    ...pictures.map(({path, mediaType}) => item(path, mediaType)),
  ]
  return `${declaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang="${edition}" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifier}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>${edition}</dc:language>
<dc:publisher>${escapeXml(publisher)}</dc:publisher>
${address === undefined ? '' : `<dc:source>${escapeXml(address)}</dc:source>\n`}<meta property="dcterms:modified">${changed}</meta>
</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine>
${pages.map((path) => `<itemref idref="${idOf(path)}"/>`).join('\n')}
</spine>
</package>
`
}

function item(path: string, mediaType: string, properties = ''): string {
  return `<item id="${idOf(path)}" href="${path}" media-type="${mediaType}"${properties}/>`
}

function idOf(path: string): string {
  return `f-${path}`
}

/** The list of chapters by months (EPUB 3.3, chapter 7). */
export function navigationDocument(facts: BookFacts, chapters: readonly Chapter[]): string {
  const months = new Map<string, Chapter[]>()
  for (const chapter of chapters) {
    const inMonth = months.get(chapter.month)
    if (inMonth) inMonth.push(chapter)
    else months.set(chapter.month, [chapter])
  }
  const listed = [...months].map(([month, inMonth]) => {
    const lines = inMonth.map(
      ({path, title}) => `<li><a href="${path}">${escapeXml(title)}</a></li>\n`,
    )
    return `<li><span>${month}</span><ol>\n${lines.join('')}</ol></li>\n`
  })
  const start = `<li><a href="title.xhtml">${escapeXml(facts.title)}</a></li>\n`
  const list = `<ol>\n${start}${listed.join('')}</ol>`
  const body = `<nav epub:type="toc"><h1>${escapeXml(facts.contents)}</h1>\n${list}\n</nav>`
  return pageDocument(facts, facts.contents, body)
}

/** The page that a book begins with. */
export function titleDocument(facts: BookFacts): string {
  const {title, publisher, count, address} = facts
  const lines = [publisher, count, ...(address === undefined ? [] : [address])]
  const body = lines.map((line) => `<p class="byline">${escapeXml(line)}</p>\n`).join('')
  return pageDocument(facts, title, `<h1>${escapeXml(title)}</h1>\n${body}`)
}

/** A chapter with what stands over and under its text. */
export function chapterDocument(facts: BookFacts, chapter: Chapter): string {
  const {title, subtitle, byline, body, attachments, attachmentsTitle, address} = chapter
  const heading = `<h1>${escapeXml(title)}</h1>\n`
  const under = subtitle === undefined ? '' : `<p class="byline">${escapeXml(subtitle)}</p>\n`
  const files = attachments.map((name) => `<li>${escapeXml(name)}</li>`).join('')
  const list = files === '' ? '' : `<h2>${escapeXml(attachmentsTitle)}</h2>\n<ul>${files}</ul>\n`
  const link =
    address === null
      ? ''
      : `<p class="address"><a href="${escapeXml(address)}">${escapeXml(address)}</a></p>\n`
  const head = `${heading}${under}<p class="byline">${byline.map(escapeXml).join('　')}</p>\n`
  return pageDocument(facts, title, `${head}${body}\n${list}${link}`)
}

function pageDocument({edition}: BookFacts, title: string, body: string): string {
  return `${declaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${edition}" xml:lang="${edition}">
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`
}
