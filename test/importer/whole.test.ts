import {expect, test} from 'vitest'
import {toDay} from '../../src/base/day.ts'
import {findGaps} from '../../src/importer/gaps.ts'
import {fingerprintOf, groupDuplicates} from '../../src/importer/near-duplicates.ts'
import {createEditionConverter} from '../../src/text/convert.ts'
import {inventedParagraph} from '../support/invented.ts'
import {sequence} from '../support/random.ts'

const toTraditional = createEditionConverter('hans', 'zh-Hant', {})

test('finds the same notice in the other script and with a few words changed', () => {
  const texts = Array.from({length: 40}, (_, seed) => inventedParagraph(sequence(seed), 12))
  const items = [
    ...texts.map((text, number) => ({number, text})),
    {number: 3, text: toTraditional(texts[3]!)},
    {number: 5, text: `（转发）${texts[5]}`},
  ].map(({number, text}) => ({number, fingerprint: fingerprintOf(text)}))
  const groups = groupDuplicates(items).map((group) => group.map(({number}) => number))
  expect(groups.toSorted()).toEqual([
    [3, 3],
    [5, 5],
  ])
})

test('says nothing of texts too short to compare', () => {
  expect(fingerprintOf('同意。')).toBeUndefined()
  expect(groupDuplicates([{fingerprint: undefined}, {fingerprint: undefined}])).toEqual([])
})

test('finds months without a record, and holes in the numbers of documents', () => {
  const record = (month: number, documentNumber: string, column = '通知') => ({
    ...{date: toDay(2009, month, 3)!, documentNumber, column},
  })
  const {months, numbers} = findGaps([
    record(1, '云政发〔2009〕1号'),
    record(2, '云政发〔2009〕2号'),
    record(4, '云政发〔2009〕5号'),
    record(5, '云政办发〔2009〕7号'),
    record(1, '', '随笔'),
    record(12, '', '随笔'),
  ])
  expect([...months]).toEqual([['通知', ['2009-03']]])
  expect([...numbers]).toEqual([['云政发〔2009〕', [3, 4]]])
})
