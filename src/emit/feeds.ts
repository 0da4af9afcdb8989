import type {OutputPath, Permalink} from '../base/brand.ts'
import {escapeMarkup, escapeXml} from '../base/markup.ts'
import {startOfDay, startOfDayInRss} from '../base/moment.ts'
import type {EditionTag} from '../base/script.ts'
import {encodePath, type Links} from '../render/links.ts'
import {resolveReferences} from '../render/references.ts'
import {words} from '../render/words.ts'
import {correctionAnchor} from '../site/corrections.ts'
import {type Entry, editionOf, textOf} from '../site/entry.ts'
import {
  correctionsFeedPath,
  correctionsPath,
  feedPaths,
  homePath,
  outputPathOf,
  permalinkOf,
  type SitePath,
} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import type {Emitter} from './output.ts'

/**
 * The newest announcements in full as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, in each edition.
 * A feed is read far from the site, so without the site's address there is none.
 */
export const emitFeeds: Emitter = (site) => {
  const {url, editions, feedLength} = site.config
  if (url === undefined) return {value: [], diagnostics: []}
  const files = editions.flatMap((edition) => {
    const feed = feedOf(site, edition, url, site.entries.slice(0, feedLength))
    const file = (path: SitePath, body: string) => ({
      path: outputPathOf(permalinkOf(path, edition, editions)) as OutputPath,
      body,
      from: 'feeds',
    })
    return [
      file(feedPaths.atom, formatAtom(feed)),
      file(feedPaths.rss, formatRss(feed)),
      file(feedPaths.json, formatJsonFeed(feed)),
      ...correctionsFeedOf(site, feed).map((corrections) =>
        file(correctionsFeedPath, formatAtom(corrections)),
      ),
    ]
  })
  return {value: files, diagnostics: []}
}

interface Feed {
  readonly lang: EditionTag
  readonly title: string
  readonly description: string
  readonly author: string
  readonly home: string
  readonly addressOf: (path: SitePath) => string
  /** Where the feed itself is, as Atom. */
  readonly self: SitePath
  /** First moments of the day of the newest change, in the notations of Atom and RSS. */
  readonly updated: string
  readonly updatedInRss: string
  readonly items: readonly Item[]
}

interface Item {
  readonly title: string
  readonly address: string
  readonly published: string
  readonly publishedInRss: string
  readonly updated: string
  readonly html: string
  readonly summary: string
  readonly terms: readonly string[]
}

function feedOf(site: Site, edition: EditionTag, url: string, entries: readonly Entry[]): Feed {
  const {config} = site
  const absolute = (permalink: Permalink): string => url.replace(/\/$/, '') + encodePath(permalink)
  const addressOf = (path: SitePath): string =>
    absolute(permalinkOf(path, edition, config.editions))
  const days = entries.map(({article}) => article.updated ?? article.date).toSorted()
  const newest = days.at(-1)
  const title = config.title[edition] ?? ''
  return {
    lang: edition,
    title,
    description: config.tagline?.[edition] ?? title,
    author: config.owner?.[edition] ?? title,
    home: addressOf(homePath),
    addressOf,
    self: feedPaths.atom,
    // A feed must have a moment; one without entries has the first there is.
    updated: newest ? startOfDay(newest, config.timeZone) : '1970-01-01T00:00:00Z',
    updatedInRss: newest ? startOfDayInRss(newest, config.timeZone) : '',
    items: entries.map((entry) => itemOf(entry, edition, site, {href: absolute, absolute})),
  }
}

/** What was put right after publication, an entry each; nothing for a site that has none. */
function correctionsFeedOf({corrections, config}: Site, feed: Feed): readonly Feed[] {
  const [newest] = corrections
  if (!newest) return []
  const {correction, corrections: name} = words[feed.lang]
  const items = corrections.slice(0, config.feedLength).map(({entry, date, index}): Item => {
    const {title, corrections: texts} = editionOf(entry, feed.lang)
    const [day, text] = [startOfDay(date, config.timeZone), texts[index] ?? '']
    return {
      title: `${correction}：${title}`,
      address: `${feed.addressOf(entry.path)}#${correctionAnchor(index)}`,
      ...{published: day, updated: day, summary: text, terms: []},
      publishedInRss: startOfDayInRss(date, config.timeZone),
      html: `<p>${escapeMarkup(text)}</p>`,
    }
  })
  return [
    {
      ...feed,
      items,
      title: `${feed.title}：${name}`,
      home: feed.addressOf(correctionsPath),
      self: correctionsFeedPath,
      updated: startOfDay(newest.date, config.timeZone),
    },
  ]
}

function itemOf(entry: Entry, edition: EditionTag, site: Site, links: Links): Item {
  const {date, updated} = entry.article
  const {timeZone, editions} = site.config
  const {title, excerpt, column, tags} = editionOf(entry, edition)
  const {html} = textOf(entry, edition, site)
  return {
    title,
    address: links.href(permalinkOf(entry.path, edition, editions)),
    published: startOfDay(date, timeZone),
    publishedInRss: startOfDayInRss(date, timeZone),
    updated: startOfDay(updated ?? date, timeZone),
    html: resolveReferences(html, edition, site, links, words[edition].pictureMissing),
    summary: excerpt,
    terms: [...(column === undefined ? [] : [column]), ...tags],
  }
}

function formatAtom(feed: Feed): string {
  const entries = feed.items.map(
    (item) => `  <entry>
    <id>${escapeXml(item.address)}</id>
    <title>${escapeXml(item.title)}</title>
    <link rel="alternate" type="text/html" href="${escapeXml(item.address)}"/>
    <published>${item.published}</published>
    <updated>${item.updated}</updated>
${item.terms.map((term) => `    <category term="${escapeXml(term)}"/>\n`).join('')}    <summary>${escapeXml(item.summary)}</summary>
    <content type="html">${escapeXml(item.html)}</content>
  </entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
  <id>${escapeXml(feed.home)}</id>
  <title>${escapeXml(feed.title)}</title>
  <subtitle>${escapeXml(feed.description)}</subtitle>
  <link rel="alternate" type="text/html" href="${escapeXml(feed.home)}"/>
  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.addressOf(feed.self))}"/>
  <updated>${feed.updated}</updated>
  <author><name>${escapeXml(feed.author)}</name></author>
${entries.join('')}</feed>
`
}

function formatRss(feed: Feed): string {
  const items = feed.items.map(
    (item) => `    <item>
      <title>${escapeXml(item.title)}</title>
      <link>${escapeXml(item.address)}</link>
      <guid isPermaLink="true">${escapeXml(item.address)}</guid>
      <pubDate>${item.publishedInRss}</pubDate>
${item.terms.map((term) => `      <category>${escapeXml(term)}</category>\n`).join('')}      <description>${escapeXml(item.html)}</description>
    </item>
`,
  )
  const built = feed.updatedInRss ? `    <lastBuildDate>${feed.updatedInRss}</lastBuildDate>\n` : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeXml(feed.title)}</title>
    <link>${escapeXml(feed.home)}</link>
    <description>${escapeXml(feed.description)}</description>
    <language>${feed.lang}</language>
    <atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.addressOf(feedPaths.rss))}"/>
${built}${items.join('')}  </channel>
</rss>
`
}

function formatJsonFeed(feed: Feed): string {
  const content = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.addressOf(feedPaths.json),
    language: feed.lang,
    authors: [{name: feed.author}],
    items: feed.items.map((item) => ({
      id: item.address,
      url: item.address,
      title: item.title,
      content_html: item.html,
      summary: item.summary,
      date_published: item.published,
      date_modified: item.updated,
      tags: item.terms,
    })),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
