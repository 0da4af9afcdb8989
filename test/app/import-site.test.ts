import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {addressOf, type DeadArticle, type DeadSite, makeDeadSite} from '../support/dead-site.ts'
import {encodeText} from '../support/encode.ts'
import {
  createRecordingTerminal,
  digestsIn,
  makeFolder,
  makeSite,
  runProgram,
} from '../support/folder.ts'

const site = makeDeadSite(60, 6)
const host = 'www.yunzhou-county.cn'

test('brings over a site of three designs, every character accounted for', async () => {
  const from = await writeDead(site)
  const folder = await makeSite('')
  const tried = await importInto(folder, from, true)
  expect(Object.keys(await digestsIn(folder.root))).toEqual([])
  const said = new Map(tried.lines.map((each) => [each.document.slice(from.length + 1), each]))
  for (const article of site.articles) {
    const {records, messages} = said.get(`${host}/${article.path}`)!
    const rules = messages.map(({rule}) => rule)
    if (article.damage === 'no-title' || article.damage === 'no-date') {
      expect(records).toEqual([])
      expect(rules).toContain(`importer/${article.damage}`)
      continue
    }
    expect(rules.includes('importer/lost-bytes')).toBe(article.damage === 'lost-byte')
    expect(records).toHaveLength(1)
    compareRecord(records[0]!, article)
  }
  expect(said.get(`${host}/index.html`)?.messages.map(({rule}) => rule)).toEqual([
    'importer/list-page',
  ])
})

test('links between old pages lead to records, pictures and attachments come with them', async () => {
  const from = await writeDead(site)
  const folder = await makeSite('')
  await importInto(folder, from, false)
  const before = await digestsIn(folder.root)
  const again = await importInto(folder, from, false)
  expect(again.terminal.err().filter((line) => line.includes('record-exists'))).toEqual([])
  expect(await digestsIn(folder.root)).toEqual(before)
  const records = await readRecords(folder)
  const leading = site.articles.filter(({next, damage}) => next && !damage)
  expect(leading.length).toBeGreaterThan(3)
  for (const {title, next} of leading) {
    const body = records.get(title)!
    const target = site.articles.find(({path}) => path === next)!
    const id = /^id: "?(.*?)"?$/m.exec(records.get(target.title) ?? '')?.[1]
    if (target.damage && id === undefined) expect(body).toContain(`http://${host}/`)
    else expect(body).toContain(`(record:${id})`)
  }
  // Seven pictures are used by fifteen pages.
  const pictures = Object.keys(before).filter((path) => /^content\/files\/.*\.png$/.test(path))
  expect(pictures).toHaveLength(7)
  const built = await runProgram(['build', '--site', folder.root, '--lang', 'en'])
  expect(built.stderr).not.toMatch(/ error: /)
  expect(built.code).toBe(0)
})

test('an import that was cut off goes on, and ends where one does that was not', async () => {
  const from = await writeDead(makeDeadSite(20, 6))
  const [whole, cut] = [await makeSite(''), await makeSite('')]
  await importInto(whole, from, false)
  const wanted = await digestsIn(whole.root)
  for (const last of [2, 9]) {
    const stop = (done: number) => {
      if (done === last) throw new Error('cut off')
    }
    const terminal = {
      ...createRecordingTerminal(),
      progress: () => ({counted: stop, end: () => {}}),
    }
    await expect(importFiles([from], cut, terminal)).rejects.toThrow('cut off')
    const there = await digestsIn(cut.root)
    expect(Object.keys(there).length).toBeLessThan(Object.keys(wanted).length)
    expect(wanted).toMatchObject(there)
  }
  await importInto(cut, from, false)
  expect(await digestsIn(cut.root)).toEqual(wanted)
})

