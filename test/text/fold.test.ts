import {expect, test} from 'vitest'
import {differInForms, foldText} from '../../src/text/fold.ts'
import {sequence} from '../support/random.ts'

const forms = [
  '台臺檯',
  '后後',
  '干幹乾',
  '只隻祇',
  '云雲',
  '会會',
  '，,',
  '“「',
  '＜<',
  'Ａa',
  '𠮷𠮶',
]

test('texts that differ in the forms of Han characters alone fold to the same', () => {
  const random = sequence(620)
  let alike = 0
  for (let round = 0; round < 3000; round++) {
    const parts = Array.from({length: 1 + random.below(6)}, () => [...random.pick(forms)])
    const [one, other] = [0, 1].map(() => parts.map((each) => random.pick(each)).join(''))
    if (!differInForms(one!, other!)) continue
    alike++
    expect(foldText(one!)).toBe(foldText(other!))
  }
  expect(alike).toBeGreaterThan(500)
})

test.each([
  ['云溪台', '雲溪臺', true],
  ['云溪台', '云溪台', true],
  // What is a tag in one must be one in the other.
  ['<b>云', '＜b>云', false],
  ['后来', '后來的', false],
  ['云', '溪', false],
])('%s and %s: %s', (one, other, expected) => {
  expect(differInForms(one, other)).toBe(expected)
})
