import type {Page} from '../site/plan.ts'
import {articleFacts} from './article-facts.ts'
import {libraryTags} from './metadata-library.ts'
import {officialTags} from './metadata-official.ts'
import {openGraphTags} from './metadata-open-graph.ts'
import {structuredData} from './metadata-structured.ts'
import type {PageContext} from './page-context.ts'
import type {PageFacts, TagList} from './page-facts.ts'
import type {MetadataView, MetaView} from './view.ts'

/** What machines read of a page: search engines, inspectors, library catalogues. */
export function metadataView(page: Omit<PageFacts, 'article'>, context: PageContext): MetadataView {
  const article = isArticle(context.page) ? articleFacts(context.page.entry, context) : undefined
  const facts = {...page, article}
  return {
    names: toTags([
      ...officialTags(facts, context),
      ...(article ? libraryTags(article, context) : []),
      ['robots', isArticle(context.page) && !article ? 'noindex' : null],
    ]),
    properties: toTags(openGraphTags(facts, context)),
    structured: structuredData(facts, context),
  }
}

function isArticle(page: Page): page is Page & {kind: 'article'} {
  return page.kind === 'article'
}

function toTags(tags: TagList): readonly MetaView[] {
  return tags.flatMap(([name, content]) => (content ? [{name, content}] : []))
}
