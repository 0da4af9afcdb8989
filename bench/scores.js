import {readdir, readFile} from 'node:fs/promises'
import {Converter} from 'opencc-js'
import {printTable} from './measure.js'
import {converterOf} from './program.js'

const folder = new URL('../test/cases/', import.meta.url)

/**
 * Lists that are not for the way to Taiwan's characters: the conversion, and what opencc-js calls it.
 * @type {Readonly<Record<string, {name: 's2hk' | 'tw2s', from: 'cn' | 'tw', to: 'hk' | 'cn'}>>}
 */
const otherWays = {
  'hong-kong-prose.tsv': {name: 's2hk', from: 'cn', to: 'hk'},
  'taiwan-prose.tsv': {name: 'tw2s', from: 'tw', to: 'cn'},
}

/** Sentences in a line each: received, expected, and what is right as well (`佈=布;週=周`). */
export async function benchScores() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).toSorted()
  /** @type {(readonly (string | number)[])[]} */
  const rows = []
  for (const name of names) {
    const lines = (await readFile(new URL(name, folder), 'utf8')).split('\n')
    const cases = lines.filter((line) => line !== '' && !line.startsWith('#')).map(readCase)
    if (!cases.every(isPair)) continue
    const score = (/** @type {(text: string) => string} */ convert) => {
      const right = cases.filter((each) => isRight(convert(each.received), each)).length
      return `${right} (${((right / cases.length) * 100).toFixed(1)} %)`
    }
    const {name: way, from, to} = otherWays[name] ?? {name: 's2tw', from: 'cn', to: 'tw'}
    rows.push([name, way, cases.length, score(converterOf(way)), score(Converter({from, to}))])
  }
  printTable('例句 Sentences written rightly', ['', '', '句 sentences', 'dibao', 'opencc-js'], rows)
}

/** @typedef {ReturnType<typeof readCase>} Case */

function readCase(/** @type {string} */ line) {
  const [received = '', expected = '', alternatives = ''] = line.split('\t')
  const pairs = alternatives.split(';').filter((pair) => pair !== '')
  return {received, expected, pairs: pairs.map((pair) => pair.split('='))}
}

/** Whether a line is a sentence in both scripts; other lists have other columns. */
function isPair(/** @type {Case} */ {received, expected}) {
  return /\p{Script=Han}/u.test(received) && received.length === expected.length
}

function isRight(/** @type {string} */ text, /** @type {Case} */ {expected, pairs}) {
  const settle = (/** @type {string} */ form) =>
    pairs.reduce((result, [gold = '', also = '']) => result.replaceAll(also, gold), form)
  return settle(text) === settle(expected)
}
