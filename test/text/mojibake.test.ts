import {expect, test} from 'vitest'
import {reportMojibake} from '../../src/text/mojibake.ts'

test('reports lost characters with their place, and leaves them', () => {
  const {text, edits, notices} = reportMojibake('开展锟斤拷锟斤拷活动，烫烫烫烫；ï¿½')
  expect({text, edits}).toEqual({text: '开展锟斤拷锟斤拷活动，烫烫烫烫；ï¿½', edits: []})
  expect(notices).toEqual([
    {rule: 'mojibake', offset: 2, text: '锟斤拷锟斤拷'},
    {rule: 'mojibake', offset: 11, text: '烫烫烫烫'},
    {rule: 'mojibake', offset: 16, text: 'ï¿½'},
  ])
})

test.each(['水很烫', '屯田', '斤两', '锟铻'])('passes ordinary text over: %s', (text) => {
  expect(reportMojibake(text)).toEqual({text, edits: [], notices: []})
})
