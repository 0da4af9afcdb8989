import {expect, test} from 'vitest'
import {emitSitemap} from '../../src/emit/sitemap.ts'
import {buildSiteOf} from '../support/check.ts'
import {recordFile} from '../support/records.ts'
import {childrenOf, parseXml, textOfChild} from '../support/xml.ts'

const config = '-- dibao.yml --\nurl: https://example.cn/a/\n'
const records = [
  recordFile('公告&.md', {title: '甲', date: '2024-03-05', updated: '2024-05-01'}),
  recordFile('b.md', {title: '乙', date: '2024-01-01'}),
].join('')

test('the sitemap names every page for readers, with its editions and its last day', async () => {
  const {files} = await buildSiteOf(config + records)
  const root = parseXml(files.get('sitemap.xml') ?? '')
  expect([root.name, root.attributes['xmlns']]).toEqual([
    'urlset',
    'http://www.sitemaps.org/schemas/sitemap/0.9',
  ])
  const addresses = childrenOf(root, 'url').map((url) => textOfChild(url, 'loc'))
  const pages = [...files.keys()]
    .filter((path) => /(?:^|\/)index\.html$/.test(path))
    .map((path) => `https://example.cn/a/${encodeURI(path.replace(/index\.html$/, ''))}`)
  expect(addresses.toSorted()).toEqual(pages.toSorted())
  const article = childrenOf(root, 'url').find((url) =>
    textOfChild(url, 'loc').endsWith('a/2024/03/%E5%85%AC%E5%91%8A/'),
  )
  expect(textOfChild(article!, 'lastmod')).toBe('2024-05-01')
  expect(childrenOf(article!, 'xhtml:link').map(({attributes}) => attributes)).toEqual([
    {
      rel: 'alternate',
      hreflang: 'zh-Hans',
      href: 'https://example.cn/a/2024/03/%E5%85%AC%E5%91%8A/',
    },
    {
      rel: 'alternate',
      hreflang: 'zh-Hant',
      href: 'https://example.cn/a/zh-hant/2024/03/%E5%85%AC%E5%91%8A/',
    },
  ])
})

test.each([
  [20_000, ['sitemap.xml']],
  [20_001, ['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']],
  [40_001, ['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml']],
])('%i addresses stand in %j, each once', async (count, expected) => {
  const {snapshot} = await buildSiteOf(config + records)
  const page = {kind: 'terms', edition: 'zh-Hans', taxonomy: 'tag', groups: []} as const
  const pages = Array.from({length: count}, (_, index) => ({...page, path: `tags/${index}/`}))
  const {value: files, diagnostics} = emitSitemap(snapshot.site, pages)
  const value = [...files]
  expect(diagnostics).toEqual([])
  expect(value.map(({path}) => path)).toEqual(expected)
  const addresses = value.flatMap(({body}) =>
    [...String(body).matchAll(/<url>\s*<loc>([^<]*)/g)].map(([, loc]) => loc),
  )
  expect(new Set(addresses).size).toBe(count)
  expect(addresses).toHaveLength(count)
  for (const {body} of value)
    expect(String(body).match(/<url>/g)?.length ?? 0).toBeLessThanOrEqual(20_000)
  if (expected.length > 1) {
    const index = parseXml(String(value[0]?.body))
    expect(index.name).toBe('sitemapindex')
    expect(childrenOf(index, 'sitemap').map((part) => textOfChild(part, 'loc'))).toEqual(
      expected.slice(1).map((path) => `https://example.cn/a/${path}`),
    )
  }
})

test('robots.txt lets everything be read, and names the sitemap where there is one', async () => {
  const {files} = await buildSiteOf(config + records)
  expect(files.get('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://example.cn/a/sitemap.xml\n',
  )
  expect((await buildSiteOf(records)).files.get('robots.txt')).toBe('User-agent: *\nAllow: /\n')
})
