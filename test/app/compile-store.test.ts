import {cp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, expect, test, vi} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {
  type Compiled,
  type CompileFiles,
  type CompileStore,
  cached,
  inline,
} from '../../src/app/compile.ts'
import {openCompileStore} from '../../src/app/compile-store.ts'
import {exitCodes} from '../../src/app/exit-code.ts'
import {compileFingerprint} from '../../src/app/fingerprint.ts'
import {textParts} from '../../src/app/packed-texts.ts'
import {type SiteFolder, toSiteFolder} from '../../src/app/site-folder.ts'
import type {ContentPath, Digest} from '../../src/base/brand.ts'
import {createSourceFile, type SourceFile} from '../../src/record/source-file.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite, put} from '../support/folder.ts'
import {sequence} from '../support/random.ts'
import {type EditState, editOnce, smallSite} from '../support/random-edits.ts'

const program = 'one' as Digest
const settings = {editions: ['zh-Hans', 'zh-Hant'], glossary: {}, cornerQuotes: []} as const

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1717200000')
  return () => vi.unstubAllEnvs()
})

test('any sequence of edits, built again and again, ends where a clean build starts', {
  timeout: 120_000,
}, async () => {
  const folder = await makeSite(smallSite)
  const random = sequence(2_025)
  const state: EditState = {folder, random, records: ['content/a.md', 'content/2004/b.md']}
  let published = 0
  for (let step = 0; step < 14; step++) {
    for (let edit = random.below(4); edit >= 0; edit--) await editOnce(state)
    const before = await digestsIn(folder.output).catch(() => ({}))
    const [warm, clean] = [await buildIn(folder), await buildIn(await copySources(folder))]
    expect(warm.report, `after step ${step}`).toEqual(clean.report)
    const isPublished = warm.code === exitCodes.ok
    if (isPublished) published++
    // With an error the site stays as it was.
    expect(warm.files, `after step ${step}`).toEqual(isPublished ? clean.files : before)
    if (!isPublished) await repair(state)
  }
  expect(published).toBeGreaterThan(3)
})

/** Takes back whatever cannot be built, so that what follows is published again. */
async function repair({folder}: EditState): Promise<void> {
  const {config, glossary, templates, content, ledger} = folder
  for (const path of [config, glossary, templates, content, ledger])
    await rm(path, {recursive: true, force: true})
  await put(folder.root, smallSite)
}

async function buildIn(folder: SiteFolder) {
  const terminal = createRecordingTerminal('en')
  const code = await build(folder, terminal)
  return {code, report: terminal.err(), files: await digestsIn(folder.output).catch(() => ({}))}
}

async function copySources(folder: SiteFolder): Promise<SiteFolder> {
  const copy = toSiteFolder(await makeFolder())
  const isSource = (path: string): boolean => path !== folder.output && path !== folder.cache
  await cp(folder.root, copy.root, {recursive: true, filter: isSource})
  return copy
}

test('answers from the disk are the answers that were made, problems included', async () => {
  const folder = await makeFolder()
  const files = [...someFiles(60), fileOf('bad.md', '---\ntitle: 坏\ndate: 2004-02-30\n---\n坏\n')]
  const plain = whole(await inline()(files, settings))
  const first = await ask(openCompileStore(folder, program), files)
  const again = await ask(openCompileStore(folder, program), files)
  expect([first.compiled, again.compiled]).toEqual([61, 0])
  expect(JSON.stringify(first.answers)).toBe(JSON.stringify(plain))
  expect(JSON.stringify(again.answers)).toBe(JSON.stringify(plain))
})

test('one edit compiles one file and writes no more than the files of its keys', async () => {
  const folder = await makeFolder()
  const files = someFiles(200)
  await ask(openCompileStore(folder, program), files)
  const before = await digestsIn(folder)
  const edited = files.with(7, fileOf(files[7]!.path, `${files[7]!.text}\n补记。\n`))
  const {compiled} = await ask(openCompileStore(folder, program), edited)
  expect(compiled).toBe(1)
  const after = await digestsIn(folder)
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...names].filter((name) => before[name] !== after[name])
  const own = [files, edited].map((each) => each[7]!.digest.slice(0, 2))
  // Its texts go into a file of their own, since none that is there is ever changed.
  expect(changed.toSorted()).toEqual([...new Set([...own, 'texts-2'])].toSorted())
  // Nothing is kept of what is no longer there.
  await ask(openCompileStore(folder, program), [])
  expect(await readdir(folder)).toEqual([])
})

