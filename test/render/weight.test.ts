import {expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {randomRecords} from '../support/records.ts'

const overheadMax = 30_000

const config = `-- dibao.yml --
title: 云溪档案
tagline: 2009年以来的动态与通知
owner: 云溪县
url: https://archive.example.cn/
columns: [{name: 通知, slug: tongzhi}, {name: 动态, slug: dongtai}]
footer: [联系邮箱：dangan@example.cn]
`

test('an article is at most 30 kB over the text on it, with its style sheet and scripts', async () => {
  const {files} = await buildSiteOf(config + randomRecords(30, sequence(61)).join(''))
  const weigh = (text: string): number => new TextEncoder().encode(text).length
  const articles = [...files].filter(([path]) =>
    /\/\d{4}\/\d\d\/a\d+\/index\.html$/.test(`/${path}`),
  )
  expect(articles).toHaveLength(60)
  for (const [path, page] of articles) {
    const loaded = [
      ...page.matchAll(/<(?:link rel="stylesheet" href|script src)="[^"]*(assets\/[^"]+)"/g),
    ]
    const others = loaded.map(([, name]) => files.get(name!) ?? '')
    expect(others, path).not.toEqual([])
    expect(others, path).not.toContain('')
    const text = page.slice(page.indexOf('<body')).replace(/<[^>]*>/g, '')
    const overhead = weigh(page) + weigh(others.join('')) - weigh(text)
    expect(overhead, path).toBeLessThanOrEqual(overheadMax)
    expect(overhead, path).toBeGreaterThan(overheadMax / 3)
  }
})
