import type {Page} from '../site/plan.ts'
import type {MetadataView, MetaView} from './common-view.ts'
import {libraryTags} from './metadata-library.ts'
import {officialTags} from './metadata-official.ts'
import {openGraphTags} from './metadata-open-graph.ts'
import {structuredData} from './metadata-structured.ts'
import type {PageContext} from './page-context.ts'
import type {PageFacts, TagList} from './page-facts.ts'

/** What machines read of a page: search engines, inspectors, library catalogues. */
export function metadataView(facts: PageFacts, context: PageContext): MetadataView {
  const {article} = facts
  const tags = joinTags(
    toTags([
      ...officialTags(facts, context),
      ...(article ? libraryTags(article, context) : []),
      ['robots', isForSearchEngines(context.page) ? null : 'noindex'],
    ]),
    toTags(openGraphTags(facts, context)),
  )
  return {structured: structuredData(facts, context), ...tags}
}

/** What is withdrawn or was replaced is found by who has its address, and by nobody else. */
function isForSearchEngines(page: Page): boolean {
  return page.kind !== 'version' && !(page.kind === 'article' && page.entry.article.withdrawn)
}

function toTags(tags: TagList): readonly MetaView[] {
  const views: MetaView[] = []
  for (const [name, content] of tags) if (content) views.push({name, content, property: null})
  return views
}

// What is long and said twice on every page.
const properties: Readonly<Record<string, string>> = {
  description: 'og:description',
  Description: 'og:description',
  citation_title: 'og:title',
  'DC.identifier': 'og:url',
}

/**
 * A property that says what a name says is an attribute of the same element, as RDFa in HTML allows;
 * it comes last, for programs that look for a name and its content side by side.
 */
function joinTags(names: readonly MetaView[], others: readonly MetaView[]) {
  const joined = names.map((tag): MetaView => {
    const property = properties[tag.name]
    const same =
      property && others.find(({name, content}) => name === property && content === tag.content)
    return same ? {...tag, property} : tag
  })
  const used = new Set(joined.map(({property}) => property))
  return {names: joined, properties: others.filter(({name}) => !used.has(name))}
}
