import {describe, expect, test} from 'vitest'
import {undoEdits} from '../../src/text/edit.ts'
import {decodeGbk, encodeGbk} from '../../src/text/gbk.ts'
import {mendMojibake} from '../../src/text/mojibake.ts'
import {sequence} from '../support/random.ts'

test('reports lost characters with their place, and leaves them', () => {
  const {text, edits, notices} = mendMojibake('开展锟斤拷锟斤拷活动，烫烫烫烫；ï¿½')
  expect({text, edits}).toEqual({text: '开展锟斤拷锟斤拷活动，烫烫烫烫；ï¿½', edits: []})
  expect(notices).toEqual([
    {rule: 'mojibake', offset: 2, text: '锟斤拷锟斤拷'},
    {rule: 'mojibake', offset: 11, text: '烫烫烫烫'},
    {rule: 'mojibake', offset: 16, text: 'ï¿½'},
  ])
})

test.each([
  ['UTF-8 as windows-1252', 'å¼€å±•æ´»åŠ¨ 2023', '开展活动 2023'],
  ['UTF-8 as Latin-1', 'å¼\u0080å±\u0095æ´»å\u008a¨ 2023', '开展活动 2023'],
  ['one mark', '约翰Â·史密斯说：â€œ好â€\u009d', '约翰·史密斯说：“好”'],
  ['UTF-8 twice as Latin-1', 'Ã¥Â¼Â\u0080Ã¥Â±Â\u0095', '开展'],
  ['a letter with an accent', 'MÃ¤rz与CafÃ©', 'März与Café'],
  ['a letter twice', 'MÃƒÂ¤rz', 'März'],
  ['GBK as Latin-1', 'ÖÐ¹úÈËÃñ£¬2023', '中国人民，2023'],
  ['UTF-8 as GBK', '閫氱煡锛氬悇鍗曚綅', '通知：各单位'],
  ['UTF-8 as GBK between letters', 'A 閫氱煡锛氬悇鍗曚綅 B', 'A 通知：各单位 B'],
])('reads %s again', (_, received, expected) => {
  const {text, edits} = mendMojibake(received)
  expect(text).toBe(expected)
  expect(undoEdits(text, edits)).toBe(received)
})

describe('passes over', () => {
  test.each([
    ['ordinary words', '水很烫，屯田，斤两，锟铻'],
    ['a name with an accent', '科技园（école）的Müller先生、Ångström、naïve café'],
    ['letters of pinyin', '会（huì）议（yì）、lǜ、nǚ'],
    ['accents side by side', 'créée, Noël, œuvre, ÄÖÜ, “é”'],
    ['rare characters', '渥太华、浒墅关、洱海、湛江、鈥'],
    ['signs', '5µm，±3°，§2，×10²，©2023，€5，™'],
    ['a byte that is missing', '浣犲ソ锛屼笘鐣\uFFFD'],
    ['what was lost on the way', 'ï¼? å¼?'],
  ])('%s: %s', (_, text) => {
    expect(mendMojibake(text).edits).toEqual([])
  })
})

const common = Array.from(
  '会议活动组织学习关心单位领导参加工作人员开展教育實踐發揮作用青年志願服務社區醫院學校老師學生問題辦法經驗認真落實精神，。、；：？！“”（）《》',
)

/** Ways of reading bytes wrongly that lose nothing; undefined where they would. */
const misreadings: Readonly<Record<string, (text: string) => string | undefined>> = {
  'UTF-8 as Latin-1': (text) => Buffer.from(text, 'utf8').toString('latin1'),
  'UTF-8 as Latin-1, twice': (text) =>
    Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8').toString('latin1'),
  'UTF-8 as GBK': (text) => {
    const bytes = Buffer.from(text, 'utf8')
    const pairs = Array.from({length: bytes.length / 2}, (_, at) =>
      decodeGbk(bytes[2 * at]!, bytes[2 * at + 1]!),
    )
    const isWhole = bytes.length % 2 === 0 && pairs.every((each) => each !== undefined)
    return isWhole && pairs.every((each) => encodeGbk(each)) ? pairs.join('') : undefined
  },
  'GBK as Latin-1': (text) => {
    const codes = Array.from(text, (character) => encodeGbk(character)!)
    const isOld = codes.every((code) => code >> 8 > 0xa0 && (code & 0xff) > 0xa0)
    return isOld
      ? Buffer.from(codes.flatMap((code) => [code >> 8, code & 0xff])).toString('latin1')
      : undefined
  },
}

test.each(Object.entries(misreadings))('gives random text back from %s', (_, misread) => {
  const {text} = sequence(4)
  let tried = 0
  for (let round = 0; round < 600; round++) {
    const clean = `会议室${text(common, 5 + (round % 20))}`
    const received = misread(clean)
    if (received === undefined) continue
    tried++
    const result = mendMojibake(received)
    expect(result.text).toBe(clean)
    expect(undoEdits(result.text, result.edits)).toBe(received)
  }
  expect(tried).toBeGreaterThan(10)
})

test('changes no random text that was read rightly', () => {
  const {text} = sequence(5)
  const words = 'café naïve Müller Ångström œuvre façade señor Øresund ±3° 5µm ©2023 €5 “é” ÄÖÜ'
  for (let round = 0; round < 3000; round++) {
    const clean = `${text(common, 12)}${text(words.split(' '), 1)}${text(common, 3)}`
    const {edits} = mendMojibake(clean)
    expect(edits).toEqual([])
  }
})
