import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {createRecordingTerminal, put} from '../support/folder.ts'
import {brief, readAttacks} from './cases.ts'

/** A file beside a record, the name under which it is published, what is in it, and the report. */
interface Beside {
  readonly file: string
  readonly text: string
  readonly published: string
  readonly served?: string
  readonly report?: readonly string[]
}

const attacks = readAttacks<Beside>('files')
let root: string
let report: readonly string[]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dibao-attack-'))
  const names = attacks.map(([, {file}]) => `  - ${JSON.stringify(file)}\n`).join('')
  await put(
    root,
    `-- content/2024/a.md --\n---\ntitle: 标题\ndate: 2024-01-02\nattachments:\n${names}---\n正文\n`,
  )
  for (const [, {file, text}] of attacks) await writeFile(join(root, 'content/2024', file), text)
  const terminal = createRecordingTerminal()
  expect(await build(toSiteFolder(root), terminal), terminal.err().join('\n')).toBe(0)
  report = terminal.err().map(brief)
  await mkdir(root, {recursive: true})
  return () => rm(root, {recursive: true})
})

describe('a file beside a record', () => {
  test.each(attacks)(
    'that is %s',
    async (_, {file, text, published, served, report: said = []}) => {
      const address = join(root, 'dist/files/2024', published)
      expect(await readFile(address, 'utf8')).toBe(served ?? text)
      const own = report.filter((line) => line.startsWith(`content/2024/${file} `))
      expect(
        own.map((line) => line.slice(`content/2024/${file} `.length).split(' /files/')[0]),
      ).toEqual(said)
    },
  )

  test('is told of, and nothing else', () => {
    const files = attacks.map(([, {file}]) => `content/2024/${file} `)
    expect(report.filter((line) => !files.some((file) => line.startsWith(file)))).toEqual([])
  })
})
