import {cp, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test, vi} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {retire} from '../../src/app/commands/retire.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {
  createRecordingTerminal,
  digestsIn,
  makeFolder,
  makeSite,
  put,
  type RecordingTerminal,
  runProgram,
} from '../support/folder.ts'

const site = `-- dibao.yml --
title: 云溪市档案
url: https://archive.example.cn/
-- content/2004/taifeng.md --
---
title: 台风后维护
date: 2004-03-05
column: 工作动态
tags: [防汛]
aliases: [/old/1.html]
---
老干部参加维护。
-- content/2005/hui/index.md --
---
title: 座谈会
date: 2005-06-01
attachments: [名单.txt]
---
座谈会召开。
-- content/2005/hui/名单.txt --
甲、乙
-- public/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
`

test('publishes pages of every edition, feeds, theme, attachments and the files of public/', async () => {
  const folder = await makeSite(site)
  const terminal = await buildOnce(folder)
  expect(terminal.err()).toEqual([])
  expect(terminal.out()).toEqual([
    expect.stringMatching(
      /^已发布 2 篇文章，\d+ 个文件到 .*dist（写入 \d+，删除 0，未变 0），用时/,
    ),
  ])
  const files = Object.keys(await digestsIn(folder.output))
  expect(files).toEqual(
    expect.arrayContaining([
      '2004/03/taifeng/index.html',
      '2005/06/hui/index.html',
      '404.html',
      'archive/index.html',
      'atom.xml',
      'files/2005/hui/名单.txt',
      'index.html',
      'logo.svg',
      'old/1.html',
      'robots.txt',
      'sitemap.xml',
      'zh-hant/2004/03/taifeng/index.html',
    ]),
  )
  expect(files.filter((path) => /^assets\/style\.[0-9a-f]{10}\.css$/.test(path))).toHaveLength(1)
  const page = await readFile(join(folder.output, 'zh-hant/2004/03/taifeng/index.html'), 'utf8')
  expect(page).toContain('老幹部參加維護')
})

test('a second build writes nothing', async () => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  const first = await digestsIn(folder.root)
  const page = join(folder.output, 'index.html')
  const longAgo = new Date('2020-01-01T00:00:00Z')
  await utimes(page, longAgo, longAgo)
  const terminal = await buildOnce(folder)
  expect(terminal.out()[0]).toMatch(/（写入 0，删除 0，未变 \d+）/)
  expect((await stat(page)).mtimeMs).toBe(longAgo.getTime())
  expect(await digestsIn(folder.root)).toEqual(first)
})

test('a withdrawn text is taken back by a build on another machine', async () => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  const elsewhere = await makeSite(site)
  await cp(folder.output, elsewhere.output, {recursive: true})
  await rm(join(elsewhere.content, '2004/taifeng.md'))
  await buildOnce(elsewhere)
  const left = Object.keys(await digestsIn(elsewhere.output))
  expect(left.filter((path) => path.includes('taifeng'))).toEqual([])
})

test('after any change the folder is that of a fresh build', async () => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  await put(folder.root, `-- content/2006/new.md --\n---\ntitle: 新\ndate: 2006-01-01\n---\n新\n`)
  await rm(join(folder.content, '2004/taifeng.md'))
  await rm(folder.ledger)
  await buildOnce(folder)
  const fresh = {
    ...folder,
    output: join(folder.root, 'a/dist'),
  }
  await buildOnce(fresh)
  expect(await digestsIn(folder.output)).toEqual(await digestsIn(fresh.output))
})

test('two fresh builds in two folders are byte for byte equal', async () => {
  const [one, two] = [await makeSite(site), await makeSite(site)]
  await buildOnce(one)
  await buildOnce(two)
  expect(await digestsIn(one.root)).toEqual(await digestsIn(two.root))
})

