import {expect, test} from 'vitest'
import {applyEdits, type Edit, undoEdits} from '../../src/text/edit.ts'
import {changeTracked, editsOfTracked, trackText} from '../../src/text/tracked.ts'
import {type RandomSequence, sequence} from '../support/random.ts'

test('edits of two rules at different places stay two edits of the received text', () => {
  const tracked = changeTracked(trackText('區(qū)委'), [
    {rule: 'gloss', offset: 1, before: '(qū)', after: ''},
  ])
  const twice = changeTracked(tracked, [{rule: 'simplify', offset: 0, before: '區', after: '区'}])
  expect(editsOfTracked(twice)).toEqual([
    {rule: 'simplify', offset: 0, before: '區', after: '区'},
    {rule: 'gloss', offset: 1, before: '(qū)', after: ''},
  ])
})

test('what two rules did to one place is one edit with both names', () => {
  const tracked = changeTracked(trackText('釘?shù)奶攸c好'), [
    {rule: 'byte-shift', offset: 1, before: '?shù)奶攸c', after: '的特點'},
  ])
  const twice = changeTracked(tracked, [{rule: 'simplify', offset: 3, before: '點', after: '点'}])
  expect(editsOfTracked(twice)).toEqual([
    {rule: 'byte-shift+simplify', offset: 1, before: '?shù)奶攸c', after: '的特点'},
  ])
})

test('any sequence of edits is the same edits made at once, and undoing them gives the text back', () => {
  const random = sequence(5)
  for (let round = 0; round < 2000; round++) {
    const received = random.text('甲乙丙(a)?，', random.below(20))
    let now = received
    let tracked = trackText(received)
    for (let step = 0; step < 4; step++) {
      const edits = randomEdits(now, random, `rule${step}`)
      now = applyEdits(now, edits)
      tracked = changeTracked(tracked, edits)
    }
    const edits = editsOfTracked(tracked)
    expect(applyEdits(received, edits)).toBe(now)
    expect(undoEdits(now, edits)).toBe(received)
  }
})

function randomEdits(text: string, random: RandomSequence, rule: string): Edit[] {
  const edits: Edit[] = []
  for (let at = random.below(4); at <= text.length; at += 1 + random.below(5)) {
    const before = text.slice(at, at + random.below(4))
    edits.push({rule, offset: at, before, after: random.text('子丑寅', random.below(3))})
    at += before.length
  }
  return edits
}
