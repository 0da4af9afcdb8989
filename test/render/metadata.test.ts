import {expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {unescapeMarkup} from '../support/html.ts'
import {recordFile} from '../support/records.ts'

const config = `-- dibao.yml --
title: 云溪档案
owner: 云溪县关工委
siteCode: "0000000000"
url: https://example.cn/a/
columns:
  - {name: 通知公告, slug: tongzhi, type: 信息公开, description: 面向公众的通知。, keywords: [通知, 公告]}
  - {name: 动态, slug: dongtai}
`
const withoutCode = config.replace(/siteCode.*\n/, '')
const fields = {
  title: '关于“里面”的通知',
  date: '2024-03-05',
  written: '2024-03-01',
  updated: '2024-04-01',
  column: '通知公告',
  source: '县关工委办公室',
  author: '张三、李　四',
  tags: '[会议, 里面]',
  documentNumber: '云关办〔2024〕3号',
  provenance: '{url: "http://old.example.cn/3.htm"}',
}
const body = '各单位请于月底前报送。\n\n![会场](p.svg)\n'
const picture =
  '-- content/p.svg --\n<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>\n'
const records = `${recordFile('a.md', fields, body)}${picture}${recordFile('b.md', {
  title: '乙',
  date: '2024-01-01',
  column: '动态',
})}`

/** The tags of a page, in order, each as `name=content`. */
function tagsOf(page: string | undefined, kind: 'name' | 'property' = 'name'): readonly string[] {
  return ((page ?? '').match(/<meta [^>]*>/g) ?? []).flatMap((tag) => {
    const name = new RegExp(` ${kind}="([^"]*)"`).exec(tag)?.[1]
    const content = / content="([^"]*)"/.exec(tag)?.[1] ?? ''
    return name === undefined || / name="(?:viewport|generator)"/.test(tag)
      ? []
      : [`${name}=${unescapeMarkup(content)}`]
  })
}

type Thing = Record<string, unknown>

/** The things that a page's JSON-LD tells of. */
function structuredOf(page: string | undefined): readonly Thing[] {
  const [, json, ...others] =
    (page ?? '').split(/<script type="application\/ld\+json">(.*?)<\/script>/s) ?? []
  if (json === undefined) return []
  expect(others).toHaveLength(1)
  const data = JSON.parse(json) as {'@context': string; '@graph': Thing[]}
  expect(data['@context']).toBe('https://schema.org')
  return data['@graph']
}

const officialNames =
  /^(?:Site|Column|ArticleTitle|PubDate|ContentSource|Keywords|Author|Description|Image|Url)/

test('an announcement of a site with a code carries the official tags, in its edition', async () => {
  const {files} = await buildSiteOf(config + records)
  const official = (path: string) =>
    tagsOf(files.get(path)).filter((tag) => officialNames.test(tag))
  expect(official('2024/03/a/index.html')).toEqual([
    'SiteName=云溪档案',
    'SiteDomain=example.cn',
    'SiteIDCode=0000000000',
    'ColumnName=通知公告',
    'ColumnType=信息公开',
    'ColumnDescription=面向公众的通知。',
    'ColumnKeywords=通知,公告',
    'ArticleTitle=关于“里面”的通知',
    'PubDate=2024-03-05',
    'ContentSource=县关工委办公室',
    'Keywords=会议,里面',
    'Author=张三 李四',
    'Description=各单位请于月底前报送。',
    'Image=https://example.cn/a/files/p.svg',
    'Url=https://example.cn/a/2024/03/a/',
  ])
  expect(official('zh-hant/2024/03/a/index.html')).toEqual(
    expect.arrayContaining([
      'SiteName=雲溪檔案',
      'ArticleTitle=關於“裡面”的通知',
      'Keywords=會議,裡面',
    ]),
  )
  expect(official('columns/dongtai/index.html')).toEqual([
    'SiteName=云溪档案',
    'SiteDomain=example.cn',
    'SiteIDCode=0000000000',
    'ColumnName=动态',
    'ColumnDescription=动态',
    'ColumnKeywords=动态',
    'Description=动态',
    'Url=https://example.cn/a/columns/dongtai/',
  ])
  expect(official('2024/index.html').filter((tag) => tag.startsWith('Column'))).toEqual([])
})

