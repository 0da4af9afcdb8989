import {expect, test} from 'vitest'
import {checkSite} from '../support/check.ts'
import {recordFile} from '../support/records.ts'
import {childrenOf, parseXml, textOfChild} from '../support/xml.ts'

const config = '-- dibao.yml --\ntitle: 云溪档案\nurl: https://archive.example.cn/\n'

const corrected = recordFile('a.md', {
  title: '关于会议的通知',
  date: '2024-01-03',
  corrections:
    '[{date: 2024-03-05, text: "“二十人”应为“二十二人”。"}, {date: 2024-05-01, text: 会议时间应为<3日>}]',
})
const other = recordFile('b.md', {
  title: '乙',
  date: '2024-02-03',
  updated: '2024-04-20',
  corrections: '{date: 2024-04-02, text: 补上署名}',
})

test('a correction stands over the text, in the edition of the page, with its day', async () => {
  await checkSite(config + corrected + other, {
    '2024/01/a/index.html': [
      '<time datetime="2024-05-01">2024年5月1日</time>',
      '<h2 id="corrections-title">更正</h2>',
      '<p id="correction-1"><time datetime="2024-03-05">2024年3月5日</time>“二十人”应为“二十二人”。</p>',
      '<p id="correction-2"><time datetime="2024-05-01">2024年5月1日</time>会议时间应为&lt;3日&gt;</p>',
      '<div class="prose">',
    ],
    'zh-hant/2024/01/a/index.html': ['<p id="correction-2">', '會議時間應為&lt;3日&gt;'],
    'zh-hant/2024/02/b/index.html': ['補上署名'],
  })
})

test('machines read of it, and the announcement was changed on the day of its last correction', async () => {
  const {files} = await checkSite(config + corrected + other, {
    'sitemap.xml': ['<lastmod>2024-05-01</lastmod>', '<lastmod>2024-04-20</lastmod>'].toReversed(),
    'atom.xml': ['<updated>2024-05-01T00:00:00+08:00</updated>'],
  })
  const structured = (path: string) => {
    const page = files.get(path) ?? ''
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? []
    return JSON.parse(json)['@graph'][0]
  }
  expect(structured('2024/01/a/index.html')).toMatchObject({
    datePublished: '2024-01-03',
    dateModified: '2024-05-01',
    correction: [
      {
        '@type': 'CorrectionComment',
        text: '“二十人”应为“二十二人”。',
        datePublished: '2024-03-05',
      },
      {'@type': 'CorrectionComment', text: '会议时间应为<3日>', datePublished: '2024-05-01'},
    ],
  })
  expect(structured('2024/02/b/index.html').dateModified).toBe('2024-04-20')
})

test('a page and a feed list all corrections, the newest first, and lead to each', async () => {
  const {files} = await checkSite(config + corrected + other, {
    'corrections/index.html': [
      '3处',
      'href="../corrections/atom.xml"',
      'href="../2024/01/a/index.html#correction-2"',
      '会议时间应为&lt;3日&gt;',
      'href="../2024/02/b/index.html#correction-1"',
      'href="../2024/01/a/index.html#correction-1"',
    ],
    'index.html': ['<a href="corrections/index.html">更正记录</a>'],
    'zh-hant/corrections/index.html': ['更正記錄', '補上署名'],
  })
  const feed = parseXml(files.get('zh-hant/corrections/atom.xml') ?? '')
  expect(textOfChild(feed, 'title')).toBe('雲溪檔案：更正記錄')
  expect(textOfChild(feed, 'updated')).toBe('2024-05-01T00:00:00+08:00')
  const self = 'https://archive.example.cn/zh-hant/corrections/atom.xml'
  expect(childrenOf(feed, 'link').map(({attributes}) => attributes['href'])).toContain(self)
  expect(childrenOf(feed, 'entry').map((entry) => textOfChild(entry, 'id'))).toEqual([
    'https://archive.example.cn/zh-hant/2024/01/a/#correction-2',
    'https://archive.example.cn/zh-hant/2024/02/b/#correction-1',
    'https://archive.example.cn/zh-hant/2024/01/a/#correction-1',
  ])
})

test('a site without corrections has neither page nor link', async () => {
  const {files} = await checkSite(config + recordFile('a.md', {title: '甲', date: '2024-01-03'}), {
    'index.html': ['!corrections'],
    '2024/01/a/index.html': ['!corrections'],
  })
  expect([...files.keys()].filter((path) => path.includes('corrections'))).toEqual([])
})

test('of a withdrawn announcement no correction is told', async () => {
  const gone = corrected.replace('title:', 'withdrawn: {reason: 有误}\ntitle:')
  const {files} = await checkSite(
    config + gone + recordFile('c.md', {title: '丙', date: '2024-01-03'}),
    {},
  )
  expect([...files].filter(([, body]) => /二十|会议时间|會議時間/.test(body))).toEqual([])
})

test('a correction without its day or its text is refused, each with its place', async () => {
  const corrections = '\n  - text: 乙\n  - date: 2024-02-30\n    text: 丙\n  - date: 2024-02-03'
  const wrong = recordFile('a.md', {title: '甲', date: '2024-01-03', corrections})
  await checkSite(config + wrong, {}, [
    'content/a.md:5:5: 错误: [corrections.date] 缺少必填的字段「corrections.date」 (record/missing-field)',
    'content/a.md:6:11: 错误: [corrections.date] 日历上没有「2024-02-30」这一天 (record/no-such-day)',
    'content/a.md:8:5: 错误: [corrections.text] 缺少必填的字段「corrections.text」 (record/missing-field)',
  ])
})
