import {readdir, readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {type ConfigData, HtmlValidate} from 'html-validate'
import {beforeAll, expect, test} from 'vitest'
import {parseLedger} from '../src/site/ledger-file.ts'
import {characterTables} from '../src/text/han.ts'
import {readOpenccConfig} from '../src/text/opencc.ts'
import {findBrokenLinks, linksOf, readableTexts, targetOf} from './support/html.ts'
import {buildSample, type Published, pagesOf} from './support/sample.ts'
import {
  type Answer,
  askServer,
  installPrograms,
  type ServerName,
  servers,
} from './support/servers.ts'
import {weighOverText} from './support/weight.ts'

// The sample archive as it is published, looked at as an inspector's programs do.

let files: Published
let pages: ReadonlyMap<string, string>
let texts: ReadonlyMap<string, string>

beforeAll(async () => {
  files = await buildSample()
  pages = pagesOf(files)
  texts = new Map([...files].map(([path, body]) => [path, Buffer.from(body).toString('utf8')]))
})

const rules: ConfigData['rules'] = {
  // The name of the type may be written in either case (HTML, 13.1.1).
  'doctype-style': ['error', {style: 'lowercase'}],
  // An id may hold anything but blanks (HTML, 3.2.6); those of notes come from their names.
  'valid-id': ['error', {relaxed: true}],
  // A region of our own in a record's text is a `div`, since its `section` holds the footnotes.
  'prefer-native-element': ['error', {exclude: ['region']}],
}

test('every page is valid HTML', {timeout: 120_000}, async () => {
  const validator = new HtmlValidate({extends: ['html-validate:recommended'], rules})
  const problems: string[] = []
  for (const [path, page] of pages) {
    const {results} = await validator.validateString(page, path)
    for (const {messages} of results) {
      problems.push(
        ...messages.map(({line, ruleId, message}) => `${path}:${line} ${ruleId}: ${message}`),
      )
    }
  }
  expect(pages.size).toBeGreaterThan(500)
  expect(problems).toEqual([])
})

test('no link is dead', () => {
  expect(findBrokenLinks(texts, '/')).toEqual([])
})

test('an article is at most 30 kB over the text itself, with its style sheet and script', () => {
  const articles = [...pages.keys()].filter((path) =>
    /^(?:[\w-]+\/)?\d{4}\/\d\d\/[^/]+\/i/.test(path),
  )
  const weights = articles.map((path) => [path, weighOverText(path, texts)] as const)
  expect(articles.length).toBeGreaterThan(3 * 45)
  expect(weights.filter(([, weight]) => weight > 30_000)).toEqual([])
})

const refresh = /<meta http-equiv="refresh" content="0; url=([^"]*)">/

test('an old address leads to its page in one step', () => {
  const stubs = [...pages].flatMap(([path, page]) => {
    const href = refresh.exec(page)?.[1]
    return href === undefined ? [] : [[path, targetOf(href, path)] as const]
  })
  expect(stubs.length).toBeGreaterThan(1)
  for (const [path, target] of stubs) {
    expect(pages.get(target ?? ''), path).toBeDefined()
    expect(pages.get(target ?? ''), path).not.toMatch(refresh)
  }
})

// What is read by programs at an address they know: servers, crawlers, browsers.
const known = new Set([
  ...['_headers', '_redirects', 'robots.txt', 'sitemap.xml', 'favicon.svg', '404.html'],
  ...['server/nginx.conf', 'server/apache.conf', 'server/caddy.conf'],
])
// The search index is told by its first file.
const ofIndex = /^assets\/search\//

test('every address that there ever was is answered by each server', {
  timeout: 300_000,
}, async () => {
  await installPrograms(Object.values(servers))
  const wanted = await answersOfSample()
  expect(new Set(wanted.map(([, status]) => status))).toEqual(new Set([200, 301, 410]))
  const paths = wanted.map(([path]) => path)
  for (const name of Object.keys(servers) as ServerName[]) {
    const got = await askServer(name, files, paths)
    expect(got.map(({answer}) => answer)).toEqual(wanted)
  }
})

