import {expect, test} from 'vitest'
import {readPlainBody} from '../../src/article/fast-path/plain-body.ts'
import {readMarkdown} from '../../src/article/pipeline.ts'
import {nearlyPlainBody, scatteredBody} from '../support/random-bodies.ts'

test('gives the answer of the parser that it stands in front of, whatever the body', () => {
  let all = 0
  let saved = 0
  const read = readPlainBody((text) => {
    saved -= text.length
    return readMarkdown(text)
  })
  for (let seed = 0; seed < count; seed++) {
    const text = seed % 2 === 0 ? scatteredBody(seed) : nearlyPlainBody(seed)
    all += text.length
    saved += text.length
    const [mine, definition] = [read(text), readMarkdown(text)].map((body) => JSON.stringify(body))
    expect(mine, JSON.stringify(text)).toBe(definition)
  }
  // Otherwise the parser would be compared with itself.
  expect(saved / all).toBeGreaterThan(0.3)
})

const count = Number(process.env['DIBAO_RANDOM_BODIES'] ?? 4000)

test.each([
  '　　市关工委召开会议。\n国办发[2008]12号，5~10天，3\\*4。',
  '## 一、**总体要求**\n（一）A级景区\n# 附\n1.加强',
  '参见[市里的说明](https://www.a.example/b.html?c=1#d)和[通知](record:r1)。',
  '**一是坚持学习。**全市**“五老”**深入基层**（一）**',
  '- 甲校\n- **乙校**\n\n结束',
  '3) 甲校\n# 结束',
  '名单：\n* 甲校',
  '9. 甲校\n10. [乙校](/b)',
  '| 单位 | 人数 |\n|:--|-:|\n| **甲校** |  |\n| 乙校 | - |',
  '![活动现场](/img/p1.png)',
])('reads by itself, and the same way: %j', (body) => {
  const read = readPlainBody(() => {
    throw new Error('it asked the parser')
  })
  expect(read(body)).toEqual(readMarkdown(body))
})
