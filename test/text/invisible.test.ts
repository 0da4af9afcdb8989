import {expect, test} from 'vitest'
import {removeInvisible} from '../../src/text/invisible.ts'

test.each([
  ['会\u200b议\u2060召\ufeff开', '会议召开'],
  ['会\u00ad议', '会议'],
  ['会\u0000\u0007议\u0085\r\n', '会议\n'],
  ['会\u00a0议\u2003召\u202f开', '会 议 召 开'],
  ['会\t\t议', '会  议'],
  ['会\u2028议', '会\n议'],
  ['中\u200d国\u200c', '中国'],
  ['\u200e中国\u202a', '中国'],
  ['a\u200b\u00adb', 'ab'],
])('writes %j as %j', (before, after) => {
  expect(removeInvisible(before).text).toBe(after)
})

test.each([
  '👩\u200d👩\u200d👧 一家',
  '👩🏽\u200d🚀',
  '❤\ufe0f\u200d🔥',
  'نامه\u200cای 中国',
  'क्\u200dष',
  'שלום\u200f 中国',
  '会议　召开\n结束 a b',
])('keeps %j', (text) => {
  expect(removeInvisible(text)).toEqual({text, edits: [], notices: []})
})

test('keeps a joiner in emoji although something invisible stands beside it', () => {
  expect(removeInvisible('👩\u200b\u200d👧').text).toBe('👩\u200d👧')
})

test('makes one edit of a run, with its place', () => {
  expect(removeInvisible('会\u200b\ufeff议').edits).toEqual([
    {rule: 'invisible', offset: 1, before: '\u200b\ufeff', after: ''},
  ])
})

test('notices private-use and replacement characters and leaves them', () => {
  for (const lost of ['\ue000\uf8ff', '\u{F0001}', '\u{10FFFD}', '\ufffd']) {
    const text = `第一行\n我们会${lost}议召开了吗`
    const notice = {rule: 'invisible', offset: 4, text: `我们会${lost}议召开了`}
    expect(removeInvisible(text)).toEqual({text, edits: [], notices: [notice]})
  }
})
