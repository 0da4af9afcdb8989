import {readFile} from 'node:fs/promises'
import {createServer} from 'node:net'
import {basename, dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {commands} from '../../src/app/commands.ts'
import {digestsIn, makeFolder, makeSite, runProgram} from '../support/folder.ts'

const site = '-- content/a.md --\n---\ntitle: 甲\ndate: 2004-01-01\n---\n正文，\n'

test('explains itself in Chinese, and in English when asked', async () => {
  const [chinese, english] = await Promise.all([
    runProgram(['--help']),
    runProgram(['-h', '--lang', 'en']),
  ])
  expect(chinese).toMatchObject({code: 0, stderr: ''})
  expect(english).toMatchObject({code: 0, stderr: ''})
  expect(chinese.stdout).toMatch(/^邸报 dibao：.*\n\n用法：/)
  expect(english.stdout).toMatch(/^dibao: .*\n\nUsage: /)
  const common = ['--site', '--lang', '--verbose', '--help', '--version']
  for (const word of ['new', 'build', 'dev', 'list', 'import', 'inspect', ...common]) {
    expect(chinese.stdout).toContain(`  ${word} `)
    expect(english.stdout).toContain(`  ${word} `)
  }
})

test('explains one command, with the options that it takes and no others', async () => {
  const {code, stdout} = await runProgram(['dev', '--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^在本机预览.*\n\n用法：npx dibao dev \[选项\]\n\n选项：\n {2}--port 端口 /,
  )
  expect(stdout).not.toContain('--edition')
  const english = await runProgram(['completion', '-h', '--lang', 'en'])
  expect(english.stdout).toContain(
    '\n\nUsage: npx dibao completion SHELL\n\nOptions of every command:',
  )
})

test('prints its version', async () => {
  const {version} = JSON.parse(await readFile('package.json', 'utf8'))
  expect(await runProgram(['--version'])).toEqual({code: 0, stdout: `${version}\n`, stderr: ''})
})

test.each([
  [[], '没有写要做什么', ''],
  [['biuld'], '没有「biuld」这个命令（是不是「build」？）', ''],
  [['publish-all'], '没有「publish-all」这个命令', ''],
  [['--site'], '--site 后面没有写值', ''],
  [['build', '--edition', 'zh-Hant'], 'build 没有 --edition 这个选项'],
  [['text', '--edition', 'zh-TW'], '--edition 应为 zh-Hans、zh-Hant 或 zh-HK'],
  [['new'], '没有写标题'],
  [['completion', 'fish'], 'completion 后面应为 bash、zsh、powershell'],
  [['dev', '--prot', '1'], '没有 --prot 这个选项（是不是 --port？）'],
  [['build', '--frobnicate'], '没有 --frobnicate 这个选项'],
  [['check', '--strict=1'], '选项 --strict 写得不对'],
  [['check', '——strict'], '「strict」前面要用两个英文的减号：--strict'],
  [['new', '放假', '—column', '通知'], '「column」前面要用两个英文的减号：--column'],
  [['dev', '--port'], '--port 后面没有写值'],
  [['dev', '--port', 'abc'], '--port 应为 0 至 65535 的整数'],
  [['dev', '--port', ''], '--port 应为 0 至 65535 的整数'],
  [['dev', '--port', '65536'], '--port 应为 0 至 65535 的整数'],
  [['build', '--lang', 'fr'], '--lang 应为 zh 或 en'],
  [['build', 'site'], 'build 后面多写了「site」'],
  [['import'], '没有写路径'],
  [['inspect', 'a.md', 'b.md'], 'inspect 后面多写了「b.md」'],
  [['build', '--site', 'nowhere'], '找不到网站文件夹「nowhere」'],
])(
  'refuses %j with one sentence and exit code 2',
  async (args, sentence, command = ` ${args[0]}`) => {
    const cwd = await makeFolder()
    const stderr = `${sentence}。用法见 npx dibao${command} --help\n`
    expect(await runProgram(args, {cwd})).toEqual({code: 2, stdout: '', stderr})
    expect(await digestsIn(cwd)).toEqual({})
  },
)

test('refuses in English when asked', async () => {
  const {code, stderr} = await runProgram(['biuld', '--lang=en'])
  expect({code, stderr}).toEqual({
    code: 2,
    stderr: 'there is no command biuld (is it build?); see npx dibao --help --lang en\n',
  })
})

test('commands that need an archive say so in any other folder, and leave it alone', async () => {
  const cwd = await makeFolder()
  const needing = commands.filter(({needsSite}) => needsSite)
  expect(needing.length).toBeGreaterThan(10)
  const ended = await Promise.all(
    needing.map(({name, takes}) => runProgram([name, ...(takes ? ['a'] : [])], {cwd})),
  )
  const stderr = expect.stringContaining('(app/no-site)')
  expect(ended).toEqual(needing.map(() => ({code: 2, stdout: '', stderr})))
  expect(await digestsIn(cwd)).toEqual({})
})

test('--site names the folder, wherever the program runs', async () => {
  const folder = await makeSite(site)
  const elsewhere = await makeFolder()
  const {code} = await runProgram(['build', '--site', folder.root], {cwd: elsewhere})
  const relative = await runProgram(['build', `--site=${basename(folder.root)}`], {
    cwd: dirname(folder.root),
  })
  expect([code, relative.code]).toEqual([0, 0])
  expect(relative.stdout).toContain('写入 0')
  expect(Object.keys(await digestsIn(folder.root))).toContain('dist/2004/01/a/index.html')
  expect(await digestsIn(elsewhere)).toEqual({})
})

test('messages go to standard error, the answer alone to standard output', async () => {
  const folder = await makeSite(`${site}-- content/b.md --\n---\ntitle: 乙\n---\n乙\n`)
  const broken = await runProgram(['build'], {cwd: folder.root})
  expect(broken).toMatchObject({code: 1, stdout: ''})
  expect(broken.stderr).toMatch(/^content\/b\.md:\d+:1: 错误: /)
  expect(broken.stderr).toContain('共 1 处错误、')
  expect(broken.stderr).toMatch(/有错误，没有发布；原来发布的网站没有改动。\n$/)
})

test('says that a file which cannot be read may hold more, and of no other', async () => {
  const folder = await makeSite(
    `${site}-- content/b.md --\n---\ntitle：乙\ndate: 今天\n---\n乙\n-- content/c.md --\n---\ntitle: 丙\n---\n丙\n`,
  )
  const {stderr} = await runProgram(['build'], {cwd: folder.root})
  expect(stderr).toContain('其中 1 份文件的写法有误，改好以后才能检查它们的其他字段')
})

test('--verbose shows the notes that are otherwise only counted', async () => {
  const folder = await makeSite(site.replace('2004-01-01', '2999-01-01'))
  const quiet = await runProgram(['build'], {cwd: folder.root})
  expect(quiet.stderr).toBe('共 0 处错误、0 处提醒、1 条说明（加 --verbose 查看说明）\n')
  const verbose = await runProgram(['build', '--verbose'], {cwd: folder.root})
  expect(verbose.stderr).toContain('(site/held-back)')
  expect(verbose.stderr).toMatch(/共 0 处错误、0 处提醒、1 条说明\n$/)
})

test('trouble with the disk is one line and exit code 2', async () => {
  const folder = await makeSite(`${site}-- dist --\na file where the folder has to be\n`)
  const {code, stdout, stderr} = await runProgram(['build'], {cwd: folder.root})
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).toContain(join(folder.root, 'dist'))
  expect(stderr).toMatch(/^用不了「.*」：应当是文件夹的地方是一个文件/)
})

test('ports that are all taken are one line, and the program ends', async () => {
  const folder = await makeSite(site)
  const taken = createServer()
  const isTaken = await new Promise<boolean>((done) => {
    taken.once('error', () => done(true)).listen(65_535, '127.0.0.1', () => done(true))
  })
  const ended = await runProgram(['dev', '--port', '65535'], {cwd: folder.root})
  await new Promise((done) => taken.close(done))
  expect(isTaken).toBe(true)
  expect(ended).toMatchObject({code: 2, stdout: ''})
  expect(ended.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('--port')])
})

test('text given on standard input is refused when it is not UTF-8, not guessed at', async () => {
  const ended = await runProgram(['text'], {input: Buffer.from([0xb1, 0xea, 0xcc, 0xe2])})
  expect(ended).toMatchObject({code: 1, stdout: ''})
  expect(ended.stderr).toContain('(app/not-utf8)')
  const sound = await runProgram(['text', '--edition', 'zh-Hant'], {input: '台风\n'})
  expect(sound).toEqual({code: 0, stdout: '颱風\n', stderr: ''})
})
