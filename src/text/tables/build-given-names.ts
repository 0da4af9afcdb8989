import {firstNamed, namedCount} from '../given-name.ts'
import {packSections} from '../sections.ts'
import {readJiebaEntries} from './ordinary-words.ts'

// Surnames that are no other word in the dictionary's names of three characters, or seldom.
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏汪田任姚谭廖' +
  '邹熊金陆郝孔崔康邱秦史顾侯邵孟龙段雷钱汤尹黎常贺赖龚'

// Added to each count, so that what was never met is unlikely and not impossible.
const leastInNames = 0.1
const leastInText = 50

/** The weights of characters in given names, from the persons in the dictionary of jieba. */
export function buildGivenNames(): Uint8Array {
  const names = [new Map<string, number>(), new Map<string, number>()] as const
  const text = new Map<string, number>()
  let persons = 0
  for (const {word, count, speech} of readJiebaEntries()) {
    if (!speech.startsWith('nr')) for (const character of word) add(text, character, count)
    if (speech !== 'nr' || word.length !== 3 || !surnames.includes(word[0]!)) continue
    persons++
    for (const [place, counts] of names.entries()) add(counts, word[place + 1]!, 1)
  }
  const total = [...text.values()].reduce((sum, count) => sum + count, 0)
  return packSections(
    names.map((counts) =>
      Int8Array.from({length: namedCount}, (_, index) => {
        const character = String.fromCharCode(firstNamed + index)
        const inNames = ((counts.get(character) ?? 0) + leastInNames) / persons
        const inText = ((text.get(character) ?? 0) + leastInText) / total
        return Math.max(-127, Math.min(127, Math.round(10 * Math.log(inNames / inText))))
      }),
    ),
  )
}

function add(counts: Map<string, number>, character: string, count: number): void {
  counts.set(character, (counts.get(character) ?? 0) + count)
}
