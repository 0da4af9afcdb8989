import type {Article, Edition} from '../article/article.ts'
import type {Slug} from '../base/brand.ts'
import {createSlug} from '../text/slug.ts'
import type {ColumnConfig, LocalText, SiteConfig} from './config.ts'
import type {TaxonomyName} from './listing-names.ts'

/** A part of a listing by its key, with what it is called in each edition. */
export interface GroupKey {
  readonly key: Slug
  readonly names: LocalText
}

/** The terms of each taxonomy that an article belongs to. */
export function termKeysOf(
  article: Article,
  config: SiteConfig,
): Readonly<Record<TaxonomyName, readonly GroupKey[]>> {
  const {column, source} = article.terms
  return {
    column: column === undefined ? [] : [columnKey(column, article, config)],
    tag: tagKeys(article),
    source: source === undefined ? [] : [termKey(source, article, (edition) => edition.source)],
  }
}

/** The configured column of this name, in standard simplified characters. */
export function findColumn(name: string, config: SiteConfig): ColumnConfig | undefined {
  return config.columns.find((column) => column.name === name)
}

function columnKey(name: string, article: Article, config: SiteConfig): GroupKey {
  const column = findColumn(name, config)
  if (column) return {key: column.slug, names: column.names}
  return termKey(name, article, (edition) => edition.column)
}

function tagKeys(article: Article): readonly GroupKey[] {
  const keys = new Map<Slug, GroupKey>()
  for (const [index, tag] of article.terms.tags.entries()) {
    const key = termKey(tag, article, (edition) => edition.tags[index])
    if (!keys.has(key.key)) keys.set(key.key, key)
  }
  return [...keys.values()]
}

function termKey(
  name: string,
  {editions}: Article,
  nameIn: (edition: Edition) => string | undefined,
): GroupKey {
  const names = editions.map((edition) => [edition.tag, nameIn(edition) ?? name] as const)
  return {key: createSlug(name), names: Object.fromEntries(names)}
}
