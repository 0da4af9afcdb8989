import {readFile} from 'node:fs/promises'
import {join, posix} from 'node:path'
import {expect, test, vi} from 'vitest'
import {WARCParser} from 'warcio'
import {build} from '../../src/app/commands/build.ts'
import {exportArchive} from '../../src/app/commands/export.ts'
import {digestOf} from '../../src/base/digest.ts'
import {parseCsv} from '../../src/importer/rows/csv.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite} from '../support/folder.ts'
import {childrenOf, parseXml, textOfChild, type XmlElement} from '../support/xml.ts'
import {readZip} from '../support/zip.ts'

const body = `第一段，見[乙](b.md)、[图](图.png)和[站外](https://other.cn/?a=1&b=2)。

![现场](图.png) ![远](https://other.cn/远.png) ![没有](无.png)

- [x] 做完 & <u>画线</u><br>换行
- [ ] 没做

脚注[^注]。

[^注]: 注文。

<ol reversed><li>倒数</li></ol>`

const site = `-- dibao.yml --
title: 云溪 & 档案
url: https://archive.example.cn/
owner: 云溪市档案馆
columns: [{name: 通知, slug: notices}]
-- content/2004/a.md --
---
title: 甲 & <乙>
subtitle: 副题
date: 2004-01-01
updated: 2004-03-01
column: 通知
source: 县办
attachments: [{file: 表.xls, title: 名单}]
aliases: [/show/1.html]
---
${body}
-- content/2004/b.md --
---
title: =乙
date: 2004-02-01
---
以前的会議。
-- content/2004/b@2004-03-01.md --
---
title: 旧乙
date: 2004-02-01
---
从前的会議。
-- content/2004/w.md --
---
title: 撤
date: 2004-02-02
withdrawn: {date: 2004-03-01, reason: 有误}
---
撤下的文字。
-- content/2005/c.md --
---
title: 丙
date: 2005-02-01
column: 通知
---
正文。
-- content/2005/d.md --
---
title: 草稿
date: 2005-02-01
draft: true
---
正文。
-- content/2004/图.png --
PNG
-- content/2004/表.xls --
1
`

/** What exporting a fresh archive gives; a bag and a web archive are of a published one. */
async function exported(args: Readonly<Record<string, string>>) {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1735689600')
  const folder = await makeSite(site)
  if (args['wacz'] || args['bagit']) await build(folder, createRecordingTerminal())
  const out = await makeFolder()
  const targets = Object.entries(args).map(([name, value]) => {
    return [name, ['year', 'column', 'edition'].includes(name) ? value : join(out, value)] as const
  })
  const terminal = createRecordingTerminal()
  const all = {edition: 'zh-Hans', ...Object.fromEntries(targets)}
  return {code: await exportArchive(all, folder, terminal), out, terminal, output: folder.output}
}

test('every form is the same bytes each time, and no file is left beside it', async () => {
  const forms = {wacz: 'a.wacz', jsonl: 'a.jsonl', csv: 'csv', epub: 'a.epub', bagit: 'bag'}
  const [one, two] = [await exported(forms), await exported(forms)]
  expect([one.code, one.terminal.err()]).toEqual([0, []])
  const digests = await digestsIn(one.out)
  expect(digests).toEqual(await digestsIn(two.out))
  expect(Object.keys(digests).filter((path) => !path.startsWith('bag/'))).toEqual([
    ...['a.epub', 'a.jsonl', 'a.wacz', 'csv/records.csv', 'csv/repairs.csv'],
  ])
})

test('a web archive gives every published file back at its address, by its index too', async () => {
  const {out, output} = await exported({wacz: 'a.wacz'})
  const files = await readZip(await readFile(join(out, 'a.wacz')))
  const archive = files.get('archive/data-1.warc.gz')
  expect(archive?.isPacked).toBe(false)
  const sent = new Map<string, string>()
  for await (const record of new WARCParser([archive!.body])) {
    const payload = await record.readFully(true)
    expect(record.warcTargetURI === null || record.warcPayloadDigest).toBeTruthy()
    if (record.httpHeaders?.statusCode === 200) {
      expect(record.warcPayloadDigest).toBe(`sha256:${digestOf(payload)}`)
      sent.set(record.warcTargetURI ?? '', digestOf(payload))
    }
  }
  const published = Object.entries(await digestsIn(output))
    .filter(([path]) => !path.startsWith('.dibao/'))
    .map(([path, digest]) => {
      const address = path
        .replace(/(^|\/)index\.html$/, '$1')
        .split('/')
        .map(encodeURIComponent)
      return [`https://archive.example.cn/${address.join('/')}`, digest] as const
    })
  expect(new Map([...sent].toSorted())).toEqual(new Map(published.toSorted()))
  const lines = files.get('indexes/index.cdxj')!.body.toString().trimEnd().split('\n')
  expect(lines).toEqual(lines.toSorted())
  for (const line of lines) {
    const [, , json = ''] = /^(\S+ \d{14}) (.*)$/.exec(line) ?? []
    const {url, offset, length, filename} = JSON.parse(json)
    expect(filename).toBe('data-1.warc.gz')
    const part = archive!.body.subarray(offset, offset + length)
    const record = await WARCParser.parse([part])
    expect(record?.warcTargetURI).toBe(url)
  }
  expect(lines.filter((line) => line.includes('"status":301'))).not.toEqual([])
  checkDescription(files)
})

