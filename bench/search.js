import {openSync, readFileSync, readSync, writeSync} from 'node:fs'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {runInThisContext} from 'node:vm'
import {compiled} from './program.js'
import {timeInBrowser} from './search-browser.js'
import {createDocument, createQueries, currentYear, documents, plainOf} from './search-texts.js'

// The search index by itself. `node bench/search.js 100000` takes another number of announcements.

/** @type {typeof import('../src/emit/search/emit.ts')} */
const {searchIndexOf, sharedFiles} = await import(compiled('emit/search/emit.js'))
/** @type {typeof import('../src/emit/output.ts')} */
const {filesOf} = await import(compiled('emit/output.js'))
/** @type {typeof import('../src/text/fold.ts')} */
const {foldText} = await import(compiled('text/fold.js'))
/** @type {typeof import('../src/text/term-list.ts')} */
const {countTerms, listTerms, packTerms, unpackTerms} = await import(compiled('text/term-list.js'))

const count = Number(process.argv[2] ?? 10_000)
// A page of an announcement, as compressed.
const pageBytes = 5000

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

const shared = sharedFiles(
  /** @type {never} */ ({config: {editions: ['zh-Hans']}, entries: [], listings: new Map()}),
)

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

const queries = createQueries(count, {runs: 1000, names: 200})
/** By query, whether each announcement holds it. */
const holders = queries.map(() => new Uint8Array(count))
/** The places of queries among all, by their first two characters as folded. @type {Map<string, number[]>} */
const byStart = new Map()
const folded = queries.map(foldText)
for (const [index, query] of folded.entries()) {
  const start = query.slice(0, 2)
  byStart.set(start, [...(byStart.get(start) ?? []), index])
}
let number = 0
for (const document of documents(count)) {
  const text = plainOf(document)
  for (let place = 0; place < text.length; place++) {
    for (const index of byStart.get(text.slice(place, place + 2)) ?? []) {
      const held = holders[index]
      if (held && text.startsWith(folded[index] ?? '', place)) held[number] = 1
    }
  }
  number++
}

runInThisContext(
  readFileSync(new URL('../lib/templates/assets/search-index.js', import.meta.url), 'utf8'),
)

/**
 * Proves ten results after ten by their pages until there are ten, at most sixty, as the search page does.
 * @param {any} index @param {{numbers: readonly number[], parts: readonly unknown[]}} found
 */
async function showTen(index, {numbers, parts}) {
  /** @type {number[]} */
  const shown = []
  let pages = 0
  for (let turn = 0; turn < 6 && shown.length < 10 && pages < numbers.length; turn++) {
    const batch = numbers.slice(pages, pages + 10 - shown.length)
    pages += batch.length
    for (const each of batch) {
      await index.documentAt(each)
      const {titles, texts} = createDocument(each, count)
      const holds = (/** @type {string} */ text) => index.placesOf(parts[0], text).length > 0
      if ([...titles, ...texts].some(holds)) shown.push(each)
    }
  }
  return {shown, pages}
}

let [missed, strangers, found, wrong] = [0, 0, 0, 0]
/** @type {{times: number[], bytes: number[], withPages: number[], requests: number[]}} */
const {times, bytes, withPages, requests} = {times: [], bytes: [], withPages: [], requests: []}
for (const [index, query] of queries.entries()) {
  const held = holders[index] ?? new Uint8Array()
  const {index: opened, read} = await open(folder)
  /** @type {{numbers: readonly number[], parts: readonly unknown[]}} */
  const answer = await opened.find(query, {})
  const {shown, pages} = await showTen(opened, answer)
  wrong += shown.filter((each) => held[each] !== 1).length
  bytes.push(read.bytes)
  withPages.push(read.bytes + pages * pageBytes)
  requests.push(read.files + pages)
  const start = performance.now()
  await opened.find(query, {})
  times.push(performance.now() - start)
  const {numbers} = answer
  const right = numbers.filter((each) => held[each] === 1).length
  missed += sum(held) - right
  strangers += numbers.length - right
  found += numbers.length
}
const spread = (/** @type {number[]} */ values, digits = 0) =>
  [0.5, 0.95].map((part) => at(values, part).toFixed(digits)).join(' / ')
row('查全率 recall', missed === 0 ? '1.0' : `${missed} missed`)
row('显示的结果准确率 precision of what is shown', wrong === 0 ? '1.0' : `${wrong} wrong`)
row('待核对的多余 candidates that are none', `${((100 * strangers) / found).toFixed(2)} %`)
row('首次查找 first search, kB, median / p95', spread(bytes.map((each) => each / 1000)))
row('连十个结果 with ten results, kB', spread(withPages.map((each) => each / 1000)))
row('连十个结果的请求 requests, with ten results', spread(requests))
row('再次查找 the same again, ms', spread(times, 1))
const {times: waits, work} = await timeInBrowser(folder, queries.slice(0, 400))
row('在 Chromium 里另查一个 another query in Chromium, ms, median / p95', spread(waits, 1))
row('其中处理器 of these, ms of processor', spread(work, 1))

const {sizes: after} = await build(join(folder, 'after'), 20)
const rewritten = [...after].filter(
  ([path, size]) => sizes.get(path) !== size || !path.startsWith('assets'),
)
row(
  '新增20篇重写 rewritten for 20 new',
  `${((100 * sum(rewritten.map(([, size]) => size))) / sum(after.values())).toFixed(1)} %`,
)
await rm(folder, {recursive: true})
