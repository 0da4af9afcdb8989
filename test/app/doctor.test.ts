import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {HtmlValidate} from 'html-validate'
import {beforeEach, expect, test, vi} from 'vitest'
import {doctor} from '../../src/app/commands/doctor.ts'
import {chapters} from '../../src/site/examination.ts'
import {createRecordingTerminal, makeSite} from '../support/folder.ts'

const settings = `-- dibao.yml --
title: 云溪<档案>
owner: 云溪市关工委
operator: 云溪市档案馆
icp: 示ICP备00000000号-1
policeRecord: 示公网安备00000000000000号
siteCode: "0000000000"
url: https://archive.example.cn/
columns: [{name: 公示公告, description: 公示, type: 政务动态, keywords: [公示]}]
`

const sound = `-- content/a.md --
---
title: 甲
date: 2004-01-02
column: 公示公告
source: 办公室
provenance: {from: 旧网站}
---
正文。
`

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2024, 0, 1) / 1000))
})

async function examine(
  archive: string,
): Promise<{code: number; found: Readonly<Record<string, string>>}> {
  const terminal = createRecordingTerminal()
  const code = await doctor({json: true}, await makeSite(archive), terminal)
  const parsed: {findings: {id: string; verdict: string}[]}[] = JSON.parse(
    terminal.out().join('\n'),
  )
  const findings = parsed.flatMap((chapter) => chapter.findings)
  return {code, found: Object.fromEntries(findings.map(({id, verdict}) => [id, verdict]))}
}

test('a site that states everything passes whole', async () => {
  const {code, found} = await examine(settings + sound)
  expect(code).toBe(0)
  expect(Object.entries(found).filter(([, verdict]) => verdict !== 'pass')).toEqual([])
  expect(Object.keys(found)).toHaveLength(chapters.flatMap(({requirements}) => requirements).length)
})

test('what a site does not state, and what its announcements lack, is told', async () => {
  const {code, found} = await examine(
    '-- content/a.md --\n---\ntitle: 甲\ndate: 2004-01-02\ndocumentNumber: 云办〔2004〕1号\n---\n![](a.jpg)\n',
  )
  expect(code).toBe(1)
  const wrong = Object.entries(found).filter(([, verdict]) => verdict !== 'pass')
  expect(Object.fromEntries(wrong)).toEqual({
    'tags/site-code': 'warn',
    'tags/site-domain': 'fail',
    'tags/columns': 'fail',
    'tags/article-column': 'fail',
    'tags/content-source': 'warn',
    'footer/owner': 'fail',
    'footer/operator': 'warn',
    'footer/icp': 'fail',
    'footer/police': 'warn',
    'reading/alt': 'warn',
    'archive/provenance': 'warn',
    'archive/written': 'warn',
    'archive/index-number': 'warn',
    'archive/complete': 'warn',
    'content/pictures': 'warn',
  })
})

test('numbers that do not look like numbers, and personal ones, are told', async () => {
  const {code, found} = await examine(
    settings.replace('00000000号-1', '号').replace('00000000000000', '000') +
      sound.replace('正文。', '身份证号：990000199003071230') +
      '-- content/b.md --\n---\ntitle: 乙\ndate: 2004-01-03\nwithdrawn: true\n---\n',
  )
  expect(code).toBe(1)
  const wrong = Object.entries(found).filter(([, verdict]) => verdict !== 'pass')
  expect(Object.fromEntries(wrong)).toEqual({
    'footer/icp': 'warn',
    'footer/police': 'warn',
    'archive/withdrawn': 'warn',
    'content/privacy': 'fail',
  })
})

test('pages of templates that lack the aids, or load from elsewhere, fail', async () => {
  const template =
    '<!doctype html><html><head><meta name="viewport" content="width=device-width, user-scalable=no"></head><body>{{documentTitle}}<script src="https://cdn.example.com/a.js"></script></body></html>'
  const files = ['home', 'article'].map((name) => `-- templates/${name}.hbs --\n${template}\n`)
  const {found} = await examine(settings + sound + files.join(''))
  const reading = Object.entries(found).filter(([id]) => id.startsWith('reading/'))
  expect(reading.filter(([, verdict]) => verdict === 'pass').map(([id]) => id)).toEqual([
    'reading/alt',
  ])
})

test('a check that is turned off is told as not done', async () => {
  const {found} = await examine(`${settings}checks: {links: off, anchors: off}\n${sound}`)
  expect(found['content/links']).toBe('warn')
})

test('the report is one valid page that needs nothing else, and names the files', async () => {
  const folder = await makeSite(settings + sound.replace('正文。', '<手机>13800000000'))
  const terminal = createRecordingTerminal()
  expect(await doctor({json: false}, folder, terminal)).toBe(0)
  expect(terminal.out()[0]).toMatch(/^! 没有个人的手机号、邮箱：1 处/)
  expect(terminal.out().at(-1)).toMatch(/不通过 0 项；报告在 .*doctor\.html$/)
  const page = await readFile(join(folder.root, 'doctor.html'), 'utf8')
  expect(page).toContain('<h1>云溪&lt;档案&gt; 合规体检报告</h1>')
  expect(page).toContain('<li>content/a.md:8</li>')
  expect(page).not.toMatch(/\b(?:src|href)=/)
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {'no-inline-style': 'off'},
  })
  const {results} = await validator.validateString(page)
  expect(
    results.flatMap(({messages}) => messages.map(({ruleId, line}) => `${ruleId} ${line}`)),
  ).toEqual([])
  const english = createRecordingTerminal('en')
  await doctor({json: false, out: join(folder.root, 'en.html')}, folder, english)
  expect(await readFile(join(folder.root, 'en.html'), 'utf8')).toContain(
    'Examination of the site</h1>',
  )
})
