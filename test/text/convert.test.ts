import {describe, expect, test} from 'vitest'
import {convertAsRule, createEditionConverter, type Glossary} from '../../src/text/convert.ts'
import {applyEdits, undoEdits} from '../../src/text/edit.ts'
import {converterOf} from '../../src/text/profile.ts'
import {sequence} from '../support/random.ts'

const toTaiwan = createEditionConverter('hans', 'zh-Hant', {})

/** A glossary that only tells how Taiwan writes. */
function taiwanGlossary(entries: Readonly<Record<string, string>>): Glossary {
  return Object.fromEntries(
    Object.entries(entries).map(([text, result]) => [text, {'zh-Hant': result}]),
  )
}

describe('what is no prose stays', () => {
  test.each([
    ['请发邮件到fazhan@fa.cn联系', '請發郵件到fazhan@fa.cn聯繫'],
    ['见https://a.gov.cn/fa?b=1&c=2，发展', '見https://a.gov.cn/fa?b=1&c=2，發展'],
    ['附件：发展规划.docx已发', '附件：发展规划.docx已發'],
    ['图片14.png见后', '图片14.png見後'],
    ['文件《发展规划(1).pdf》下载', '文件《发展规划(1).pdf》下載'],
    ['用`发展`一词', '用`发展`一詞'],
    ['-{发展}-后', '发展後'],
    ['干部&nbsp;发展', '幹部&nbsp;發展'],
    ['干部Big Data发展', '幹部Big Data發展'],
  ])('%s becomes %s', (text, expected) => {
    expect(toTaiwan(text)).toBe(expected)
  })
})

describe('a glossary', () => {
  const glossary = taiwanGlossary({发: '發', 头发: '頭〇', 涂先生: '涂先生', 于: '于'})
  const convert = createEditionConverter('hans', 'zh-Hant', glossary)

  test('is asked before the tables, its longest entries first', () => {
    expect(convert('头发，理发')).toBe('頭〇，理發')
    expect(convert('涂先生们说')).toBe('涂先生們說')
    expect(convert('成立于后')).toBe('成立于後')
  })

  test('that names one traditional edition speaks for the other, but for none that has its own text', () => {
    const taiwan = taiwanGlossary({涂先生: '塗先生', 台: '檯'})
    expect(createEditionConverter('hans', 'zh-HK', taiwan)('涂先生的台')).toBe('塗先生的檯')
    expect(createEditionConverter('hans', 'zh-Hans', taiwan)('涂先生的台')).toBe('涂先生的台')
    const hongKong = {裡: {'zh-HK': '裏'}} as const
    expect(createEditionConverter('hant-tw', 'zh-Hant', hongKong)('這裡')).toBe('這裡')
    expect(createEditionConverter('hant-tw', 'zh-HK', hongKong)('這裡')).toBe('這裏')
  })

  test('has no order of its own', () => {
    const reversed = Object.fromEntries(Object.entries(glossary).toReversed())
    const other = createEditionConverter('hans', 'zh-Hant', reversed)
    for (const text of ['头发', '发头发', '涂先生头发于']) expect(other(text)).toBe(convert(text))
  })

  test('keeps an entry as it stands in editions of which it names none', () => {
    const entries = {于欢: {}, 后台: {'zh-Hans': '幕后'}} as const
    expect(createEditionConverter('hans', 'zh-Hant', entries)('于欢在后台干')).toBe('于欢在后台幹')
    expect(createEditionConverter('hans', 'zh-HK', entries)('于欢在后台干')).toBe('于欢在后台幹')
  })

  test('works where the edition has the script of the text', () => {
    const entries = {后台: {'zh-Hans': '幕后'}} as const
    expect(createEditionConverter('hans', 'zh-Hans', entries)('在后台发展')).toBe('在幕后发展')
    expect(createEditionConverter('hant-tw', 'zh-Hant', {})('老干部發展')).toBe('老干部發展')
  })

  test('takes no part of an entry that is longer than it', () => {
    const entries = taiwanGlossary({'': '空', 甲: '1', 甲乙: '2', 乙丙: '3'})
    expect(createEditionConverter('hans', 'zh-Hant', entries)('甲乙丙丁甲丙')).toBe('2丙丁1丙')
  })

  const signs = ['.', '*', '+', '?', '^', '$', '|', '(', ')', '[', ']', '{', '}', '\\', '/', '-']

  test.each([
    ...signs.map((sign) => `甲${sign}乙`),
    ...signs,
    ...['\\d+', '[发]', '^$', '$&', '(?:)', '发{2}', 'a-z', '\u{20000}', '👩‍👧', '甲\n乙'],
  ])('reads the entry %j as the characters it has', (entry) => {
    const made = createEditionConverter('hans', 'zh-Hant', taiwanGlossary({[entry]: '$&$1〇'}))
    expect(made(`后${entry}后`)).toBe('後$&$1〇後')
    expect(made('甲丙乙123')).toBe('甲丙乙123')
  })

  test('has no entries but its own', () => {
    const convert = createEditionConverter('hans', 'zh-Hant', taiwanGlossary({后: '后'}))
    expect(convert('constructor __proto__ 后')).toBe('constructor __proto__ 后')
  })
})

test('as a rule, tells every run of characters that it changed', () => {
  expect(convertAsRule('r', '区委书记，`区`，區', converterOf('s2tw'))).toEqual({
    text: '區委書記，`区`，區',
    edits: [
      {rule: 'r', offset: 0, before: '区', after: '區'},
      {rule: 'r', offset: 2, before: '书记', after: '書記'},
    ],
    notices: [],
  })
  expect(convertAsRule('r', '一丁', converterOf('s2tw'))).toEqual({
    text: '一丁',
    edits: [],
    notices: [],
  })
})

test('as a rule, takes a stretch that changes its length as one edit, without its ends', () => {
  const {text, edits} = convertAsRule('r', '甲`后`乙后丙后', (piece) =>
    piece.replaceAll('后', '之後'),
  )
  expect(text).toBe('甲`后`乙之後丙之後')
  expect(edits).toEqual([{rule: 'r', offset: 5, before: '后丙后', after: '之後丙之後'}])
})

test('as a rule, can be undone on any text', () => {
  const {below, text} = sequence(11)
  const alphabet = [...'区發后干 ,`/.a1\n', 'http://a.cn/b', '图1.png', '\u{2F81A}', '\u{20000}']
  for (let count = 0; count < 2000; count++) {
    const line = text(alphabet, below(20))
    const made = convertAsRule('r', line, converterOf(count % 2 ? 's2tw' : 'tw2s'))
    expect(applyEdits(line, made.edits)).toBe(made.text)
    expect(undoEdits(made.text, made.edits)).toBe(line)
  }
})
