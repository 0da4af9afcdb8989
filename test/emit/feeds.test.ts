import {expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {recordFile} from '../support/records.ts'
import {childrenOf, parseXml, textOfChild} from '../support/xml.ts'

const config = `-- dibao.yml --
title: 云溪 & <档案>
tagline: 里面的话
owner: 云溪县办
url: https://example.cn/新闻/
feedLength: 3
`
const hostile = '甲 & <乙> "丙" ]]> 丁'
const records = [
  recordFile(
    '2024/a.md',
    {
      title: `'${hostile}'`,
      date: '2024-03-05',
      column: '通知',
      tags: '["C#", 会议]',
      updated: '2024-05-01',
    },
    '第一段 & <u>二</u> ]]> [乙](record:乙)，[断](record:不在)，[外](https://other.cn/?a=1&b=2)\n\n![图](图.png)',
  ),
  recordFile('乙.md', {title: '乙', date: '1988-07-01'}),
  recordFile('c.md', {title: '丙', date: '2024-01-01'}),
  recordFile('d.md', {title: '太旧', date: '1980-01-01', updated: '2024-05-30'}),
  '-- content/2024/图.png --\n1\n',
].join('')

async function feedFile(path: string, archive = config + records): Promise<string> {
  const {files} = await buildSiteOf(archive)
  return files.get(path) ?? ''
}

const base = 'https://example.cn/%E6%96%B0%E9%97%BB/'
const yi = `${base}1988/07/%E4%B9%99/`
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/
const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/

test('Atom has what RFC 4287 asks of a feed and of each entry', async () => {
  const feed = parseXml(await feedFile('atom.xml'))
  expect([feed.name, feed.attributes]).toEqual([
    'feed',
    {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-Hans'},
  ])
  expect(textOfChild(feed, 'id')).toBe(base)
  expect(textOfChild(feed, 'title')).toBe('云溪 & <档案>')
  expect(textOfChild(feed, 'subtitle')).toBe('里面的话')
  expect(textOfChild(feed, 'updated')).toBe('2024-05-01T00:00:00+08:00')
  expect(
    childrenOf(feed, 'link').map(({attributes}) => `${attributes['rel']} ${attributes['href']}`),
  ).toEqual([`alternate ${base}`, `self ${base}atom.xml`])
  expect(childrenOf(feed, 'author').map((author) => textOfChild(author, 'name'))).toEqual([
    '云溪县办',
  ])
  const entries = childrenOf(feed, 'entry')
  expect(entries.map((entry) => textOfChild(entry, 'id'))).toEqual([
    `${base}2024/03/a/`,
    `${base}2024/01/c/`,
    yi,
  ])
  for (const entry of entries) {
    for (const name of ['published', 'updated']) expect(textOfChild(entry, name)).toMatch(rfc3339)
    expect(textOfChild(entry, 'title')).not.toBe('')
    expect(childrenOf(entry, 'content').map(({attributes}) => attributes)).toEqual([{type: 'html'}])
    expect(childrenOf(entry, 'link').map(({attributes}) => attributes['href'])).toEqual([
      textOfChild(entry, 'id'),
    ])
  }
  const [first, , last] = entries
  expect(textOfChild(first!, 'published')).toBe('2024-03-05T00:00:00+08:00')
  expect(textOfChild(first!, 'updated')).toBe('2024-05-01T00:00:00+08:00')
  expect(childrenOf(first!, 'category').map(({attributes}) => attributes['term'])).toEqual([
    '通知',
    'C#',
    '会议',
  ])
  // Summer time in China.
  expect(textOfChild(last!, 'published')).toBe('1988-07-01T00:00:00+09:00')
})

test('RSS has what RSS 2.0 asks of a channel and of each item', async () => {
  const rss = parseXml(await feedFile('rss.xml'))
  expect([rss.name, rss.attributes['version']]).toEqual(['rss', '2.0'])
  const [channel, ...others] = childrenOf(rss, 'channel')
  expect(others).toEqual([])
  expect(textOfChild(channel!, 'title')).toBe('云溪 & <档案>')
  expect(textOfChild(channel!, 'link')).toBe(base)
  expect(textOfChild(channel!, 'description')).toBe('里面的话')
  expect(textOfChild(channel!, 'language')).toBe('zh-Hans')
  expect(textOfChild(channel!, 'lastBuildDate')).toBe('Wed, 01 May 2024 00:00:00 +0800')
  const items = childrenOf(channel!, 'item')
  expect(items.map((item) => textOfChild(item, 'link'))).toEqual([
    `${base}2024/03/a/`,
    `${base}2024/01/c/`,
    yi,
  ])
  for (const item of items) {
    expect(textOfChild(item, 'pubDate')).toMatch(rfc822)
    expect(textOfChild(item, 'guid')).toBe(textOfChild(item, 'link'))
    expect(textOfChild(item, 'title')).not.toBe('')
  }
  expect(textOfChild(items[2]!, 'pubDate')).toBe('Fri, 01 Jul 1988 00:00:00 +0900')
})

test('the JSON feed has what version 1.1 asks of a feed and of each item', async () => {
  const feed = JSON.parse(await feedFile('zh-hant/feed.json'))
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: '雲溪 & <檔案>',
    description: '裡面的話',
    home_page_url: `${base}zh-hant/`,
    feed_url: `${base}zh-hant/feed.json`,
    language: 'zh-Hant',
    authors: [{name: '雲溪縣辦'}],
  })
  expect(feed.items).toHaveLength(3)
  expect(feed.items[2]).toMatchObject({
    id: `${base}zh-hant/1988/07/%E4%B9%99/`,
    url: `${base}zh-hant/1988/07/%E4%B9%99/`,
    title: '乙',
    content_html: '<p>正文。</p>',
    date_published: '1988-07-01T00:00:00+09:00',
    tags: [],
  })
})

