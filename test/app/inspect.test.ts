import {readFile, writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import {inspect} from '../../src/app/commands/inspect.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import type {Language} from '../../src/base/diagnostic.ts'
import {createRecordingTerminal, digestsIn, makeSite, runProgram} from '../support/folder.ts'

const raw = resolve('test/fixtures/meeting-article.raw.txt')

test('shows each rule that changed the meeting article, with its number of changes', async () => {
  const folder = await makeSite('')
  await importFiles([raw], folder, createRecordingTerminal())
  const record = join(folder.content, '2023/20230515-d59194.md')
  const {code, out, err} = await inspectIn(folder, record)
  expect({code, err}).toEqual({code: 0, err: []})
  expect(out.filter((line) => line.startsWith('== '))).toEqual([
    '== 收到的原文 ==',
    '== 删去机器插入的注音 gloss: 163 ==',
    expect.stringMatching(/^== \S+ standard-simplified: \d+ ==$/),
    '== 括号改为全角 parentheses: 6 ==',
    '== 处理多余的问号 stray-question-mark: 2 ==',
    '== 标点改为全角 marks: 66 ==',
    '== 来稿字形: 机器转换的繁体 pseudo-hant ==',
    '== 版本 zh-Hans ==',
    '== 版本 zh-Hant ==',
  ])
  expect(
    out.filter((line) => /^ {2}"\([a-zü-ǜāáǎàēéěèīíǐìōóǒòūúǔù]+\)" → "" {2}…/.test(line)),
  ).toHaveLength(163)
  expect(out).toContain('  "(qū)" → ""  …枝花市仁和區(qū)召開慶祝區(…')
})

test('says what the script of a text is judged by, in Chinese and in English', async () => {
  const folder = await makeSite(
    `-- content/a.md --\n---\ntitle: 示例縣公告\ndate: 2024-01-01\n---\n民國113年，里長在裡面說明。\n
-- content/b.md --\n---\ntitle: 示例县公告\ndate: 2024-01-01\nscript: hans\n---\n正文。\n`,
  )
  const grounds = async (name: string, language: Language): Promise<readonly string[]> => {
    const {out} = await inspectIn(folder, join(folder.content, name), language)
    const start = out.findIndex((line) => /^== (?:来稿字形|Script)/.test(line))
    return out.slice(start + 1, out.indexOf('', start))
  }
  expect(await grounds('a.md', 'zh')).toEqual([
    '  只有繁体用的字 5 处',
    '  台湾的字形 1 处：裡',
    '  台湾的用语 3 处：民國、113年、里長',
  ])
  expect(await grounds('a.md', 'en')).toEqual([
    '  characters only traditional text has: 5',
    '  forms of Taiwan: 1 (裡)',
    '  words of Taiwan: 3 (民國, 113年, 里長)',
  ])
  expect(await grounds('b.md', 'zh')).toEqual(['  由文章字段 script 写明'])
})

test('shows the text of every edition at the end, as a proof-reader wrote it', async () => {
  const folder = await makeSite('')
  const {out} = await inspectIn(folder, raw)
  const hans = out.slice(out.indexOf('== 版本 zh-Hans =='), out.indexOf('== 版本 zh-Hant =='))
  const hant = out.slice(out.indexOf('== 版本 zh-Hant =='))
  expect(hans).toEqual(expect.arrayContaining([...(await proofRead('hans'))]))
  expect(hant).toEqual(expect.arrayContaining([...(await proofRead('hant-tw'))]))
})

test('reads a text that was not imported as import would, and writes nothing', async () => {
  const folder = await makeSite('-- dibao.yml --\neditions: [zh-Hans, zh-HK]\n')
  const before = await digestsIn(folder.root)
  const {code, out} = await inspectIn(folder, raw)
  expect(code).toBe(0)
  expect(out).toContain('== 版本 zh-HK ==')
  expect(out).not.toContain('== 版本 zh-Hant ==')
  expect(await digestsIn(folder.root)).toEqual(before)
})

test('says when there is nothing to repair, in English too', async () => {
  const folder = await makeSite(
    '-- content/a.md --\n---\ntitle: 甲\ndate: 2004-01-01\n---\n正文。\n',
  )
  const {code, out, err} = await inspectIn(folder, join(folder.content, 'a.md'), 'en')
  expect({code, err}).toEqual({code: 0, err: []})
  expect(out.slice(0, 5)).toEqual([
    '== As received ==',
    '甲',
    '正文。',
    '',
    '== Nothing to repair ==',
  ])
  expect(out).toContain('== Edition zh-Hant ==')
})

test('shows a record outside the site', async () => {
  const folder = await makeSite(
    '-- 草稿.md --\n---\ntitle: 台风\ndate: 2004-01-01\n---\n台风,来了。\n',
  )
  const {code, out} = await inspectIn(folder, join(folder.root, '草稿.md'))
  expect(code).toBe(0)
  expect(out).toContain('颱風，來了。')
})

test('a record that cannot be read has its messages and no text', async () => {
  const folder = await makeSite('-- content/2004/a.md --\n---\ndate: 2004-02-30\n---\n正文。\n')
  const broken = await inspectIn(folder, join(folder.content, '2004/a.md'))
  expect(broken.code).toBe(1)
  expect(broken.out).toEqual([])
  expect(broken.err).toEqual([
    expect.stringMatching(/^content\/2004\/a\.md:2:7: 错误: \[date\] /),
    expect.stringMatching(/^content\/2004\/a\.md:\d+:1: 错误: \[title\] /),
  ])
})

test('says that a record is not UTF-8, and that a file is not there', async () => {
  const folder = await makeSite('-- content/a.md --\n')
  const path = join(folder.content, 'a.md')
  await writeFile(path, Buffer.from([0xb1, 0xea, 0xcc, 0xe2]))
  const foreign = await inspectIn(folder, path)
  expect(foreign).toMatchObject({code: 1, out: []})
  expect(foreign.err).toEqual([expect.stringMatching(/^content\/a\.md:1:1: .*\(app\/not-utf8\)$/)])
  const nowhere = await inspectIn(folder, join(folder.root, 'b.md'))
  expect(nowhere).toMatchObject({code: 1, out: []})
  expect(nowhere.err).toEqual([
    expect.stringMatching(/找不到文件「.*b\.md」 \(app\/cannot-read\)$/),
  ])
})

test('the compiled program prints the same on standard output alone', async () => {
  const folder = await makeSite('')
  const {out} = await inspectIn(folder, raw)
  const {code, stdout, stderr} = await runProgram(['inspect', raw], {cwd: folder.root})
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  expect(stdout).toBe(out.join('\n'))
})

test('shows what the text rules of the site itself change, and names one that fails', async () => {
  const record = '-- content/a.md --\n---\ntitle: 关心下—代\ndate: 2024-01-01\n---\n正文。\n'
  const rule = (edits: string): string =>
    `-- dibao.config.mjs --\nexport default {textRules: [{name: 'own-rule', edits: ${edits}}]}\n`
  const works = "(text) => text.includes('—') ? [{offset: 3, before: '—', after: '一'}] : []"
  const folder = await makeSite(record + rule(works))
  const {code, out, err} = await inspectIn(folder, join(folder.content, 'a.md'))
  expect({code, err}).toEqual({code: 0, err: []})
  expect(out).toContain('== own-rule own-rule: 1 ==')
  expect(out.slice(out.indexOf('== 版本 zh-Hans =='))).toContain('关心下一代')
  const broken = await makeSite(record + rule("() => { throw new Error('坏了') }"))
  expect(await inspectIn(broken, join(broken.content, 'a.md'))).toEqual({
    code: 1,
    out: [],
    err: ['content/a.md: 错误: 本站的扩展「own-rule」出错：坏了 (base/extension-failed)'],
  })
})

test('for another program it gives the same as JSON', async () => {
  const folder = await makeSite('')
  await importFiles([raw], folder, createRecordingTerminal())
  const record = join(folder.content, '2023/20230515-d59194.md')
  const terminal = createRecordingTerminal()
  expect(await inspect(record, true, folder, terminal)).toBe(0)
  const {received, stages, script, editions} = JSON.parse(terminal.out().join('\n'))
  expect(script).toBe('pseudo-hant')
  const rules = stages.map(({rule, results}: {rule: string; results: {edits: unknown[]}[]}) => [
    rule,
    results.reduce((sum, {edits}) => sum + edits.length, 0),
  ])
  expect(rules).toContainEqual(['gloss', 163])
  expect(rules).toContainEqual(['stray-question-mark', 2])
  expect(editions.map(({edition}: {edition: string}) => edition)).toEqual(['zh-Hans', 'zh-Hant'])
  for (const {texts} of editions) expect(texts).toHaveLength(received.length)
})

async function inspectIn(folder: SiteFolder, path: string, language: Language = 'zh') {
  const terminal = createRecordingTerminal(language)
  const code = await inspect(path, false, folder, terminal)
  return {code, out: terminal.out(), err: terminal.err()}
}

/** The proof-read text without its blank lines and the lines that become fields. */
async function proofRead(name: string): Promise<readonly string[]> {
  const text = await readFile(`test/fixtures/meeting-article.${name}.txt`, 'utf8')
  return text.split('\n').filter((line) => line !== '' && !/^(?:日期|来源|來源)：/.test(line))
}
