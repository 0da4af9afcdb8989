import {JiebaDict} from 'jieba-zh-cn'
import {readOpenccConfig} from '../opencc.ts'
import {rarityUnit} from '../table-layout.ts'

/**
 * How rare each UTF-16 code unit is in Chinese text: the negative logarithm of its share, one byte
 * for each. Han characters are counted in the words of jieba's dictionary (package jieba-zh-cn, ISC;
 * the counts are jieba's, MIT), a traditional form as often as its simplified one; the rest goes by
 * block, by our own judgement of official prose.
 */
export function buildRarity(): Uint8Array {
  const rarity = new Uint8Array(0x10000)
  for (let unit = 0; unit < rarity.length; unit++) rarity[unit] = bitsOfBlock(unit) * rarityUnit
  for (const [character, bits] of countedBits()) rarity[character.charCodeAt(0)] = bits * rarityUnit
  return rarity
}

const shareOfHan = 0.8
const leastCommonBits = 20

function countedBits(): ReadonlyMap<string, number> {
  const counts = countCharacters()
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const bits = new Map<string, number>()
  const lower = (character: string, least: number): void => {
    bits.set(character, Math.min(least, bits.get(character) ?? leastCommonBits))
  }
  for (const [character, count] of counts) {
    lower(character, -Math.log2((shareOfHan * count) / total))
  }
  for (const [from, to] of traditionalForms()) lower(to, bits.get(from) ?? leastCommonBits)
  return bits
}

/** Simplified characters with each of their traditional forms, those of Taiwan and Hong Kong too. */
function traditionalForms(): readonly (readonly [string, string])[] {
  const names = ['s2t', 's2tw', 's2hk'] as const
  const tables = names.flatMap((name) => readOpenccConfig(name).stages).flat()
  const backwards = readOpenccConfig('t2s').stages.flat()
  return [...tables.flat(), ...backwards.flat().map(([from, to]) => [to, from] as const)].filter(
    ([from, to]) => isOne(from) && isOne(to),
  )
}

function isOne(text: string): boolean {
  return /^[\u3400-\u9fff]$/.test(text)
}

function countCharacters(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of new TextDecoder().decode(JiebaDict).split('\n')) {
    const [word = '', count = ''] = line.split(' ')
    for (const character of word) {
      if (!/^[\u4e00-\u9fff]$/.test(character)) continue
      counts.set(character, (counts.get(character) ?? 0) + Number(count))
    }
  }
  return counts
}

type Block = readonly [units: RegExp, bits: number]

// The first that has the unit counts.
const blocks: readonly Block[] = [
  [/[\n a-z]/, 5],
  [/[\t\r!-~]/, 6],
  [/[\u3000-\u3002\u3008-\u3011\u3014\u3015\u00b7\u2014\u2018-\u201d\u2026]/, 7],
  [/[\uff01-\uff5e]/, 9],
  [/[\u2460-\u2473\u2488-\u249b\u3220-\u3229\u25a0-\u25cf\u2605\u2606\u203b]/, 12],
  [/[\u3040-\u312f\u2010-\u206f\u2100-\u22ff\u2500-\u257f\u00a0-\u017f]/, 15],
  [/[\u0391-\u045f]/, 16],
  [/[\u4e00-\u9fff]/, 22],
  [/[\u3400-\u4dbf\uac00-\ud7a3]/, 24],
  [/[\ud800-\udbff]/, 14],
  [/[\udc00-\udfff]/, 12],
  [/[\ue000-\uf8ff\ufffd]/, 25],
]
const strangeBits = 31

function bitsOfBlock(unit: number): number {
  const character = String.fromCharCode(unit)
  return blocks.find(([units]) => units.test(character))?.[1] ?? strangeBits
}
