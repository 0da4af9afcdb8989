import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {cached, inline} from '../../src/app/compile.ts'
import {makeAllOutput} from '../../src/app/output.ts'
import {createPreview, type Preview} from '../../src/app/preview.ts'
import {serve} from '../../src/app/serve.ts'
import {Session} from '../../src/app/session.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import type {Permalink} from '../../src/base/brand.ts'
import {toDay} from '../../src/base/day.ts'
import type {Language} from '../../src/base/diagnostic.ts'
import {filesOf} from '../../src/emit/output.ts'
import {copySampleSite, makeSite} from '../support/folder.ts'
import {idsFor, openIndexIn} from '../support/search.ts'

const today = toDay(2024, 6, 1)!

test('answers for every address of the sample archive as its build does', async () => {
  const folder = await copySampleSite()
  const {session, preview} = await open(folder, false)
  const built = makeAllOutput(session.snapshot, session.sources, folder, () => {})
  const copied = new Set<string>(session.sources.publicFiles)
  const files = [...filesOf(built.files)].filter(({path}) => !copied.has(path))
  expect(files.length).toBeGreaterThan(200)
  for (const {path, body} of files) {
    const answer = await preview.answer(`/${path}`)
    expect(answer?.status, path).toBe(/(?:^|\/)404\.html$/.test(path) ? 404 : 200)
    const received = Buffer.from(answer?.body ?? '')
    const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}` as Permalink
    const isPage = session.snapshot.pages.has(address)
    const same = isPage ? Buffer.from(withoutPanel(String(received))) : received
    expect(same.equals(Buffer.from(body)), path).toBe(true)
    expect(await preview.answer(address), address).toEqual(answer)
  }
})

test('states what each kind of file is', async () => {
  const {preview, session} = await open(await makeSite(site))
  const [style = ''] = [...session.snapshot.theme.keys()].filter((path) => path.endsWith('.css'))
  const types = ['/', style, '/files/a/photo.svg', '/atom.xml', '/feed.json', '/robots.txt'].map(
    async (path) => (await preview.answer(path))?.type,
  )
  expect(await Promise.all(types)).toEqual([
    'text/html; charset=utf-8',
    'text/css; charset=utf-8',
    'image/svg+xml',
    'application/xml; charset=utf-8',
    'application/json; charset=utf-8',
    'text/plain; charset=utf-8',
  ])
})

test('an address that there is not gets the page that says so', async () => {
  const {preview} = await open(await makeSite(site))
  const answer = await preview.answer('/2004/03/nothing/')
  expect(answer?.status).toBe(404)
  expect(String(answer?.body)).toContain('<html lang="zh-Hans"')
  expect(String((await preview.answer('/zh-hant/404.html'))?.body)).toContain('lang="zh-Hant"')
})

test('shows drafts, and announcements whose day has not come', async () => {
  const {preview} = await open(await makeSite(site))
  // A headline may be parted between words.
  const home = String((await preview.answer('/'))?.body).replaceAll('<wbr>', '')
  expect(home).toContain('起草中')
  expect(home).toContain('未来的通知')
  expect((await preview.answer('/2004/05/draft/'))?.status).toBe(200)
  expect((await preview.answer('/2099/01/future/'))?.status).toBe(200)
})

test('a broken record says at its own address what is wrong, the others show it in a panel', async () => {
  const folder = await makeSite(site)
  const {session, preview} = await open(folder)
  const path = join(folder.content, 'a/index.md')
  const address = '/zh-hant/2004/03/a/'
  expect((await preview.answer(address))?.status).toBe(200)
  expect(String((await preview.answer('/atom.xml'))?.body)).toContain('台风后维护')
  expect(String((await preview.answer('/'))?.body)).not.toContain('dibao-problems')

  await writeFile(path, '---\ntitle: <b>台风\ndate: 2004-02-30\n---\n正文\n')
  preview.show(await session.touch([path]))
  const broken = await preview.answer(address)
  expect(broken).toMatchObject({status: 500, type: 'text/html; charset=utf-8'})
  const message = 'content/a/index.md:3:7: 错误: [date] 日历上没有「2004-02-30」这一天'
  expect(String(broken?.body)).toContain(message)
  expect(String(broken?.body)).not.toContain('dibao-problems')
  expect(String(broken?.body)).toContain('/__dibao/reload.js')
  const other = await preview.answer('/2004/05/draft/')
  expect(other?.status).toBe(200)
  expect(panelOf(String(other?.body))).toContain('1 处错误，0 处提醒')
  expect(panelOf(String(other?.body))).toContain(message)

  await writeFile(path, '---\ntitle: 修好\ndate: 2004-03-05\n---\n正文\n')
  preview.show(await session.touch([path]))
  const mended = await preview.answer(address)
  expect(mended?.status).toBe(200)
  expect(String(mended?.body)).toContain('修好')
  expect(String((await preview.answer('/atom.xml'))?.body)).toContain('修好')
  expect(String(mended?.body)).not.toContain('dibao-problems')
})

test('search is of what was saved last, drafts too', async () => {
  const folder = await makeSite(site)
  const {session, preview} = await open(folder)
  const find = async (query: string): Promise<readonly string[]> => {
    const read = async (path: string) => (await preview.answer(`/${path}`))?.body
    return idsFor(await openIndexIn(read), query)
  }
  expect(await find('参加维护')).toEqual(['a'])
  expect(await find('起草')).toEqual(['draft'])
  const path = join(folder.content, 'a/index.md')
  await writeFile(path, '---\ntitle: 台风\ndate: 2004-03-05\n---\n河堤加固。\n')
  preview.show(await session.touch([path]))
  expect(await find('参加维护')).toEqual([])
  expect(await find('河堤')).toEqual(['a'])
})

test('markup in a message is shown and never takes effect', async () => {
  const {preview} = await open(
    await makeSite(`${site}-- content/b.md --\n---\ntitle: 乙\ndate: "<img src=x>"\n---\n乙\n`),
  )
  const panel = panelOf(String((await preview.answer('/'))?.body))
  expect(panel).toContain('&lt;img src=x&gt;')
  expect(panel).not.toContain('<img')
})

test('the overview lists problems, doubts and what is missing, each with a link to its place', async () => {
  const folder = await makeSite(`${site}-- content/2010/b c.md --
---
title: 说<明>
date: 2010-01-02
pictures:
  - name: 图片7.png
    missing: true
---
区委开会?\uFFFD讨论。

![合影](lost.png)

图片7.png
-- content/bad.md --
---
title: 坏
date: 2010-02-30
---
正文。
`)
  const {preview} = await open(folder)
  const answer = await preview.answer('/__dibao/')
  expect(answer?.status).toBe(200)
  const page = String(answer?.body)
  const at = (name: string): string =>
    `vscode://file/${folder.content.replaceAll('\\', '/').replace(/^\//, '')}/${name}`
  const order = [
    '错误和提醒',
    `href="${at('bad.md:3:7')}">content/bad.md:3:7</a>`,
    'lost.png',
    `href="${at('2010/b%20c.md:10:1')}">content/2010/b c.md:10:1</a>`,
    '<a href="/__dibao/compare/2010/b%20c.md">对照</a>',
    '缺的图片和附件（2）',
    '图片7.png',
    `href="${at('2010/b%20c.md:5:3')}"`,
    '草稿（1）',
    '起草中',
    '日期未到（1）',
    '未来的通知',
    '全部文章',
    '说&lt;明&gt;',
  ].map((text) => [text, page.indexOf(text)] as const)
  expect(order.filter(([, index]) => index === -1)).toEqual([])
  expect(page).not.toContain('<明>')
  expect(page).not.toMatch(/<script(?! type="module" src="\/__dibao\/reload\.js">)|style=/)
})

