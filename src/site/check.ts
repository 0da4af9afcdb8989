import type {Article, Terms} from '../article/article.ts'
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
import {findColumn} from './term-keys.ts'

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

function groupBy<K>(articles: readonly Article[], keyOf: (article: Article) => K) {
  const groups = new Map<K, Article[]>()
  for (const article of articles) {
    const key = keyOf(article)
    const group = groups.get(key)
    if (group) group.push(article)
    else groups.set(key, [article])
  }
  return [...groups].filter(([, group]) => group.length > 1)
}

/** Drafts take part: an id that is taken today is taken when the draft is published. */
function findDuplicateIds(articles: readonly Article[]): readonly Diagnostic[] {
  return groupBy(articles, ({id}) => id).flatMap(([id, group]) => {
    const files = group.map(({file}) => nameOf(file))
    return group.map((article) => report(duplicateId, whereOf(article, 'id'), {id, files}))
  })
}

function findAddressClashes(published: readonly Entry[]): readonly Diagnostic[] {
  const paths = new Map(published.map(({article, path}) => [article, path]))
  const folded = (article: Article): string =>
    (paths.get(article) ?? '').normalize('NFC').toLowerCase()
  const articles = published.map(({article}) => article)
  return groupBy(articles, folded).flatMap(([, group]) => {
    if (new Set(group.map(({id}) => id)).size < 2) return []
    const files = group.map(({file}) => nameOf(file))
    return group.map((article) => {
      const address = `/${paths.get(article) ?? ''}`
      return report(addressClash, whereOf(article, 'id'), {address, files})
    })
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
  return entries.flatMap(({article}) => {
    const name = article.terms.column
    if (name === undefined || findColumn(name, config)) return []
    const names = config.columns.map((column) => column.name)
    const near = findNearestName(name, names)
    return [report(unknownColumn, whereOf(article, 'column'), {name, near})]
  })
}

/** Terms whose names differ only by signs, which no address has. */
function findSharedTerms({entries}: Site): readonly Diagnostic[] {
  const kinds: readonly (readonly [field: string, namesIn: (terms: Terms) => readonly string[]])[] =
    [
      ['column', ({column}) => (column === undefined ? [] : [column])],
      ['tags', ({tags}) => tags],
      ['source', ({source}) => (source === undefined ? [] : [source])],
    ]
  return kinds.flatMap(([field, namesIn]) => {
    const names = new Set<string>()
    for (const {article} of entries) for (const name of namesIn(article.terms)) names.add(name)
    const bySlug = new Map<string, Set<string>>()
    for (const name of names) {
      const slug = createSlug(name)
      bySlug.set(slug, (bySlug.get(slug) ?? new Set()).add(name))
    }
    return [...bySlug].flatMap(([slug, names]) => {
      if (names.size < 2) return []
      const [, second] = names
      // Told where the second of the names is met, which is where somebody wrote it otherwise.
      const holder = entries.find(({article}) => namesIn(article.terms).includes(second!))
      const where = holder ? whereOf(holder.article, field) : {}
      return [report(sharedTerm, where, {names: [...names].toSorted(compareText), slug})]
    })
  })
}
