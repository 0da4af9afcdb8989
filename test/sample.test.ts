import {readdir, readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {type ConfigData, HtmlValidate} from 'html-validate'
import {beforeAll, expect, test} from 'vitest'
import {parseLedger} from '../src/site/ledger-file.ts'
import {characterTables} from '../src/text/han.ts'
import {readOpenccConfig} from '../src/text/opencc.ts'
import {findBrokenLinks, linksOf, readableTexts, targetOf, unescapeMarkup} from './support/html.ts'
import {buildSample, type Published, pagesOf} from './support/sample.ts'
import {
  type Answer,
  askServer,
  installPrograms,
  type ServerName,
  servers,
} from './support/servers.ts'
import {weighOverText} from './support/weight.ts'
import {childrenOf, parseXml, textOfChild} from './support/xml.ts'

// The sample archive as it is published, looked at as an inspector's programs do.

let files: Published
let pages: ReadonlyMap<string, string>
let texts: ReadonlyMap<string, string>

beforeAll(async () => {
  files = await buildSample()
  pages = pagesOf(files)
  texts = new Map([...files].map(([path, body]) => [path, Buffer.from(body).toString('utf8')]))
})

const rules: ConfigData['rules'] = {
  // The name of the type may be written in either case (HTML, 13.1.1).
  'doctype-style': ['error', {style: 'lowercase'}],
  // An id may hold anything but blanks (HTML, 3.2.6); those of notes come from their names.
  'valid-id': ['error', {relaxed: true}],
  // A region of our own in a record's text is a `div`, since its `section` holds the footnotes.
  'prefer-native-element': ['error', {exclude: ['region']}],
}

test('every page is valid HTML', {timeout: 120_000}, async () => {
  const validator = new HtmlValidate({extends: ['html-validate:recommended'], rules})
  const problems: string[] = []
  for (const [path, page] of pages) {
    const {results} = await validator.validateString(page, path)
    for (const {messages} of results) {
      problems.push(
        ...messages.map(({line, ruleId, message}) => `${path}:${line} ${ruleId}: ${message}`),
      )
    }
  }
  const languages = [...pages.values()].map((page) => /<html lang="([^"]*)"/.exec(page)?.[1])
  for (const lang of ['zh-Hans', 'zh-Hant', 'zh-HK']) {
    expect(languages.filter((each) => each === lang).length, lang).toBeGreaterThan(180)
  }
  expect(problems).toEqual([])
})

test('no link is dead', () => {
  expect(findBrokenLinks(texts, '/')).toEqual([])
})

test('an article is at most 30 kB over the text itself, with its style sheet and script', () => {
  const articles = [...pages.keys()].filter((path) =>
    /^(?:[\w-]+\/)?\d{4}\/\d\d\/[^/]+\/i/.test(path),
  )
  const weights = articles.map((path) => [path, weighOverText(path, texts)] as const)
  expect(articles.length).toBeGreaterThan(3 * 45)
  expect(weights.filter(([, weight]) => weight > 30_000)).toEqual([])
})

const refresh = /<meta http-equiv="refresh" content="0; url=([^"]*)">/

test('an old address leads to its page in one step', () => {
  const stubs = [...pages].flatMap(([path, page]) => {
    const href = refresh.exec(page)?.[1]
    return href === undefined ? [] : [[path, targetOf(href, path)] as const]
  })
  expect(stubs.length).toBeGreaterThan(1)
  for (const [path, target] of stubs) {
    expect(pages.get(target ?? ''), path).toBeDefined()
    expect(pages.get(target ?? ''), path).not.toMatch(refresh)
  }
})

const site = 'https://archive.example.cn/'
const pageAt = (address: string) =>
  pages.get(`${decodeURI(address).replace(site, '').replace(/#.*/, '')}index.html`)

/** A page's own address, and those of its editions by their language tags. */
function addressesOf(page: string) {
  const links = (page.match(/<link [^>]*>/g) ?? []).map((tag) => {
    const [rel, lang, href = ''] = ['rel', 'hreflang', 'href'].map(
      (name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1],
    )
    return {rel, lang, href: unescapeMarkup(href)}
  })
  const own = links.filter(({rel}) => rel === 'canonical').map(({href}) => href)
  const editions = links.flatMap(({rel, lang, href}) =>
    rel === 'alternate' && lang ? [[lang, href] as const] : [],
  )
  return {own, editions: new Map(editions)}
}

