import {expect, test} from 'vitest'
import type {LoggedText} from '../../src/article/repair-log.ts'
import {compareLogs, parseRepairLog} from '../../src/emit/conversion-diff.ts'
import {buildSiteOf} from '../support/check.ts'
import {compileArticle} from '../support/check-article.ts'
import {recordFile} from '../support/records.ts'

function text(field: string, received: string, made: Partial<LoggedText> = {}): LoggedText {
  return {field, received, repairs: [], conversions: {}, ...made}
}

function conversion(offset: number, before: string, after: string) {
  return {rule: 'edition', offset, before, after}
}

const body = '校长发言，校长发言'
const wrong = text('body', body, {
  conversions: {'zh-Hant': [conversion(1, '长发', '長髮'), conversion(6, '长发', '長髮')]},
})
const right = text('body', body, {
  conversions: {'zh-Hant': [conversion(1, '长发', '長發'), conversion(6, '长发', '長發')]},
})

test('tells each stretch that reads otherwise, with what is around it', () => {
  expect(compareLogs([wrong], [right], ['zh-Hans', 'zh-Hant'])).toEqual({
    changes: [
      {edition: 'zh-Hant', before: '校長髮言，校', after: '校長發言，校'},
      {edition: 'zh-Hant', before: '，校長髮言', after: '，校長發言'},
    ],
    edited: [],
  })
  expect(compareLogs([right], [right], ['zh-Hans', 'zh-Hant']).changes).toEqual([])
})

test('a text that one side does not list was published there as it was received', () => {
  expect(compareLogs([], [right], ['zh-Hant']).changes.map(({before}) => before)).toEqual([
    '校长发言，校',
    '言，校长发言',
  ])
  expect(compareLogs([right], [], ['zh-Hant']).changes).toHaveLength(2)
})

test('of a text that was edited nothing is said but that', () => {
  const other = text('body', `${body}。`)
  expect(compareLogs([wrong], [other], ['zh-Hant'])).toEqual({changes: [], edited: ['body']})
})

test('tags are compared each by itself', () => {
  const tag = (name: string) =>
    text('tags', name, {conversions: {'zh-Hant': [conversion(0, name, '臺')]}})
  expect(compareLogs([tag('台'), tag('抬')], [tag('抬'), tag('台')], ['zh-Hant'])).toEqual({
    changes: [],
    edited: [],
  })
})

test('reads what a build wrote, and nothing else', async () => {
  const site = recordFile('a.md', {title: '后台,"甲"', date: '2024-01-01'}, '发展-{发}-, 里面.')
  const {files} = await buildSiteOf(site)
  const log = parseRepairLog(files.get('2024/01/a/repairs.json') ?? '')
  expect(log?.record).toBe('a')
  expect(log?.texts).toEqual(compileArticle(site.slice(site.indexOf('\n') + 1)).article.log)
  for (const json of ['', '{', '[]', '{"texts": 1}']) expect(parseRepairLog(json)).toBeUndefined()
})
