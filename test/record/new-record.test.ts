import {expect, test} from 'vitest'
import {toIsoDate} from '../../src/base/day.ts'
import {createRecordId, formatNewRecord, pathOfNewRecord} from '../../src/record/new-record.ts'
import {parseRecord} from '../../src/record/parse.ts'
import {toRecordId} from '../../src/record/record-id.ts'
import {createSourceFile} from '../../src/record/source-file.ts'
import {sequence} from '../support/random.ts'

const date = toIsoDate('2024-12-10')!

test('a new record reads back as what was asked for, whatever its title', () => {
  const random = sequence(20241210)
  const titles = [
    '关于: 通知',
    '"引号"',
    '#3号楼',
    '- 项',
    "it's",
    'true',
    '2024',
    '＃@!*&',
    '甲\t乙',
  ]
  for (let count = 0; count < 200; count++) {
    titles.push(random.text('关于通知:：#"\'\\-[]{}!&*|> 1a%@`,', 1 + random.below(20)))
  }
  for (const title of titles) {
    const id = createRecordId(title, date)
    const record = {id, title, date, column: '通知公告'}
    const source = createSourceFile(pathOfNewRecord(record), formatNewRecord(record))
    const {value, diagnostics} = parseRecord(source)
    if (title.trim() === '') expect(value).toBeUndefined()
    else
      expect({diagnostics, value}).toMatchObject({diagnostics: [], value: {...record, draft: true}})
  }
})

test('the id is the day and six figures of the title, and is one that any address may have', () => {
  const id = createRecordId('关于春节放假的通知', date)
  expect(id).toMatch(/^20241210-[0-9a-f]{6}$/)
  expect(toRecordId(id)).toBe(id)
  expect(createRecordId('关于春节放假的通知', date)).toBe(id)
  expect(createRecordId('关于端午放假的通知', date)).not.toBe(id)
})
