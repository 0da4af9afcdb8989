import {expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {linksOf, targetOf, textOfElement, unescapeMarkup} from '../support/html.ts'
import {recordFile} from '../support/records.ts'

async function redirectsOf(alias: string, config = '') {
  const record = recordFile('公告.md', {
    title: '<甲> & 乙',
    date: '2024-03-05',
    aliases: `['${alias}']`,
  })
  const site = await buildSiteOf(`-- dibao.yml --\n${config}\n${record}`)
  const stubs = [...site.files].filter(([, body]) => body.includes('http-equiv="refresh"'))
  return {...site, stubs}
}

test.each([
  ['/old/17.html', 'old/17.html'],
  ['/old/17.HTM', 'old/17.HTM'],
  ['/old/17.shtml', 'old/17.shtml'],
  ['/old/17/', 'old/17/index.html'],
  ['/old/17', 'old/17/index.html'],
  ['/v1.0/17', 'v1.0/17/index.html'],
  ['/index.htm', 'index.htm'],
  ['/旧 闻/页.html', '旧 闻/页.html'],
  ['/%E6%97%A7%E9%97%BB.html', '旧闻.html'],
  ['/old//17.html', 'old/17.html'],
  ['/zh-hant/old.html', 'zh-hant/old.html'],
])('the old address %s is a page that leads to the new one', async (alias, path) => {
  for (const config of [
    '',
    'links: root',
    'url: https://example.cn/a/',
    'links: root\nurl: https://example.cn/a/',
  ]) {
    const {stubs, files, report} = await redirectsOf(alias, config)
    expect(report).toEqual([])
    expect(stubs.map(([file]) => file)).toEqual([path])
    const [, body = ''] = stubs[0] ?? []
    const refresh = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(body)?.[1] ?? ''
    const base = config.includes('/a/') ? '/a/' : '/'
    for (const href of [
      unescapeMarkup(refresh),
      ...linksOf(body).filter((each) => !each.startsWith('https:')),
    ]) {
      const target = targetOf(href, path, base)
      expect(target).toBe('2024/03/公告/index.html')
      expect(files.has(target ?? '')).toBe(true)
    }
    expect(
      body.includes(
        '<link rel="canonical" href="https://example.cn/a/2024/03/%E5%85%AC%E5%91%8A/">',
      ),
    ).toBe(base === '/a/')
    expect(body).toContain('<meta name="robots" content="noindex">')
    expect(textOfElement(body, 'title')).toBe('<甲> & 乙')
  }
})

test.each([
  '/show.asp?id=12',
  '/show.asp',
  '/a.php',
  '/?p=3',
  '/17.html?x=1',
  '/a%3Fb.html',
  '/a%0ab.html',
  '/con:1/',
  '/a./',
])('the old address %s cannot be a file, and that is said', async (alias) => {
  const {stubs, report} = await redirectsOf(alias)
  expect(stubs).toEqual([])
  expect(report).toEqual([
    `content/公告.md:4:11: 说明: [aliases] 旧网址「${alias}」不能做成网页文件，要靠服务器设置转到新网址 (emit/alias-needs-server)`,
  ])
})

test('two ways to write one old address are one page', async () => {
  const record = recordFile('a.md', {
    title: '甲',
    date: '2024-03-05',
    aliases: '[/old, /old/, /old/index.html]',
  })
  const {files, report} = await buildSiteOf(record)
  expect(report).toEqual([])
  expect(files.has('old/index.html')).toBe(true)
})

test('the old addresses of a withdrawn announcement lead to where it stood', async () => {
  const record = recordFile('a.md', {
    title: '甲',
    date: '2024-03-05',
    aliases: '[/old/]',
    withdrawn: 'true',
  })
  const {files} = await buildSiteOf(record)
  expect(files.get('old/index.html')).toContain('url=../2024/03/a/index.html')
})
