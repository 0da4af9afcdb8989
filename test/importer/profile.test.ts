import {expect, test} from 'vitest'
import {toDay} from '../../src/base/day.ts'
import {proposeProfile} from '../../src/importer/html/probe.ts'
import {parseProfile} from '../../src/importer/html/profile.ts'
import {noCorpus} from '../../src/importer/reader.ts'
import {readDocument} from '../../src/importer/readers.ts'

const retrieved = toDay(2024, 1, 2)!

function toDocument(html: string, name = 'a.html') {
  return {name, bytes: Buffer.from(html), retrieved}
}

function pageOf(number: number): string {
  return `<div class="nav"><a href="/">首页</a></div><h2 class="bt">第${number}号通知</h2><div>发布日期：2012-06-0${number}</div>
<div id="zoom"><p>　　请各单位做好第${number}次检查，按时上报。</p><p>第${number}次检查的结果，另行通知。</p><div class="share">分享到某处</div></div><p>版权所有，翻印必究。</p>`
}

test('a profile says where text and title are, and what is left out', () => {
  const {value: profile} = parseProfile(
    'p.yml',
    'host: www.yunzhou.cn\ndesigns:\n  - content: "#zoom"\n    title: .bt\n    remove: [.share]\n',
  )
  expect(profile?.host).toBe('www.yunzhou.cn')
  const {drafts} = readDocument(toDocument(pageOf(1)), {...noCorpus, profile})
  expect(drafts[0]).toMatchObject({
    title: '第1号通知',
    fields: {date: '2012-06-01'},
  })
  expect(drafts[0]?.body).toContain('按时上报')
  expect(drafts[0]?.body).not.toContain('分享')
  expect(drafts[0]?.account.removed).toContainEqual({rule: 'profile', text: '分享到某处'})
})

test('selectors are those of style sheets, of elements in others too', () => {
  const {value: profile, diagnostics} = parseProfile(
    'p.yml',
    'designs:\n  - content: "body > div[id=zoom]"\n    title: "h2.bt"\n    remove: ["#zoom > p + p", "div .share"]\n',
  )
  expect(diagnostics).toEqual([])
  const {drafts} = readDocument(toDocument(pageOf(1)), {...noCorpus, profile})
  expect(drafts[0]?.title).toBe('第1号通知')
  expect(drafts[0]?.account.removed.map(({text}) => text)).toEqual([
    '首页',
    '第1次检查的结果，另行通知。',
    '分享到某处',
  ])
})

test.each([
  ['designs: []', 'designs'],
  ['designs:\n  - title: h1', 'content'],
  ['designs:\n  - content: "#a >> b"', '#a >> b'],
  ['designs:\n  - content: p\n    conten: q', 'conten'],
  ['hosts: x', 'hosts'],
  ['designs: [', ''],
])('says what is wrong in a profile: %j', (text, fault) => {
  const {value, diagnostics} = parseProfile('p.yml', text)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ruleId: 'importer/bad-profile', file: 'p.yml'}])
  expect(diagnostics[0]?.reason.zh).toContain(fault)
})

test('proposes a profile from sample pages that reads them', () => {
  const pages = [1, 2, 3].map((number) => toDocument(pageOf(number), `${number}.html`))
  const proposed = proposeProfile(pages)
  expect(proposed).toContain('content: "#zoom"\n    title: ".bt"')
  expect(proposed).toContain('#   版权所有，翻印必究。')
  expect(proposed).toContain('# 2.html: 第2号通知')
  const {value: profile} = parseProfile('p.yml', proposed)
  for (const page of pages) {
    const {drafts} = readDocument(page, {...noCorpus, profile})
    expect(drafts[0]?.title).toMatch(/第.号通知/)
  }
})
