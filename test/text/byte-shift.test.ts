import {readFileSync} from 'node:fs'
import {polyphonic} from 'pinyin-pro'
import {describe, expect, test} from 'vitest'
import {invertByteShifts} from '../../src/text/byte-shift.ts'
import {type Edited, undoEdits} from '../../src/text/edit.ts'
import {encodeGbk} from '../../src/text/gbk.ts'
import {characterTables} from '../../src/text/han.ts'
import {plainnessOf} from '../../src/text/plain-text.ts'
import {damagePage} from '../support/byte-damage.ts'
import {sequence} from '../support/random.ts'

/** The rule on one text, beside others of the same document. */
function invert(text: string, ...others: readonly string[]): Edited {
  return invertByteShifts([text, ...others])[0]!
}

/** Text of a page whose glosses show the damage. */
const damaged = '區(qū)里召開(kāi)會(huì)議,關(guān)心下一代,縣里和學(xué)校都參加。'

test.each([
  ['介紹螺釘?shù)奶攸c(diǎn)', '介紹螺釘的特點(diǎn)'],
  // The table's reading is not always the one that dictionaries list first.
  ['測(cè)量?jī)x器', '測(cè)量儀器'],
  // The character before has its own gloss.
  ['在當(dāng)?shù)剞r(nóng)村', '在當(dāng)地農(nóng)村'],
  // The broken gloss of the next character ends the run.
  ['辦公室?shì)?huì)議', '辦公室會(huì)議'],
])('puts the byte back that a gloss took: %s', (received, expected) => {
  const {text, edits} = invert(received, damaged)
  expect(text).toBe(expected)
  expect(undoEdits(text, edits)).toBe(received)
})

test.each([
  ['她說?！拔覐倪@裡來', '她說。“我從這裡來'],
  ['她說? ！拔覐倪@裡來', '她說。“我從這裡來'],
  ['取得勝利？？h政府', '取得勝利？？h政府'],
  ['取得勝利?？h政府', '取得勝利。縣政府'],
  ['取得勝利??h政府', '取得勝利。縣政府'],
  ['一門學(xué)科[1]??茖W(xué)研究', '一門學(xué)科[1]。科學(xué)研究'],
  // A character of private use is missing, and ordinary words leave no doubt what stood there.
  ['學科建設(shè)?；旧显诮虒W樓', '學科建設(shè)。基本上在教學樓'],
  ['大家說好?！壁w老師點頭', '大家說好。”趙老師點頭'],
  ['收穫頗豐??稍趯嶒炇覅⒂^', '收穫頗豐。可在實驗室參觀'],
])('puts the byte back that a space took: %s', (received, expected) => {
  expect(invert(received, damaged, '我從這裡').text).toBe(expected)
})

test('knows a name by its surname and by what given names are made of', () => {
  // Characters of private use stand on the page, so that none was lost.
  const {text} = invert('大家說要學習?！崩钗姆颊f，', damaged, '\uE000')
  expect(text).toBe('大家說要學習。”李文芳說，')
})

test('ends a quotation whose last byte went with the beginning of a tag', () => {
  expect(invert('“先生?！?p> 他說').text).toBe('“先生。” 他說')
  expect(invert('“請坐?！?br/>').text).toBe('“請坐。”')
  expect(invert('“請坐?！?/strong>').text).toBe('“請坐。”')
  for (const text of ['先生?！?p> 他說', '“真的?！?', '“甲”?！?p>']) {
    expect(invert(text).edits).toEqual([])
  }
})

test('makes no clause end where none ends: characters are lost there', () => {
  expect(invert('均為(wéi)?jǔ)俜种９?fàn)圍', damaged).edits).toEqual([])
})

