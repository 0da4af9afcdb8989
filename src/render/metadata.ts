import type {Page} from '../site/plan.ts'
import {type ArticleFacts, articleFacts} from './article-facts.ts'
import {libraryTags} from './metadata-library.ts'
import {officialTags} from './metadata-official.ts'
import {openGraphTags} from './metadata-open-graph.ts'
import {structuredData} from './metadata-structured.ts'
import type {PageContext} from './shared-view.ts'
import type {LinkView, MetadataView, MetaView} from './view.ts'

/** What the metadata of a page is made from. */
export interface PageFacts {
  readonly title: string
  readonly description: string
  /** Full address; null where there is none. */
  readonly canonical: string | null
  /** From the home page to this one, with full addresses. */
  readonly trail: readonly Omit<LinkView, 'current'>[]
  /** Of an announcement that is not withdrawn. */
  readonly article: ArticleFacts | undefined
}

/** A list of tags in which a value that is not there takes its tag with it. */
export type TagList = readonly (readonly [name: string, content: string | null | undefined])[]

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
