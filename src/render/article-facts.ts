import type {Permalink} from '../base/brand.ts'
import type {StatedDate} from '../base/day.ts'
import {type Entry, editionOf, textOf} from '../site/entry.ts'
import {permalinkOf} from '../site/permalink.ts'
import type {PictureSize} from '../site/picture-size.ts'
import {toWebAddress} from './links.ts'
import type {PageContext} from './page-context.ts'
import {findFirstPicture} from './references.ts'

/** What catalogues, search engines and citations say of an announcement, in one edition. */
export interface ArticleFacts {
  readonly title: string
  readonly description: string
  /** Persons or offices that are named as its authors. */
  readonly authors: readonly string[]
  readonly source: string | undefined
  readonly publisher: string
  readonly date: StatedDate
  readonly time: string | undefined
  readonly written: StatedDate | undefined
  readonly updated: StatedDate | undefined
  readonly corrections: readonly {readonly date: StatedDate; readonly text: string}[]
  readonly column: string | undefined
  readonly tags: readonly string[]
  readonly documentNumber: string | undefined
  /** Full address of the page; undefined while the site's address is not configured. */
  readonly address: string | undefined
  readonly originalAddress: string | undefined
  readonly picture: {readonly address: string; readonly size: PictureSize | undefined} | undefined
}

/** The facts of an announcement; undefined for a withdrawn one, of which nothing more is said. */
export function articleFacts(entry: Entry, context: PageContext): ArticleFacts | undefined {
  const {site, edition, links, local} = context
  const {article, path} = entry
  if (article.withdrawn) return undefined
  const text = editionOf(entry, edition)
  const {title, excerpt, source, column, tags} = text
  const {date, time, written, updated, documentNumber, provenance} = article
  return {
    title,
    source,
    column,
    tags,
    date,
    time,
    written,
    updated,
    documentNumber,
    corrections: article.corrections.map((on, index) => {
      return {date: on, text: text.corrections[index] ?? ''}
    }),
    description: excerpt,
    authors: text.author === undefined ? [] : splitNames(text.author),
    publisher: local(site.config.owner) ?? local(site.config.title) ?? '',
    address: links.absolute(permalinkOf(path, edition, site.config.editions)) ?? undefined,
    originalAddress: toWebAddress(provenance?.url ?? '') ?? undefined,
    picture: pictureOf(findFirstPicture(textOf(entry, edition, site).html, site), context),
  }
}

function pictureOf(at: Permalink | undefined, {site, links}: PageContext) {
  const address = at && links.absolute(at)
  return address ? {address, size: site.pictureSizes.get(at)} : undefined
}

/**
 * The names in a byline: 张三、李四. A blank parts names too, save where one stands inside a name
 * of two characters, as lists are typed: 张　三.
 */
export function splitNames(byline: string): readonly string[] {
  const names = byline.split(/[、，,；;]/).flatMap((part) => {
    const words = part.trim().split(/\s+/)
    const isHan = words.every((word) => /^\p{Script=Han}+$/u.test(word))
    if (!isHan) return [words.join(' ')]
    return words.some((word) => [...word].length === 1) ? [words.join('')] : words
  })
  return names.filter((name) => name !== '')
}
