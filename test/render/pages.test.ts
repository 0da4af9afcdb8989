import {expect, test} from 'vitest'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {textOfElement} from '../support/html.ts'
import {recordFile} from '../support/records.ts'

const config = `-- dibao.yml --
title: 云溪档案
tagline: 里面的话
owner: 云溪县
url: https://example.cn/a/
columns: [{name: 通知, slug: tongzhi}]
`
const records = [
  recordFile('c.md', {title: '丙', date: '2024-03-01', column: '通知', source: '县办'}),
  recordFile('b.md', {title: '乙', date: '2024-02-01'}),
  recordFile('a.md', {title: '关于维护的公告', date: '2024-01-01'}),
].join('')

test('every page says its language, its own address, and its other editions', async () => {
  const {files} = await buildSiteOf(config + records)
  const alternates = (path: string, mine: string) => [
    `<link rel="canonical" href="https://example.cn/a/${mine}${path}">`,
    `<link rel="alternate" hreflang="zh-Hans" href="https://example.cn/a/${path}">`,
    `<link rel="alternate" hreflang="x-default" href="https://example.cn/a/${path}">`,
    `<link rel="alternate" hreflang="zh-Hant" href="https://example.cn/a/zh-hant/${path}">`,
  ]
  const pages = [...files].filter(([path]) => /(?:^|\/)index\.html$/.test(path))
  expect(pages.length).toBeGreaterThan(20)
  for (const [file, page] of pages) {
    const isHant = file.startsWith('zh-hant/')
    const path = encodeURI(file.replace(/^zh-hant\//, '').replace(/index\.html$/, ''))
    const found = page.match(/<link rel="(?:canonical|alternate" hreflang)[^>]*>/g)
    expect(found, file).toEqual(alternates(path, isHant ? 'zh-hant/' : ''))
    expect(page, file).toContain(`<html lang="${isHant ? 'zh-Hant' : 'zh-Hans'}">`)
  }
})

test('without the address of the site no page claims one, and none names a feed', async () => {
  const {files} = await buildSiteOf(records)
  for (const [path, page] of files) {
    if (!path.endsWith('.html')) continue
    expect(page, path).not.toMatch(/rel="canonical"|<link rel="alternate"|atom\.xml|rss\.xml/)
  }
})

test('with it every page names the feeds of its edition to programs and to readers', async () => {
  const {files} = await buildSiteOf(config + records)
  const page = files.get('zh-hant/2024/01/a/index.html')
  for (const link of [
    'application/atom+xml" title="Atom" href="../../../atom.xml">',
    'application/rss+xml" title="RSS" href="../../../rss.xml">',
    'application/feed+json" title="JSON Feed" href="../../../feed.json">',
  ]) {
    expect(page).toContain(`<link rel="alternate" type="${link}`)
  }
  const [, footer = ''] = /<footer([\s\S]*)<\/footer>/.exec(page ?? '') ?? []
  expect(
    [...footer.matchAll(/href="([^"]*\.(?:xml|json))">([^<]*)/g)].map(([, ...link]) => link),
  ).toEqual([
    ['../../../atom.xml', 'Atom'],
    ['../../../rss.xml', 'RSS'],
    ['../../../feed.json', 'JSON Feed'],
  ])
  for (const name of ['atom.xml', 'rss.xml', 'feed.json']) {
    expect(files.has(name) && files.has(`zh-hant/${name}`), name).toBe(true)
  }
})

test('the way from the home page to an article leads over its column, which the sections show', async () => {
  await checkSite(config + records, {
    '2024/03/c/index.html': [
      '<nav class="sections"',
      '<a href="../../../columns/tongzhi/index.html" aria-current="true">通知</a>',
      '<nav class="breadcrumb"',
      '<a href="../../../index.html">首页</a>',
      '<a href="../../../columns/tongzhi/index.html">通知</a>',
      '!aria-current="page"',
    ],
    '2024/02/b/index.html': [
      '<nav class="breadcrumb"',
      '首页',
      '!columns/tongzhi/index.html">通知</a></li>\n</ol>',
      '!columns/tongzhi/index.html" aria-current',
    ],
    '2024/02/index.html': [
      'breadcrumb',
      '<a href="../../2024/index.html">2024年</a>',
      'aria-current="page">2024年2月',
    ],
    'sources/县办/index.html': [
      'breadcrumb',
      '<a href="../../sources/index.html">来源</a>',
      'aria-current="page">县办',
    ],
    'index.html': ['!breadcrumb'],
  })
})

test('an article leads to the one before and the one after, in its own edition', async () => {
  await checkSite(config + records, {
    '2024/02/b/index.html': [
      'href="../../../2024/03/c/index.html" rel="prev"',
      '丙',
      'href="../../../2024/01/a/index.html" rel="next"',
    ],
    '2024/03/c/index.html': ['!rel="prev"', 'href="../../../2024/02/b/index.html" rel="next"'],
    'zh-hant/2024/01/a/index.html': [
      'href="../../../2024/02/b/index.html" rel="prev"',
      '!rel="next"',
    ],
  })
})

test('the switch between editions leads to the same page, and marks this one', async () => {
  await checkSite(config + records, {
    '2024/01/a/index.html': [
      '<a href="../../../2024/01/a/index.html" lang="zh-Hans" hreflang="zh-Hans" aria-current="true">简体</a>',
      '<a href="../../../zh-hant/2024/01/a/index.html" lang="zh-Hant" hreflang="zh-Hant">繁體</a>',
    ],
    'zh-hant/columns/tongzhi/index.html': [
      '<a href="../../../columns/tongzhi/index.html" lang="zh-Hans" hreflang="zh-Hans">简体</a>',
      'aria-current="true">繁體</a>',
    ],
  })
})

test('a site of one edition has no switch', async () => {
  const {files} = await buildSiteOf(`-- dibao.yml --\neditions: [zh-Hant]\n${records}`)
  expect(files.get('2024/01/a/index.html')).toContain('<html lang="zh-Hant">')
  expect(files.get('2024/01/a/index.html')).not.toContain('class="editions"')
  expect([...files.keys()].filter((path) => path.startsWith('zh-'))).toEqual([])
})

const hostile = `<script>alert("1")</script> & 'x' {{title}} {{{body}}}`

test('no text of a record or of the settings becomes markup', async () => {
  const quoted = `'${hostile.replaceAll("'", "''")}'`
  const fields = [
    'title',
    'subtitle',
    'column',
    'source',
    'author',
    'editor',
    'documentNumber',
    'indexNumber',
  ]
  const record = recordFile('a.md', {
    date: '2024-01-01',
    ...Object.fromEntries(fields.map((name) => [name, quoted])),
    tags: `[${quoted}]`,
    provenance: `{from: ${quoted}, url: 'javascript:alert(1)', file: ${quoted}}`,
  })
  const settings = ['title', 'tagline', 'notice', 'owner'].map((name) => `${name}: ${quoted}\n`)
  const site = `-- dibao.yml --\n${settings.join('')}footer: [${quoted}]\nurl: https://example.cn/\n`
  const {files} = await buildSiteOf(site + record)
  for (const [path, page] of files) {
    if (/\.(?:html|xml)$/.test(path))
      expect(page, path).not.toMatch(
        /<script(?! src="| type="application\/ld)|alert\("1"\)<\/|href="javascript:/,
      )
  }
  const page = files.get('2024/01/a/index.html') ?? ''
  expect(textOfElement(page, 'h1')).toMatch(
    /^<script>alert\(.1.\)<\/script> & .x. \{\{title}} \{\{\{body}}}$/,
  )
  for (const attribute of page.matchAll(/<meta name="description" content="([^"]*)">/g)) {
    expect(attribute[1]).not.toMatch(/[<>]/)
  }
})

test.each([
  [
    'http://old.example.cn/show.asp?id=3&a=1',
    '<a href="http://old.example.cn/show.asp?id=3&amp;a=1"',
  ],
  [
    'http://旧.example.cn/甲',
    '<a href="http://xn--ygv.example.cn/%E7%94%B2" rel="nofollow">http://旧.example.cn/甲</a>',
  ],
  ['www.example.cn/1.html', '<dd class="long">www.example.cn/1.html</dd>'],
  ['javascript:alert(1)', '<dd class="long">javascript:alert(1)</dd>'],
])(
  'the address %s a text came from is a link only when it is one of the web',
  async (url, expected) => {
    const record = recordFile('a.md', {
      title: '甲',
      date: '2024-01-01',
      provenance: `{url: '${url}'}`,
    })
    const {files} = await buildSiteOf(record)
    expect(files.get('2024/01/a/index.html')?.replaceAll('&#x3D;', '=')).toContain(expected)
  },
)