test('removes the files of a record that is gone, empty folders too, and nobody else’s', async () => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  await put(folder.output, '-- CNAME --\narchive.example.cn\n-- 2005/note.txt --\n甲\n')
  for (const path of ['2004/taifeng.md', '2005/hui/index.md']) await rm(join(folder.content, path))
  await rm(folder.ledger)
  await put(folder.root, '-- content/a.md --\n---\ntitle: 新\ndate: 2006-01-01\n---\n新\n')
  const terminal = await buildOnce(folder)
  expect(terminal.out()[0]).toMatch(/删除 [1-9]/)
  expect(await readdir(folder.output)).not.toContain('2004')
  expect(await readdir(join(folder.output, '2005'))).toEqual(['note.txt'])
  expect(await readdir(join(folder.output, 'zh-hant'))).not.toContain('2005')
  expect(await readFile(join(folder.output, 'CNAME'), 'utf8')).toBe('archive.example.cn\n')
})

test('many emptied folders at once leave nothing behind', async () => {
  const records = Array.from(
    {length: 60},
    (_, index) =>
      `-- content/n${index}.md --\n---\ntitle: 文${index}\ndate: 2004-0${1 + (index % 3)}-01\n---\n文\n`,
  )
  const folder = await makeSite(`${site}${records.join('')}`)
  await buildOnce(folder)
  await Promise.all(records.map((_, index) => rm(join(folder.content, `n${index}.md`))))
  await rm(join(folder.content, '2004/taifeng.md'))
  await rm(folder.ledger)
  await buildOnce(folder)
  expect(await readdir(folder.output)).not.toContain('2004')
})

test('a file may make way for a folder, and a folder for a file', async () => {
  const folder = await makeSite(`${site}-- public/a --\n甲\n-- public/b/c --\n乙\n`)
  await buildOnce(folder)
  await rm(join(folder.public, 'a'))
  await rm(join(folder.public, 'b'), {recursive: true})
  await put(folder.public, '-- a/c --\n丙\n-- b --\n丁\n')
  await buildOnce(folder)
  expect(await readFile(join(folder.output, 'a/c'), 'utf8')).toBe('丙\n')
  expect(await readFile(join(folder.output, 'b'), 'utf8')).toBe('丁\n')
})

test('what a build that was cut off had begun is written again, or removed, by the next', async () => {
  const folder = await makeSite(site)
  // In place, a file at a time, as where the folder of the site is a link.
  await symlink(await makeFolder(), folder.output)
  await buildOnce(folder)
  const before = await digestsIn(folder.output)
  const newRecord = 'content/2006/new.md'
  await put(folder.root, `-- ${newRecord} --\n---\ntitle: 新\ndate: 2006-01-01\n---\n新\n`)
  // A folder stands where a page has to go, so that publishing fails half-way.
  await rm(join(folder.output, 'sitemap.xml'))
  await mkdir(join(folder.output, 'sitemap.xml'))
  await expect(build(folder, createRecordingTerminal())).rejects.toThrow()
  const left = Object.keys(await digestsIn(folder.output))
  expect(left.filter((path) => path.endsWith('.part'))).toEqual([])
  await rm(join(folder.output, 'sitemap.xml'), {recursive: true})
  await rm(join(folder.root, newRecord))
  await rm(folder.ledger)
  await buildOnce(folder)
  expect(await digestsIn(folder.output)).toEqual(before)
})

test('the published site and the cache may be deleted at any time', async () => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  const before = await filesOf(folder)
  await rm(folder.output, {recursive: true})
  await buildOnce(folder)
  expect(await filesOf(folder)).toEqual(before)
  await rm(join(folder.output, '.dibao'), {recursive: true})
  await buildOnce(folder)
  expect(await filesOf(folder)).toEqual(before)
  await writeFile(join(folder.output, '.dibao', 'published.json'), 'not JSON')
  await buildOnce(folder)
  expect(await filesOf(folder)).toEqual(before)
})

/** Everything of a site but the last site but one, which publishing keeps in the cache. */
async function filesOf({root}: SiteFolder): Promise<Readonly<Record<string, string>>> {
  const all = Object.entries(await digestsIn(root))
  return Object.fromEntries(all.filter(([path]) => !path.startsWith('.cache/site/')))
}

