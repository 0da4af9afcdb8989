import {expect, test} from 'vitest'
import {compareSequences} from '../../src/text/compare-sequences.ts'
import {type ComparedBlock, comparePieces, compareTexts} from '../../src/text/compare-texts.ts'
import {growth} from '../support/processor.ts'
import {sequence} from '../support/random.ts'

/** A comparison as one text: `[-removed-]`, `{+added+}`; a mark before a block of one side. */
function show(blocks: readonly ComparedBlock[]): string {
  const marks = {same: '  ', changed: '~ ', removed: '- ', added: '+ '}
  return blocks
    .map(
      ({kind, pieces}) => marks[kind] + (kind === 'changed' ? showPieces(pieces) : textOf(pieces)),
    )
    .join('\n')
}

function textOf(pieces: ComparedBlock['pieces']): string {
  return pieces.map(({text}) => text).join('')
}

function showPieces(pieces: ComparedBlock['pieces']): string {
  return pieces
    .map(({kind, text}) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('')
}

/** The text that is left of a comparison without what one kind of piece and block has. */
function without(kind: 'removed' | 'added', blocks: readonly ComparedBlock[]): string {
  return blocks
    .filter((block) => block.kind !== kind)
    .map(({pieces}) => textOf(pieces.filter((piece) => piece.kind !== kind)))
    .join('\n')
}

test.each([
  ['会议有二十人参加。', '会议有二十二人参加。', '会议有二十{+二+}人参加。'],
  ['定于3月5日召开', '定于4月6日召开', '定于[-3月5-]{+4月6+}日召开'],
  ['每课二百元。', '每课不超过二百元，据实报销。', '每课{+不超过+}二百元{+，据实报销+}。'],
  ['经研究后决定', '经讨论决定了', '经[-研究后-]{+讨论+}决定{+了+}'],
  ['共1209元', '共1290元', '共[-1209-]{+1290+}元'],
  ['王某某任主任', '李某任主任', '[-王某-]{+李+}某任主任'],
  ['A meeting was held', 'A meeting is held', 'A meeting [-was-]{+is+} held'],
  ['', '新的', '{+新的+}'],
  ['𠮷野家', '吉野家', '[-𠮷-]{+吉+}野家'],
])('%s → %s', (old, now, shown) => {
  expect(showPieces(comparePieces(old, now))).toBe(shown)
})

test('blocks that are alike are one block that was changed; others were removed or added', () => {
  const old = '第一段没有变。\n参加会议的有二十人。\n这一段后来删去了，与别的段落都不像。\n末段。'
  const now =
    '第一段没有变。\n参加会议的共有二十二人。\n后来补上的一段话：散会以后看了展览。\n又一段新的文字。\n末段。'
  expect(show(compareTexts(old, now))).toBe(
    [
      '  第一段没有变。',
      '~ 参加会议的{+共+}有二十{+二+}人。',
      '- 这一段后来删去了，与别的段落都不像。',
      '+ 后来补上的一段话：散会以后看了展览。',
      '+ 又一段新的文字。',
      '  末段。',
    ].join('\n'),
  )
})

test('one block in the place of one other is one that was changed, however little they share', () => {
  expect(show(compareTexts('甲\n一二〇九\n乙', '甲\n三千\n乙'))).toBe(
    '  甲\n~ [-一二〇九-]{+三千+}\n  乙',
  )
})

test('without what was added a comparison is the old text, without what was removed the new one', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = sequence(seed)
    const alphabet = random.pick([
      ['甲', '乙', '\n'],
      [...'会议通知有二十人，。12aé', '\n', '\n', '𠮷', 'e\u0301'],
      ['第一段说的是会议。', '第二段说的是春节。', '人', '\n'],
    ])
    const old = random.text(alphabet, random.below(60))
    const at = random.below(old.length + 1)
    // Another text, or the same one with a change in it: a half of a surrogate pair may be left.
    const now = random.pick([
      random.text(alphabet, random.below(60)),
      old.slice(0, at) + random.text(alphabet, random.below(4)) + old.slice(at + random.below(4)),
    ])
    const blocks = compareTexts(old, now)
    expect(without('added', blocks)).toBe(old)
    expect(without('removed', blocks)).toBe(now)
    expect(blocks.every(({kind}) => kind === 'same')).toBe(old === now)
  }
})

test('no way between two sequences is shorter than the one that is found', () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = sequence(seed)
    const [old, now] = [
      [...random.text('甲乙丙', random.below(12))],
      [...random.text('甲乙丙', random.below(12))],
    ]
    const common = longestCommon(old, now)
    const found = compareSequences(old, now, 100) ?? []
    const differing = found.reduce(
      (sum, {removed, added}) => sum + removed.length + added.length,
      0,
    )
    expect(differing).toBe(old.length + now.length - 2 * common)
    expect(compareSequences(old, now, differing - 1)).toBeUndefined()
  }
})

/** The length of the longest sequence that two have in common, by the table of all beginnings. */
function longestCommon(old: readonly string[], now: readonly string[]): number {
  let row = now.map(() => 0)
  for (const item of old) {
    const next: number[] = []
    for (const [at, other] of now.entries()) {
      const same = item === other ? (row[at - 1] ?? 0) + 1 : 0
      next.push(Math.max(same, row[at]!, next[at - 1] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

test('the work grows with the length of the texts, whatever was done to them', () => {
  const random = sequence(7)
  const blockOf = (length: number): string => random.text('会议通知有二十人参加，。年月日', length)
  const textOfLength = (length: number) =>
    Array.from({length: length / 100}, () => blockOf(100)).join('\n')
  const work = (length: number): (() => void) => {
    const [old, now] = [textOfLength(length), textOfLength(length)]
    const [one, other] = [blockOf(length), blockOf(length)]
    return () => {
      expect(without('added', compareTexts(old, now))).toBe(old)
      expect(without('removed', compareTexts(one, other))).toBe(other)
    }
  }
  // So long that every bound is reached. The square would be sixteen times.
  expect(growth(work(20_000), work(80_000))).toBeLessThan(10)
})
