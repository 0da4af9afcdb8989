import {expect, test} from 'vitest'
import type {Diagnostic} from '../../src/base/diagnostic.ts'
import {toCsv, toJson, toSarif} from '../../src/emit/check-report.ts'

const found: readonly Diagnostic[] = [
  {
    ruleId: 'site/dead-path',
    severity: 'warning',
    reason: {zh: '链接到「=1+1」, 不在', en: 'no "such" path'},
    advice: {zh: '改掉', en: 'mend it'},
    file: 'content/2004/甲 乙.md',
    place: {line: 5, column: 3},
  },
  {ruleId: 'app/no-records', severity: 'error', reason: {zh: '=没有文章', en: 'none'}},
]

test('JSON has all that is known, in both languages', () => {
  expect(JSON.parse(toJson(found))).toEqual(found)
})

test('a table opens in Excel: marked as UTF-8, quoted, and with no cell that is a formula', () => {
  expect(toCsv(found, 'zh')).toBe(
    '\ufeff文件,行,列,程度,字段,问题,改法,规则\r\n' +
      'content/2004/甲 乙.md,5,3,warning,,"链接到「=1+1」, 不在",改掉,site/dead-path\r\n' +
      ",,,error,,'=没有文章,,app/no-records\r\n",
  )
  expect(toCsv(found, 'en')).toContain('"no ""such"" path"')
})

test('SARIF has every rule once, addresses that are URIs, and places where there are any', () => {
  const problems = [
    {ruleId: 'app/no-records', severity: 'error', example: {}, reason: () => ({zh: '', en: ''})},
  ] as const
  const {version, runs} = JSON.parse(toSarif([...found, ...found], problems, '1.2.3', 'en'))
  expect(version).toBe('2.1.0')
  const [{tool, results}] = runs
  expect(tool.driver).toEqual({
    name: 'dibao',
    version: '1.2.3',
    rules: [
      {id: 'app/no-records', defaultConfiguration: {level: 'error'}},
      {id: 'site/dead-path', defaultConfiguration: {level: 'warning'}},
    ],
  })
  expect(results).toHaveLength(4)
  expect(results[0]).toEqual({
    ruleId: 'site/dead-path',
    ruleIndex: 1,
    level: 'warning',
    message: {text: 'no "such" path\nmend it'},
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri: 'content/2004/%E7%94%B2%20%E4%B9%99.md'},
          region: {startLine: 5, startColumn: 3},
        },
      },
    ],
  })
  expect(results[1]).not.toHaveProperty('locations')
})
