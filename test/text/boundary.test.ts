import {expect, test} from 'vitest'
import {findBoundary} from '../../src/text/boundary.ts'
import {createConverter} from '../../src/text/converter.ts'
import {openccAlone, ownKnowledge} from '../../src/text/knowledge.ts'
import {readOrdinaryWords} from '../../src/text/tables/ordinary-words.ts'
import {unitsOf} from '../../src/text/units.ts'
import {buildWordList} from '../../src/text/word-list.ts'
import {sequence} from '../support/random.ts'

const words = readOrdinaryWords()

/** Where the phrase between bars is cut: the text with a bar there instead, or as it was. */
function cut(marked: string): string {
  const start = marked.indexOf('|')
  const end = marked.lastIndexOf('|') - 1
  const text = marked.replaceAll('|', '')
  const boundary = findBoundary(words, unitsOf(text), start, end)
  return boundary ? `${text.slice(0, boundary.offset)}/${text.slice(boundary.offset)}` : text
}

test.each([
  ['校|长发|言', '校长/发言'],
  ['机|关系|统', '机关/系统'],
  ['体|制造|成浪费', '体制/造成浪费'],
  ['锅|里面|条已经煮好', '锅里/面条已经煮好'],
  ['前报到|并入|住宾馆', '前报到并/入住宾馆'],
  ['那|一出|口', '那一/出口'],
  ['有|三只手|电筒', '有三只/手电筒'],
])('cuts %s where ordinary words end: %s', (marked, expected) => {
  expect(cut(marked)).toBe(expected)
})

test.each(['|长发|', '一头|长发|飘飘', '人际|关系|', '|里面|有人', '已|并入|国库', '，|关系|。'])(
  'leaves %s whole',
  (marked) => {
    expect(cut(marked)).toBe(marked.replaceAll('|', ''))
  },
)

test('a boundary lies inside the phrase, and its gain is more than nothing', () => {
  const {below, text} = sequence(8)
  const list = buildWordList(
    new Map(Array.from({length: 40}, () => [text('校长发言关系', 1 + below(4)), 1 + below(200)])),
  )
  let found = 0
  for (let count = 0; count < 3000; count++) {
    const line = text('校长发言关系。', 12)
    const start = below(8)
    const end = start + 2 + below(3)
    const boundary = findBoundary(list, unitsOf(line), start, end)
    if (!boundary) continue
    found++
    expect(boundary.gain).toBeGreaterThan(0)
    expect(boundary.offset).toBeGreaterThan(start)
    expect(boundary.offset).toBeLessThan(end)
  }
  expect(found).toBeGreaterThan(100)
})

test('what stands behind a mark has no say', () => {
  const {pick, text} = sequence(9)
  const alone = findBoundary(words, unitsOf('校长发言'), 1, 3)
  expect(alone).toBeDefined()
  for (let count = 0; count < 200; count++) {
    const before = text('的一是在校机关', 6) + pick([...'，。、（1A\n'])
    const behind = pick([...'，。、）1A\n']) + text('人稿的一是在', 6)
    const boundary = findBoundary(
      words,
      unitsOf(`${before}校长发言${behind}`),
      before.length + 1,
      before.length + 3,
    )
    expect(boundary).toEqual({...alone, offset: alone!.offset + before.length})
  }
})

test('without a list of ordinary words nothing is cut', () => {
  const {phrases} = ownKnowledge()
  const convert = createConverter('s2tw', {...openccAlone, phrases})
  expect(convert('室内脏乱')).toBe('室內臟亂')
  expect(createConverter('s2tw')('室内脏乱')).toBe('室內髒亂')
})
