import {statedMoment} from '../base/moment.ts'
import type {EditionTag} from '../base/script.ts'
import type {PageContext} from './page-context.ts'
import type {PageFacts, TagList} from './page-facts.ts'

const locales: Readonly<Record<EditionTag, string>> = {
  'zh-Hans': 'zh_CN',
  'zh-Hant': 'zh_TW',
  'zh-HK': 'zh_HK',
}

/** The tags of the Open Graph protocol, for a link that is passed on in a message. */
export function openGraphTags(facts: PageFacts, context: PageContext): TagList {
  const {title, description, canonical, article} = facts
  const {site, edition, local, page} = context
  if (page.kind === 'not-found') return []
  const picture = article?.picture
  return [
    ['og:type', article ? 'article' : 'website'],
    ['og:site_name', local(site.config.title)],
    ['og:title', title],
    ['og:description', description],
    ['og:url', canonical],
    ['og:locale', locales[edition]],
    ['og:image', picture?.address],
    ['og:image:width', picture?.size && String(picture.size.width)],
    ['og:image:height', picture?.size && String(picture.size.height)],
    [
      'article:published_time',
      article && statedMoment(article.date, article.time, site.config.timeZone),
    ],
    ['article:modified_time', article?.updated],
  ]
}
