import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {createConverter} from '../../src/text/converter.ts'

interface Row {
  readonly received: string
  readonly expected: string
  readonly alternatives: string
}

function readRows(name: string): readonly Row[] {
  return readFileSync(`test/cases/${name}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [received = '', expected = '', alternatives = ''] = line.split('\t')
      return {received, expected, alternatives}
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
  {list: 'bureau-prose', rows: 297, wrong: []},
  // Either the ginger that is sown or many kinds of it.
  {list: 'paired-prose', rows: 103, wrong: ['面粉厂厂长姜建民建议农户多种姜。']},
  {list: 'county-prose', rows: 250, wrong: []},
  {
    list: 'leisure-prose',
    rows: 250,
    // OpenCC has the river 云川 for a name.
    wrong: ['象棋名将胡云川以两胜一和的战绩夺魁。'],
  },
  {
    list: 'trades-prose',
    rows: 228,
    wrong: [
      '副县长范于明、于春生一同出席。',
      // A poem, and 余 for "I" in old prose.
      '采菊东篱下，悠然见南山。',
      '余幼时即嗜学，家贫无从致书以观。',
    ],
  },
])('the prose of $list comes out in Taiwan characters, but for what is named', (expected) => {
  const convert = createConverter('s2tw')
  const rows = readRows(expected.list)
  const wrong = rows.filter((row) => !isRight(convert(row.received), row))
  expect(rows.length).toBe(expected.rows)
  expect(wrong.map(({received}) => received)).toEqual(expected.wrong)
})

test.each([
  {list: 'hong-kong-prose', conversion: 's2hk', wrong: []},
  // Five notes of old music, with marks between them.
  {list: 'taiwan-prose', conversion: 'tw2s', wrong: ['宮、商、角、徵、羽為古代五音。']},
] as const)('the prose of $list comes out by $conversion, but for what is named', (expected) => {
  const convert = createConverter(expected.conversion)
  const rows = readRows(expected.list)
  const wrong = rows.filter((row) => !isRight(convert(row.received), row))
  expect(rows.length).toBe(100)
  expect(wrong.map(({received}) => received)).toEqual(expected.wrong)
})

/** Whether a text is the expected one, apart from forms that are right as well. */
function isRight(text: string, row: Row): boolean {
  const pairs = row.alternatives
    .split(';')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('='))
  let same = text
  for (const [gold = '', also = ''] of pairs) same = same.replaceAll(also, gold)
  let expected = row.expected
  for (const [gold = '', also = ''] of pairs) expected = expected.replaceAll(also, gold)
  return same === expected
}

test.each([
  {list: 'county-prose', wrong: []},
  // 沈默之, which is 沉默 in Taiwan's characters as well.
  {list: 'leisure-prose', wrong: ['沈默之擅画松竹，笔力苍劲，自成一家。']},
])(
  'the prose of $list comes back from both traditional editions, but for what is named',
  (expected) => {
    const fromTaiwan = createConverter('tw2s')
    const toHongKong = createConverter('s2hk')
    const fromHongKong = createConverter('hk2s')
    const wrong = readRows(expected.list).filter(
      ({received, expected: traditional}) =>
        fromTaiwan(traditional) !== received || fromHongKong(toHongKong(received)) !== received,
    )
    expect(wrong.map(({received}) => received)).toEqual(expected.wrong)
  },
)