test('the text of an entry is whole, and every address in it stands by itself', async () => {
  const [entry] = childrenOf(parseXml(await feedFile('atom.xml')), 'entry')
  const html = textOfChild(entry!, 'content')
  expect(html).toContain(`<a href="${yi}">乙</a>`)
  expect(html).toContain('<a class="dead-link">断</a>')
  expect(html).toContain(`<img src="${base}files/2024/%E5%9B%BE.png"`)
  expect(html).toMatch(/href="https:\/\/other\.cn\/\?a=1&#x26;b=2"/)
  expect(html).toContain(']]>')
  expect(textOfChild(entry!, 'title')).toBe('甲 & <乙> “丙” ]]> 丁')
  expect(
    [...html.matchAll(/(?:href|src)="([^"]*)"/g)].filter(
      ([, address]) => !/^https:/.test(address!),
    ),
  ).toEqual([])
})

test('characters that XML cannot hold are left out', async () => {
  const odd = recordFile(
    'a.md',
    {title: '"甲\\x08\\x1f乙\\uFFFE\\uFFFF"', date: '2024-01-01'},
    '正\u0001文\u000b。',
  )
  for (const path of ['atom.xml', 'rss.xml', 'sitemap.xml']) {
    const source = await feedFile(path, config + odd)
    expect(() => parseXml(source), path).not.toThrow()
    expect(source, path).toMatch(path === 'sitemap.xml' ? /2024\/01\/a/ : /甲乙/)
  }
})

test('without the address of the site there is no feed and no sitemap', async () => {
  const {files} = await buildSiteOf(records)
  expect([...files.keys()].filter((path) => /\.xml$|feed\.json/.test(path))).toEqual([])
})

test('the feed of an empty site is a feed', async () => {
  const empty = config + recordFile('a.md', {title: '甲', date: '2024-01-01', draft: 'true'})
  const feed = parseXml(await feedFile('atom.xml', empty))
  expect(textOfChild(feed, 'updated')).toMatch(rfc3339)
  expect(childrenOf(feed, 'entry')).toEqual([])
  const [channel] = childrenOf(parseXml(await feedFile('rss.xml', empty)), 'channel')
  expect(childrenOf(channel!, 'lastBuildDate')).toEqual([])
  expect(JSON.parse(await feedFile('feed.json', empty)).items).toEqual([])
})
