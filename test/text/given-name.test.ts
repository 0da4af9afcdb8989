import {expect, test} from 'vitest'
import {weighGivenName} from '../../src/text/given-name.ts'
import {ownKnowledge} from '../../src/text/knowledge.ts'
import {unitsOf} from '../../src/text/units.ts'

const names = ownKnowledge().names!

test.each(['文渊', '国栋', '桂兰', '占奎', '建中', '志强', '淑芬', '永贵'])(
  'takes %s for a given name',
  (text) => {
    expect(weighGivenName(names, unitsOf(text), 0, 2)).toBeGreaterThan(0)
  },
)

test.each(['海边', '今年', '各地', '民政', '机关', '农村', '其中', '次日'])(
  'takes %s for no given name',
  (text) => {
    expect(weighGivenName(names, unitsOf(text), 0, 2)).toBeLessThan(10)
  },
)

test('weighs one character by its place as the last', () => {
  expect(weighGivenName(names, unitsOf('敏'), 0, 1)).toBeGreaterThan(0)
  expect(weighGivenName(names, unitsOf('的'), 0, 1)).toBeLessThan(0)
})

test('takes nothing but Han for a name', () => {
  for (const text of ['ab', '，。', '国1', '𠀀', '']) {
    expect(weighGivenName(names, unitsOf(text), 0, 2)).toBeLessThan(0)
  }
})
