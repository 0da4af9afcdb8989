import {expect, test} from 'vitest'
import {findLineEnds} from '../../src/text/line-ends.ts'
import {sequence} from '../support/random.ts'

/** A title with `|` where a line of it may end. */
function mark(title: string): string {
  const ends = [0, ...findLineEnds(title)]
  return ends.map((start, index) => title.slice(start, ends[index + 1])).join('|')
}

test.each([
  // Words are not parted, in either script.
  '云溪市关心|下一代|工作|委员会|成立|大会|召开',
  '雲溪市關心|下一代|工作|委員會|成立|大會|召開',
  '關於|調整|近期|線下|活動|安排的|通知',
  // A number stays with what it counts, and with the word before it.
  '2019年|暑期|阅览室|青年|志愿者|招募|公告',
  '市关工委|成立20周年|暨全区|会议',
  // A word of one character stands at no end but for those that belong there.
  '老师傅的|小工坊',
  '工作|情况|和明年|打算',
  '百盏花灯亮溪畔',
  // Beside marks, and in other scripts, browsers know.
  '《关于|加强|工作的|意见》解读',
  'ISO 9001 认证|通过',
  '通知',
  '',
])('a line of a title may end here: %s', (title) => {
  expect(mark(title.replaceAll('|', ''))).toBe(title)
})

test('a line ends inside a title, between two characters, and never twice at one place', () => {
  const random = sequence(11)
  const signs = '关于关心下一代工作委员会會議的通知和与20（）“”，A 𠮷裏里'
  for (let turn = 0; turn < 2000; turn++) {
    const title = random.text(signs, 1 + random.below(24))
    const ends = findLineEnds(title)
    expect(ends.every((end, at) => end > (ends[at - 1] ?? 0) && end < title.length)).toBe(true)
    for (const end of ends) expect(title.slice(end, end + 1)).toMatch(/[\u4e00-\u9fff]/)
  }
})
