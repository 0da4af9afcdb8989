import {expect, test} from 'vitest'
import {parse} from 'yaml'
import type {RecordId} from '../../src/base/brand.ts'
import {toDay} from '../../src/base/day.ts'
import {formatRecord, type RecordFields} from '../../src/record/write.ts'

const date = toDay(2023, 5, 15)!
const id = '20230515-0a1b2c' as RecordId

const least: RecordFields = {
  id,
  title: '标题',
  date,
  tags: [],
  draft: false,
  corrections: [],
  aliases: [],
  attachments: [],
  pictures: [],
  conversion: {},
}

/** What a reader of the front matter sees, and the rest of the file. */
function read(text: string): {fields: unknown; body: string} {
  const end = text.indexOf('\n---\n', 3)
  return {fields: parse(text.slice(4, end + 1)), body: text.slice(end + 5)}
}

test('writes the fields in one order and leaves out what is not there', () => {
  expect(formatRecord({...least, views: 0, source: '', author: undefined}, '\n正文\n')).toBe(
    '---\nid: "20230515-0a1b2c"\ntitle: 标题\ndate: 2023-05-15\nviews: 0\n---\n\n正文\n',
  )
})

test('writes every field', () => {
  const fields: RecordFields = {
    ...least,
    subtitle: '副题',
    written: toDay(2023, 5, 1),
    updated: toDay(2023, 6, 1),
    column: '工作动态',
    tags: ['会议', '2023'],
    source: '仁和區(qū)關(guān)工委辦公室',
    author: '甲',
    editor: '乙',
    views: 1209,
    documentNumber: '国办发〔2017〕47号',
    indexNumber: '0123',
    script: 'pseudo-hant',
    draft: true,
    withdrawn: {date, reason: '更正：另发'},
    corrections: [{date, text: '“甲”应为“乙”'}],
    aliases: ['/show.asp'],
    attachments: [{file: '附件.doc', title: '名单'}],
    pictures: [{name: '图1.png', file: 'a/b.png', caption: '合影', missing: false}],
    conversion: {孔煒: {'zh-Hans': '孔炜', 'zh-Hant': ''}},
    provenance: {
      from: '旧站',
      url: 'https://example.org/?a=1#b',
      file: 'a.txt',
      retrieved: date,
      by: 'dibao import (plain text)',
      sha256: '0e1',
      lines: [
        {line: 1, text: '标题\n'},
        {line: 2, text: ''},
      ],
    },
  }
  const text = formatRecord(fields, '正文')
  const {draft, pictures, ...rest} = fields
  expect(read(text)).toEqual({
    fields: {...rest, draft, pictures: [{name: '图1.png', file: 'a/b.png', caption: '合影'}]},
    body: '正文',
  })
  expect(text).toMatchInlineSnapshot(`
    "---
    id: "20230515-0a1b2c"
    title: 标题
    subtitle: 副题
    date: 2023-05-15
    written: 2023-05-01
    updated: 2023-06-01
    column: 工作动态
    tags:
      - 会议
      - "2023"
    source: 仁和區(qū)關(guān)工委辦公室
    author: 甲
    editor: 乙
    views: 1209
    documentNumber: 国办发〔2017〕47号
    indexNumber: "0123"
    script: pseudo-hant
    draft: true
    withdrawn:
      date: 2023-05-15
      reason: 更正：另发
    corrections:
      - date: 2023-05-15
        text: "“甲”应为“乙”"
    aliases:
      - "/show.asp"
    attachments:
      - file: 附件.doc
        title: 名单
    pictures:
      - name: 图1.png
        file: "a/b.png"
        caption: 合影
    conversion:
      孔煒:
        zh-Hans: 孔炜
        zh-Hant: ""
    provenance:
      from: 旧站
      url: "https://example.org/?a=1#b"
      file: a.txt
      retrieved: 2023-05-15
      by: dibao import (plain text)
      sha256: "0e1"
      lines:
        - line: 1
          text: "标题\\n"
        - line: 2
          text: ""
    ---
    正文"
  `)
})

