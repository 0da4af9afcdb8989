import {expect, test} from 'vitest'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {parseConfig, settings} from '../../src/site/config.ts'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

function reportOf(source: string): readonly string[] {
  const {value, diagnostics} = parseConfig('dibao.yml', source)
  expect(value === undefined).toBe(diagnostics.length > 0)
  return diagnostics.map((each) => formatDiagnostic(each, 'zh'))
}

test.each([
  ['nothing', ''],
  ['comments', '# 一\n'],
  ['an empty mapping', '{}'],
  ['null', '~'],
])('a file of %s gives the defaults', (_, source) => {
  expect(parseConfig('dibao.yml', source)).toEqual({
    value: {
      title: {'zh-Hans': '新闻档案', 'zh-Hant': '新聞檔案'},
      tagline: undefined,
      notice: undefined,
      owner: undefined,
      filings: {
        operator: undefined,
        icp: undefined,
        policeRecord: undefined,
        siteCode: undefined,
      },
      url: undefined,
      editions: ['zh-Hans', 'zh-Hant'],
      cornerQuotes: [],
      links: 'relative',
      perPage: 20,
      timeZone: 'Asia/Shanghai',
      columns: [],
      footer: [],
      feedLength: 20,
      bagInfo: {},
      checks: {},
      words: {},
    },
    diagnostics: [],
  })
})

test('texts are written in each edition, from whichever script they came in', () => {
  const {value} = parseConfig(
    'dibao.yml',
    'title: 云溪档案\nowner: 縣關工委辦公室\nfooter: [联系我们]\neditions: [zh-Hant, zh-Hans, zh-HK]\n',
  )
  expect(value?.title).toEqual({'zh-Hans': '云溪档案', 'zh-Hant': '雲溪檔案', 'zh-HK': '雲溪檔案'})
  expect(value?.owner?.['zh-Hans']).toBe('县关工委办公室')
  expect(value?.footer).toEqual([
    {'zh-Hans': '联系我们', 'zh-Hant': '聯繫我們', 'zh-HK': '聯繫我們'},
  ])
})

test.each([
  ['"0304000009"', '0304000009'],
  ['0304000009', '0304000009'],
  ['1304000009', '1304000009'],
  ['bm17000009', 'bm17000009'],
])('the site code %s is %s', (written, code) => {
  expect(parseConfig('dibao.yml', `siteCode: ${written}\n`).value?.filings.siteCode).toBe(code)
})

test('an edition named twice is one', () => {
  const {value} = parseConfig('dibao.yml', 'editions: [zh-Hant, zh-Hant]')
  expect(value?.editions).toEqual(['zh-Hant'])
})

test.each([
  ['https://archive.example.cn', 'https://archive.example.cn/'],
  ['https://archive.example.cn/', 'https://archive.example.cn/'],
  ['http://example.cn/news/old', 'http://example.cn/news/old/'],
  ['https://EXAMPLE.cn/新闻', 'https://example.cn/%E6%96%B0%E9%97%BB/'],
])('the address %s is %s', (written, url) => {
  expect(parseConfig('dibao.yml', `url: ${written}\n`).value?.url).toBe(url)
})

test.each([
  ['title: []', 1, 'title'],
  ['title: ""', 1, 'title'],
  ['title: 2024', 1, 'title'],
  ['tagline: {a: b}', 1, 'tagline'],
  ['notice: [a]', 1, 'notice'],
  ['owner: true', 1, 'owner'],
  ['operator: [a]', 1, 'operator'],
  ['icp: 12345678', 1, 'icp'],
  ['policeRecord: 12345678', 1, 'policeRecord'],
  ['siteCode: 12345678901', 1, 'siteCode'],
  ['siteCode: bm1700000', 1, 'siteCode'],
  ['siteCode: -130400009', 1, 'siteCode'],
  ['title: 甲\n\nurl: archive.example.cn', 3, 'url'],
  ['url: ftp://example.cn/', 1, 'url'],
  ['url: https://example.cn/?a=1', 1, 'url'],
  ['url: https://example.cn/#top', 1, 'url'],
  ['editions: zh-Hant', 1, 'editions'],
  ['editions: []', 1, 'editions'],
  ['editions:\n  - zh-Hans\n  - zh-TW', 3, 'editions'],
  ['links: absolute', 1, 'links'],
  ['perPage: 0', 1, 'perPage'],
  ['perPage: 1001', 1, 'perPage'],
  ['perPage: 二十', 1, 'perPage'],
  ['perPage: 2.5', 1, 'perPage'],
  ['timeZone: Asia/Beijing', 1, 'timeZone'],
  ['columns: 通知', 1, 'columns'],
  ['columns:\n  - 通知', 2, 'columns'],
  ['columns:\n  - name: 通知\n    slug: 通知', 3, 'columns'],
  ['columns:\n  - name: 甲\n  - slug: b', 3, 'columns'],
  ['columns:\n  - name: 甲\n    description: [a]', 3, 'columns'],
  ['columns:\n  - name: 甲\n    type: 3', 3, 'columns'],
  ['columns:\n  - name: 甲\n    keywords: 乙', 3, 'columns'],
  ['footer: 甲', 1, 'footer'],
  ['footer:\n  - 甲\n  - 3', 3, 'footer'],
  ['feedLength: -1', 1, 'feedLength'],
] as const)('refuses %j, in line %i, and says what it is', (source, line, name) => {
  const [message, ...others] = reportOf(source)
  expect(others).toEqual([])
  expect(message).toMatch(new RegExp(`^dibao\\.yml:${line}:\\d+: 错误: \\[${name}[.\\d\\w]*\\]`))
  expect(message).toContain('(site/bad-config)')
  expect(message).toContain(`应为：${settings[name].zh}`)
})

