import {readdir, readFile} from 'node:fs/promises'
import {Converter} from 'opencc-js'
import {printTable} from './measure.js'
import {converterOf} from './program.js'

const folder = new URL('../test/cases/', import.meta.url)

/** Sentences in a line each: simplified, traditional, and what is right as well (`佈=布;週=周`). */
export async function benchScores() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).toSorted()
  /** @type {(readonly (string | number)[])[]} */
  const rows = []
  for (const name of names) {
    const lines = (await readFile(new URL(name, folder), 'utf8')).split('\n')
    const cases = lines.filter((line) => line !== '' && !line.startsWith('#')).map(readCase)
    if (!cases.every(isPair)) continue
    const score = (/** @type {(text: string) => string} */ convert) => {
      const right = cases.filter((each) => isRight(convert(each.simplified), each)).length
      return `${right} (${((right / cases.length) * 100).toFixed(1)} %)`
    }
    rows.push([
      name,
      cases.length,
      score(converterOf('s2tw')),
      score(Converter({from: 'cn', to: 'tw'})),
    ])
  }
  printTable(
    '例句 Sentences written rightly, s2tw',
    ['', '句 sentences', 'dibao', 'opencc-js'],
    rows,
  )
}

/** @typedef {ReturnType<typeof readCase>} Case */

function readCase(/** @type {string} */ line) {
  const [simplified = '', traditional = '', alternatives = ''] = line.split('\t')
  const pairs = alternatives.split(';').filter((pair) => pair !== '')
  return {simplified, traditional, pairs: pairs.map((pair) => pair.split('='))}
}

/** Whether a line is a sentence in both scripts; other lists have other columns. */
function isPair(/** @type {Case} */ {simplified, traditional}) {
  return /\p{Script=Han}/u.test(simplified) && simplified.length === traditional.length
}

function isRight(/** @type {string} */ text, /** @type {Case} */ {traditional, pairs}) {
  const settle = (/** @type {string} */ form) =>
    pairs.reduce((result, [gold = '', also = '']) => result.replaceAll(also, gold), form)
  return settle(text) === settle(traditional)
}