describe('leaves alone', () => {
  test.each([
    ['an ordinary question mark', '真的?好吧'],
    ['one before a comma', '什么?，是吗a'],
    ['a whole gloss', '(shù)学'],
    ['a lost character', '朱?明主任'],
    ['one before a letter', '是不是?A组'],
    ['one in a formula', 'a?b)c'],
    ['one before English', '为何?abc'],
    ['two of them', '真的??h5页面'],
    ['two of them before a mark', '怎么会?！A组'],
  ])('%s: %s', (_, text) => {
    expect(invert(text, damaged)).toEqual({text, edits: [], notices: []})
  })

  test.each([
    ['what does not read as plain text', '螺釘?shù)龘龘c', '?shù)龘龘c'],
    [
      'what may read in two ways where characters of private use are missing',
      '鎮里與當?shù)厝罕娮劊c老人談心',
      '?shù)厝罕娮劊c',
    ],
  ])('%s, and reports it', (_, text, shown) => {
    const {edits, notices} = invert(text, damaged)
    expect(edits).toEqual([])
    expect(notices).toEqual([{rule: 'byte-shift', offset: text.indexOf('?'), text: shown}])
  })

  test.each([
    // 坐高 has lost all but one byte of each, and 走 has them too.
    ['a place where another text is nearly as likely', '老城區??梢宰哞F來'],
    ['a lost first byte that might be that of 。 as well', '提高??谱o理水準'],
  ])('%s: %s', (_, text) => {
    expect(invert(text, damaged).edits).toEqual([])
  })

  test('a run whose last byte is lost', () => {
    expect(invert('品嘗當?shù)孛朗?。第一天', damaged).edits).toEqual([])
  })
})

test('trusts a long run where characters of private use have stayed', () => {
  const page = damagePage('獲獎者都是借助于先進', {readings: new Map([['務', 'wù']]), marks: ''})
  expect(page?.text).toMatch(/[\uE000-\uF8FF]/)
  expect(invert(page!.text, damaged).text).toBe('獲獎者都是借助于先進')
})

const sentences = readFileSync(
  new URL('../fixtures/meeting-article.hant-tw.txt', import.meta.url),
  'utf8',
)
  .replace(/[\n「」]/g, '')
  .split(/(?<=。)/)

/** What tables hold: characters that only traditional text has, with one reading each. */
const readings = [...characterTables().traditional]
  .filter((character) => encodeGbk(character) && plainnessOf(character) === 'common')
  .map((character) => [character, polyphonic(character, {type: 'array'})[0]?.[0] ?? ''] as const)

/** Damages random pages; answers how many replacements fell between characters, and the repairs. */
function repairRandomPages(lost: RegExp) {
  const {below, pick} = sequence(11)
  const pages = Array.from({length: 60}, () => {
    const clean = Array.from({length: 30}, () => pick(sentences)).join('')
    const rate = 20 + below(80)
    const table = new Map(readings.filter(() => below(100) < rate))
    const page = damagePage(clean, {readings: table, marks: below(2) === 0 ? '' : '？！；'})!
    const kept = Array.from(page.text, (_, at) => at).filter((at) => !lost.test(page.text[at]!))
    const received = kept.map((at) => page.text[at]).join('')
    const {text, edits} = invert(received)
    expect(undoEdits(text, edits)).toBe(received)
    const repairs = edits.map(({offset, before, after}) => {
      const from = kept[offset]!
      const original = page.original(from, kept[offset + before.length - 1]! + 1 - from)
      return {made: after.replace(/\(.*\)/, ''), original}
    })
    return {shifts: page.shifts, repairs}
  })
  return {
    shifts: pages.reduce((sum, each) => sum + each.shifts, 0),
    repairs: pages.flatMap(({repairs}) => repairs),
  }
}

test.each([
  ['kept', /(?!)/, 0.95],
  // Where they are lost, so are bytes in the middle of many runs, and whole characters.
  ['lost', /[\uE000-\uF8FF]/, 0.8],
])(
  'every repair of a random page with characters of private use %s is the text from before',
  (_, lost, share) => {
    const {shifts, repairs} = repairRandomPages(lost)
    for (const {made, original} of repairs) expect(made).toBe(original)
    expect(shifts).toBeGreaterThan(500)
    // The others lost a byte that nothing tells.
    expect(repairs.length / shifts).toBeGreaterThan(share)
  },
)
