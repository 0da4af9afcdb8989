import {execFile} from 'node:child_process'
import {mkdir, readdir, readFile} from 'node:fs/promises'
import {basename, join, resolve, win32} from 'node:path'
import process from 'node:process'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {build} from '../src/app/commands/build.ts'
import {check} from '../src/app/commands/check.ts'
import {toRecordId} from '../src/record/record-id.ts'
import {readArchive} from './support/archive.ts'
import {createRecordingTerminal, digestsIn, makeSite} from './support/folder.ts'

// What Windows asks of a program, tried on any machine.

const settings = '-- dibao.yml --\ntitle: 云溪档案\ncolumns:\n  - name: 动态\n'
const record =
  '-- content/2004/a.md --\n---\ntitle: 甲\ndate: 2004-01-02\ncolumn: 动态\n---\n第一段\n接着写。\n\n![会场](t.png)\n\n- 一\n- 二\n'
const others = `-- glossary.yml --
会场: 会议现场
-- redirects.csv --
旧网址,新网址或编号
/old/1.html,a
-- permalinks.jsonl --
{"address":"/2003/01/b/","record":"b","edition":"zh-Hans","state":"retired","reason":"重复"}
-- dibao.config.mjs --
export default {textRules: []}
-- templates/partials/footer.hbs --
<footer class="footer">
<p>{{site.title}}</p>
</footer>
-- templates/assets/style.css --
body {
  margin: 0;
}
`
const picture = '-- content/2004/t.png --\nx\n'

/** An archive as an editor program of Windows saves it: CRLF, and a mark at the beginning of files. */
function asOnWindows(archive: string, mark: string): string {
  return [...readArchive(archive)]
    .map(([path, text]) => `-- ${path} --\n${mark}${text.replaceAll('\n', '\r\n')}`)
    .join('')
}

test('files with CRLF, and with the mark that Notepad writes, give the same pages', async () => {
  const published = async (archive: string): Promise<Readonly<Record<string, string>>> => {
    const folder = await makeSite(archive + picture)
    expect(await build(folder, createRecordingTerminal())).toBe(0)
    return digestsIn(folder.output)
  }
  const plain = await published(settings + record + others)
  const isPage = (path: string): boolean => path.endsWith('.html')
  const pages = Object.keys(plain).filter(isPage)
  expect(pages.length).toBeGreaterThan(10)
  expect(pages).toContain('old/1.html')
  for (const mark of ['', '\ufeff']) {
    const other = await published(asOnWindows(settings + record + others, mark))
    expect(Object.keys(other).filter(isPage)).toEqual(pages)
    const differing = pages.filter((path) => plain[path] !== other[path])
    // The received text that an article shows keeps its line ends; every other page is the same.
    expect(differing.filter((path) => !path.endsWith('2004/01/a/index.html'))).toEqual([])
  }
})

// `SITE` is the name of the folder that they run in.
const commands: readonly (readonly string[])[] = [
  ['import', '旧/', '--report', './报告/a.html'],
  ['build'],
  ['check', '--site', '../SITE'],
  ['inspect', 'content/2004/a.md'],
  ['text', '旧/b/旧.txt', '--log', '报告/log.jsonl'],
  ['export', '--bagit', '包/一'],
  ['publish', '--to', './盘/档案'],
  ['verify', '盘/档案'],
]

/** Runs the commands with paths that are written with a sign; what they say and write, paths alike. */
async function runCommands(sign: string, ...options: readonly string[]) {
  const old = '-- 旧/b/旧.txt --\n关于放假的通知\n2009-03-05 来源：市文明办\n\n正文一段。\n'
  const {root} = await makeSite(settings + record + picture + old)
  for (const folder of ['报告', '包', '盘']) await mkdir(join(root, folder))
  const lists = commands.map((args) =>
    args.map((arg) => arg.replace('SITE', basename(root)).replaceAll('/', sign)),
  )
  const runner = resolve('test/support/run-commands.js')
  const args = [...options, runner, JSON.stringify(lists)]
  const {stdout, stderr} = await promisify(execFile)(process.execPath, args, {cwd: root})
  const alike = (text: string): string =>
    text
      .replaceAll('\\', '/')
      .replaceAll(root, '')
      .replace(/用时 [\d.]+ 秒/, '')
  // The report names documents as they were named to the command.
  const {'报告/a.csv': _, '报告/a.html': __, ...files} = await digestsIn(root)
  const report = alike(await readFile(join(root, '报告', 'a.csv'), 'utf8'))
  return {said: alike(stdout + stderr), report, files}
}

