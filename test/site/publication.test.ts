import {expect, test} from 'vitest'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

const config = '-- dibao.yml --\nurl: https://archive.example.cn/\n'
const open = recordFile('open.md', {title: '公开的', date: '2024-01-01'})

/** Every file in which one of these texts stands, by path or by content. */
function filesWith(
  files: ReadonlyMap<string, string>,
  texts: readonly string[],
): readonly string[] {
  return [...files]
    .filter(([path, body]) => texts.some((text) => path.includes(text) || body.includes(text)))
    .map(([path]) => path)
}

const secret = {
  column: '机密栏目',
  tags: '[机密标签]',
  source: '机密来源',
  author: '机密作者',
  aliases: '[/jimi.html]',
  attachments: '[机密附件.pdf]',
}
const hidden = ['机密', '機密', 'jimi', encodeURIComponent('机密'), encodeURIComponent('機密')]
const attached = '-- content/机密附件.pdf --\n机密\n'

test('nothing of a draft is published, not even its files', async () => {
  const draft = recordFile(
    'jimi.md',
    {title: '机密题', date: '2024-01-02', draft: 'true', ...secret},
    '机密正文',
  )
  const {files, report} = await buildSiteOf(config + open + draft + attached)
  expect(report).toEqual([])
  expect(filesWith(files, hidden)).toEqual([])
  expect(filesWith(files, ['公开的'])).not.toEqual([])
})

test('an announcement of a later day is held back whole, and that is said', async () => {
  const future = recordFile('jimi.md', {title: '机密题', date: '2024-06-02', ...secret}, '机密正文')
  const {files, report} = await buildSiteOf(config + open + future + attached)
  expect(report).toEqual([
    'content/jimi.md:3:7: 说明: [date] 发布日期 2024-06-02 还没有到，暂不发布 (site/held-back)',
  ])
  expect(filesWith(files, hidden)).toEqual([])
})

test('an announcement of today is published', async () => {
  const today = recordFile('today.md', {title: '今天的', date: '2024-06-01'})
  await checkSite(today, {'2024/06/today/index.html': ['今天的']})
})

test('the preview shows drafts and what is to come, each marked, and holds nothing back', async () => {
  const archive =
    recordFile('draft.md', {title: '草稿题', date: '2024-01-02', draft: 'true'}) +
    recordFile('future.md', {title: '未来题', date: '2031-01-02'})
  const {files, report} = await buildSiteOf(archive, {preview: true})
  expect(report).toEqual([])
  expect(files.get('2024/01/draft/index.html')).toContain('草稿，尚未发布')
  expect(files.get('archive/index.html')).toMatch(
    /未来题<\/a>\s*<span class="mark">日期未到，尚未发布<\/span>[\s\S]*草稿题<\/a>\s*<span class="mark">草稿/,
  )
  expect(files.get('2031/01/future/index.html')).toContain('日期未到，尚未发布')
})

const withdrawn = recordFile(
  'jimi.md',
  {
    title: '撤下的题',
    date: '2024-01-02',
    withdrawn: '{date: 2024-02-03, reason: 内容与事实不符}',
    ...secret,
    subtitle: '副题',
    provenance: '{from: 机密档案, file: 机密.txt}',
  },
  '# 机密小标题\n\n机密正文 ![机密图](机密附件.pdf)',
)

test('a withdrawn announcement keeps its address, title, day and reason, and nothing of its text', async () => {
  const {files, report} = await buildSiteOf(config + open + withdrawn + attached)
  expect(report).toEqual([])
  const page = files.get('2024/01/jimi/index.html') ?? ''
  for (const text of ['<h1>撤下的题</h1>', '2024年1月2日', '2024年2月3日', '内容与事实不符']) {
    expect(page).toContain(text)
  }
  expect(files.get('zh-hant/2024/01/jimi/index.html')).toContain('內容與事實不符')
  expect(filesWith(files, ['机密', '機密', encodeURIComponent('机密')])).toEqual([])
})

test('a withdrawn announcement stands in no list, feed or sitemap; its old address still leads to it', async () => {
  const {files} = await buildSiteOf(config + open + withdrawn + attached)
  expect(filesWith(files, ['撤下的题', '2024/01/jimi']).toSorted()).toEqual([
    '2024/01/jimi/index.html',
    '_redirects',
    'jimi.html',
    'server/apache.conf',
    'server/caddy.conf',
    'server/nginx.conf',
    'zh-hant/2024/01/jimi/index.html',
  ])
  expect(files.get('2024/01/open/index.html')).not.toContain('class="neighbours"')
})
