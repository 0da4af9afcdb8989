import {expect, test} from 'vitest'
import {Html} from '../../src/render/html.ts'
import {viewOf} from '../../src/render/view-of.ts'
import {buildSiteOf} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {randomRecords, recordFile} from '../support/records.ts'
import {pageTemplates} from '../support/theming.ts'
import {type Member, readAllViewTypes, readViewTypes, type Shape} from '../support/views.ts'

const types = await readAllViewTypes()

/** The names of a shape, those of its bases too. */
function membersOf(shape: Shape): readonly Member[] {
  if (shape.kind === 'named') return membersOf(typeNamed(shape.name))
  if (shape.kind !== 'object') return []
  return [...shape.bases.flatMap((base) => membersOf(typeNamed(base))), ...shape.members]
}

function typeNamed(name: string): Shape {
  const type = types.find((each) => each.name === name)
  if (!type) throw new Error(`no type ${name}`)
  return type.shape
}

/** Where a view is not what its document says, by the paths of names. */
function differences(value: unknown, shape: Shape, path: string): readonly string[] {
  if (shape.kind === 'value') return isValue(value, shape.type) ? [] : [`${path}: no ${shape.type}`]
  if (shape.kind === 'named' && shape.name === 'Words') return []
  if (typeof value !== 'object' || value === null) return [`${path}: nothing in it`]
  if (shape.kind === 'list' || shape.kind === 'map') {
    return Object.values(value).flatMap((item) => differences(item, shape.of, `${path}[]`))
  }
  const members = membersOf(shape)
  const known = new Set(members.map(({name}) => name))
  const unsaid = Object.keys(value).filter((name) => !known.has(name))
  return [
    ...unsaid.map((name) => `${path}.${name}: not in the document`),
    ...members.flatMap(({name, nullable, shape: inner}) => {
      const item: unknown = Reflect.get(value, name)
      if (nullable && item === null) return []
      return differences(item, inner, `${path}.${name}`)
    }),
  ]
}

function isValue(value: unknown, type: 'text' | 'number' | 'truth' | 'markup'): boolean {
  if (type === 'markup') return value instanceof Html
  return typeof value === {text: 'string', number: 'number', truth: 'boolean'}[type]
}

test('every page has exactly the names that the document on templates lists', async () => {
  const config =
    '-- dibao.yml --\nurl: https://example.cn/\nperPage: 5\nowner: 县办\ntagline: 一句话\n'
  const full = recordFile(
    'full.md',
    {
      title: '甲',
      subtitle: '副题',
      date: '2023-01-02',
      written: '2023-01-01',
      corrections: '{date: 2023-02-01, text: 甲应为乙}',
      updated: '2023-02-01',
      author: '张三',
      editor: '李四',
      views: '7',
      documentNumber: '云办〔2023〕1号',
      tags: '[会议]',
      attachments: '[{file: 名单.xls, title: 名单}]',
      provenance: '{from: 旧站, url: "http://old.example.cn/1"}',
    },
    '## 一、甲\n\n他说"好",走了.\n\n## 二、乙\n\n正文。',
  )
  const gone = recordFile('gone.md', {
    title: '乙',
    date: '2023-01-03',
    withdrawn: '{date: 2023-03-01, reason: 有误}',
  })
  const {snapshot} = await buildSiteOf(
    config + full + gone + randomRecords(30, sequence(51)).join(''),
  )
  const seen = new Set<string>()
  const found = [...snapshot.pages.values()].flatMap((page) => {
    seen.add(page.kind)
    const view = pageTemplates.find(({file}) => file === page.kind)?.view ?? 'no view'
    return differences(viewOf(page, snapshot.context), typeNamed(view), page.kind)
  })
  expect([...new Set(found)]).toEqual([])
  expect([...seen].toSorted()).toEqual(pageTemplates.map(({file}) => file).toSorted())
})

test('a difference between a view and its document is seen', () => {
  const [type] = readViewTypes(
    'export interface A { readonly b: string | null; readonly c: readonly {readonly d: number}[] }',
  )
  const told = (value: unknown) => differences(value, type!.shape, 'a')
  expect(told({b: null, c: [{d: 1}]})).toEqual([])
  expect(told({b: 1, c: [{d: 'x'}], e: 1})).toEqual([
    'a.e: not in the document',
    'a.b: no text',
    'a.c[].d: no number',
  ])
  expect(told({b: 'x'})).toEqual(['a.c: nothing in it'])
})