test.each([
  ['2024-03-05 16:37', '2024-03-05 16:37'],
  ['2024年3月5日 9:05:30', '2024-03-05 09:05'],
  ['2024-03-05T16:37', '2024-03-05 16:37'],
  // No time at all, and one of another place.
  ['2024-03-05', '2024-03-05'],
  ['2024-03-05 00:00:00', '2024-03-05'],
  ['2024-03-05T16:37:00Z', '2024-03-05'],
])(
  'the time of day of %s is told as it is written, to search engines with its offset',
  async (date, expected) => {
    const {files} = await buildSiteOf(
      config + recordFile('a.md', {...fields, date}, body) + picture,
    )
    const page = files.get('2024/03/a/index.html')
    expect(tagsOf(page)).toContain(`PubDate=${expected}`)
    const [day, time] = expected.split(' ')
    const moment = time === undefined ? day : `${day}T${time}:00+08:00`
    expect(structuredOf(page)[0]?.['datePublished']).toBe(moment)
    expect(tagsOf(page, 'property')).toContain(`article:published_time=${moment}`)
  },
)

test('without a code there are none, and the description stays', async () => {
  const {files} = await buildSiteOf(withoutCode + records)
  for (const [path, page] of files) {
    if (!/index\.html$/.test(path)) continue
    expect(
      tagsOf(page).filter((tag) => officialNames.test(tag)),
      path,
    ).toEqual([])
    expect(page.match(/<meta name="description"/gi), path).toHaveLength(1)
  }
})

test('no page says the same of itself twice', async () => {
  const {files} = await buildSiteOf(config + records)
  for (const [path, page] of files) {
    if (!/index\.html$/.test(path)) continue
    const once = tagsOf(page)
      .map((tag) => tag.split('=')[0]?.toLowerCase())
      .filter(
        (name) => !/^(?:dc\.(?:creator|subject|identifier)|citation_author)$/.test(name ?? ''),
      )
    expect(new Set(once).size, path).toBe(once.length)
  }
})

test('library catalogues find an announcement’s title, authors and day', async () => {
  const {files} = await buildSiteOf(config + records)
  const tags = tagsOf(files.get('2024/03/a/index.html'))
  expect(tags.filter((tag) => /^(?:DC|citation_)/.test(tag))).toEqual([
    'DC.title=关于“里面”的通知',
    'DC.creator=张三',
    'DC.creator=李四',
    'DC.publisher=云溪县关工委',
    'DC.subject=会议',
    'DC.subject=里面',
    'DC.identifier=https://example.cn/a/2024/03/a/',
    'DC.identifier=云关办〔2024〕3号',
    'DC.language=zh-Hans',
    'DC.type=webpage',
    'DCTERMS.issued=2024-03-05',
    'DCTERMS.created=2024-03-01',
    'DCTERMS.modified=2024-04-01',
    'DCTERMS.isVersionOf=http://old.example.cn/3.htm',
    'citation_title=关于“里面”的通知',
    'citation_author=张三',
    'citation_author=李四',
    'citation_publication_date=2024/03/05',
  ])
})

test('a link that is passed on has its title, its picture and its edition', async () => {
  const {files} = await buildSiteOf(config + records)
  expect(tagsOf(files.get('zh-hant/2024/03/a/index.html'), 'property')).toEqual([
    // Joined with the names that say the same.
    'og:description=各單位請於月底前報送。',
    'og:url=https://example.cn/a/zh-hant/2024/03/a/',
    'og:title=關於“裡面”的通知',
    'og:type=article',
    'og:site_name=雲溪檔案',
    'og:locale=zh_TW',
    'og:image=https://example.cn/a/files/p.svg',
    'og:image:width=640',
    'og:image:height=480',
    'article:published_time=2024-03-05',
    'article:modified_time=2024-04-01',
  ])
  expect(tagsOf(files.get('404.html'), 'property')).toEqual([])
})

