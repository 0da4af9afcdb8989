import {mkdtemp, readFile, realpath, rm} from 'node:fs/promises'
import {isBuiltin} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {formatMessages} from '../../src/app/manual.ts'
import {digestsIn, startProgram} from '../support/folder.ts'
import {installPackage, npm, packFiles} from '../support/package.ts'
import {importsOf} from '../support/tidy.ts'

let files: ReadonlyMap<string, Buffer> = new Map()
let folder = ''

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dibao-test-')))
  files = await packFiles(folder)
  await installPackage(files, folder)
  return () => rm(folder, {recursive: true, force: true, maxRetries: 3})
})

test('the package has what it needs to run, and nothing that only its making needs', () => {
  const tops = new Set([...files.keys()].map((path) => path.split('/')[0]))
  expect([...tops].toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'NOTICE',
    'README.md',
    'docs',
    'lib',
    'package.json',
    'starter',
    'templates',
  ])
  expect(
    [...files.keys()].filter(
      (path) => /\.test\.|\.map$|\.tsx?$/.test(path) && !path.endsWith('.d.ts'),
    ),
  ).toEqual([])
  const size = [...files.values()].reduce((sum, body) => sum + body.length, 0)
  expect(size).toBeLessThan(14_000_000)
})

test('every file of the package that a message or the archive’s own text names is there', async () => {
  const starters = [...files].filter(([path]) => path.startsWith('starter/'))
  const texts = [formatMessages(), ...starters.map(([, body]) => String(body))]
  const named = texts.flatMap((text) =>
    [...text.matchAll(/node_modules\/dibao\/([\w./-]*\w)/g)].map(([, path = '']) => path),
  )
  expect(named).toContain('docs/guide.md')
  const isThere = (path: string): boolean =>
    files.has(path) || [...files.keys()].some((each) => each.startsWith(`${path}/`))
  expect([...new Set(named)].filter((path) => !isThere(path))).toEqual([])
})

test('the notice names every table that is compiled from the data of others', () => {
  const notice = String(files.get('NOTICE'))
  const tables = [...files.keys()].filter((path) => path.endsWith('.table'))
  expect(tables.length).toBeGreaterThan(10)
  expect(tables.filter((path) => !notice.includes(path.split('/').at(-1)!))).toEqual([])
})

test('no module of the package asks for a package that is not installed with it', () => {
  const {dependencies, peerDependencies} = JSON.parse(String(files.get('package.json')))
  const asked = [...files]
    .filter(([path]) => /^lib\/.*\.js$/.test(path))
    .flatMap(([, body]) => importsOf(String(body)))
  const outside = asked.filter((name) => !name.startsWith('.') && !isBuiltin(name))
  const names = outside.map((name) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  )
  expect(names.length).toBeGreaterThan(10)
  const stated = {...dependencies, ...peerDependencies}
  expect([...new Set(names)].filter((name) => !(name in stated))).toEqual([])
})

test('no package that is installed with it is made for one kind of machine', async () => {
  const {packages} = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const native = Object.entries<{
    dev?: boolean
    os?: unknown
    cpu?: unknown
    hasInstallScript?: boolean
  }>(packages)
    .filter(([, each]) => !each.dev && (each.os || each.cpu || each.hasInstallScript))
    .map(([path]) => path)
  // Only on macOS, and chokidar does without it.
  expect(native.filter((path) => !path.endsWith('/fsevents'))).toEqual([])
})

test('in a folder with nothing but the package an archive is made, built, extended and checked', async () => {
  const archive = join(folder, '档案')
  const made = await npm(
    [
      'exec',
      '--offline',
      '--no',
      'dibao',
      'init',
      '档案',
      '--',
      '--title',
      '云溪档案',
      '--columns',
      '动态，通知',
    ],
    folder,
  )
  expect(made.stdout).toContain('npm run dev')
  const built = await npm(['run', '--silent', 'build'], archive)
  expect(built.stdout).toContain('已发布 1 篇文章')
  const page = await readFile(join(archive, 'dist', 'zh-hant', 'index.html'), 'utf8')
  expect(page).toContain('雲溪檔案')
  const added = await npm(
    ['run', '--silent', 'new', '--', '关于放假的通知', '--column', '通知'],
    archive,
  )
  expect(added.stdout).toMatch(/^content\/\d{4}\/\d{8}-[0-9a-f]{6}\.md\n/)
  const listed = await npm(['run', '--silent', 'list', '--', '--draft'], archive)
  expect(listed.stdout).toContain('关于放假的通知')
  const examined = npm(['run', '--silent', 'doctor'], archive)
  await expect(examined).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('doctor.html'),
  })
  const checked = await npm(['run', '--silent', 'check'], archive)
  expect(checked).toMatchObject({stdout: '没有发现问题\n', stderr: ''})
})

test('its preview runs', async () => {
  const archive = join(folder, '预览')
  const program = join(folder, 'node_modules', 'dibao', 'lib', 'app', 'cli.js')
  await startProgram(['init', '预览'], {cwd: folder, program}).ended
  const running = startProgram(['dev', '--port', '0'], {cwd: archive, program})
  const [, address = ''] = await running.printed(/(http:\/\/127\.0\.0\.1:\d+\/)/)
  expect(await (await fetch(address)).text()).toContain('示例：怎样写一篇文章')
  running.signal('SIGTERM')
  expect(await running.ended).toMatchObject({code: 0})
})

test('the folder of the program itself is left as it is', async () => {
  const inPackage = await digestsIn(join(folder, 'node_modules', 'dibao'))
  expect(Object.keys(inPackage).toSorted()).toEqual([...files.keys()].toSorted())
})
