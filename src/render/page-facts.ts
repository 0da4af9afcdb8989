import type {ArticleFacts} from './article-facts.ts'
import type {LinkView} from './common-view.ts'

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