test('six mistakes in one record are six messages with their lines, and nothing is published', async () => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  const before = await digestsIn(folder.output)
  await put(
    folder.root,
    `-- content/2007/bad.md --
---
titel: 写错的名称
date: 2007-02-30
tags: {a: b}
views: 很多
draft: maybe
script: simplified
---
正文
`,
  )
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal)).toBe(1)
  const lines = terminal.err().filter((line) => line.includes('bad.md'))
  expect(lines.map((line) => line.replace(/^(\S+): (..): .*\((\S+)\)$/, '$1 $2 $3'))).toEqual([
    'content/2007/bad.md:2:1 提醒 record/unknown-field',
    'content/2007/bad.md:3:7 错误 record/no-such-day',
    'content/2007/bad.md:4:7 错误 record/wrong-kind',
    'content/2007/bad.md:5:8 错误 record/bad-number',
    'content/2007/bad.md:6:8 错误 record/bad-flag',
    'content/2007/bad.md:7:9 错误 record/unknown-script',
    'content/2007/bad.md:8:1 错误 record/missing-field',
  ])
  expect(terminal.err().at(-1)).toBe('有错误，没有发布；原来发布的网站没有改动。')
  expect(terminal.out()).toEqual([])
  expect(await digestsIn(folder.output)).toEqual(before)
})

test('names each record that is not UTF-8, and takes one with a byte order mark', async () => {
  const folder = await makeSite(site)
  const gbk = Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb1, 0xea, 0xcc, 0xe2])
  await writeFile(join(folder.content, 'a.md'), gbk)
  await writeFile(join(folder.content, 'b.md'), gbk)
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal)).toBe(1)
  expect(terminal.err().slice(0, 2)).toEqual([
    'content/a.md:1:1: 错误: 这份文件不是 UTF-8 编码，读不出文字 (app/not-utf8)',
    'content/b.md:1:1: 错误: 这份文件不是 UTF-8 编码，读不出文字 (app/not-utf8)',
  ])
  await rm(join(folder.content, 'b.md'))
  await put(folder.root, '-- content/a.md --\n\ufeff---\ntitle: 甲\ndate: 2004-01-01\n---\n甲\n')
  await buildOnce(folder)
})

test('settings and templates that are not UTF-8 are told, not published as question marks', async () => {
  const folder = await makeSite(`${site}-- templates/partials/lead.hbs --\n`)
  const gbk = Buffer.from([0xb1, 0xea, 0xcc, 0xe2])
  await writeFile(folder.config, gbk)
  await writeFile(join(folder.templates, 'partials/lead.hbs'), gbk)
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal)).toBe(1)
  expect(terminal.err()).toEqual([
    expect.stringMatching(/^dibao\.yml:1:1: .*\(app\/not-utf8\)$/),
    expect.stringMatching(/^templates\/partials\/lead\.hbs:1:1: .*\(app\/not-utf8\)$/),
    expect.stringContaining('没有发布'),
  ])
})

test('publishes nothing where there are no records, so that a moved folder empties no site', async () => {
  const folder = await makeSite('-- dibao.yml --\ntitle: 空\n')
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal)).toBe(1)
  expect(terminal.err()).toEqual([
    '错误: 「content」里一篇文章也没有（.md 文件） (app/no-records)',
    expect.stringContaining('没有发布'),
  ])
})

test.each([
  ['a setting that does not exist', 'titel: 甲\n', /^dibao\.yml:1:1: .*site\/unknown-config/],
  ['settings that are no YAML', 'title: "甲\n', /^dibao\.yml:\d+:\d+: .*record\/unclosed-quote/],
])('%s forbids publishing', async (_, config, expected) => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  const before = await digestsIn(folder.output)
  await writeFile(folder.config, config)
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal)).toBe(1)
  expect(terminal.err()[0]).toMatch(expected)
  expect(await digestsIn(folder.output)).toEqual(before)
})

