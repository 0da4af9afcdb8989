import {readFile, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {expect, test, vi} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {digestOf} from '../../src/base/digest.ts'
import {encodeText} from '../support/encode.ts'
import {
  createRecordingTerminal,
  digestsIn,
  makeFolder,
  makeSite,
  type RecordingTerminal,
  runProgram,
} from '../support/folder.ts'
import {inventedTitle} from '../support/invented.ts'
import {sequence} from '../support/random.ts'

const meeting = resolve('test/fixtures/meeting-article.raw.txt')
const meetingRecord = 'content/2023/20230515-d59194.md'
const meetingOriginal =
  'content/.originals/d591940d6c54e682cc667bbf0d3583dd4e98d42b2f65da2e13f1d07b95ca8036.txt'
const epoch = (year: number): string => String(Date.UTC(year, 0, 2) / 1000)

test('makes a record and keeps the bytes as they were received', async () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', epoch(2024))
  const folder = await makeSite('')
  const {code, terminal} = await importInto(folder, meeting)
  expect(code).toBe(0)
  expect(terminal.err()).toEqual([])
  expect(terminal.out()).toEqual([`${meeting} → ${meetingRecord}`, '导入 1 份，未导入 0 份'])
  expect(Object.keys(await digestsIn(folder.root))).toEqual([meetingOriginal, meetingRecord])
  const kept = await readFile(join(folder.root, meetingOriginal))
  expect(kept.equals(await readFile(meeting))).toBe(true)
  expect(meetingOriginal).toContain(digestOf(kept))
  const record = await readFile(join(folder.root, meetingRecord), 'utf8')
  expect(record).toContain('date: 2023-05-15\n')
  expect(record).toContain('views: 1209\n')
  expect(record).toContain(`sha256: ${digestOf(kept)}\n`)
})

test('the same file again, on a later day too, changes nothing', async () => {
  const folder = await makeSite('')
  vi.stubEnv('SOURCE_DATE_EPOCH', epoch(2024))
  await importInto(folder, meeting)
  const before = await digestsIn(folder.root)
  const longAgo = new Date('2020-01-01T00:00:00Z')
  for (const path of [meetingRecord, meetingOriginal]) {
    await utimes(join(folder.root, path), longAgo, longAgo)
  }
  vi.stubEnv('SOURCE_DATE_EPOCH', epoch(2025))
  const {code, terminal} = await importInto(folder, meeting)
  expect(code).toBe(0)
  expect(terminal.out().at(-1)).toBe('导入 1 份，未导入 0 份')
  expect(await digestsIn(folder.root)).toEqual(before)
  for (const path of [meetingRecord, meetingOriginal]) {
    expect((await stat(join(folder.root, path))).mtimeMs).toBe(longAgo.getTime())
  }
})

test('the same file again brings back an original that is gone', async () => {
  const folder = await makeSite('')
  await importInto(folder, meeting)
  const before = await digestsIn(folder.root)
  await rm(join(folder.root, meetingOriginal))
  await importInto(folder, meeting)
  expect(await digestsIn(folder.root)).toEqual(before)
})

test('does not overwrite a record that was edited since', async () => {
  const folder = await makeSite('')
  await importInto(folder, meeting)
  const path = join(folder.root, meetingRecord)
  const edited = (await readFile(path, 'utf8')).replace('仁和區', '仁和區、東區')
  await writeFile(path, edited)
  const {code, terminal} = await importInto(folder, meeting)
  expect(code).toBe(1)
  expect(terminal.err()).toEqual([
    `${meeting}: 错误: 「${meetingRecord}」已经存在，而且内容不同，没有覆盖 (app/record-exists)`,
  ])
  expect(terminal.out()).toEqual(['导入 0 份，未导入 1 份'])
  expect(await readFile(path, 'utf8')).toBe(edited)
})

