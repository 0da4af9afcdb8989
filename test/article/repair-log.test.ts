import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parseBody} from '../../src/article/pipeline.ts'
import {plainTextOf} from '../../src/article/plain.ts'
import {mendLines} from '../../src/article/steps/lines.ts'
import type {EditionTag} from '../../src/base/script.ts'
import {applyEdits, type Edit, undoEdits} from '../../src/text/edit.ts'
import {compileArticle} from '../support/check-article.ts'
import {sequence} from '../support/random.ts'

const front = '---\ntitle: 标题\ndate: 2023-05-15\n---\n'
const editions: readonly EditionTag[] = ['zh-Hans', 'zh-Hant', 'zh-HK']

/** What was repaired in a body: `offset before→after rules`. */
function repairsOf(body: string): readonly string[] {
  const {log} = compileArticle(`${front}${body}`, ['zh-Hans']).article
  expect(log.map(({field}) => field)).toEqual(['body'])
  return log.flatMap(({repairs}) =>
    repairs.map(
      ({offset, before, after, rule}) =>
        `${offset} ${JSON.stringify(before)}→${JSON.stringify(after)} ${rule}`,
    ),
  )
}

describe('a repair is placed where the body has what it changes', () => {
  test.each([
    ['会议,召开.', ['2 ","→"，" marks', '5 "."→"。" marks']],
    ['**会议**,召开。', ['6 ","→"，" marks']],
    ['会议&nbsp;,召开。', ['2 "&nbsp;"→"" invisible+spaces', '8 ","→"，" marks']],
    ['会\\!议\\!', ['1 "\\\\!"→"！" marks', '4 "\\\\!"→"！" marks']],
    ['> 会议,\n> 召开,了。', ['4 ","→"，" marks', '10 ","→"，" marks']],
    ['第一行\r\n第二行,完\r\n\r\n第三段,完', ['8 ","→"，" marks', '17 ","→"，" marks']],
    ['<p>会议,召开</p>\n\n完,了', ['5 ","→"，" marks', '15 ","→"，" marks']],
    ['![甲,乙](a.jpg)', ['3 ","→"，" marks']],
    ['[会议](a.md "通知,完")', ['13 ","→"，" marks']],
    ['会议,召开\n　　第二段,完', ['2 ","→"，" marks', '6 "　　"→"" width', '11 ","→"，" marks']],
    ['|会议,召开|\n|-|\n|甲,乙|', ['3 ","→"，" marks', '14 ","→"，" marks']],
  ])('%j', (body, repairs) => {
    expect(repairsOf(body)).toEqual(repairs)
  })

  test('what the body does not have is a text of its own', () => {
    const record = `---\ntitle: 题,目\ndate: 2023-05-15\npictures:\n  - name: 图一\n    caption: 会,议\n---\n图一\n\n完,了`
    const {log} = compileArticle(record, ['zh-Hans']).article
    expect(
      log.map(({field, received, repairs}) => [field, received, repairs.map(({offset}) => offset)]),
    ).toEqual([
      ['title', '题,目', [1]],
      ['body', '图一\n\n完,了', [5]],
      ['inside', '会,议', [1]],
    ])
  })

  test('a text that nothing is done to is not in it', () => {
    const {log} = compileArticle(`${front}会议召开。`, ['zh-Hans']).article
    expect(log).toEqual([])
  })

  test('nothing is told of a withdrawn announcement', () => {
    const {log} = compileArticle(
      `---\ntitle: 题,目\ndate: 2023-05-15\nwithdrawn: {}\n---\n完,了`,
    ).article
    expect(log).toEqual([])
  })
})

const pieces = [
  ...['会议', '召开', '，', ',', '。', '.', '?', '(甲)', '区(qū)', '区(qū)', '學(xué)校(xiào)'],
  ...[
    '後',
    '发展',
    '校长发言',
    '“',
    '”',
    '"乙"',
    '12.5',
    'ABC',
    '　',
    ' ',
    '......',
    '甲--乙',
    '第１２条',
  ],
  ...[
    '**甲,**',
    '[链,接](http://a.cn)',
    '词`代,码`词',
    '&nbsp;',
    '\\*',
    '\n',
    '\n\n',
    '\r\n',
    '\n\n- ',
  ],
  ...[
    '<b>粗,</b>',
    '<br>',
    '\n\n> ',
    '-{发,}-',
    '\u200b',
    '\u{20000}',
    '\n　　',
    '台湾,',
    '\n\n## ',
  ],
]

function randomBodies(count: number): readonly string[] {
  const {text, below} = sequence(33)
  const raw = readFileSync(new URL('../fixtures/meeting-article.raw.txt', import.meta.url), 'utf8')
  return [raw, ...Array.from({length: count}, () => `甲${text(pieces, below(60))}`)]
}

function expectInOrder(text: string, edits: readonly Edit[]): void {
  let end = 0
  for (const {offset, before} of edits) {
    expect(offset).toBeGreaterThanOrEqual(end)
    expect(text.slice(offset, offset + before.length)).toBe(before)
    end = offset + before.length
  }
}

test('edits are in order, disjoint, and undoing them gives the received text', () => {
  for (const body of randomBodies(600)) {
    const {log} = compileArticle(`${front}${body}`, editions).article
    for (const {field, received, repairs, conversions} of log) {
      if (field === 'body') expect(received).toBe(body)
      expectInOrder(received, repairs)
      const repaired = applyEdits(received, repairs)
      expect(undoEdits(repaired, repairs)).toBe(received)
      for (const edits of Object.values(conversions)) {
        expectInOrder(repaired, edits)
        expect(undoEdits(applyEdits(repaired, edits), edits)).toBe(repaired)
      }
    }
  }
})

/** The text of a body as it stands, with nothing repaired. */
function plainOf(body: string): string {
  const {tree} = parseBody(body)
  mendLines(tree)
  return bare(plainTextOf(tree))
}

// Beside a mark that is full-width now, Markdown may see no emphasis where it saw some before.
function bare(text: string): string {
  return text.replace(/[\s*]/g, '')
}

test('the body with all its edits reads as the page does', () => {
  let told = 0
  for (const body of randomBodies(600)) {
    const {log, editions: made} = compileArticle(`${front}${body}`, editions).article
    // The parser of HTML loses the place of a text now and then, which is then told apart.
    if (log.some(({field}) => field === 'inside')) continue
    told++
    const inBody = log.find(({field}) => field === 'body')
    const repaired = applyEdits(body, inBody?.repairs ?? [])
    for (const {tag, plain} of made) {
      const text = applyEdits(repaired, inBody?.conversions[tag] ?? [])
      expect(plainOf(text), JSON.stringify(body)).toBe(bare(plain))
    }
  }
  expect(told).toBeGreaterThan(580)
})
