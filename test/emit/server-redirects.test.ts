import {beforeAll, describe, expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {recordFile} from '../support/records.ts'
import {
  type Answer,
  askServer,
  installPrograms,
  type ServerName,
  servers,
} from '../support/servers.ts'

const retired =
  '{"address":"/2003/01/x/","record":"x","edition":"zh-Hans","state":"retired","reason":"重复"}'

const site = `-- dibao.yml --
title: 云溪档案
url: https://archive.example.cn/
-- permalinks.jsonl --
${retired}
-- redirects.csv --
/show.asp?id=3,公告
/show.asp?id=3&page=2,b
/show.asp?id=30,b
/show.asp?ID=4.5,b
/show.asp,/archive/
/?p=7,b
/only.asp?%B1%EA=1,b
"/旧 闻/「a,b」(1).asp",公告
/%E6%97%A7%E9%97%BB.aspx,b
/quote"$1{x}*.php,b
/far.asp,https://example.org/%E8%BF%9C?a=1
/201709/t20170912_719157.html,b
-- content/公告.md --
---
title: 公告
date: 2004-03-05
aliases: [/2004/02/公告/]
---
正文。
${recordFile('b.md', {title: '乙', date: '2005-01-02'})}${recordFile('w.md', {
  title: '撤回的',
  date: '2006-01-02',
  withdrawn: 'true',
})}`

const notice = '/2004/03/%E5%85%AC%E5%91%8A/'
const second = '/2005/01/b/'

/** What is asked for, and the status and the place that have to be answered. */
const wanted: readonly Answer[] = [
  ['/show.asp?id=3', 301, notice],
  ['/show.asp?from=qq&id=3', 301, notice],
  ['/show.asp?id=3&page=2', 301, second],
  ['/show.asp?id=30', 301, second],
  ['/show.asp?ID=4.5', 301, second],
  ['/show.asp?ID=415', 301, '/archive/'],
  ['/show.asp?id=31', 301, '/archive/'],
  ['/show.asp', 301, '/archive/'],
  ['/?p=7', 301, second],
  ['/', 200],
  ['/?p=8', 200],
  ['/only.asp?%B1%EA=1', 301, second],
  ['/only.asp', 404],
  ['/%E6%97%A7%20%E9%97%BB/%E3%80%8Ca,b%E3%80%8D(1).asp', 301, notice],
  ['/%E6%97%A7%E9%97%BB.aspx', 301, second],
  ['/quote%22$1%7Bx%7D*.php', 301, second],
  ['/quote%22$1%7Bx%7Dy.php', 404],
  ['/far.asp', 301, 'https://example.org/%E8%BF%9C?a=1'],
  ['/201709/t20170912_719157.html', 301, second],
  ['/201709/t20170912_719157xhtml', 404],
  ['/2004/02/%E5%85%AC%E5%91%8A/', 301, notice],
  ['/zh-hant/2004/02/%E5%85%AC%E5%91%8A/', 301, `/zh-hant${notice}`],
  [notice, 200],
  ['/2006/01/w/', 410],
  ['/zh-hant/2006/01/w/', 410],
  ['/2003/01/x/', 410],
  ['/2003/01/y/', 404],
]

describe('real servers', {timeout: 120_000}, () => {
  beforeAll(() => installPrograms(Object.values(servers)), 300_000)

  test.each(Object.keys(servers) as ServerName[])('%s answers every old address', async (name) => {
    const {files} = await buildSiteOf(site)
    const paths = wanted.map(([path]) => path)
    const got = await askServer(name, files, paths)
    expect(got.map(({answer}) => answer)).toEqual(wanted)
    const withdrawn = got.filter(({text}) => text.includes('class="withdrawal"'))
    expect(withdrawn.map(({answer: [path]}) => path)).toEqual([
      '/2006/01/w/',
      '/zh-hant/2006/01/w/',
    ])
  })
})

test('hosts that read _redirects get a line each, those with a query last', async () => {
  const {files} = await buildSiteOf(site)
  const lines = (files.get('_redirects') ?? '').trimEnd().split('\n').slice(1)
  expect(lines).toContain('/201709/t20170912_719157.html /2005/01/b/ 301')
  expect(lines).toContain('/show.asp id=3 page=2 /2005/01/b/ 301')
  expect(lines.map((line) => line.split(' ').length > 3)).toEqual(
    lines.map((_, index) => index >= lines.length - 6),
  )
})

test('a site below the top of its host has its folder in every rule', async () => {
  const {files} = await buildSiteOf(site.replace('example.cn/', 'example.cn/dangan/'))
  expect(files.get('server/nginx.conf')).toContain(
    'location = "/dangan/201709/t20170912_719157.html" {\n  return 301 "/dangan/2005/01/b/";',
  )
})
