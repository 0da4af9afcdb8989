import {toXhtml} from '../article/xhtml.ts'
import type {Permalink} from '../base/brand.ts'
import {firstDayOf} from '../base/day.ts'
import {digestOf, uuidOf} from '../base/digest.ts'
import type {EditionTag} from '../base/script.ts'
import {dayView, monthText} from '../render/day-text.ts'
import {encodePath, type Links} from '../render/links.ts'
import {resolveReferences} from '../render/references.ts'
import {words} from '../render/words.ts'
import {type Entry, editionOf, textOf} from '../site/entry.ts'
import {permalinkOf} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import {
  type BookPicture,
  type Chapter,
  chapterDocument,
  containerDocument,
  navigationDocument,
  packageDocument,
  titleDocument,
} from './epub-documents.ts'
import {type PackedFile, packFile} from './zip.ts'

/** What a book is made of. */
export interface Book {
  readonly site: Site
  readonly edition: EditionTag
  /** What of the archive is in it: a year, a column; nothing for all. */
  readonly part: string
  /** In the site's order, newest first; a book has the oldest first. */
  readonly entries: readonly Entry[]
  /** The bytes of a file of the site; undefined where there is none. */
  readonly read: (address: Permalink) => Uint8Array | undefined
}

/**
 * Announcements as a book (EPUB 3.3), a chapter each, listed by months. Links between them stay in
 * the book, others lead to the site, and pictures that books may have are in it. It follows from the
 * announcements alone: a book says when it was last changed, not when it was made.
 */
export function epubFiles(book: Book): readonly PackedFile[] {
  const entries = book.entries.toReversed()
  const pages = new Map(entries.map((entry, index) => [entry, `${index + 1}.xhtml`]))
  const pictures = new Map<Permalink, BookPicture>()
  const chapters = entries.map((entry) => chapterOf(entry, pages, pictures, book))
  const facts = factsOf(book, entries)
  const written = [...pictures.values()]
  return [
    // The first bytes tell what the file is (EPUB 3.3, 4.2.1), so this is not packed.
    packFile('mimetype', 'application/epub+zip', 'stored'),
    packFile('META-INF/container.xml', containerDocument),
    packFile('book/package.opf', packageDocument(facts, chapters, written)),
    packFile('book/contents.xhtml', navigationDocument(facts, chapters)),
    packFile('book/title.xhtml', titleDocument(facts)),
    packFile('book/style.css', style),
    ...chapters.map((chapter) => packFile(`book/${chapter.path}`, chapterDocument(facts, chapter))),
    ...written.map(({path, bytes}) => packFile(`book/${path}`, bytes, 'stored')),
  ]
}

function factsOf({site, edition, part}: Book, entries: readonly Entry[]) {
  const {title, owner, url} = site.config
  const name = title[edition] ?? ''
  const newest = entries
    .map(({article}) => article.updated ?? article.date)
    .toSorted()
    .at(-1)
  const count = `${words[edition].inAll}${entries.length}${words[edition].items}`
  return {
    edition,
    title: part === '' ? name : `${name}：${part}`,
    publisher: owner?.[edition] ?? name,
    identifier: `urn:uuid:${uuidOf([url ?? name, edition, part])}`,
    changed: `${newest ? firstDayOf(newest) : '1970-01-01'}T00:00:00Z`,
    contents: words[edition].allArticles,
    count,
    address: url,
  }
}

function chapterOf(
  entry: Entry,
  pages: ReadonlyMap<Entry, string>,
  pictures: Map<Permalink, BookPicture>,
  {site, edition, read}: Book,
): Chapter {
  const {article, path} = entry
  const {editions, url} = site.config
  const text = editionOf(entry, edition)
  const inBook = new Map<string, string>(
    [...pages].map(([other, page]) => [permalinkOf(other.path, edition, editions), page]),
  )
  const absolute = (at: Permalink): string | null =>
    url === undefined ? null : url.replace(/\/$/, '') + encodePath(at)
  const links: Links = {
    absolute,
    href: (at) => inBook.get(at) ?? takePicture(at, pictures, read) ?? absolute(at) ?? '',
  }
  const html = resolveReferences(
    textOf(entry, edition, site).html,
    edition,
    site,
    links,
    words[edition].pictureMissing,
  )
  const known = new Set([...pictures.values()].map((picture) => picture.path))
  const {source, author, attachments} = text
  const address = absolute(permalinkOf(path, edition, editions))
  return {
    path: pages.get(entry)!,
    title: text.title,
    subtitle: text.subtitle,
    month: monthText(article.date),
    byline: [dayView(article.date).text, source, author, article.documentNumber].filter(
      (part) => part !== undefined,
    ),
    body: toXhtml(html.replaceAll('<a href=""', '<a'), known),
    attachments: attachments.map(({title}) => title),
    attachmentsTitle: words[edition].attachments,
    address,
  }
}

/** Pictures that every reader of books can show (EPUB 3.3, 3.2), of which none can run anything. */
const pictureTypes: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
}

/** Where a picture lies in the book, into which it is taken; undefined for what is none. */
function takePicture(
  at: Permalink,
  pictures: Map<Permalink, BookPicture>,
  read: Book['read'],
): string | undefined {
  const ending = at.slice(at.lastIndexOf('.') + 1).toLowerCase()
  const mediaType = pictureTypes[ending]
  const known = pictures.get(at)
  if (mediaType === undefined || known) return known?.path
  const bytes = read(at)
  if (!bytes) return undefined
  const path = `${digestOf(at).slice(0, 16)}.${ending}`
  pictures.set(at, {path, mediaType, bytes})
  return path
}

const style = `h1 { font-size: 1.4em; line-height: 1.4; }
.byline { color: #555; font-size: .9em; }
.missing-picture { border: 1px dashed; padding: 0 .3em; }
img { height: auto; max-width: 100%; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: .2em .4em; }
p { text-indent: 2em; }
.byline, .address, .signature, .align-center, .align-right, figure p, td p, nav p { text-indent: 0; }
.align-center { text-align: center; }
.align-right, .signature { text-align: right; }
`
