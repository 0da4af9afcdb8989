import {polyphonic} from 'pinyin-pro'
import {expect, test} from 'vitest'
import {invertByteShifts} from '../../src/text/byte-shift.ts'
import {applyEdits, undoEdits} from '../../src/text/edit.ts'
import {decodeGbk, encodeGbk} from '../../src/text/gbk.ts'
import {isHan} from '../../src/text/han.ts'
import {sequence} from '../support/random.ts'

test('puts the lost byte back and reads on to the letter that ends the run', () => {
  expect(invertByteShifts('螺釘?shù)奶攸c(diǎn)').text).toBe('螺釘的特點(diǎn)')
})

test('mends a space that was put before a full-width mark', () => {
  const received = damageBySpace('她說。“我從這')
  expect(received).toMatch(/^她說\? ！/)
  expect(invertByteShifts(received).text).toBe('她說。“我從這')
})

test('reports a run that does not come out even, and changes nothing', () => {
  const {text, edits, notices} = invertByteShifts('螺釘?shù)奶攸，')
  expect({text, edits}).toEqual({text: '螺釘?shù)奶攸，', edits: []})
  expect(notices).toEqual([])
  const even = invertByteShifts('螺釘?shù)龘龘c')
  expect(even.edits).toEqual([])
  expect(even.notices).toEqual([{rule: 'byte-shift', offset: 2, text: '?shù)龘龘c'}])
})

test.each(['真的?好吧', '什么?，是吗a', '(shù)学', '朱?明主任', '是不是?A组', 'a?b)c', '为何?abc'])(
  'leaves an ordinary question mark alone: %s',
  (text) => {
    expect(invertByteShifts(text)).toEqual({text, edits: [], notices: []})
  },
)

test('every repair of random damage is the text from before, and can be undone', () => {
  const random = sequence(11)
  const common = Array.from(
    '會議主題活動組織學習關心單位領導參加工作人員開展教育實踐發揮作用青年志願服務社區醫院學校老師學生問題辦法經驗認真落實精神特點釘數的是在了和有大這中人來上國個到說們為子你地出道也時年得就那要下以生自去之過家',
  )
  let mended = 0
  let damaged = 0
  for (let round = 0; round < 3000; round++) {
    const clean = Array.from({length: 12}, () => random.pick(common)).join('')
    const received = damageByReading(clean)
    if (received === undefined) continue
    damaged++
    const {text, edits} = invertByteShifts(received)
    if (edits.length === 0) continue
    mended++
    expect(text).toBe(clean)
    expect(undoEdits(applyEdits(received, edits), edits)).toBe(received)
  }
  expect(damaged).toBeGreaterThan(1000)
  // The others hold characters of private use, or no letter ends their run.
  expect(mended).toBeGreaterThan(300)
})

/** A reading as a replacement of bytes puts it, where a character's bytes stand between two. */
function damageByReading(text: string): string | undefined {
  const bytes = toBytes(text)
  for (let at = 1; at + 2 < bytes.length; at += 2) {
    const glossed = decodeGbk(bytes[at]!, bytes[at + 1]!)
    const reading = glossed && isHan(glossed) ? readingOf(glossed) : undefined
    if (reading) {
      const before = [...bytes.slice(0, at + 2)]
      return decodeLossily([...before, ...Array.from(`(${reading})`), ...bytes.slice(at + 2)])
    }
  }
  return undefined
}

function readingOf(character: string): string | undefined {
  const reading = polyphonic(character, {type: 'array'})[0]?.[0]
  return reading && reading !== character ? reading : undefined
}

function damageBySpace(text: string): string {
  const bytes = toBytes(text)
  const at = bytes.findIndex(
    (byte, index) => index % 2 === 1 && byte === 0xa3 && bytes[index + 1] === 0xa1,
  )
  return decodeLossily([...bytes.slice(0, at), ' ', ' ', ...bytes.slice(at)])
}

function toBytes(text: string): readonly number[] {
  return Array.from(text).flatMap((character) => {
    const code = encodeGbk(character)!
    return [code >> 8, code & 0xff]
  })
}

/** Reads bytes two by two as the old pages were read: a pair that is none becomes `?`. */
function decodeLossily(parts: readonly (number | string)[]): string {
  let result = ''
  for (let at = 0; at < parts.length; at++) {
    const lead = parts[at]!
    if (typeof lead === 'string') result += lead
    else if (lead < 0x80) result += String.fromCharCode(lead)
    else {
      const trail = parts[at + 1]
      at++
      result += typeof trail === 'number' ? (decodeGbk(lead, trail) ?? '?') : '?'
    }
  }
  return result
}