test.each(['甲乙', '[1]', '- a'])('refuses a file that is no list of settings: %s', (source) => {
  expect(reportOf(source)).toEqual([
    'dibao.yml:1:1: 错误: 这一项设置的内容不对 (site/bad-config)\n' +
      '    应为：一行写一项「名称: 内容」，如「title: 新闻档案」',
  ])
})

test('reports every unknown setting, with its line and those there are', () => {
  expect(reportOf('title: 甲\ntitel: 乙\ncolumns:\n  - name: 通知\n    slugg: a\n')).toEqual([
    'dibao.yml:5:5: 错误: [columns.0.slugg] 没有「slugg」这项设置 (site/unknown-config)\n' +
      '    是不是「slug」？可用的设置：name、slug、description、type、keywords',
    'dibao.yml:2:1: 错误: [titel] 没有「titel」这项设置 (site/unknown-config)\n' +
      `    是不是「title」？可用的设置：${Object.keys(settings).join('、')}`,
  ])
})

test.each([
  ['title: a: b', 1],
  ['title: 甲\ntitle: 乙', 2],
  ['title: 甲\n  owner: 乙', 2],
  ['title: "甲', 1],
  ['title: *nowhere', 1],
  ['title: 甲\n---\ntitle: 乙', 2],
  ['{', 1],
  ['? [a]\n: b', 1],
  ['title：甲', 1],
  ['columns:\n\t- name: 甲', 2],
])('reports YAML that cannot be read in Chinese, with its line: %j', (source, line) => {
  const messages = reportOf(source)
  expect(messages.length).toBeGreaterThan(0)
  for (const message of messages) {
    expect(message).toMatch(
      /: 错误: .*\p{Script=Han}.* \((?:record|site)\/[a-z-]+\)\n {4}.*\p{Script=Han}/u,
    )
    // Nothing of what the library says, which is English.
    expect(message).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i)
  }
  expect(messages[0]).toMatch(new RegExp(`^dibao\\.yml:${line}:\\d+: `))
})

test('settings that cannot be used give way to the defaults, and nothing may be published', async () => {
  const {snapshot, report} = await buildSiteOf(
    `-- dibao.yml --\nperPage: 很多\n${recordFile('a.md', {title: '甲', date: '2024-01-01'})}`,
  )
  expect(report).toEqual(['dibao.yml:1:1: 错误: [perPage] 这一项设置的内容不对 (site/bad-config)'])
  expect(snapshot.site.config.perPage).toBe(20)
})

test('one line adds the Hong Kong edition, and every page of it', async () => {
  const record = recordFile('a.md', {title: '里面说的群众', date: '2024-01-01'})
  const editions = '-- dibao.yml --\neditions:\n  - zh-Hans\n  - zh-Hant\n'
  const before = await buildSiteOf(editions + record)
  const {files} = await checkSite(`${editions}  - zh-HK\n${record}`, {
    'zh-hk/2024/01/a/index.html': ['<html lang="zh-HK">', '<h1>裏面説的<wbr>羣眾</h1>'],
    'zh-hant/2024/01/a/index.html': ['<html lang="zh-Hant">', '<h1>裡面說的<wbr>群眾</h1>'],
  })
  const of = (edition: string, paths: Iterable<string>): readonly string[] =>
    [...paths]
      .filter((path) => path.includes(edition))
      .map((path) => path.replace(edition, '').replace(/\.[\da-f]{10}\./, '.'))
  expect(of('zh-hk', files.keys())).toEqual(of('zh-hant', before.files.keys()))
  const others = [...files.keys()].filter((path) => !path.includes('zh-hk'))
  expect(others.filter((path) => !before.files.has(path))).toEqual([])
})

test('an edition that is to write 「」 does, and the others do not', async () => {
  const {files} = await buildSiteOf(
    `-- dibao.yml --\neditions: [zh-Hans, zh-Hant, zh-HK]\ncornerQuotes: [zh-Hant]\n` +
      `-- content/a.md --\n---\ntitle: “一号”文件\ndate: 2024-01-01\n---\n他说：“看‘里面’。”It’s fine.\n`,
  )
  const textOf = (path: string) => {
    const page = files.get(`${path}2024/01/a/index.html`) ?? ''
    return /<h1>(.*)<\/h1>/.exec(page)?.[1] + (/<p>(他.*?)<\/p>/.exec(page)?.[1] ?? '')
  }
  expect(textOf('')).toBe('“一号”文件他说：“看‘里面’。”It’s fine.')
  expect(textOf('zh-hant/')).toBe('「一號」文件他說：「看『裡面』。」It’s fine.')
  expect(textOf('zh-hk/')).toBe('“一號”文件他説：“看‘裏面’。”It’s fine.')
})
