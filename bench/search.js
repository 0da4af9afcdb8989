import {openSync, readFileSync, readSync, writeSync} from 'node:fs'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {runInThisContext} from 'node:vm'
import {JiebaDict} from 'jieba-zh-cn'
import {compiled} from './program.js'
import {timeInBrowser} from './search-browser.js'
import {cleanArticle, sequence} from './texts.js'

// The search index by itself, over announcements of open vocabulary: words as often as a dictionary
// counted them, names, dates and numbers. `node bench/search.js 100000` takes another number of them.

/** @type {typeof import('../src/emit/search/emit.ts')} */
const {searchIndexOf, sharedFiles} = await import(compiled('emit/search/emit.js'))
/** @type {typeof import('../src/emit/output.ts')} */
const {filesOf} = await import(compiled('emit/output.js'))
/** @type {typeof import('../src/text/fold.ts')} */
const {foldText} = await import(compiled('text/fold.js'))
/** @type {typeof import('../src/text/term-list.ts')} */
const {countTerms, listTerms, packTerms, unpackTerms} = await import(compiled('text/term-list.js'))

const count = Number(process.argv[2] ?? 10_000)
const queriesMax = 1000
const years = 20

const entries = Buffer.from(JiebaDict)
  .toString('utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([word = '', often]) => /^\p{Script=Han}{1,6}$/u.test(word) && Number(often) > 2)
let total = 0
const sums = entries.map(([, often]) => (total += Number(often)))
const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
]
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉力志永健世广义兴良海山仁波宁贵福',
]

/** @param {(limit: number) => number} below */
function word(below) {
  const place = below(total)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return entries[low]?.[0] ?? ''
}

/** @param {(limit: number) => number} below @param {readonly string[]} list */
const pick = (below, list) => list[below(list.length)] ?? ''

/** @param {(limit: number) => number} below @param {string} date */
function part(below, date) {
  const kind = below(40)
  if (kind === 0) return `${pick(below, surnames)}${pick(below, given)}${pick(below, given)}`
  if (kind === 1) return `${1 + below(300)}名`
  if (kind === 2) return `${date.slice(0, 4)}年${1 + below(12)}月${1 + below(28)}日`
  if (kind === 3 && below(4) === 0) return pick(below, ['5G', 'AI', 'PM2.5', '3.5%'])
  return word(below)
}