test.each([
  ['a page that cannot be read', 'article.hbs', '{{#if article}}\n', 'render/bad-template'],
  ['a part that cannot be read', 'partials/page.hbs', '{{#if page}}\n', 'render/bad-template'],
  [
    'a page that asks for a name there is not',
    'article.hbs',
    '{{article.titel}}\n',
    'unknown-name',
  ],
  ['a part that asks for a name there is not', 'partials/page.hbs', '{{titel}}\n', 'unknown-name'],
])('%s is one message, not one for each page', async (_, name, text, rule) => {
  const folder = await makeSite(`${site}-- templates/${name} --\n${text}`)
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal)).toBe(1)
  expect(terminal.err()).toEqual([
    expect.stringMatching(new RegExp(`^templates/${name}:\\d+:\\d+: .*${rule}`)),
    expect.stringContaining('没有发布'),
  ])
})

test('the day of SOURCE_DATE_EPOCH, in the site’s time zone, decides what waits', async () => {
  const folder = await makeSite(
    '-- content/a.md --\n---\ntitle: 甲\ndate: 2004-03-06\n---\n甲\n' +
      '-- content/b.md --\n---\ntitle: 乙\ndate: 2004-03-05\n---\n乙\n',
  )
  const page = 'dist/2004/03/a/index.html'
  // 2004-03-05 23:59:59 and 2004-03-06 00:00:00 in Shanghai.
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2004, 2, 5, 15, 59, 59) / 1000))
  const early = await buildOnce(folder)
  expect(early.err()).toEqual([
    expect.stringMatching(/^content\/a\.md:3:7: 说明: .*site\/held-back/),
  ])
  await expect(stat(join(folder.root, page))).rejects.toThrow()
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2004, 2, 5, 16) / 1000))
  await buildOnce(folder)
  expect((await stat(join(folder.root, page))).isFile()).toBe(true)
})

test('builds a folder of another generator’s Markdown as it is', async () => {
  const folder = await makeSite(`-- content/2004/关于 台风 的通知.md --
---
title: "关于台风的通知"
date: 2004-03-05 10:20:30
source: 云溪市防汛办
column: 通知公告
tags: [防汛, 台风]
views: 120
---

各区（县）：

请做好准备。
-- content/活动/老树/index.md --
---
title: 老树
date: 2011-10-09T08:00:00+08:00
source: 市关工委
column: 工作动态
tags:
  - 环保
views: 0
---
![树](shu.svg)
-- content/活动/老树/shu.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
`)
  const terminal = await buildOnce(folder)
  expect(terminal.err()).toEqual([])
  const files = await digestsIn(folder.output)
  const pages = Object.keys(files).filter((path) => /^\d{4}\/\d\d\/[^/]+\/index\.html$/.test(path))
  expect(pages).toHaveLength(2)
  expect(pages[0]).toMatch(/^2004\/03\//)
  expect(pages[1]).toMatch(/^2011\/10\//)
  const [notice = ''] = pages
  const page = await readFile(join(folder.output, notice), 'utf8')
  expect(page).toContain('2004年3月5日')
  expect(page).toContain('云溪市防汛办')
  expect(page).toContain('120')
  expect(files).toHaveProperty(['files/活动/老树/shu.svg'])
})

test('does not follow symbolic links', async () => {
  const folder = await makeSite(site)
  const outside = await makeFolder()
  await put(
    outside,
    '-- secret.md --\n---\ntitle: 秘密\ndate: 2004-01-01\n---\n秘密\n-- more/a.md --\n---\ntitle: 秘密\ndate: 2004-01-02\n---\n秘密\n-- key.txt --\n秘密\n',
  )
  await symlink(join(outside, 'secret.md'), join(folder.content, 'secret.md'))
  await symlink(join(outside, 'more'), join(folder.content, 'more'))
  await symlink(join(outside, 'key.txt'), join(folder.public, 'key.txt'))
  const terminal = await buildOnce(folder)
  expect(terminal.out()[0]).toContain('已发布 2 篇文章')
  expect(Object.keys(await digestsIn(folder.output))).not.toContain('key.txt')
})

test('a record may end in .markdown, in capitals too', async () => {
  const more = '---\ntitle: 乙\ndate: 2005-02-03\n---\n乙。\n'
  const folder = await makeSite(
    `${site}-- content/b.markdown --\n${more}-- content/C.MD --\n${more}`,
  )
  await buildOnce(folder)
  const files = Object.keys(await digestsIn(folder.output))
  expect(files).toContain('2005/02/b/index.html')
  expect(files).toContain('2005/02/C/index.html')
})

test('hidden files stay unpublished, save .well-known', async () => {
  const folder = await makeSite(
    `${site}-- public/.env --\n秘密\n-- public/.well-known/security.txt --\nContact: mailto:a@example.cn\n`,
  )
  await buildOnce(folder)
  const files = Object.keys(await digestsIn(folder.output))
  expect(files.filter((path) => path.startsWith('.'))).toEqual([
    '.dibao/published.json',
    '.well-known/security.txt',
  ])
})

test('the site’s own robots.txt comes before the one that every site gets', async () => {
  const folder = await makeSite(`${site}-- public/robots.txt --\nUser-agent: *\nDisallow: /\n`)
  await buildOnce(folder)
  const text = await readFile(join(folder.output, 'robots.txt'), 'utf8')
  expect(text).toBe('User-agent: *\nDisallow: /\n')
})

test('the compiled program publishes the same bytes', async () => {
  const [one, two] = [await makeSite(site), await makeSite(site)]
  await buildOnce(one)
  const {code, stdout, stderr} = await runProgram(['build'], {cwd: two.root})
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  expect(stdout).toMatch(/^已发布 2 篇文章/)
  // Each form of the program seals what it keeps with its own code.
  for (const {cache} of [one, two]) await rm(cache, {recursive: true})
  expect(await digestsIn(two.root)).toEqual(await digestsIn(one.root))
})

async function buildOnce(folder: SiteFolder): Promise<RecordingTerminal> {
  const terminal = createRecordingTerminal()
  const code = await build(folder, terminal)
  expect(code, terminal.err().join('\n')).toBe(0)
  return terminal
}

/** What is the site's own: whatever saves work the next time may differ. */
async function archiveIn(folder: SiteFolder) {
  const digests = Object.entries(await digestsIn(folder.root))
  return Object.fromEntries(digests.filter(([path]) => !path.startsWith('.cache/')))
}

test('refuses to lose a published address, and leaves everything as it was', async () => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  await rm(join(folder.content, '2004/taifeng.md'))
  const before = await archiveIn(folder)
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal)).toBe(1)
  expect(terminal.err().filter((line) => line.includes('site/address-lost'))).toHaveLength(2)
  expect(await archiveIn(folder)).toEqual(before)
})

