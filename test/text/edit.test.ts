import {expect, test} from 'vitest'
import {
  applyEdits,
  type Edit,
  edited,
  patternRule,
  undoEdits,
  untouched,
} from '../../src/text/edit.ts'
import {sequence} from '../support/random.ts'

test('makes edits and undoes them', () => {
  const edits: readonly Edit[] = [
    {rule: 'r', offset: 0, before: '甲', after: ''},
    {rule: 'r', offset: 2, before: '', after: '新'},
    {rule: 'r', offset: 3, before: '丁戊', after: '一二三'},
  ]
  expect(applyEdits('甲乙丙丁戊己', edits)).toBe('乙新丙一二三己')
  expect(undoEdits('乙新丙一二三己', edits)).toBe('甲乙丙丁戊己')
})

test('leaves out edits that change nothing', () => {
  const edit = {rule: 'r', offset: 1, before: '乙', after: 'B'}
  const idle = {rule: 'r', offset: 0, before: '甲', after: '甲'}
  const notices = [{rule: 'r', offset: 0, text: '甲'}]
  expect(edited('甲乙', [idle, edit], notices)).toEqual({text: '甲B', edits: [edit], notices})
  expect(edited('甲', [idle])).toEqual(untouched('甲'))
})

test('a rule of a pattern replaces every match by what it answers', () => {
  const rule = patternRule('twice', /\d+/g, ([number]) => (number === '7' ? '7' : `${number}!`))
  expect(rule('1和7和22')).toEqual({
    text: '1!和7和22!',
    edits: [
      {rule: 'twice', offset: 0, before: '1', after: '1!'},
      {rule: 'twice', offset: 4, before: '22', after: '22!'},
    ],
    notices: [],
  })
  expect(rule('无')).toEqual(untouched('无'))
  expect(rule('1')).toEqual(rule('1'))
})

test('undoing gives back any text, whatever was done to it', () => {
  const {below, text} = sequence(1)
  for (let count = 0; count < 3000; count++) {
    const received = text('甲乙丙\u{20000}', below(20))
    const edits: Edit[] = []
    for (let offset = below(3); offset <= received.length; ) {
      const length = below(Math.min(4, received.length - offset + 1))
      const before = received.slice(offset, offset + length)
      edits.push({rule: 'r', offset, before, after: text('丁戊', below(4))})
      offset += length + 1 + below(3)
    }
    const result = edited(received, edits)
    expect(result.text).toBe(applyEdits(received, edits))
    expect(undoEdits(result.text, result.edits)).toBe(received)
  }
})
