import {findColumn} from '../site/term-keys.ts'
import type {PageContext} from './page-context.ts'
import type {PageFacts, TagList} from './page-facts.ts'

/**
 * The tags of government sites (政府网站发展指引, 国办发〔2017〕47号, annex 2), of a site that has
 * a code; of any other the three that every page may have. The annex writes PubDate with a time of
 * day. Where a record has none, 00:00 would be a moment that nobody recorded; so it is then the day
 * alone, as the customs administration's pages have it too.
 */
export function officialTags(facts: PageFacts, context: PageContext): TagList {
  const {article, description} = facts
  const {siteCode} = context.site.config.filings
  const keywords = article?.tags.join(',')
  if (siteCode === undefined) {
    return [
      ['description', description],
      ['keywords', keywords],
      ['author', article?.authors.join(' ')],
    ]
  }
  return [
    ['SiteName', context.local(context.site.config.title)],
    ['SiteDomain', context.site.config.url && new URL(context.site.config.url).host],
    ['SiteIDCode', siteCode],
    ...columnTags(context),
    ['ArticleTitle', article?.title],
    ['PubDate', article && [article.date, article.time].filter(Boolean).join(' ')],
    ['ContentSource', article && (article.source ?? article.publisher)],
    ['Keywords', keywords],
    ['Author', article?.authors.join(' ')],
    ['Description', description],
    ['Image', article?.picture?.address],
    ['Url', facts.canonical],
  ]
}

/** Of a column's own pages, and of an announcement's column. */
function columnTags({page, site, local}: PageContext): TagList {
  const {config} = site
  const column =
    page.kind === 'listing' && page.group.listing === 'column'
      ? config.columns.find(({slug}) => slug === page.group.key)
      : page.kind === 'article' && !page.entry.article.withdrawn
        ? findColumn(page.entry.article.terms.column ?? '', config)
        : undefined
  if (!column) return []
  const name = local(column.names)
  const keywords = column.keywords.map((keyword) => local(keyword) ?? '')
  return [
    ['ColumnName', name],
    ['ColumnType', local(column.type)],
    ['ColumnDescription', local(column.description) ?? name],
    ['ColumnKeywords', keywords.length > 0 ? keywords.join(',') : name],
  ]
}