test('a page that has changed updates its record, and asks where somebody edited it', async () => {
  const small = makeDeadSite(6, 2)
  const from = await writeDead(small)
  const folder = await makeSite('')
  await importInto(folder, from, false)
  const before = Object.keys(await digestsIn(folder.content)).filter((path) => path.endsWith('.md'))
  const page = join(from, host, small.articles[0]!.path)
  const change = async (word: string) => {
    const bytes = await readFile(page)
    const at = bytes.indexOf(encodeText('。</p>', 'gb18030')!)
    const added = encodeText(word, 'gb18030')!
    await writeFile(page, Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]))
  }
  const textOf = async () => {
    const records = await readRecords(folder)
    return records.get(small.articles[0]!.title) ?? ''
  }
  await change('补充一句。')
  const updated = await importInto(folder, from, false)
  expect(updated.terminal.err()).toContainEqual(
    expect.stringContaining('」：+1 −1 (app/record-updated)'),
  )
  expect(await textOf()).toContain('补充一句。')
  const after = Object.keys(await digestsIn(folder.content)).filter((path) => path.endsWith('.md'))
  expect(after).toEqual(before)

  const edited = await findFile(folder, small.articles[0]!.title)
  await writeFile(edited, `${await readFile(edited, 'utf8')}\n编者按。\n`)
  await change('再补一句。')
  const left = await importInto(folder, from, false)
  expect(left.code).toBe(1)
  expect(left.terminal.err()).toContainEqual(expect.stringContaining('(app/record-edited)'))
  expect(await textOf()).toContain('编者按。')
  const terminal = createRecordingTerminal('zh', ['y'])
  await importFiles([from], folder, terminal)
  expect(await textOf()).not.toContain('编者按。')
  expect(await textOf()).toContain('再补一句。')
})

async function findFile(folder: SiteFolder, title: string): Promise<string> {
  const paths = Object.keys(await digestsIn(folder.content)).filter((path) => path.endsWith('.md'))
  for (const path of paths) {
    const text = await readFile(join(folder.content, path), 'utf8')
    if (text.includes(`title: ${title}\n`)) return join(folder.content, path)
  }
  return ''
}

test('writes a report that opens in a browser and one that opens in a spreadsheet', async () => {
  const from = await writeDead(makeDeadSite(24, 6))
  const folder = await makeSite('')
  const report = join(folder.root, '报告.html')
  const options = {isDryRun: true, asJson: false, report}
  await importFiles([from], folder, createRecordingTerminal(), options)
  const html = await readFile(report, 'utf8')
  expect(html).toMatch(/原件 25 份：完好 \d+，已处理 1，需要人看 \d+；成为文章 \d+ 篇/)
  expect(html).toContain('<h2>内容几乎相同</h2>')
  const csv = await readFile(join(folder.root, '报告.csv'), 'utf8')
  expect(csv.split('\r\n')).toHaveLength(27)
  expect(csv).toMatch(/^\uFEFF原件,状态,/)
})

interface Said {
  readonly document: string
  readonly records: readonly {
    readonly body: string
    readonly accounted: number
    readonly fields: Readonly<Record<string, unknown>>
  }[]
  readonly messages: readonly {readonly rule: string}[]
}

function compareRecord(record: Said['records'][number], article: DeadArticle): void {
  const {fields, body, accounted} = record
  expect(accounted).toBe(100)
  expect(fields).toMatchObject({
    title: article.title,
    date: article.date,
    source: article.source,
    aliases: [`/${addressOf(article.path)}`],
  })
  const paragraphs = body.split('\n').map((line) => line.trim())
  const whole = article.damage ? article.paragraphs.slice(1) : article.paragraphs
  for (const paragraph of whole) expect(paragraphs).toContain(paragraph)
  expect(body.includes('\uFFFD')).toBe(article.damage === 'lost-byte')
  for (const furniture of ['网站首页', '热线电话', '主办单位', '打印本页', '上一篇', '不是正文']) {
    expect(body).not.toContain(furniture)
  }
}

async function writeDead({files}: DeadSite): Promise<string> {
  const from = await makeFolder()
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(from, path)), {recursive: true})
    await writeFile(join(from, path), bytes)
  }
  return from
}

async function importInto(folder: SiteFolder, from: string, isDryRun: boolean) {
  const terminal = createRecordingTerminal()
  const code = await importFiles([from], folder, terminal, {isDryRun, asJson: isDryRun})
  const lines = isDryRun ? terminal.out().filter((line) => line !== '') : []
  return {code, terminal, lines: lines.map((line) => JSON.parse(line) as Said)}
}

async function readRecords(folder: SiteFolder): Promise<ReadonlyMap<string, string>> {
  const paths = Object.keys(await digestsIn(folder.content)).filter((path) => path.endsWith('.md'))
  const texts = await Promise.all(paths.map((path) => readFile(join(folder.content, path), 'utf8')))
  return new Map(texts.map((text) => [/^title: (.*)$/m.exec(text)?.[1] ?? '', text]))
}
