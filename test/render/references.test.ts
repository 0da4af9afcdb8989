import {expect, test} from 'vitest'
import {articleBody, buildSiteOf} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

const other = [
  recordFile('2022/公告.md', {title: '公告', date: '2022-01-02'}, '## 二、其他'),
  '-- content/2023/表 格.pdf --\n1\n-- content/2023/图.png --\n2\n-- content/共用.csv --\n3\n',
].join('')

/** The body of an article at `content/2023/a.md` with this text, in an edition. */
async function bodyOf(text: string, config = '', edition = ''): Promise<string> {
  const record = recordFile('2023/a.md', {title: '甲', date: '2023-05-15'}, text)
  const {files} = await buildSiteOf(`-- dibao.yml --\n${config}\n${record}${other}`)
  return articleBody(files.get(`${edition}2023/05/a/index.html`) ?? '').trim()
}

const rooted = 'links: root'

test.each([
  ['[甲](record:公告)', '<a href="/2022/01/%E5%85%AC%E5%91%8A/">甲</a>'],
  ['[甲](record:%E5%85%AC%E5%91%8A)', '<a href="/2022/01/%E5%85%AC%E5%91%8A/">甲</a>'],
  [
    '[甲](record:公告#二-其他)',
    '<a href="/2022/01/%E5%85%AC%E5%91%8A/#%E4%BA%8C-%E5%85%B6%E4%BB%96">甲</a>',
  ],
  ['[甲](../2022/公告.md)', '<a href="/2022/01/%E5%85%AC%E5%91%8A/">甲</a>'],
  ['[甲](表%20格.pdf)', '<a href="/files/2023/%E8%A1%A8%20%E6%A0%BC.pdf">甲</a>'],
  ['[甲](<表 格.pdf>)', '<a href="/files/2023/%E8%A1%A8%20%E6%A0%BC.pdf">甲</a>'],
  ['[甲](表%20格.pdf#page=2)', '<a href="/files/2023/%E8%A1%A8%20%E6%A0%BC.pdf#page=2">甲</a>'],
  ['[甲](../共用.csv)', '<a href="/files/%E5%85%B1%E7%94%A8.csv">甲</a>'],
  ['[甲](/下载/表.pdf)', '<a href="/%E4%B8%8B%E8%BD%BD/%E8%A1%A8.pdf">甲</a>'],
  [
    '[甲](/查?名=值&b=%26#末)',
    '<a href="/%E6%9F%A5?%E5%90%8D=%E5%80%BC&amp;b=%26#%E6%9C%AB">甲</a>',
  ],
  ['[甲](record:不在)', '<a class="dead-link">甲</a>'],
  ['[甲](不在.pdf)', '<a class="dead-link">甲</a>'],
  ['[甲](https://example.cn/?a=1&b=2)', '<a href="https://example.cn/?a=1&#x26;b=2">甲</a>'],
])('%s', async (text, expected) => {
  expect(await bodyOf(text, rooted)).toBe(`<p>${expected}</p>`)
})

test('links go to the same edition, files to the one place where they lie', async () => {
  const text = '[甲](record:公告)，[乙](表%20格.pdf)'
  const body = await bodyOf(text, rooted, 'zh-hant/')
  expect(body).toContain('href="/zh-hant/2022/01/%E5%85%AC%E5%91%8A/"')
  expect(body).toContain('href="/files/2023/%E8%A1%A8%20%E6%A0%BC.pdf"')
  expect(await bodyOf(text, '', 'zh-hant/')).toContain('href="../../../../files/2023/')
})

test('a path of the site stands under the folder of the site', async () => {
  const body = await bodyOf('[甲](/下载/表.pdf)', `${rooted}\nurl: https://example.cn/news/`)
  expect(body).toContain('href="/news/%E4%B8%8B%E8%BD%BD/%E8%A1%A8.pdf"')
  expect(await bodyOf('[甲](/columns/)')).toContain('href="../../../columns/index.html"')
})

test('a picture that is there is shown, one that is not gives its name and says so', async () => {
  expect(await bodyOf('![合影](图.png)', rooted)).toContain(
    '<img src="/files/2023/%E5%9B%BE.png" alt="合影"',
  )
  const missing = await bodyOf('前 ![合影](旧/没有.png) 后', rooted)
  expect(missing).not.toContain('<img')
  expect(missing).toMatch(
    /<span class="missing-picture">没有\.png<span [^>]*>（[^）]+）<\/span><\/span>/,
  )
})

test('an attachment that is lost says so and is no link', async () => {
  const record = recordFile('2023/a.md', {
    title: '甲',
    date: '2023-05-15',
    attachments: '[表 格.pdf, {file: 不在.pdf, title: 丢失的名单}]',
  })
  const {files} = await buildSiteOf(record + other)
  const page = files.get('zh-hant/2023/05/a/index.html') ?? ''
  expect(page).toContain('href="../../../../files/2023/%E8%A1%A8%20%E6%A0%BC.pdf" download>')
  expect(page).toMatch(
    /<span class="attachment-missing">丟失的名單<\/span><span class="mark">附件缺失/,
  )
})

test('what looks like a reference in the text is text', async () => {
  const body = await bodyOf('`<a href="record:公告">` &lt;a href="asset:图.png"&gt;', rooted)
  expect(body).not.toMatch(/<a |\/files\//)
})

test('the name of a picture that is not there is text, whatever it is made of', async () => {
  const {files} = await buildSiteOf(
    '-- content/a.md --\n---\ntitle: 甲\ndate: 2023-01-01\n---\n文字 ![y](a%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E.png) 文字\n',
  )
  const page = files.get('2023/01/a/index.html') ?? ''
  expect(page).toContain('a&lt;img src=x onerror=alert(1)&gt;.png')
  expect(page).not.toContain('<img')
})
