import type {Article} from '../article/article.ts'
import type {ContentPath} from '../base/brand.ts'
import {compareText, type Diagnostic, report} from '../base/diagnostic.ts'
import {findNearestName} from '../record/near.ts'
import {createSlug} from '../text/slug.ts'
import {type Entry, whereOf} from './entry.ts'
import {
  addressClash,
  deadRecordLink,
  duplicateId,
  heldBack,
  missingFile,
  publishedAsText,
  sharedTerm,
  unknownColumn,
} from './problems.ts'
import {findTakenAddresses} from './redirects.ts'
import {findTarget, nameOfReference} from './reference.ts'
import type {Site} from './site.ts'

/** What is wrong between records: ids, addresses, old addresses, links and files. */
export function checkSite(
  site: Site,
  articles: readonly Article[],
  published: readonly Entry[],
): readonly Diagnostic[] {
  const shown = new Set(published.map(({article}) => article))
  return [
    ...findDuplicateIds(articles),
    ...findAddressClashes(published),
    ...findTakenAddresses(site),
    ...published.flatMap(({article}) => findDeadReferences(article, site)),
    ...findUnknownColumns(site),
    ...findSharedTerms(site),
    ...findPublishedAsText(site),
    ...articles
      .filter((article) => !shown.has(article) && !article.draft)
      .map((article) => report(heldBack, whereOf(article, 'date'), {date: article.date})),
  ]
}

function nameOf(file: ContentPath): string {
  return `content/${file}`
}

/** The items that have a key in common, by that key. There are hardly ever any. */
function findSharing<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const seen = new Set<string>()
  const shared = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (seen.has(key)) shared.set(key, [])
    else seen.add(key)
  }
  if (shared.size > 0) for (const item of items) shared.get(keyOf(item))?.push(item)
  return shared
}

/** Drafts take part: an id that is taken today is taken when the draft is published. */
function findDuplicateIds(articles: readonly Article[]): readonly Diagnostic[] {
  return [...findSharing(articles, ({id}) => id)].flatMap(([id, group]) => {
    const files = group.map(({file}) => nameOf(file))
    return group.map((article) => report(duplicateId, whereOf(article, 'id'), {id, files}))
  })
}

function findAddressClashes(published: readonly Entry[]): readonly Diagnostic[] {
  const folded = ({path}: Entry): string => path.normalize('NFC').toLowerCase()
  return [...findSharing(published, folded).values()].flatMap((group) => {
    if (new Set(group.map(({article}) => article.id)).size < 2) return []
    const files = group.map(({article}) => nameOf(article.file))
    return group.map(({article, path}) =>
      report(addressClash, whereOf(article, 'id'), {address: `/${path}`, files}),
    )
  })
}

function findDeadReferences(article: Article, site: Site): readonly Diagnostic[] {
  const dead = article.references.filter(
    ({target}) => /^(?:record|asset):/.test(target) && findTarget(target, site) === undefined,
  )
  return dead.map(({target, place, field}) => {
    const where = {file: nameOf(article.file), ...(place && {place}), ...(field && {field})}
    const name = nameOfReference(target)
    if (!target.startsWith('record:')) {
      const isAttachment = field === 'attachments'
      return report(missingFile, where, {path: `content/${name}`, isAttachment})
    }
    const near = findNearestName(name, site.byId.keys())
    return report(deadRecordLink, where, {id: name, near})
  })
}

/** Files that a server or a browser would run, and that are published as texts. */
function findPublishedAsText({assets}: Site): readonly Diagnostic[] {
  return [...assets]
    .filter(([path, address]) => !address.endsWith(path))
    .map(([path, address]) => report(publishedAsText, {file: `content/${path}`}, {address}))
}

function findUnknownColumns({entries, config}: Site): readonly Diagnostic[] {
  if (config.columns.length === 0) return []
  const names = new Set(config.columns.map((column) => column.name))
  return entries.flatMap(({article}) => {
    const name = article.terms.column
    if (name === undefined || names.has(name)) return []
    const near = findNearestName(name, names)
    return [report(unknownColumn, whereOf(article, 'column'), {name, near})]
  })
}

/** Terms whose names differ only by signs, which no address has. */
function findSharedTerms({entries}: Site): readonly Diagnostic[] {
  const names = {column: new Set<string>(), tags: new Set<string>(), source: new Set<string>()}
  for (const {article} of entries) {
    const {column, tags, source} = article.terms
    if (column !== undefined) names.column.add(column)
    for (const tag of tags) names.tags.add(tag)
    if (source !== undefined) names.source.add(source)
  }
  return (['column', 'tags', 'source'] as const).flatMap((field) => {
    const bySlug = new Map<string, Set<string>>()
    for (const name of names[field]) {
      const slug = createSlug(name)
      bySlug.set(slug, (bySlug.get(slug) ?? new Set()).add(name))
    }
    return [...bySlug].flatMap(([slug, names]) => {
      if (names.size < 2) return []
      const [, second] = names
      // Told where the second of the names is met, which is where somebody wrote it otherwise.
      const holder = entries.find(({article}) => [article.terms[field]].flat().includes(second))
      const where = holder ? whereOf(holder.article, field) : {}
      return [report(sharedTerm, where, {names: [...names].toSorted(compareText), slug})]
    })
  })
}