test('every page says where it is and where its editions are, and they and the sitemap agree', () => {
  const told = new Map<string, ReadonlyMap<string, string>>()
  for (const [path, page] of pages) {
    const {own, editions} = addressesOf(page)
    // An old address leads to a page; one that is not found is none.
    if (refresh.test(page) || path.endsWith('404.html')) continue
    expect(own.map(decodeURI), path).toEqual([site + path.replace(/index\.html$/, '')])
    expect([...editions.keys()], path).toEqual(['zh-Hans', 'x-default', 'zh-Hant', 'zh-HK'])
    expect(editions.get('x-default'), path).toBe(editions.get('zh-Hans'))
    const lang = /<html lang="([^"]*)"/.exec(page)?.[1] ?? ''
    expect(editions.get(lang), path).toBe(own[0])
    for (const address of editions.values()) {
      expect(addressesOf(pageAt(address) ?? '').editions, address).toEqual(editions)
    }
    if (!page.includes('<meta name="robots" content="noindex">')) told.set(own[0]!, editions)
  }
  const urls = childrenOf(parseXml(texts.get('sitemap.xml') ?? ''), 'url')
  expect(urls.map((url) => textOfChild(url, 'loc')).toSorted()).toEqual([...told.keys()].toSorted())
  for (const url of urls) {
    const links = childrenOf(url, 'xhtml:link').map(({attributes}) => attributes)
    const editions = new Map(links.map(({hreflang, href}) => [hreflang, href]))
    const {['x-default']: _, ...named} = Object.fromEntries(told.get(textOfChild(url, 'loc')) ?? [])
    expect(Object.fromEntries(editions)).toEqual(named)
    // A day of the calendar, or the month or year that is all that is known of it.
    for (const {text} of childrenOf(url, 'lastmod')) {
      expect(text).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/)
      expect(new Date(text).toISOString().slice(0, text.length)).toBe(text)
    }
  }
  const articles = urls.filter((url) => /\/\d{4}\/\d\d\/[^/]+\/$/.test(textOfChild(url, 'loc')))
  expect(articles.length).toBeGreaterThan(3 * 40)
  for (const article of articles) expect(childrenOf(article, 'lastmod')).toHaveLength(1)
})

test('feeds say where they are; every entry has an id of its own, a page, and its moments in order', () => {
  const feeds = [...texts].filter(([path]) => /(?:^|\/)(?:atom|rss)\.xml$|feed\.json$/.test(path))
  expect(feeds).toHaveLength(3 * 4)
  for (const [path, text] of feeds) {
    const {self, entries} = readFeed(path, text)
    expect(self, path).toBe(site + path)
    expect(new Set(entries.map(({id}) => id)).size, path).toBe(entries.length)
    expect(entries.length, path).toBeGreaterThan(0)
    for (const {id, moments} of entries) {
      expect(pageAt(id), `${path}: ${id}`).toBeDefined()
      const times = moments.map((moment) => Date.parse(moment))
      expect(times.toSorted(), `${path}: ${moments.join()}`).toEqual(times)
      for (const moment of moments) expect(moment, path).toMatch(/[+-]\d\d:?\d\d$/)
    }
  }
})

/** Where a feed says it is; of its entries the ids, and when each was published and last changed. */
function readFeed(path: string, text: string) {
  if (path.endsWith('.json')) {
    const {feed_url: self, items} = JSON.parse(text) as {
      feed_url: string
      items: {id: string; date_published: string; date_modified: string}[]
    }
    const entries = items.map((item) => {
      return {id: item.id, moments: [item.date_published, item.date_modified]}
    })
    return {self, entries}
  }
  const root = parseXml(text)
  const isAtom = root.name === 'feed'
  const feed = isAtom ? root : childrenOf(root, 'channel')[0]!
  const links = childrenOf(feed, isAtom ? 'link' : 'atom:link').map(({attributes}) => attributes)
  const [id, ...moments] = isAtom ? ['id', 'published', 'updated'] : ['guid', 'pubDate']
  const entries = childrenOf(feed, isAtom ? 'entry' : 'item').map((entry) => ({
    id: textOfChild(entry, id!),
    moments: moments.map((name) => textOfChild(entry, name)),
  }))
  return {self: links.find(({rel}) => rel === 'self')?.['href'], entries}
}

// What is read by programs at an address they know: servers, crawlers, browsers.
const known = new Set([
  ...['_headers', '_redirects', 'robots.txt', 'sitemap.xml', 'favicon.svg', '404.html'],
  ...['server/nginx.conf', 'server/apache.conf', 'server/caddy.conf'],
])
// The search index is told by its first file.
const ofIndex = /^assets\/search\//