/** A web archive describes its parts and lists its pages. */
function checkDescription(files: Awaited<ReturnType<typeof readZip>>): void {
  const text = (name: string): string => files.get(name)!.body.toString('utf8')
  const {resources, ...facts} = JSON.parse(text('datapackage.json'))
  expect(facts).toMatchObject({
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: '云溪 & 档案',
    created: '2025-01-01T00:00:00Z',
    mainPageUrl: 'https://archive.example.cn/',
  })
  expect(resources).toEqual(
    [...files.keys()]
      .filter((path) => !path.startsWith('datapackage'))
      .map((path) => {
        const bytes = files.get(path)!.body
        const name = posix.basename(path)
        return {name, path, hash: `sha256:${digestOf(bytes)}`, bytes: bytes.length}
      }),
  )
  expect(JSON.parse(text('datapackage-digest.json'))).toEqual({
    path: 'datapackage.json',
    hash: `sha256:${digestOf(text('datapackage.json'))}`,
  })
  const [head, ...pages] = text('pages/pages.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(head.format).toBe('json-pages-1.0')
  const titles = new Map(pages.map(({url, title}) => [url, title]))
  expect(titles.get('https://archive.example.cn/2004/01/a/')).toBe('甲 & <乙> – 云溪 & 档案')
  expect([...titles.keys()].filter((url) => /show|index\.html/.test(url))).toEqual([])
}

test('without the address of the site there is no web archive', async () => {
  const folder = await makeSite(site.replace(/url: .*\n/, ''))
  const terminal = createRecordingTerminal()
  const target = join(await makeFolder(), 'a.wacz')
  expect(await exportArchive({wacz: target, edition: 'zh-Hans'}, folder, terminal)).toBe(2)
  expect(terminal.err()).toEqual([expect.stringContaining('url')])
})

test('the records come as lines of JSON with all fields, the text as received and its repairs', async () => {
  const {out} = await exported({jsonl: 'a.jsonl'})
  const lines = (await readFile(join(out, 'a.jsonl'), 'utf8')).trimEnd().split('\n')
  const records = lines.map((line) => JSON.parse(line))
  expect(records.map(({id}) => id)).toEqual(['a', 'b', 'w', 'c', 'd'])
  expect(records[0]).toMatchObject({
    file: 'content/2004/a.md',
    address: 'https://archive.example.cn/2004/01/a/',
    title: '甲 & <乙>',
    date: '2004-01-01',
    script: 'hans',
    body: `${body}\n`,
  })
  expect(records[1].repairs[0]).toMatchObject({
    field: 'body',
    received: '以前的会議。\n',
    repairs: [{rule: 'standard-simplified', offset: 4, before: '議', after: '议'}],
  })
  expect(records[1].versions).toEqual([
    expect.objectContaining({
      ...{file: 'content/2004/b@2004-03-01.md', version: '2004-03-01'},
      ...{title: '旧乙', body: '从前的会議。\n'},
    }),
  ])
  expect(records[2]).toMatchObject({withdrawn: {date: '2004-03-01', reason: '有误'}, repairs: []})
  expect(records[4].draft).toBe(true)
})

test('the same as tables, in which no cell is a formula', async () => {
  const {out} = await exported({csv: 'csv'})
  const table = async (name: string) => {
    const [head = [], ...rows] = parseCsv(
      (await readFile(join(out, 'csv', name), 'utf8')).replace('\ufeff', ''),
    )
    return rows.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at]])))
  }
  const records = await table('records.csv')
  expect(records.map(({id}) => id)).toEqual(['a', 'b', 'w', 'c', 'd'])
  expect(records[0]).toMatchObject({attachments: '表.xls', body: `${body}\n`, draft: 'false'})
  expect(records[1]).toMatchObject({title: "'=乙", repairs: '1', versions: '2004-03-01'})
  expect(records[2]).toMatchObject({withdrawn: '2004-03-01', withdrawnReason: '有误'})
  expect(await table('repairs.csv')).toContainEqual({
    ...{id: 'b', field: 'body', offset: '4', line: '1', before: '議', after: '议'},
    ...{rule: 'standard-simplified', certainty: 'firm'},
  })
})