test('a store of another program holds nothing', async () => {
  const folder = await makeFolder()
  const files = someFiles(5)
  await ask(openCompileStore(folder, program), files)
  const {compiled} = await ask(openCompileStore(folder, 'two' as Digest), files)
  expect(compiled).toBe(5)
})

test('damage to the store costs work, and never changes an answer', async () => {
  const folder = await makeFolder()
  const files = someFiles(8)
  const {answers} = await ask(openCompileStore(folder, program), files)
  const random = sequence(404)
  for (let round = 0; round < 60; round++) {
    const name = random.pick(await readdir(folder))
    const path = join(folder, name)
    const bytes = await readFile(path)
    const at = random.below(bytes.length)
    if (random.below(3) === 0) await writeFile(path, bytes.subarray(0, at))
    else await writeFile(path, bytes.fill(bytes[at]! ^ (1 + random.below(255)), at, at + 1))
    const asked = await ask(openCompileStore(folder, program), files)
    // Texts that are lost are made again when they are asked for.
    if (!name.startsWith('texts-')) expect(asked.compiled, `round ${round}`).toBeGreaterThan(0)
    expect(JSON.stringify(asked.answers)).toBe(JSON.stringify(answers))
  }
})

test('the fingerprint is of the code, the packages and nothing else', async () => {
  const root = await makeFolder()
  const installed = {program: join(root, 'lib'), packages: join(root, 'node_modules')}
  await put(root, '-- lib/text/a.js --\n1\n-- lib/render/b.js --\n1\n')
  expect(await compileFingerprint(installed)).toBeUndefined()
  await put(root, '-- node_modules/.package-lock.json --\n{}\n')
  const first = await compileFingerprint(installed)
  await put(root, '-- lib/render/b.js --\n2\n-- lib/app/b.js --\n2\n')
  expect(await compileFingerprint(installed)).toBe(first)
  await put(root, '-- lib/text/a.js --\n2\n')
  const second = await compileFingerprint(installed)
  await put(root, '-- lib/app/packed-texts.js --\n2\n')
  const kept = await compileFingerprint(installed)
  await put(root, '-- node_modules/.package-lock.json --\n{"a": 1}\n')
  const third = await compileFingerprint(installed)
  expect(new Set([first, second, kept, third]).size).toBe(4)
  // Of this installation there is one too: builds of it are kept.
  expect(await compileFingerprint()).toMatch(/^[0-9a-f]{64}$/)
})

/** Asks a new cache in front of a store, and counts what it had to compile. */
async function ask(store: CompileStore, files: readonly SourceFile[]) {
  let compiled = 0
  const counting: CompileFiles = (missing, using) => {
    compiled += missing.length
    return inline()(missing, using)
  }
  const answers = whole(await cached(counting, store)(files, settings))
  return {compiled, answers}
}

/** Answers with the long texts of each in them. */
function whole(answers: readonly Compiled[]) {
  const partsOf = (value: NonNullable<Compiled['value']>): readonly string[] =>
    textParts.map((part) => Buffer.from(value.read(part)).toString('latin1'))
  return answers.map(({value, diagnostics}) => ({
    ...value,
    texts: value && partsOf(value),
    diagnostics,
  }))
}

function someFiles(count: number): readonly SourceFile[] {
  const random = sequence(count)
  return Array.from({length: count}, (_, index) => {
    const body = random.text(['關(guān)心。', '正文,正文', '\ud800', '\u2028', '**重**', '"'], 9)
    return fileOf(`${index}.md`, `---\ntitle: 第${index}篇\ndate: 2004-03-05\n---\n${body}\n`)
  })
}

function fileOf(path: string, text: string): SourceFile {
  return createSourceFile(path as ContentPath, text)
}