test('an address given up with a reason may go, and is answered as gone', async () => {
  const folder = await makeSite(site)
  await buildOnce(folder)
  const standing = createRecordingTerminal()
  expect(await retire('/2004/03/taifeng/', '重复', folder, standing)).toBe(1)
  await rm(join(folder.content, '2004/taifeng.md'))
  expect(await retire('/2004/03/taifeng/', ' ', folder, createRecordingTerminal())).toBe(2)
  const terminal = createRecordingTerminal()
  expect(await retire('/2004/03/taifeng/', '重复', folder, terminal)).toBe(0)
  expect(terminal.out()).toEqual(['已在 permalinks.jsonl 里取消 2 个网址'])
  const ledger = await readFile(folder.ledger, 'utf8')
  await buildOnce(folder)
  expect(await readFile(folder.ledger, 'utf8')).toBe(ledger)
  expect(await readFile(join(folder.output, 'server/nginx.conf'), 'utf8')).toContain(
    'location = "/2004/03/taifeng/" { return 410; }',
  )
})

test('a ledger that cannot be read is never written over', async () => {
  const folder = await makeSite(`${site}-- permalinks.jsonl --\n<<<<<<< HEAD\n`)
  const before = await archiveIn(folder)
  expect(await build(folder, createRecordingTerminal())).toBe(1)
  const terminal = createRecordingTerminal()
  expect(await retire('/2004/03/taifeng/', '重复', folder, terminal)).toBe(1)
  expect(terminal.err()[0]).toContain('site/ledger-conflict')
  expect(await archiveIn(folder)).toEqual(before)
})