test('search engines read what a page is, and the way to it', async () => {
  const {files} = await buildSiteOf(config + records)
  const [news, way] = structuredOf(files.get('2024/03/a/index.html'))
  expect(news).toEqual({
    '@type': 'NewsArticle',
    headline: '关于“里面”的通知',
    url: 'https://example.cn/a/2024/03/a/',
    inLanguage: 'zh-Hans',
    datePublished: '2024-03-05',
    dateModified: '2024-04-01',
    dateCreated: '2024-03-01',
    author: [
      {'@type': 'Person', name: '张三'},
      {'@type': 'Person', name: '李四'},
    ],
    sourceOrganization: {'@type': 'Organization', name: '县关工委办公室'},
    publisher: {'@type': 'Organization', name: '云溪县关工委'},
    articleSection: '通知公告',
    keywords: ['会议', '里面'],
    identifier: '云关办〔2024〕3号',
    image: {
      '@type': 'ImageObject',
      url: 'https://example.cn/a/files/p.svg',
      width: 640,
      height: 480,
    },
    isBasedOn: 'http://old.example.cn/3.htm',
  })
  expect(way).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      ['首页', ''],
      ['通知公告', 'columns/tongzhi/'],
    ].map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `https://example.cn/a/${path}`,
    })),
  })
})

// What Google's guides and schema.org ask of each type.
const required: Readonly<Record<string, readonly string[]>> = {
  WebSite: ['name', 'url'],
  NewsArticle: ['headline', 'datePublished', 'author', 'publisher', 'url', 'inLanguage'],
  CollectionPage: ['name', 'url', 'inLanguage'],
  BreadcrumbList: ['itemListElement'],
  SearchResultsPage: ['name', 'url'],
}

test('every page for readers has what is required of its type', async () => {
  const {files} = await buildSiteOf(config + records)
  const types = new Set<unknown>()
  for (const [path, page] of files) {
    if (!/index\.html$/.test(path)) continue
    const things = structuredOf(page)
    expect(things, path).not.toEqual([])
    for (const thing of things) {
      types.add(thing['@type'])
      for (const name of required[String(thing['@type'])] ?? ['no such type']) {
        expect(thing[name], `${path}: ${name}`).toBeTruthy()
      }
    }
  }
  expect([...types].toSorted()).toEqual(Object.keys(required).toSorted())
  expect(structuredOf(files.get('404.html'))).toEqual([])
})

test('no text of a record ends the element that it stands in', async () => {
  const title = '</script><!--<script>\u2028&'
  const {files} = await buildSiteOf(
    config + recordFile('a.md', {title: `"${title}"`, date: '2024-01-01'}),
  )
  const page = files.get('2024/01/a/index.html') ?? ''
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
  expect(json).not.toMatch(/[<>&\u2028]/)
  expect(structuredOf(page)[0]?.['headline']).toMatch(/^<\/script><!--<script>/)
})

test('of a withdrawn announcement machines are told nothing, and not to keep it', async () => {
  const {files} = await buildSiteOf(
    config + recordFile('a.md', {...fields, withdrawn: 'true'}, '不该出现的正文。') + picture,
  )
  for (const edition of ['', 'zh-hant/']) {
    const page = files.get(`${edition}2024/03/a/index.html`)
    const tags = [...tagsOf(page), ...tagsOf(page, 'property')]
    expect(tags).toContain('robots=noindex')
    expect(tags.join()).not.toMatch(/正文|张三|張三|办公室|辦公室|会议|會議|citation|DC\.|article:/)
    expect(structuredOf(page)).toEqual([])
    expect(page).not.toMatch(/class="citation"|BibTeX/)
  }
})

test('without the site’s address nothing claims a full one', async () => {
  const {files} = await buildSiteOf(records)
  const page = files.get('2024/03/a/index.html')
  expect(tagsOf(page, 'property').join()).not.toMatch(/og:url|og:image|http/)
  expect(structuredOf(page).map((thing) => [thing['@type'], thing['url']])).toEqual([
    ['NewsArticle', undefined],
  ])
})
