import {expect, test} from 'vitest'
import {splitNames} from '../../src/render/article-facts.ts'
import {buildSiteOf} from '../support/check.ts'
import {unescapeMarkup} from '../support/html.ts'
import {recordFile} from '../support/records.ts'

const config = '-- dibao.yml --\ntitle: 云溪档案\nowner: 云溪县关工委\nurl: https://example.cn/\n'

/** The citations of an article as a reader sees them on that day, or without scripts. */
async function citationsOf(site: string, {path = '2024/03/a/', day = ''} = {}) {
  const {files} = await buildSiteOf(site)
  const page = files.get(`${path}index.html`) ?? ''
  const forms = page.matchAll(
    /class="citation-text">(.*?)<span data-accessed="([^"]*)"><\/span>(.*?)<\/(?:p|pre)>/gs,
  )
  return [...forms].map(([, before = '', accessed = '', after = '']) => {
    const [year = '', month = '', date = ''] = day.split('-')
    const read = accessed.replace('YYYY', year).replace('MM', month).replace('DD', date)
    return unescapeMarkup(`${before}${day && read}${after}`)
  })
}

const fields = {title: '关于“里面”的通知', date: '2024-03-05', source: '县关工委办公室'}

test('an announcement is cited by GB/T 7714, with the day it is read where that is known', async () => {
  const site = config + recordFile('a.md', fields)
  expect((await citationsOf(site))[0]).toBe(
    '县关工委办公室. 关于“里面”的通知[EB/OL]. (2024-03-05). https://example.cn/2024/03/a/.',
  )
  expect((await citationsOf(site, {day: '2026-01-09', path: 'zh-hant/2024/03/a/'}))[0]).toBe(
    '縣關工委辦公室. 關於“裡面”的通知[EB/OL]. (2024-03-05)[2026-01-09]. https://example.cn/zh-hant/2024/03/a/.',
  )
})

test.each([
  ['张三', '张三. '],
  ['张三、李四', '张三, 李四. '],
  ['张三、李四、王五、赵六', '张三, 李四, 王五, 等. '],
])('the author %s is responsible', async (author, expected) => {
  const [reference] = await citationsOf(config + recordFile('a.md', {...fields, author}))
  expect(reference?.startsWith(expected)).toBe(true)
})

test('where nobody is named it is the owner, and without an address none is given', async () => {
  const {source: _, ...anonymous} = fields
  const [reference] = await citationsOf(
    `-- dibao.yml --\nowner: 云溪县关工委\n${recordFile('a.md', anonymous)}`,
  )
  expect(reference).toBe('云溪县关工委. 关于“里面”的通知[EB/OL]. (2024-03-05).')
})

test('as BibTeX, with every sign of TeX escaped', async () => {
  const record = recordFile('a.md', {
    ...fields,
    title: '"50% & {A_1} #2 $ ~ ^ \\\\ "',
    documentNumber: '云关〔2024〕1号',
  })
  expect((await citationsOf(config + record, {day: '2026-01-09'}))[1]).toBe(`@online{a,
  author = {{县关工委办公室}},
  title = {50\\% \\& \\{A\\_1\\} \\#2 \\$ \\textasciitilde{} \\textasciicircum{} \\textbackslash{}},
  organization = {云溪县关工委},
  date = {2024-03-05},
  number = {云关〔2024〕1号},
  language = {zh-Hans},
  url = {https://example.cn/2024/03/a/},
  urldate = {2026-01-09}
}`)
})

test('as RIS, every line a tag, two blanks, a hyphen and a value', async () => {
  const record = recordFile('a.md', {...fields, author: '张三、李四', tags: '[会议]'})
  const [, , ris] = await citationsOf(config + record, {day: '2026-01-09'})
  const lines = ris?.trimEnd().split('\n') ?? []
  for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-(?: .*)?$/)
  expect(lines).toEqual([
    'TY  - ELEC',
    'AU  - 张三',
    'AU  - 李四',
    'TI  - 关于“里面”的通知',
    'PB  - 云溪县关工委',
    'PY  - 2024',
    'DA  - 2024/03/05/',
    'KW  - 会议',
    'LA  - zh-Hans',
    'UR  - https://example.cn/2024/03/a/',
    'Y2  - 2026/01/09/',
    'ER  -',
  ])
})

test.each([
  ['张三', ['张三']],
  ['张三、李四', ['张三', '李四']],
  ['张三 李四', ['张三', '李四']],
  ['张　三', ['张三']],
  ['张　三、欧阳四', ['张三', '欧阳四']],
  ['张三；李四, 王五', ['张三', '李四', '王五']],
  ['John Smith', ['John Smith']],
  ['', []],
])('the byline %j names %j', (byline, names) => {
  expect(splitNames(byline)).toEqual(names)
})
