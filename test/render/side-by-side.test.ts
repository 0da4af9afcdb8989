import {expect, test} from 'vitest'
import {showSideBySide} from '../../src/render/side-by-side.ts'
import {withCertainty} from '../../src/text/certainty.ts'
import {applyEdits, type Edit} from '../../src/text/edit.ts'
import {sequence} from '../support/random.ts'

test('paragraphs stand side by side, each with its own changes', () => {
  const repairs = [edit(1, '(x)', ''), edit(7, ',', '，')]
  const conversions = {'zh-Hant': [edit(3, '丙', 'C')]} as const
  const logged = {
    field: 'body',
    received: '甲(x)\n\n丙,丁',
    repairs: repairs.map(withCertainty),
    conversions,
  }
  expect(rowsOf(logged)).toEqual([
    ['甲<del>&#40;x)</del>', '甲', '甲'],
    ['丙<del>,</del><ins>，</ins>丁', '丙，丁', 'C，丁'],
  ])
})

test('a change that reaches over an empty line keeps its paragraphs together', () => {
  const logged = {
    ...{field: 'body', received: '甲\n\n乙\n\n丙', conversions: {}},
    repairs: [withCertainty(edit(1, '\n\n', '，'))],
  }
  expect(rowsOf(logged)).toEqual([
    ['甲<del>\n\n</del><ins>，</ins>乙', '甲，乙', '甲，乙'],
    ['丙', '丙', '丙'],
  ])
})

test('for any text and edits, the rows hold all of what was received and of each edition', () => {
  const random = sequence(17)
  for (let round = 0; round < 500; round++) {
    const received = random.text('甲乙\n\n', random.below(20))
    const repairs = randomEdits(received)
    const repaired = applyEdits(received, repairs)
    const conversions = {'zh-Hant': randomEdits(repaired)}
    const log = {field: 'body', received, repairs: repairs.map(withCertainty), conversions}
    const rows = showSideBySide(log, ['zh-Hans', 'zh-Hant'])
    const joined = (column: number): string => rows.map((row) => row.editions[column]).join('')
    expect(bare(joined(0))).toBe(bare(repaired))
    expect(bare(joined(1))).toBe(bare(applyEdits(repaired, conversions['zh-Hant'])))
    const marked = rows.map((row) => row.received.markup).join('')
    expect(bare(marked.replace(/<ins>[^<]*<\/ins>/g, '').replace(/<\/?del>/g, ''))).toBe(
      bare(received),
    )
  }

  function randomEdits(text: string): readonly Edit[] {
    const edits: Edit[] = []
    for (let at = random.below(6); at <= text.length; at += 1 + random.below(6)) {
      const before = text.slice(at, at + random.below(4))
      const after = random.text('丙丁', random.below(3))
      if (before !== after) edits.push(edit(at, before, after))
      at += before.length
    }
    return edits
  }
})

type Logged = Parameters<typeof showSideBySide>[0]

function rowsOf(logged: Logged): readonly (readonly string[])[] {
  return showSideBySide(logged, ['zh-Hans', 'zh-Hant']).map(({received, editions}) => [
    received.markup,
    ...editions,
  ])
}

function edit(offset: number, before: string, after: string): Edit {
  return {rule: 'marks', offset, before, after}
}

/** A text without the white space around paragraphs, which is not shown. */
function bare(text: string): string {
  return text.replace(/\s/g, '')
}