test('speaks English to an editor who wants it, the texts of the site aside', async () => {
  const folder = await makeSite(
    `-- content/a.md --\n---\ntitle: Notice\ndate: 2010-01-02\ndraft: true\n---\nText,text. ![photo](lost.png)\n\n-- content/b.md --\n---\ntitle: Bad\ndate: 2010-02-30\n---\n-- dibao.yml --\ntitle: Archive\n`,
  )
  const {preview} = await open(folder, true, 'en')
  for (const path of ['/__dibao/', '/__dibao/compare/a.md']) {
    const page = String((await preview.answer(path))?.body)
    expect(page).toContain('<html lang="en">')
    expect(page.replaceAll(/<a [^>]*lang="zh[^>]*>[^<]*<\/a>/g, '')).not.toMatch(/\p{Script=Han}/u)
  }
  const page = String((await preview.answer('/2010/01/a/'))?.body)
  expect(page).toContain('<summary>1 errors, 1 warnings</summary>')
  expect(page).toContain('>Compare with what was received</a>')
})

test('a record stands beside its editions, with its changes and its doubts', async () => {
  const folder = await makeSite(`${site}-- content/b.md --
---
title: 區(qū)委會(huì)議
date: 2010-01-02
---
區(qū)委召開會(huì)議,討論工作。

第二段,關(guān)心下一代。
`)
  const {preview} = await open(folder)
  const page = String((await preview.answer('/__dibao/compare/b.md'))?.body)
  expect(page).toContain('<del>區&#40;qū)</del><ins>区</ins>')
  expect(page).toMatch(
    /<div lang="zh-Hans">区委召开会议，讨论工作。<\/div><div lang="zh-Hant">區委召開會議，討論工作。<\/div>/,
  )
  expect(page).toMatch(/<div lang="zh-Hans">第二段，关心下一代。<\/div>/)
  expect(page).toContain('content/b.md</a>')
  expect(String((await preview.answer('/2010/01/b/'))?.body)).toContain(
    '<a href="/__dibao/compare/b.md">对照原文</a>',
  )
  for (const path of ['nothing.md', '../dibao.yml', 'a/photo.svg', '']) {
    expect(await preview.answer(`/__dibao/compare/${path}`)).toBeUndefined()
  }
})

test('a record that is gone is not found, and is not blamed on anything', async () => {
  const folder = await makeSite(site)
  const {session, preview} = await open(folder)
  const path = join(folder.content, 'a/index.md')
  await rm(path)
  preview.show(await session.touch([path]))
  expect((await preview.answer('/2004/03/a/'))?.status).toBe(404)
})

test('a broken template is shown by its own message alone on each page that needs it', async () => {
  const folder = await makeSite(`${site}-- templates/article.hbs --\n{{#if article}}\n`)
  const {session, preview} = await open(folder)
  const article = await preview.answer('/2004/03/a/')
  expect(article?.status).toBe(500)
  expect(String(article?.body).match(/render\/[a-z-]+/g)).toEqual(['render/bad-template'])
  expect(String(article?.body)).toContain('templates/article.hbs:')
  expect(String(article?.body)).not.toContain('dibao-problems')
  const home = await preview.answer('/')
  expect(home?.status).toBe(200)
  expect(panelOf(String(home?.body))).toContain('render/bad-template')

  const path = join(folder.templates, 'article.hbs')
  await writeFile(path, '{{article.titel}}\n')
  preview.show(await session.touch([path]))
  const unknown = await preview.answer('/2004/03/a/')
  expect(unknown?.status).toBe(500)
  expect(String(unknown?.body)).toContain('templates/article.hbs:1:')
  expect(String(unknown?.body)).toContain('render/unknown-name')
})

test('settings that cannot be used give way to the defaults, with a panel', async () => {
  const folder = await makeSite(site)
  const {session, preview} = await open(folder)
  await writeFile(folder.config, 'titel: 甲\n')
  preview.show(await session.touch([folder.config]))
  const home = await preview.answer('/')
  expect(home?.status).toBe(200)
  expect(panelOf(String(home?.body))).toContain('dibao.yml:1:1: 错误: [titel] ')
})

test('serves what the site publishes and nothing else of its folder', async () => {
  const folder = await makeSite(
    `${site}-- content/.originals/0f.txt --\n原件\n-- content/unnamed.txt --\n没有文章提到\n-- public/.env --\n秘密\n`,
  )
  const {preview} = await open(folder)
  const server = await serve({port: 0, publicFolder: folder.public, answer: preview.answer})
  const statusOf = async (path: string): Promise<number> =>
    (await fetch(new URL(path, server.address))).status
  try {
    expect(await statusOf('/files/a/photo.svg')).toBe(200)
    for (const path of [
      '/dibao.yml',
      '/content/a/index.md',
      '/files/a/index.md',
      '/files/unnamed.txt',
      '/files/.originals/0f.txt',
      '/files/a/%2e%2e/%2e%2e/dibao.yml',
      '/files/..%2fdibao.yml',
      '/files/..%5cdibao.yml',
      '/files/%252e%252e/dibao.yml',
      '/files//etc/passwd',
      '/.env',
      '/templates/article.hbs',
    ]) {
      expect([400, 404], path).toContain(await statusOf(path))
    }
    for (const path of ['/files/../dibao.yml', '/files/.originals/0f.txt', '/files/a/index.md']) {
      expect((await preview.answer(path))?.status, path).toBe(404)
    }
  } finally {
    await server.close()
  }
})

test('the site’s own robots.txt comes before the one that every site gets', async () => {
  const folder = await makeSite(`${site}-- public/robots.txt --\nUser-agent: *\nDisallow: /\n`)
  const {preview} = await open(folder)
  const server = await serve({port: 0, publicFolder: folder.public, answer: preview.answer})
  const text = await (await fetch(new URL('/robots.txt', server.address))).text()
  await server.close()
  expect(text).toBe('User-agent: *\nDisallow: /\n')
})

test('rooted links work when the site is published under a path', async () => {
  const folder = await makeSite(site.replace('.cn/', '.cn/news/\nlinks: root'))
  const {preview} = await open(folder)
  const home = String((await preview.answer('/'))?.body)
  const links = [...home.matchAll(/(?:href|src)="(\/[^"_][^"]*)"/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(10)
  for (const link of links) {
    expect(link).toMatch(/^\/news\//)
    expect((await preview.answer(decodeURIComponent(link)))?.status, link).toBe(200)
  }
})

const site = `-- dibao.yml --
title: 云溪市档案
url: https://archive.example.cn/
-- content/a/index.md --
---
title: 台风后维护
date: 2004-03-05
attachments: [photo.svg]
---
老干部参加维护。
-- content/a/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/draft.md --
---
title: 起草中
date: 2004-05-01
draft: true
---
正文。
-- content/future.md --
---
title: 未来的通知
date: 2099-01-01
---
正文。
`

async function open(
  folder: SiteFolder,
  isPreview = true,
  language: Language = 'zh',
): Promise<{session: Session; preview: Preview}> {
  const compile = cached(inline())
  const session = await Session.open(folder, {todayIn: () => today, preview: isPreview, compile})
  return {session, preview: createPreview(session.snapshot, folder, language)}
}

const tools = /<p id="dibao-tools"[\s\S]*?<\/p>\n/
const panel = /<details id="dibao-problems"[\s\S]*?<\/details>\n/

function panelOf(page: string): string {
  return panel.exec(page)?.[0] ?? ''
}

/** A page of the preview as the build writes it. */
function withoutPanel(page: string): string {
  const plain = page.replace(panel, '').replace(tools, '')
  const script =
    '<link rel="stylesheet" href="/__dibao/preview.css">\n' +
    '<script type="module" src="/__dibao/reload.js"></script>\n'
  expect(plain.split(script)).toHaveLength(2)
  return plain.replace(script, '')
}