/** Every address in the archive's own files: its ledger, its list of redirects, its records. */
async function answersOfSample(): Promise<readonly Answer[]> {
  const ledger = parseLedger(await readFile('permalinks.jsonl', 'utf8')).value ?? []
  const first = ledger.filter(({edition}) => edition === 'zh-Hans')
  const placeOf = (id: string): string => first.find(({record}) => record === id)?.address ?? id
  const answers = ledger.map(({address, state}): Answer => [address, state === 'live' ? 200 : 410])
  const [, ...rows] = (await readFile('redirects.csv', 'utf8')).trimEnd().split('\n')
  for (const [from = '', to = ''] of rows.map((row) => row.split(','))) {
    answers.push([from, 301, placeOf(to)])
  }
  for (const name of await readdir('content', {recursive: true})) {
    if (!name.endsWith('.md')) continue
    const text = await readFile(join('content', name), 'utf8')
    const aliases = /^aliases: \[(.*)\]$/m.exec(text)?.[1]?.split(', ') ?? []
    for (const alias of aliases) answers.push([alias, 301, placeOf(basename(name, '.md'))])
  }
  return answers
}

test('every file is reached from the home page, save withdrawn pages and old addresses', () => {
  const reached = new Set(['index.html'])
  for (const path of reached) {
    const body = texts.get(path) ?? ''
    const links = path.endsWith('.css')
      ? [...body.matchAll(/url\("([^"]*)"\)/g)].map(([, address = '']) => address)
      : [
          ...linksOf(body),
          ...[...body.matchAll(/ data-panel="([^"]*)"/g)].map(([, href = '']) => href),
        ]
    for (const href of path.endsWith('.json') ? [] : links) {
      const target = targetOf(href, path)
      if (target !== undefined && files.has(target)) reached.add(target)
    }
  }
  const left = [...files.keys()].filter(
    (path) => !reached.has(path) && !known.has(path) && !ofIndex.test(path),
  )
  const unexplained = left.filter((path) => {
    const page = pages.get(path) ?? ''
    return (
      !refresh.test(page) && !page.includes('class="withdrawal"') && !path.endsWith('/404.html')
    )
  })
  expect(unexplained).toEqual([])
})

/** Forms that Taiwan or Hong Kong writes as simplified text does: 群, 床, 户. */
const regional = new Set(
  (['tw2t', 'hk2t'] as const).flatMap((name) =>
    readOpenccConfig(name)
      .stages.flat()
      .flatMap((entries) => [...entries].map(([form]) => form)),
  ),
)

test('no page of one script holds a character of the other', () => {
  const {simplified, traditional} = characterTables()
  const strays: string[] = []
  for (const [path, page] of pages) {
    const lang = /<html lang="([^"]*)"/.exec(page)?.[1] ?? ''
    const isStray = (sign: string): boolean =>
      lang === 'zh-Hans' ? traditional.has(sign) : simplified.has(sign) && !regional.has(sign)
    // The number of a document is what it was given, wherever it is named.
    const numbers = [...page.matchAll(/<dd translate="no">([^<]*)/g)].map(
      ([, number = '']) => number,
    )
    // A text in its own language, one that is kept as received, a name of a file or a program, and
    // where a text came from.
    const isKept = (tag: string): boolean =>
      /^<code| translate="no"|class="facts"/.test(tag) ||
      (!tag.startsWith('<html') && / lang="/.test(tag))
    for (const text of readableTexts(page, isKept)) {
      const own = numbers.reduce((rest, number) => rest.replaceAll(number, ''), text)
      const found = [...own].filter(isStray)
      if (found.length > 0) strays.push(`${path}: ${found.join('')} in ${own.trim().slice(0, 80)}`)
    }
  }
  expect(strays).toEqual([])
})

test('nothing on a page asks another site, and nothing in it is a script or a style', () => {
  for (const [path, page] of pages) {
    expect(page, path).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<(?:iframe|object|embed)\b/)
    expect(page, path).not.toMatch(/<form(?![^>]* role="search")| action="(?:https?:)?\/\//)
    const loads = page.match(/<(?:script|img|source|link rel="(?:stylesheet|icon)")[^>]*>/g) ?? []
    for (const tag of loads) expect(tag, path).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  }
})
