import {Converter} from 'opencc-js'
import {measure, printTable} from './measure.js'
import {converterOf} from './program.js'
import {cleanArticle} from './texts.js'

const conversions = /** @type {const} */ ([
  ['s2tw', 'cn', 'tw'],
  ['s2hk', 'cn', 'hk'],
  ['s2t', 'cn', 't'],
  ['tw2s', 'tw', 'cn'],
  ['hk2s', 'hk', 'cn'],
  ['t2s', 't', 'cn'],
])

/** Throughput beside that of opencc-js, over the same articles in the same run. */
export function benchConversion() {
  const simplified = Array.from({length: 40}, (_, seed) => cleanArticle(seed))
  const traditional = simplified.map(converterOf('s2tw'))
  const rows = conversions.map(([name, from, to]) => {
    const texts = name.startsWith('s2') ? simplified : traditional
    const units = texts.reduce((sum, {length}) => sum + length, 0)
    const converters = [converterOf(name), Converter({from, to})]
    const [ours = 0, theirs = 0] = measure(
      converters.map((convert) => () => {
        for (const text of texts) convert(text)
      }),
    )
    const millions = (/** @type {number} */ ms) => (units / ms / 1000).toFixed(1)
    return [name, millions(ours), millions(theirs), `${(theirs / ours).toFixed(1)} ×`]
  })
  printTable(
    '转换速度 Conversion, million characters a second',
    ['', 'dibao', 'opencc-js', '倍数 ratio'],
    rows,
  )
}
