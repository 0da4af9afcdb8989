import {readFile} from 'node:fs/promises'
import {measure, printTable} from './measure.js'
import {converterOf, normaliseText} from './program.js'
import {cleanArticle, damagedArticle} from './texts.js'

const editions = /** @type {const} */ (['zh-Hans', 'zh-Hant', 'zh-HK'])

/** Milliseconds for one article: all repairs, the judgement of its script, and one edition. */
export async function benchNormaliser() {
  const toTaiwan = converterOf('s2tw')
  const article = new URL('../test/fixtures/meeting-article.raw.txt', import.meta.url)
  const seeds = Array.from({length: 10}, (_, seed) => seed)
  const kinds = [
    {name: '完好，简体 clean, simplified', texts: seeds.map((seed) => cleanArticle(seed))},
    {name: '完好，繁体 clean, Taiwan', texts: seeds.map((seed) => toTaiwan(cleanArticle(seed)))},
    {name: '损坏 damaged', texts: seeds.map((seed) => damagedArticle(seed, toTaiwan))},
    {name: '真实文章 the real article', texts: [await readFile(article, 'utf8')]},
  ]
  const tasks = kinds.flatMap(({texts}) =>
    editions.map((edition) => () => {
      for (const text of texts) normaliseText(text, {edition})
    }),
  )
  const times = measure(tasks)
  const rows = kinds.map(({name, texts}, index) => {
    const mine = times.slice(index * editions.length, (index + 1) * editions.length)
    const units = texts.reduce((sum, {length}) => sum + length, 0) / texts.length
    return [name, Math.round(units), ...mine.map((ms) => (ms / texts.length).toFixed(2))]
  })
  printTable('整理一篇 Normaliser, ms an article', ['', '字 characters', ...editions], rows)
}
