import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {createConverter} from '../../src/text/converter.ts'

const rows = readFileSync('test/cases/official-prose.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [simplified = '', traditional = '', alternatives = ''] = line.split('\t')
    return {simplified, traditional, alternatives}
  })

test('official prose comes out in Taiwan characters, but for what only a dictionary of trades knows', () => {
  const convert = createConverter('s2tw')
  const wrong = rows.filter((row) => !isRight(convert(row.simplified), row))
  expect(rows.length).toBeGreaterThan(400)
  // 屉里面包 is cut after 抽屉里, and 制曲 (brewing) reads as any other 制 and 曲.
  expect(wrong.map(({simplified}) => simplified)).toEqual([
    '抽屉里面包着两本旧账册。',
    '传统制曲工艺列入保护名录。',
  ])
})

/** Whether a text is the expected one, apart from forms that are right as well. */
function isRight(
  text: string,
  {traditional, alternatives}: {readonly traditional: string; readonly alternatives: string},
): boolean {
  const pairs = alternatives
    .split(';')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('='))
  let same = text
  for (const [gold = '', also = ''] of pairs) same = same.replaceAll(also, gold)
  let expected = traditional
  for (const [gold = '', also = ''] of pairs) expected = expected.replaceAll(also, gold)
  return same === expected
}