test('every address that there ever was is answered by each server', {
  timeout: 300_000,
}, async () => {
  await installPrograms(Object.values(servers))
  const wanted = await answersOfSample()
  expect(new Set(wanted.map(([, status]) => status))).toEqual(new Set([200, 301, 410]))
  const paths = wanted.map(([path]) => path)
  for (const name of Object.keys(servers) as ServerName[]) {
    const got = await askServer(name, files, paths)
    expect(got.map(({answer}) => answer)).toEqual(wanted)
  }
})

/** Every address in the archive's own files: its ledger, its list of redirects, its records. */
async function answersOfSample(): Promise<readonly Answer[]> {
  const ledger = parseLedger(await readFile('permalinks.jsonl', 'utf8')).value ?? []
  const first = ledger.filter(({edition}) => edition === 'zh-Hans')
  const placeOf = (id: string): string => first.find(({record}) => record === id)?.address ?? id
  const answers = ledger.map(({address, state}): Answer => [address, state === 'live' ? 200 : 410])
  const [, ...rows] = (await readFile('redirects.csv', 'utf8')).trimEnd().split('\n')
  for (const [from = '', to = ''] of rows.map((row) => row.split(','))) {
    answers.push([from, 301, placeOf(to)])
  }
  for (const name of await readdir('content', {recursive: true})) {
    if (!name.endsWith('.md')) continue
    const text = await readFile(join('content', name), 'utf8')
    const aliases = /^aliases: \[(.*)\]$/m.exec(text)?.[1]?.split(', ') ?? []
    for (const alias of aliases) answers.push([alias, 301, placeOf(basename(name, '.md'))])
  }
  return answers
}

test('every file is reached from the home page, save withdrawn pages and old addresses', () => {
  const reached = new Set(['index.html'])
  for (const path of reached) {
    const body = texts.get(path) ?? ''
    const links = path.endsWith('.css')
      ? [...body.matchAll(/url\("([^"]*)"\)/g)].map(([, address = '']) => address)
      : [
          ...linksOf(body),
          ...[...body.matchAll(/ data-panel="([^"]*)"/g)].map(([, href = '']) => href),
        ]
    for (const href of path.endsWith('.json') ? [] : links) {
      const target = targetOf(href, path)
      if (target !== undefined && files.has(target)) reached.add(target)
    }
  }
  const left = [...files.keys()].filter(
    (path) => !reached.has(path) && !known.has(path) && !ofIndex.test(path),
  )
  const unexplained = left.filter((path) => {
    const page = pages.get(path) ?? ''
    return (
      !refresh.test(page) && !page.includes('class="withdrawal"') && !path.endsWith('/404.html')
    )
  })
  expect(unexplained).toEqual([])
})

/** Forms that Taiwan or Hong Kong writes as simplified text does: 群, 床, 户. */
const regional = new Set(
  (['tw2t', 'hk2t'] as const).flatMap((name) =>
    readOpenccConfig(name)
      .stages.flat()
      .flatMap((entries) => [...entries].map(([form]) => form)),
  ),
)

test('no page of one script holds a character of the other', () => {
  const {simplified, traditional} = characterTables()
  const strays: string[] = []
  for (const [path, page] of pages) {
    const lang = /<html lang="([^"]*)"/.exec(page)?.[1] ?? ''
    const isStray = (sign: string): boolean =>
      lang === 'zh-Hans' ? traditional.has(sign) : simplified.has(sign) && !regional.has(sign)
    // The number of a document is what it was given, wherever it is named.
    const numbers = [...page.matchAll(/<dd translate="no">([^<]*)/g)].map(
      ([, number = '']) => number,
    )
    // A text in its own language, one that is kept as received, a name of a file or a program, and
    // where a text came from.
    const isKept = (tag: string): boolean =>
      /^<code| translate="no"|class="facts"/.test(tag) ||
      (!tag.startsWith('<html') && / lang="/.test(tag))
    for (const text of readableTexts(page, isKept)) {
      const own = numbers.reduce((rest, number) => rest.replaceAll(number, ''), text)
      const found = [...own].filter(isStray)
      if (found.length > 0) strays.push(`${path}: ${found.join('')} in ${own.trim().slice(0, 80)}`)
    }
  }
  expect(strays).toEqual([])
})

test('nothing on a page asks another site, and nothing in it is a script or a style', () => {
  for (const [path, page] of pages) {
    expect(page, path).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<(?:iframe|object|embed)\b/)
    expect(page, path).not.toMatch(/<form(?![^>]* role="search")| action="(?:https?:)?\/\//)
    const loads = page.match(/<(?:script|img|source|link rel="(?:stylesheet|icon)")[^>]*>/g) ?? []
    for (const tag of loads) expect(tag, path).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  }
})
