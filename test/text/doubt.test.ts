import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {createConverter} from '../../src/text/converter.ts'
import {findDoubts} from '../../src/text/doubt.ts'

function brief(text: string, glossary = {}): readonly string[] {
  return findDoubts(text, 'hans', 'zh-Hant', glossary).map(
    (doubt) => `${doubt.text} ${doubt.chosen} ${doubt.others.join()}`,
  )
}

test('a phrase that may as well be two words is in doubt', () => {
  expect(findDoubts('志愿者向往来旅客发放手册。', 'hans', 'zh-Hant')).toEqual([
    {
      offset: 3,
      length: 2,
      text: '向往',
      chosen: '向往',
      others: ['嚮往'],
      context: '志愿者向往来旅客发放手册。',
    },
  ])
})

test.each([
  ['市人大代表于学文建议加快立法', ['于 於 于']],
  ['仓库里有3只能用', ['只 只 隻']],
  ['要加强狗舍消毒', ['舍 舍 捨']],
])('%s: %j', (text, expected) => {
  expect(brief(text)).toEqual(expected)
})

test.each([
  '主任于伟主持会议，记者余敏报道。',
  '由于工作需要，代表于会前提交议案。',
  '机关系统干部带头发言，校长发来贺信。',
  '养了20只羊，全村只剩三户。',
  '宿舍、干燥、松树、试卷、山谷。',
  '每年中秋千余名侨胞回乡，买茶几十斤。',
  '要加强圈舍消毒',
])('nothing in %s is in doubt', (text) => {
  expect(brief(text)).toEqual([])
})

test('the glossary and what is settled by hand leave no doubt', () => {
  expect(brief('要加强狗舍消毒', {狗舍: {'zh-Hant': '狗舍'}})).toEqual([])
  expect(brief('要加强-{狗舍}-消毒')).toEqual([])
  expect(brief('见狗舍消毒.docx')).toEqual([])
})

test('only an edition made from simplified text has doubts', () => {
  const text = '要加强狗舍消毒'
  expect(findDoubts(text, 'hans', 'zh-Hans')).toEqual([])
  expect(findDoubts(text, 'hant-tw', 'zh-HK')).toEqual([])
  expect(findDoubts(text, 'pseudo-hant', 'zh-HK')).toHaveLength(1)
})

test('ordinary prose has next to none, and each says what the edition has', () => {
  const convert = createConverter('s2tw')
  const sentences = ['official-prose', 'everyday-prose', 'varied-prose'].flatMap((list) =>
    readFileSync(`test/cases/${list}.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t', 1)[0]!),
  )
  const doubts = sentences.map((text) => findDoubts(text, 'hans', 'zh-Hant'))
  for (const [index, found] of doubts.entries()) {
    const text = sentences[index]!
    for (const {offset, length, chosen, others} of found) {
      expect(convert(text).slice(offset, offset + length)).toBe(chosen)
      expect(others).not.toContain(chosen)
    }
  }
  expect(doubts.flat()).toHaveLength(22)
})
