import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {createConverter} from '../../src/text/converter.ts'

interface Row {
  readonly simplified: string
  readonly traditional: string
  readonly alternatives: string
}

function readRows(name: string): readonly Row[] {
  return readFileSync(`test/cases/${name}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [simplified = '', traditional = '', alternatives = ''] = line.split('\t')
      return {simplified, traditional, alternatives}
    })
}

test.each([
  {list: 'official-prose', rows: 437, wrong: []},
  {
    list: 'everyday-prose',
    rows: 420,
    wrong: [
      // A beard, to whoever does not know what the sentence is about.
      '小胡须在本月内补交两张近期照片。',
    ],
  },
  {list: 'public-prose', rows: 300, wrong: []},
  {list: 'varied-prose', rows: 400, wrong: []},
  {list: 'civic-prose', rows: 370, wrong: []},
])('the prose of $list comes out in Taiwan characters, but for what is named', (expected) => {
  const convert = createConverter('s2tw')
  const rows = readRows(expected.list)
  const wrong = rows.filter((row) => !isRight(convert(row.simplified), row))
  expect(rows.length).toBe(expected.rows)
  expect(wrong.map(({simplified}) => simplified)).toEqual(expected.wrong)
})

/** Whether a text is the expected one, apart from forms that are right as well. */
function isRight(text: string, {traditional, alternatives}: Row): boolean {
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