test('the same bytes under another name stay one record', async () => {
  const folder = await makeSite('')
  await importInto(folder, meeting)
  const before = await digestsIn(folder.root)
  const copy = join(await makeFolder(), '副本.txt')
  await writeFile(copy, await readFile(meeting))
  const {code, terminal} = await importInto(folder, copy)
  expect(code).toBe(0)
  expect(terminal.err()).toEqual([
    `${copy}: 说明: 与已经导入的「meeting-article.raw.txt」内容完全相同，用原有的「${meetingRecord}」，没有再写一份 (app/already-imported)`,
  ])
  expect(await digestsIn(folder.root)).toEqual(before)
})

test('files too short to tell their encoding follow the others', async () => {
  const folder = await makeSite('')
  const write = async (name: string, text: string) => {
    await writeFile(join(folder.root, name), encodeText(text, 'gb18030')!)
    return join(folder.root, name)
  }
  const texts = [0, 1, 2].map(
    (seed) => `${inventedTitle(sequence(seed))}\n2011-03-0${seed + 1}\n正文\n`,
  )
  const paths = await Promise.all(
    [...texts, '春游\n2011-04-01\n'].map((text, index) => write(`${index}.txt`, text)),
  )
  const {code, terminal} = await importInto(folder, ...paths)
  expect(terminal.err()).toEqual([expect.stringContaining('(importer/encoding-by-vote)')])
  expect(code).toBe(0)
})

test('speaks of a page without a title as of a page', async () => {
  const folder = await makeSite('-- untitled.html --\n<p>请各单位按时参加。</p><p>特此通知。</p>\n')
  const {terminal} = await importInto(folder, join(folder.root, 'untitled.html'))
  expect(terminal.err()).toContainEqual(expect.stringContaining('网页里没有找到标题'))
})

test('takes the good files of a run and reports every bad one', async () => {
  const folder = await makeSite(
    '-- untitled.txt --\n\n-- undated.txt --\n座谈会召开\n\n老干部参加。\n-- later.txt --\n春节慰问\n2012-01-20\n\n慰问老同志。\n',
  )
  const paths = ['nowhere.txt', 'untitled.txt', 'undated.txt', 'later.txt'].map((name) =>
    join(folder.root, name),
  )
  const {code, terminal} = await importInto(folder, ...paths)
  expect(code).toBe(1)
  expect(terminal.err().map((line) => /\((\S+)\)$/.exec(line)?.[1])).toEqual([
    'app/cannot-read',
    'importer/no-title',
    'importer/no-date',
  ])
  expect(terminal.err()[0]).toBe(`${paths[0]}: 错误: 找不到文件「${paths[0]}」 (app/cannot-read)`)
  expect(terminal.out()).toEqual([
    expect.stringMatching(/later\.txt → content\/2012\/20120120-[0-9a-f]{6}\.md$/),
    '导入 1 份，未导入 3 份',
  ])
})

test('a file in another encoding is not guessed at in silence', async () => {
  const folder = await makeSite('')
  const path = join(folder.root, 'gbk.txt')
  // 「标题」 in GBK.
  await writeFile(path, Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x0a]))
  const {code, terminal} = await importInto(folder, path)
  expect(code).toBe(1)
  expect(terminal.err()).toEqual([
    expect.stringMatching(/gbk\.txt(?::\d+:\d+)?: 错误: .*\(importer\//),
  ])
  expect(Object.keys(await digestsIn(folder.root))).toEqual(['gbk.txt'])
})

test('what was imported can be published at once', async () => {
  const folder = await makeSite('')
  const imported = await runProgram(['import', meeting, '--site', folder.root])
  expect(imported).toEqual({
    code: 0,
    stdout: `${meeting} → ${meetingRecord}\n导入 1 份，未导入 0 份\n`,
    stderr: '',
  })
  const built = await runProgram(['build', '--site', folder.root, '--lang', 'en'])
  expect(built.code).toBe(0)
  expect(built.stdout).toMatch(/^Published 1 articles, /)
})

async function importInto(
  folder: SiteFolder,
  ...paths: readonly string[]
): Promise<{code: number; terminal: RecordingTerminal}> {
  const terminal = createRecordingTerminal()
  return {code: await importFiles(paths, folder, terminal), terminal}
}
