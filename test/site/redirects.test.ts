import {expect, test} from 'vitest'
import {parseRedirects} from '../../src/site/redirect-file.ts'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

const a = recordFile('a.md', {title: '甲', date: '2024-01-03', aliases: '[/old/a.html]'})

async function reportOf(rows: string) {
  const {report} = await buildSiteOf(`-- redirects.csv --\n${rows}\n${a}`)
  return report.filter((line) => !/emit\/(?:alias-needs-server|output-clash)/.test(line))
}

test('a list of old addresses leads to records, pages, files and other sites', async () => {
  const rows = `旧网址,新网址
http://www.example.cn/show.htm?id=3,a
/1.html,a
/2.html,/archive/
"/a,b.html",/logo.svg
/3.html,https://example.cn/x?y=1
`
  await checkSite(
    `-- redirects.csv --\n${rows}-- public/logo.svg --\n<svg/>\n${a}`,
    {
      '1.html': ['url=2024/01/a/index.html', '<a href="2024/01/a/index.html">甲'],
      '2.html': ['url=archive/index.html'],
      'a,b.html': ['url=logo.svg'],
      '3.html': ['url=https://example.cn/x?y=1'],
    },
    [
      'redirects.csv:2:1: 说明: 旧网址「/show.htm?id=3」不能做成网页文件，要靠服务器设置转到新网址 (emit/alias-needs-server)',
    ],
  )
})

test.each([
  ['/x.html,b', '要转到的「b」不存在 (site/dead-redirect)'],
  ['/x.html,/nowhere/', '要转到的「/nowhere/」不存在 (site/dead-redirect)'],
  ['/x.html,/x.html', '旧网址「/x.html」转到它自己 (site/redirect-chain)'],
  [
    '/x.html,/old/a.html',
    '旧网址「/x.html」转到「/old/a.html」，而那里又要转走 (site/redirect-chain)',
  ],
  ['/old/a.html,a', '旧网址「/old/a.html」已经属于 content/a.md (site/alias-taken)'],
  [
    '/zh-hant/2024/01/a/,/archive/',
    '旧网址「/zh-hant/2024/01/a/」已经属于 content/a.md (site/alias-taken)',
  ],
  ['/x.html', '「/x.html」不是一对网址 (site/bad-redirect-line)'],
  ['/x.html,', '「/x.html,」不是一对网址 (site/bad-redirect-line)'],
  ['/x.html#y,a', '「/x.html#y,a」不是一对网址 (site/bad-redirect-line)'],
  ['x/y.html,a', '「x/y.html,a」不是一对网址 (site/bad-redirect-line)'],
  ['"/a"b,a', '「"/a"b,a」不是一对网址 (site/bad-redirect-line)'],
])('the line %s is refused', async (row, message) => {
  expect(await reportOf(`/ok.html,a\n${row}`)).toEqual([`redirects.csv:2:1: 错误: ${message}`])
})

test('reads fields in quotes, line ends of Windows and a byte order mark', () => {
  const {value, diagnostics} = parseRedirects('\ufeff"/a""b.html","x"\r\n/c,y\r\n\r\n/d,z')
  expect(diagnostics).toEqual([])
  expect(value.map(({from, to}) => [from, to])).toEqual([
    ['/a"b.html', 'x'],
    ['/c', 'y'],
    ['/d', 'z'],
  ])
})
