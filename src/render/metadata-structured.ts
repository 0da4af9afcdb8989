import {statedMoment} from '../base/moment.ts'
import type {ArticleFacts} from './article-facts.ts'
import {Html} from './html.ts'
import type {PageContext} from './page-context.ts'
import type {PageFacts} from './page-facts.ts'

/**
 * What a page is, in the words of schema.org, as JSON-LD for a `script` element; null for a page
 * of which there is nothing to say. A time of day has its offset; where none is known a day is a day,
 * and no moment is made up for it.
 */
export function structuredData(facts: PageFacts, context: PageContext): Html | null {
  if (context.page.kind === 'not-found') return null
  const parts = [mainPart(facts, context), breadcrumbPart(facts)].filter(
    (part) => part !== undefined,
  )
  if (parts.length === 0) return null
  return new Html(escapeJson({'@context': 'https://schema.org', '@graph': parts}))
}

type Thing = Readonly<Record<string, unknown>>

function mainPart(facts: PageFacts, context: PageContext): Thing | undefined {
  const {title, description, canonical} = facts
  const {page, edition, local, site} = context
  const url = canonical ?? undefined
  const common = {name: title, ...(description && {description}), url, inLanguage: edition}
  switch (page.kind) {
    case 'home':
      return {'@type': 'WebSite', ...common, publisher: organisation(local(site.config.owner))}
    case 'article':
      return facts.article && articlePart(facts.article, context)
    case 'listing':
    case 'terms':
    case 'missing':
    case 'corrections':
      return {'@type': 'CollectionPage', ...common}
    case 'version':
      return {'@type': 'WebPage', ...common}
    case 'search':
      return {'@type': 'SearchResultsPage', ...common}
    case 'not-found':
      return undefined
  }
}

function articlePart(article: ArticleFacts, {edition, site}: PageContext): Thing {
  const {title, authors, source, publisher, date, time, written, updated} = article
  const {column, tags, documentNumber, address, originalAddress, picture, corrections} = article
  return {
    '@type': 'NewsArticle',
    headline: title,
    url: address,
    inLanguage: edition,
    datePublished: statedMoment(date, time, site.config.timeZone),
    dateModified: updated,
    correction:
      corrections.length > 0
        ? corrections.map(({date: on, text}) => {
            return {'@type': 'CorrectionComment', text, datePublished: on}
          })
        : undefined,
    dateCreated: written,
    author:
      authors.length > 0
        ? authors.map((name) => ({'@type': 'Person', name}))
        : organisation(source ?? publisher),
    sourceOrganization: authors.length > 0 ? organisation(source) : undefined,
    publisher: organisation(publisher),
    articleSection: column,
    keywords: tags.length > 0 ? tags : undefined,
    identifier: documentNumber,
    image: picture && {'@type': 'ImageObject', url: picture.address, ...picture.size},
    isBasedOn: originalAddress,
  }
}

function organisation(name: string | null | undefined): Thing | undefined {
  return name ? {'@type': 'Organization', name} : undefined
}

/** Google asks for at least two steps, each with its full address save the page itself. */
function breadcrumbPart({trail, canonical}: PageFacts): Thing | undefined {
  if (trail.length < 2 || canonical === null) return undefined
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({title, href}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: href === canonical ? undefined : href,
    })),
  }
}

/**
 * JSON that is safe inside a `script` element: no text in it can end the element or open a comment
 * (HTML standard, 4.12.1.3), nor end a line where a reader takes it for a script.
 */
function escapeJson(data: Thing): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
