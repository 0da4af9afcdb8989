import {expect, test} from 'vitest'
import {encodePath} from '../../src/render/links.ts'
import {buildSiteOf} from '../support/check.ts'
import {findBrokenLinks, linksOf} from '../support/html.ts'
import {sequence} from '../support/random.ts'
import {randomRecords, recordFile} from '../support/records.ts'

const special = [
  recordFile(
    '2023/台风.md',
    {
      title: '台风 100% & “问”?#1',
      date: '2023-05-15',
      column: '通知/公告',
      tags: '["C#", "问：答", "100%"]',
      source: '某办（内部）',
      aliases: '[/old/show.html, /旧/页, /%E6%97%A7.htm]',
      attachments: '[名单 1.pdf, "表#2.pdf", "50%.pdf", 不在的.pdf, /下载/全 部.zip]',
    },
    [
      '## 一、概况',
      '[乙](record:乙-2)，[乙的一节](record:乙-2#二-其他)，[自己](#一-概况)，[文件](名单%201.pdf#page=2)，',
      '[井号](表%232.pdf)，[相对](../2022/乙-2.md)，[相对一节](../2022/乙-2.md#二-其他)，',
      '[下载](/下载/全%20部.zip)，[栏目](/columns/)，[缺](没有.pdf)，[断](record:没有)。',
      '',
      '![图](图%20片.png)',
      '',
      '![缺](没有.png)',
    ].join('\n'),
  ),
  recordFile('2022/乙-2.md', {title: '乙', date: '2022-01-02'}, '## 二、其他\n\n正文。'),
  recordFile('b.md', {
    title: '撤',
    date: '2022-01-03',
    withdrawn: 'true',
    column: '只此',
    tags: '[独]',
  }),
  '-- content/2023/名单 1.pdf --\n1\n-- content/2023/表#2.pdf --\n2\n-- content/2023/50%.pdf --\n3\n',
  '-- content/2023/图 片.png --\n4\n-- public/下载/全 部.zip --\n5\n',
].join('')
const many = randomRecords(30, sequence(3)).join('')

function config(lines: string): string {
  return `-- dibao.yml --\nperPage: 4\neditions: [zh-Hans, zh-Hant, zh-HK]\n${lines}`
}

test.each([
  ['relative, no address', '', '/'],
  ['relative, in any folder', '', '/some folder/里/'],
  ['relative, with an address', 'url: https://example.cn/\n', '/'],
  ['rooted', 'links: root\nurl: https://example.cn/\n', '/'],
  ['rooted, no address', 'links: root\n', '/'],
  ['rooted, in a folder', 'links: root\nurl: https://example.cn/新闻/a/\n', '/新闻/a/'],
])('every link of every page opens a file of the site: %s', async (_, lines, base) => {
  const {files} = await buildSiteOf(config(lines) + special + many)
  const isRelative = !lines.includes('root')
  // A page that is shown at any address is rooted, so it knows the folder by the address alone.
  const pages = isRelative && base !== '/' ? without404(files) : files
  expect(findBrokenLinks(pages, base)).toEqual([])
})

function without404(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => !path.endsWith('404.html')))
}

test('the walk over links sees a broken one', async () => {
  const {files} = await buildSiteOf(recordFile('a.md', {title: '甲', date: '2024-01-01'}))
  expect(findBrokenLinks(files)).toEqual([])
  const broken = new Map([...files].filter(([path]) => path !== 'archive/index.html'))
  expect(findBrokenLinks(broken)).toContain('2024/01/a/index.html: ../../../archive/index.html')
})

test('relative links name the file, from every depth', async () => {
  const {files} = await buildSiteOf(special)
  const rooted = [...without404(files)]
    .filter(([path]) => path.endsWith('.html'))
    .flatMap(([path, page]) => linksOf(page).map((href) => `${path}: ${href}`))
    .filter((link) => / (?:\/|[^#]*\/(?:#.*)?$)/.test(link.replace(/: https?:.*/, '')))
  expect(rooted).toEqual([])
  const home = (path: string) =>
    /class="nameplate"><a href="([^"]*)"/.exec(files.get(path) ?? '')?.[1]
  expect(home('index.html')).toBe('index.html')
  expect(home('archive/index.html')).toBe('../index.html')
  expect(home('2022/01/乙-2/index.html')).toBe('../../../index.html')
  expect(home('zh-hant/index.html')).toBe('index.html')
  expect(home('zh-hant/2022/01/乙-2/index.html')).toBe('../../../index.html')
})

test('rooted links name the folder, under the folder of the site', async () => {
  const {files} = await buildSiteOf(config('links: root\nurl: https://example.cn/a/\n') + special)
  const page = files.get('zh-hant/2022/01/乙-2/index.html') ?? ''
  expect(page).toContain('class="nameplate"><a href="/a/zh-hant/">')
  expect(page).toContain('<a href="/a/2022/01/%E4%B9%99-2/" lang="zh-Hans"')
  expect(linksOf(page).filter((href) => !/^(?:\/a\/|https:|#)/.test(href))).toEqual([])
})

test('the page for what is not found has rooted links, since it is shown at any address', async () => {
  const {files} = await buildSiteOf(config('url: https://example.cn/a/\n') + special)
  for (const path of ['404.html', 'zh-hk/404.html']) {
    const links = linksOf(files.get(path) ?? '')
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((href) => !/^(?:\/a\/|#page_content$)/.test(href))).toEqual([])
    expect(files.get(path)).not.toContain('rel="canonical"')
  }
})

test('addresses are encoded once, whatever is in them', async () => {
  const {files} = await buildSiteOf(config('url: https://example.cn/\n') + special)
  const links = [...files]
    .filter(([path]) => path.endsWith('.html'))
    .flatMap(([, page]) => linksOf(page))
  expect(links.filter((href) => /[^!-~]/.test(href))).toEqual([])
  // A percent sign of a name is the only one that may be encoded itself.
  const twice = links.filter((href) => /%25/.test(href) && !/50%25\.pdf|100%25/.test(href))
  expect(twice).toEqual([])
  expect(links).toContain('../../../files/2023/50%25.pdf')
})

test.each([
  ['/2023/05/公告/', '/2023/05/%E5%85%AC%E5%91%8A/'],
  ['/a b/c#d?e', '/a%20b/c%23d%3Fe'],
  ['/100%', '/100%25'],
  ['/a:b/', '/a%3Ab/'],
])('the path %s is %s in an address', (path, encoded) => {
  expect(encodePath(path)).toBe(encoded)
})