/** @param {number} number @param {number} all */
function createDocument(number, all) {
  const below = sequence(number * 7919 + 1)
  const year = 2006 + Math.floor((number * years) / all)
  const month = 1 + Math.floor((((number * years) / all) % 1) * 12)
  const date = `${year}-${String(month).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  let text = ''
  while (text.length < 750) {
    // Official prose says most things as it always does.
    if (below(3) > 0) text += cleanArticle(number * 31 + text.length, 60)
    for (let words = 6 + below(12); words > 0; words--) text += part(below, date)
    text += pick(below, ['，', '。', '。\n', '、'])
  }
  return {
    id: /** @type {never} */ (`${date.replaceAll('-', '')}-${(number * 40503).toString(16)}`),
    date: /** @type {never} */ (date),
    titles: [foldText(`${word(below)}${word(below)}${word(below)}工作会议`)],
    texts: [foldText(text)],
    facets: [`=column/${below(8)}`, `=source/${below(60)}`],
  }
}

/** Documents as a build keeps them: their terms in a file. @param {string} file */
function* indexed(file, extra = 0) {
  const descriptor = openSync(file, 'w+')
  let end = 0
  for (const {titles, texts, ...document} of documents(count, extra)) {
    const list = listTerms(titles, texts)
    const bytes = packTerms(list)
    // The bytes themselves are not to be held.
    const [start, {length}] = [end, bytes]
    end += writeSync(descriptor, bytes, 0, length, start)
    const terms = () => {
      const read = new Uint8Array(length)
      readSync(descriptor, read, 0, length, start)
      return unpackTerms(read)
    }
    const size = countTerms(list) + document.facets.length
    yield {...document, digest: String(document.id), count: size, terms}
  }
}

/** @param {number} all */
function* documents(all, extra = 0) {
  for (let number = 0; number < all; number++) yield createDocument(number, all)
  for (let number = 0; number < extra; number++) {
    yield {...createDocument(all - 1, all), id: /** @type {never} */ (`new-${number}`)}
  }
}

const shared = sharedFiles(
  /** @type {never} */ ({config: {editions: ['zh-Hans']}, entries: [], listings: new Map()}),
)
const currentYear = String(2006 + years - 1)

const secondsSince = (/** @type {NodeJS.CpuUsage} */ start) => {
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** @param {string} folder */
async function build(folder, extra = 0) {
  const begun = process.cpuUsage()
  let written = 0
  /** @type {Map<string, number>} */
  const sizes = new Map()
  await mkdir(folder, {recursive: true})
  const all = [...indexed(join(folder, 'terms'), extra)]
  for (const {path, body} of filesOf(searchIndexOf(all, currentYear, shared))) {
    const start = process.cpuUsage()
    sizes.set(path, Buffer.byteLength(body))
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), body)
    written += secondsSince(start)
  }
  return {sizes, seconds: secondsSince(begun) - written}
}

/** The index as a page would open it, and how much it has read. @param {string} folder */
async function open(folder) {
  const read = {files: 0, bytes: 0}
  const load = async (/** @type {string} */ name) => {
    const path = name === 'search/index.js' ? name : `assets/search/${name}`
    const bytes = readFileSync(join(folder, path))
    read.files++
    read.bytes += bytes.length
    const text = bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'utf8')
    return JSON.parse(`[${/take\((.*)\)\s*$/s.exec(text)?.[1]}]`)
  }
  const index = await /** @type {any} */ (globalThis).openSearchIndex(load, 'search/index.js')
  return {index, read}
}

const sum = (/** @type {Iterable<number>} */ values) =>
  [...values].reduce((one, other) => one + other, 0)
const at = (/** @type {number[]} */ values, /** @type {number} */ part) =>
  values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? 0
const row = (/** @type {readonly unknown[]} */ ...cells) =>
  process.stdout.write(`| ${cells.join(' | ')} |\n`)

const folder = join(tmpdir(), `dibao-bench-search-${process.pid}`)
const begun = process.cpuUsage()
for (const _ of documents(count));
const own = secondsSince(begun)
const {sizes, seconds} = await build(folder)
const memory = process.resourceUsage().maxRSS / 1024
row('文章 announcements', count)
row('编索引 CPU s', (seconds - own).toFixed(1))
row('内存 most memory, MB', memory.toFixed(0))
row('索引 index, MB', (sum(sizes.values()) / 1e6).toFixed(1))
row('文件 files', sizes.size)

const below = sequence(7)
const queries = Array.from({length: queriesMax}, () => {
  const runs = createDocument(below(count), count).texts[0]?.match(/\p{Script=Han}{2,}/gu) ?? []
  const run = pick(below, runs)
  const start = below(run.length - 1)
  return run.slice(start, start + 2 + below(7))
})
/** @type {Set<number>[]} */
const holders = queries.map(() => new Set())
let number = 0
for (const {titles, texts} of documents(count)) {
  const text = [...titles, ...texts].join('|').replaceAll('\n', '').replaceAll(' ', '')
  for (const [index, query] of queries.entries())
    if (text.includes(query)) holders[index]?.add(number)
  number++
}

runInThisContext(
  readFileSync(new URL('../lib/templates/assets/search-index.js', import.meta.url), 'utf8'),
)
let [missed, strangers, found] = [0, 0, 0]
/** @type {{times: number[], bytes: number[], files: number[]}} */
const {times, bytes, files} = {times: [], bytes: [], files: []}
const warm = await open(folder)
for (const [index, query] of queries.entries()) {
  const cold = await open(folder)
  const {numbers: shown} = await cold.index.find(query, {})
  for (const each of shown.slice(0, 10)) await cold.index.documentAt(each)
  bytes.push(cold.read.bytes)
  files.push(cold.read.files)
  await warm.index.find(query, {})
  const start = performance.now()
  const {numbers} = await warm.index.find(query, {})
  times.push(performance.now() - start)
  const wanted = holders[index] ?? new Set()
  missed += [...wanted].filter((each) => !numbers.includes(each)).length
  strangers += numbers.filter((/** @type {number} */ each) => !wanted.has(each)).length
  found += numbers.length
}
row('查全率 recall', missed === 0 ? '1.0' : `${missed} missed`)
row('待核对的多余 candidates that are none', `${((100 * strangers) / found).toFixed(2)} %`)
row(
  '首次查找 first search, kB, median / p95',
  [0.5, 0.95].map((p) => (at(bytes, p) / 1000).toFixed(0)).join(' / '),
)
row('首次查找 first search, files', [0.5, 0.95].map((p) => at(files, p)).join(' / '))
row('再次查找 the same again, ms', [0.5, 0.95].map((p) => at(times, p).toFixed(1)).join(' / '))
const inBrowser = await timeInBrowser(folder, queries.slice(0, 400))
row(
  '在 Chromium 里另查一个 another query in Chromium, ms, median / p95',
  [0.5, 0.95].map((p) => at(inBrowser, p).toFixed(1)).join(' / '),
)

const {sizes: after} = await build(join(folder, 'after'), 20)
const rewritten = [...after].filter(
  ([path, size]) => sizes.get(path) !== size || !path.startsWith('assets'),
)
row(
  '新增20篇重写 rewritten for 20 new',
  `${((100 * sum(rewritten.map(([, size]) => size))) / sum(after.values())).toFixed(1)} %`,
)
await rm(folder, {recursive: true})