/** A book as a strict reader sees it: its documents by their paths, and all that leads nowhere. */
async function readBook(path: string) {
  const files = await readZip(await readFile(path))
  const [first] = files.keys()
  expect([first, files.get('mimetype')?.isPacked]).toEqual(['mimetype', false])
  expect(files.get('mimetype')?.body.toString()).toBe('application/epub+zip')
  const container = parseXml(files.get('META-INF/container.xml')!.body.toString())
  const opf = all(container, 'rootfile')[0]!.attributes['full-path']!
  const root = parseXml(files.get(opf)!.body.toString())
  const items = all(root, 'item').map(({attributes}) => attributes)
  const folder = posix.dirname(opf)
  expect(items.map(({href}) => `${folder}/${href}`).toSorted()).toEqual(
    [...files.keys()].filter((name) => name.startsWith('book/') && name !== opf).toSorted(),
  )
  const ids = items.map(({id}) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const spine = all(root, 'itemref').map(({attributes}) => attributes['idref'])
  expect(spine.filter((id) => !ids.includes(id!))).toEqual([])
  const pages = new Map(
    items
      .filter((item) => item['media-type'] === 'application/xhtml+xml')
      .map(({href}) => {
        const source = files.get(`${folder}/${href}`)!.body.toString()
        return [href!, parseXml(source.replace('<!DOCTYPE html>\n', ''))] as const
      }),
  )
  return {root, pages, items, dead: findDead(pages, files, folder)}
}

function findDead(
  pages: ReadonlyMap<string, XmlElement>,
  files: ReadonlyMap<string, unknown>,
  folder: string,
): readonly string[] {
  return [...pages].flatMap(([page, root]) =>
    all(root).flatMap(({attributes: {href, src}}) => {
      const address = href ?? src
      if (address === undefined || /^https?:/.test(address)) return []
      const [path = '', anchor] = address.split('#')
      const target = path === '' ? page : path
      const found =
        anchor === undefined ||
        all(pages.get(target)!).some(({attributes}) => attributes['id'] === anchor)
      return files.has(`${folder}/${target}`) && found ? [] : [address]
    }),
  )
}

/** The elements inside one, of a name when it is given. */
function all(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(name === undefined || child.name === name ? [child] : []),
    ...all(child, name),
  ])
}

test('a year is a book with its announcements in order, whole and with its pictures', async () => {
  const {out, code} = await exported({epub: '2004.epub', year: '2004'})
  expect(code).toBe(0)
  const {root, pages, items, dead} = await readBook(join(out, '2004.epub'))
  expect(dead).toEqual([])
  const metadata = childrenOf(root, 'metadata')[0]!
  expect(textOfChild(metadata, 'dc:title')).toBe('云溪 & 档案：2004年')
  expect(textOfChild(metadata, 'dc:language')).toBe('zh-Hans')
  expect(textOfChild(metadata, 'meta')).toBe('2004-03-01T00:00:00Z')
  expect(all(pages.get('contents.xhtml')!, 'a').map(({text}) => text)).toEqual([
    ...['云溪 & 档案：2004年', '甲 & <乙>', '=乙'],
  ])
  const chapter = pages.get('1.xhtml')!
  const text = (element: XmlElement): string => element.text + element.children.map(text).join('')
  for (const part of ['副题', '县办', '第一段', '画线', '注文', '倒数', '名单']) {
    expect(text(chapter)).toContain(part)
  }
  expect(all(chapter, 'a').map(({attributes}) => attributes['href'])).toEqual(
    expect.arrayContaining(['2.xhtml', 'https://other.cn/?a=1&b=2']),
  )
  expect(all(chapter, 'img')).toHaveLength(1)
  expect(items.filter((item) => item['media-type'] === 'image/png')).toHaveLength(1)
})

test('a column is a book in the edition that is asked for; nothing withdrawn is in it', async () => {
  const {out} = await exported({epub: 'a.epub', column: '通知', edition: 'zh-Hant'})
  const {pages} = await readBook(join(out, 'a.epub'))
  expect(all(pages.get('contents.xhtml')!, 'a').map(({text}) => text)).toEqual([
    ...['雲溪 & 檔案：通知', '甲 & <乙>', '丙'],
  ])
  const whole = await exported({epub: 'b.epub'})
  const book = JSON.stringify([...(await readBook(join(whole.out, 'b.epub'))).pages])
  expect(book).toContain('丙')
  expect(book).not.toMatch(/撤|草稿/)
})

test('a book of nothing, or in an edition that the site has not, is refused', async () => {
  const none = await exported({epub: 'a.epub', year: '1999'})
  expect([none.code, none.terminal.err()]).toEqual([
    2,
    ['没有这样的文章，没有导出；年份：2005、2004；栏目：通知'],
  ])
  const hk = await exported({epub: 'a.epub', edition: 'zh-HK'})
  expect([hk.code, hk.terminal.err()]).toEqual([2, ['本站没有 zh-HK 版；可选：zh-Hans、zh-Hant']])
})