test('commands take paths as Windows has them, and say and write what they do elsewhere', async () => {
  const hooks = pathToFileURL(resolve('test/support/as-windows.js')).href
  const [elsewhere, onWindows] = await Promise.all([
    runCommands('/'),
    runCommands('\\', '--import', hooks),
  ])
  expect(onWindows).toEqual(elsewhere)
  expect(onWindows.said).toContain('导入 1 份')
  expect(Object.keys(onWindows.files)).toContain('盘/档案/2009/index.html')
})

test('places are the same in files with CRLF', async () => {
  const wrong =
    '-- content/a.md --\n---\ntitle: 甲\ndate: 2004-01-02\n---\n正文\n\n[乙](record:c)\n'
  const told = async (archive: string): Promise<readonly string[]> => {
    const terminal = createRecordingTerminal()
    await check({format: 'text', json: false, strict: false}, await makeSite(archive), terminal)
    return terminal.err()
  }
  const plain = await told(wrong)
  expect(plain).toEqual([expect.stringMatching(/^content\/a\.md:7:1: /)])
  expect(await told(asOnWindows(wrong, ''))).toEqual(plain)
})

test.each(['con', 'PRN.2004', 'aux', 'nul.txt', 'com1', 'LPT9', 'a.', 'a?b', 'a:b', 'a\\b', 'a|b'])(
  'no address is %s, which Windows gives to no file',
  (name) => {
    expect(toRecordId(name)).toBeUndefined()
  },
)

test('every file of this project can be there on Windows, and no two differ by case alone', async () => {
  const folders = ['src', 'test', 'templates', 'starter', 'content', 'public', 'docs', 'bench']
  const paths = (
    await Promise.all(folders.map((each) => readdir(each, {recursive: true})))
  ).flatMap((list, index) => list.map((path) => `${folders[index]}/${path}`))
  expect(paths.length).toBeGreaterThan(400)
  const names = paths.flatMap((path) => path.split(/[\\/]/))
  const refused = /[<>:"|?*\p{Cc}]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
  expect([...new Set(names)].filter((name) => refused.test(name))).toEqual([])
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
  expect(
    paths.filter((path) => win32.join('C:\\Users\\someone\\Documents\\dibao', path).length > 240),
  ).toEqual([])
})

// `&&` is the one sign of the shell that cmd.exe and sh read alike.
const onlyOfOneShell = /(?<!&)&(?!&)|[|;<>$`'~*]|\b(?:rm|cp|mv|mkdir|export|cat|sh|bash)\s|^\w+=/

test.each(['package.json', 'starter/package.json'])(
  'the scripts of %s run under cmd.exe as under any shell',
  async (path) => {
    const {scripts}: {scripts: Readonly<Record<string, string>>} = JSON.parse(
      await readFile(path, 'utf8'),
    )
    expect(Object.entries(scripts).filter(([, script]) => onlyOfOneShell.test(script))).toEqual([])
    const samples = [
      'rm -rf lib',
      'A=1 node a',
      "node -e '1'",
      'a; b',
      'a & b',
      'node a > b',
      'ls *.ts',
    ]
    expect(
      samples.filter((sample) => !onlyOfOneShell.test(sample) && !sample.startsWith('ls')),
    ).toEqual([])
  },
)

test('no path below app is joined by the separator of one system', async () => {
  const paths = (await readdir('src', {recursive: true})).filter((path) => path.endsWith('.ts'))
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(`src/${path}`, 'utf8')] as const),
  )
  const users = texts
    .filter(([, text]) => /from 'node:path'/.test(text))
    .map(([path]) => path.split(/[\\/]/)[0])
  expect([...new Set(users)]).toEqual(['app'])
})
