import type {Article, Edition, EditionText} from '../article/article.ts'
import {compareText, type Where} from '../base/diagnostic.ts'
import type {EditionTag} from '../base/script.ts'
import type {SiteConfig} from './config.ts'
import type {TaxonomyName} from './listing-names.ts'
import {articlePath, type SitePath} from './permalink.ts'
import type {Site} from './site.ts'
import {type GroupKey, termKeysOf} from './term-keys.ts'

/** An article with its place in the site. */
export interface Entry {
  readonly article: Article
  readonly path: SitePath
  /** The terms of each taxonomy that it is listed under. */
  readonly keys: Readonly<Record<TaxonomyName, readonly GroupKey[]>>
}

/** Entries of articles that were not compiled anew since, with the configuration they were made by. */
const made = new WeakMap<Article, {readonly config: SiteConfig; readonly entry: Entry}>()

/** The entry of an article; the same one again when both are the same. */
export function toEntry(article: Article, config: SiteConfig): Entry {
  const known = made.get(article)
  if (known?.config === config) return known.entry
  const path = articlePath(article.date, article.id)
  const entry = {article, path, keys: termKeysOf(article, config)}
  made.set(article, {config, entry})
  return entry
}

/** The one order of entries: newest first; on one day by id, so that no two are equal. */
export function compareEntries(left: Entry, right: Entry): number {
  return (
    compareText(right.article.date, left.article.date) ||
    compareText(right.article.id, left.article.id)
  )
}

/** The edition of an entry; every article has every edition the site is published in. */
export function editionOf({article}: Entry, tag: EditionTag): Edition {
  const found = article.editions.find((edition) => edition.tag === tag)
  if (!found) throw new Error(`${article.id} has no edition ${tag}`)
  return found
}

/** The long texts of one edition of an entry. */
export function textOf(
  entry: Entry,
  tag: EditionTag,
  {textsOf}: Pick<Site, 'textsOf'>,
): EditionText {
  const index = entry.article.editions.findIndex((edition) => edition.tag === tag)
  const found = textsOf(entry).editions[index]
  if (!found) throw new Error(`${entry.article.id} has no edition ${tag}`)
  return found
}

/** Where a field of an article's record stands, for a message; the top of the file if it does not. */
export function whereOf({file, places}: Article, field: string, index?: number): Where {
  const exact = index === undefined ? undefined : places[`${field}.${index}`]
  return {file: `content/${file}`, field, place: exact ?? places[field] ?? {line: 1, column: 1}}
}