test('writes a withdrawal of which nothing more is known', () => {
  expect(read(formatRecord({...least, withdrawn: {}}, '')).fields).toMatchObject({withdrawn: {}})
})

test.each(['', '\n', '---\n', '---\ntitle: 甲\n---\n', '正文\r\n没有末尾换行', '\uFEFF\u2028\0'])(
  'keeps the body %j byte for byte',
  (body) => {
    expect(read(formatRecord(least, body)).body).toBe(body)
  },
)

const troublesome = [
  ...['true', 'Yes', 'null', '~', 'NaN', '.inf', '0x1F', '0123', '1e3', '1_000', '12:30:45'],
  ...['2023-05-15', '2023-05-15 08:00:00', '-', '- a', '? a', ': a', 'a: b', 'a:', 'a #b', '#a'],
  ...['"', "'", '\\', '\\n', '"a"', "it's", '|', '>', '%', '@', '`', '&a', '*a', '!a', '{a}', '[a'],
  ...[
    '',
    ' ',
    ' a',
    'a ',
    '\u3000甲',
    '甲\u3000',
    '\u00a0',
    'a\nb',
    'a\n',
    '\r',
    '\t',
    '\0',
    '\x07',
  ],
  ...[
    '\x7f',
    '\x85',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '\u200b',
    '\ud800',
    '\udc00a',
    '\uffff',
    '\ue000',
  ],
  ...[
    '😀',
    '👨‍👩‍👧',
    '𠮷',
    '𰻝𰻝面',
    '---',
    '...',
    '<<',
    '=',
    '区(qū)',
    '标题：副题',
    'http://a/b?c=d#e',
    '，',
    'a\\',
  ],
]

test.each(troublesome)('writes %j so that it is read as the same text', (text) => {
  expect(checkText(text)).toEqual([text, text, text])
})

test('writes any text so that it is read as the same text', () => {
  const characters = [...new Set(troublesome.join('').split('')), ...'关工委成立 abcXYZ0189.,()']
  const random = randomNumbers(7)
  for (let round = 0; round < 5000; round++) {
    let text = ''
    for (let left = 1 + random(12); left > 0; left--) {
      text +=
        random(6) === 0
          ? String.fromCharCode(random(0x10000))
          : characters[random(characters.length)]
    }
    expect(checkText(text)).toEqual([text, text, text])
  }
})

test('keeps a glossary entry longer than a YAML key may be', () => {
  const long = '关工委：'.repeat(400)
  expect(checkText(long)).toEqual([long, long, long])
})

test('leaves plain words unquoted', () => {
  const title = '攀枝花市仁和區(qū)召開慶祝區(qū)關(guān)工委成立20周年'
  expect(formatRecord({...least, title}, '')).toContain(`\ntitle: ${title}\n`)
})

/** A text as it is read back from a list, a nested value and a key. */
function checkText(text: string): readonly unknown[] {
  const written = formatRecord(
    {
      ...least,
      tags: [text],
      provenance: {lines: [{line: 1, text}]},
      conversion: {[text]: {'zh-Hans': text}},
    },
    '',
  )
  const fields = read(written).fields as {
    tags: string[]
    provenance: {lines: {text: string}[]}
    conversion: Record<string, Record<string, string>>
  }
  // The file must survive being written as UTF-8.
  expect(Buffer.from(written).toString()).toBe(written)
  const [[key, forms] = []] = Object.entries(fields.conversion)
  expect(forms).toEqual({'zh-Hans': text})
  return [fields.tags[0], fields.provenance.lines[0]?.text, key]
}

/** Whole numbers below a bound, the same ones for the same seed. */
function randomNumbers(start: number): (bound: number) => number {
  let state = start
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}
