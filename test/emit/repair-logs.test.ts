import {expect, test} from 'vitest'
import {applyEdits, type Edit, undoEdits} from '../../src/text/edit.ts'
import {buildSiteOf} from '../support/check.ts'
import {textOfElement} from '../support/html.ts'
import {recordFile} from '../support/records.ts'

interface Log {
  readonly record: string
  readonly script: string
  readonly dictionary: string
  readonly texts: readonly {
    readonly field: string
    readonly received: string
    readonly repairs: readonly (Edit & {readonly certainty: string})[]
    readonly conversions: Readonly<Record<string, readonly (readonly [number, string, string])[]>>
  }[]
}

const body = `全區(qū)干部在區(qū)里召開會(huì)議,區(qū)委會(huì)同各單位學(xué)習(xí)文件,會(huì)場設在縣里。

全體學(xué)員認真學(xué)習(xí),學(xué)以致用。`
const fields = {title: '區(qū)委會(huì)議', date: '2024-01-01', script: 'pseudo-hant'}
const damaged = recordFile('a.md', fields, body)

function toEdits(conversions: readonly (readonly [number, string, string])[] = []): Edit[] {
  return conversions.map(([offset, before, after]) => ({rule: 'edition', offset, before, after}))
}

test('each announcement has a file that leads from the received text to the page and back', async () => {
  const {files} = await buildSiteOf(damaged)
  const log = JSON.parse(files.get('2024/01/a/repairs.json') ?? '') as Log
  expect(log).toMatchObject({record: 'a', script: 'pseudo-hant'})
  expect(log.dictionary).toMatch(/^opencc-js \d+\.\d+\.\d+$/)
  const [title, text] = log.texts
  expect([title?.field, text?.field]).toEqual(['title', 'body'])
  expect(title?.repairs.slice(0, 2)).toEqual([
    {rule: 'standard-simplified', offset: 0, before: '區', after: '区', certainty: 'firm'},
    {rule: 'gloss', offset: 1, before: '(qū)', after: '', certainty: 'firm'},
  ])
  for (const {received, repairs, conversions} of log.texts) {
    const repaired = applyEdits(received, repairs)
    const hant = toEdits(conversions['zh-Hant'])
    expect(undoEdits(repaired, repairs)).toBe(received)
    expect(undoEdits(applyEdits(repaired, hant), hant)).toBe(repaired)
  }
  expect(text?.received.trim()).toBe(body)
  const repaired = applyEdits(text?.received ?? '', text?.repairs ?? [])
  expect(repaired.trim()).toBe(
    '全区干部在区里召开会议，区委会同各单位学习文件，会场设在县里。\n\n全体学员认真学习，学以致用。',
  )
  expect(applyEdits(repaired, toEdits(text?.conversions['zh-Hant'])).trim()).toBe(
    '全區幹部在區裡召開會議，區委會同各單位學習文件，會場設在縣裡。\n\n全體學員認真學習，學以致用。',
  )
})

test('every edition shows the received text with what was changed in it, and names the file', async () => {
  const {files} = await buildSiteOf(damaged)
  for (const [path, href] of [
    ['2024/01/a/index.html', '../../../2024/01/a/repairs.json'],
    ['zh-hant/2024/01/a/index.html', '../../../../2024/01/a/repairs.json'],
  ] as const) {
    const page = files.get(path) ?? ''
    expect(page).toContain(`<a href="${href}" type="application/json">`)
    expect(page).toContain(
      '<div class="received" lang="zh-Hant" translate="no"><del>區&#40;qū)</del><ins>区</ins>委<del>會&#40;huì)議</del><ins>会议</ins></div>',
    )
    const mending = page.slice(page.indexOf('<details class="mending"'))
    expect(textOfElement(mending, 'details')).toContain('全區(qū)区干部')
  }
})

test('no published file has the damage where a search would take it for text', async () => {
  const {files} = await buildSiteOf(damaged)
  const found = [...files].filter(([, text]) => text.includes('(qū)'))
  expect(found.map(([path]) => path)).toEqual([])
})

test('a text that nothing was done to is not shown twice, and its file lists nothing', async () => {
  const {files} = await buildSiteOf(
    `-- dibao.yml --\neditions: [zh-Hans]\n${recordFile('a.md', {title: '通知', date: '2024-01-01'})}`,
  )
  const log = JSON.parse(files.get('2024/01/a/repairs.json') ?? '') as Log
  expect(log.texts).toEqual([])
  expect(files.get('2024/01/a/index.html')).not.toContain('class="received"')
})

test('of a withdrawn announcement there is no such file', async () => {
  const {files} = await buildSiteOf(
    `-- content/a.md --\n---\ntitle: 通知\ndate: 2024-01-01\nwithdrawn: {}\n---\n机密,全文\n`,
  )
  expect([...files.keys()].filter((path) => path.endsWith('repairs.json'))).toEqual([])
})
