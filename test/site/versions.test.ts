import {expect, test} from 'vitest'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {runChecks} from '../../src/site/checks.ts'
import {retireAddresses, updateLedger} from '../../src/site/ledger.ts'
import {formatLedger} from '../../src/site/ledger-file.ts'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

const config = '-- dibao.yml --\ntitle: 云溪档案\nurl: https://archive.example.cn/\n'

const oldBody = '参加会议的有二十人。\n\n会后参观了旧校舍。'
const nowBody = '参加会议的有二十二人。\n\n会后参观了新校舍。'
const fields = {title: '关于会议的通知', date: '2024-01-03', documentNumber: '云关〔2024〕1号'}
const now = recordFile(
  '2024/a.md',
  {...fields, corrections: '{date: 2024-03-05, text: 人数应为二十二人}'},
  nowBody,
)
const old = recordFile('2024/a@2024-03-05.md', {...fields, title: '会议的通知'}, oldBody)

const page = '2024/01/a/2024-03-05/index.html'

test('an earlier version has a page under its announcement, which says what it is and what differs', async () => {
  await checkSite(config + now + old, {
    [page]: [
      '<title>历史版本（截至2024年3月5日）：关于会议的通知 – 云溪档案</title>',
      '<meta name="robots" content="noindex">',
      '<link rel="canonical" href="https://archive.example.cn/2024/01/a/2024-03-05/">',
      'hreflang="zh-Hant" href="https://archive.example.cn/zh-hant/2024/01/a/2024-03-05/"',
      '<span class="mark">历史版本</span>截至<time datetime="2024-03-05">2024年3月5日</time>',
      '<a href="../../../../2024/01/a/index.html" rel="latest-version">看现在的文字</a>',
      '<h2>此后的更正</h2>',
      '人数应为二十二人',
      '<p class="count">共3处不同</p>',
      '<dt>标题</dt><dd><ins>关于</ins>会议的通知</dd>',
      '<p class="changed">参加会议的有二十<ins>二</ins>人。</p>',
      '<p class="changed">会后参观了<del>旧</del><ins>新</ins>校舍。</p>',
      '!云关〔2024〕1号',
    ],
    [`zh-hant/${page}`]: [
      '<html lang="zh-Hant">',
      '歷史版本',
      '<p class="changed">參加會議的有二十<ins>二</ins>人。</p>',
      '<p class="changed">會後參觀了<del>舊</del><ins>新</ins>校舍。</p>',
    ],
  })
})

test('the correction of its day leads to it, on the announcement and in the list of all', async () => {
  const other = recordFile('2024/a@2024-02.md', fields, '参加会议的有十人。')
  await checkSite(config + now + old + other, {
    '2024/01/a/index.html': [
      '人数应为二十二人 <a href="../../../2024/01/a/2024-03-05/index.html">对照更正前后</a></p>',
      '<h2 id="versions-title">历史版本</h2>',
      '<a href="../../../2024/01/a/2024-02/index.html">截至<time datetime="2024-02">2024年2月</time></a>',
    ],
    'corrections/index.html': ['<a href="../2024/01/a/2024-03-05/index.html">对照更正前后</a>'],
    [page]: [
      '<h2 id="versions-title">其他历史版本</h2>',
      'href="../../../../2024/01/a/2024-02/index.html"',
    ],
    '2024/01/a/2024-02/index.html': ['href="../../../../2024/01/a/2024-03-05/index.html"'],
  })
})

test('it is in no list, feed, sitemap or search, and changes nothing there', async () => {
  const without = await buildSiteOf(config + now)
  const {files, report} = await buildSiteOf(config + now + old)
  expect(report).toEqual([])
  const changed = [...files].filter(([path, body]) => body !== without.files.get(path))
  expect(changed.map(([path]) => path).toSorted()).toEqual([
    '2024/01/a/2024-03-05/index.html',
    '2024/01/a/index.html',
    'corrections/index.html',
    'zh-hant/2024/01/a/2024-03-05/index.html',
    'zh-hant/2024/01/a/index.html',
    'zh-hant/corrections/index.html',
  ])
  expect([...without.files.keys()].filter((path) => !files.has(path))).toEqual([])
})

test.each([
  ['withdrawn', 'withdrawn: {date: 2024-05-01, reason: 有误}'],
  ['a draft', 'draft: true'],
  ['of a day to come', 'date: 2099-01-01'],
])('of what is %s no word of an earlier version is published', async (_, line) => {
  const record = now.replace(line.startsWith('date') ? /date: 2024-01-03/ : /^(?=title)/m, () =>
    line.startsWith('date') ? line : `${line}\n`,
  )
  const {files} = await buildSiteOf(
    config + record + old + recordFile('b.md', {...fields, title: '乙'}, '别的。'),
  )
  expect([...files].filter(([, body]) => /旧校舍|舊校舍|二十人/.test(body))).toEqual([])
  expect([...files.keys()].filter((path) => path.includes('2024-03-05'))).toEqual([])
})

test.each(['draft: true', 'withdrawn: true'])(
  'a version that was itself %s is not published',
  async (line) => {
    const {files} = await buildSiteOf(config + now + old.replace('title:', `${line}\ntitle:`))
    expect([...files.keys()].filter((path) => path.includes('2024-03-05'))).toEqual([])
  },
)

test('a version belongs to the record with its id, wherever that lies now', async () => {
  const id = {...fields, id: 'tongzhi'}
  const moved = recordFile('moved/b.md', id, nowBody)
  const kept = recordFile('2024/a@2024年3月5日.md', id, oldBody)
  const {files} = await checkSite(config + moved + kept, {})
  expect(files.has('2024/01/tongzhi/2024-03-05/index.html')).toBe(true)
})

test('long parts that did not change are folded, and the whole of both texts is on the page', async () => {
  const lines = Array.from({length: 9}, (_, index) => `第${index + 1}段说的是往年的事。`)
  const record = recordFile('a.md', fields, [...lines, '末段新写。'].join('\n\n'))
  const kept = recordFile('a@2024-03-05.md', fields, [...lines, '末段旧写。'].join('\n\n'))
  await checkSite(config + record + kept, {
    '2024/01/a/2024-03-05/index.html': [
      '<summary>8段没有改动</summary>',
      '第1段说的是往年的事。',
      '第8段说的是往年的事。',
      '</details>',
      '<p class="same">第9段说的是往年的事。</p>',
      '<p class="changed">末段<del>旧</del><ins>新</ins>写。</p>',
    ],
  })
})

test('what is wrong with versions is told, each at its file', async () => {
  const {report} = await buildSiteOf(
    config +
      now +
      old +
      recordFile('2024/a@2024.3.5.md', fields, '甲') +
      recordFile('2024/a@旧.md', fields, '甲') +
      recordFile('2024/c@2024-03-05.md', fields, '甲'),
  )
  const both = 'content/2024/a@2024-03-05.md、content/2024/a@2024.3.5.md'
  expect(report).toEqual([
    `content/2024/a@2024-03-05.md: 错误: 同一篇文章有 2 份 2024-03-05 的历史版本：${both} (site/versions-of-one-day)`,
    `content/2024/a@2024.3.5.md: 错误: 同一篇文章有 2 份 2024-03-05 的历史版本：${both} (site/versions-of-one-day)`,
    'content/2024/a@旧.md:1:1: 错误: 文件名里有「@」的是历史版本，后面的「旧」不是日期 (record/bad-version-day)',
    'content/2024/c@2024-03-05.md: 提醒: 这是「c」的历史版本，可是没有编号为「c」的文章，这一份没有发布 (site/version-of-nothing)',
  ])
})

/** What checking finds in versions, besides what a build tells. */
async function checked(archive: string): Promise<readonly string[]> {
  const {snapshot} = await buildSiteOf(config + archive)
  return runChecks(
    snapshot.site,
    () => true,
    () => '',
  )
    .filter(({ruleId}) => ruleId === 'site/odd-version')
    .map((each) => formatDiagnostic(each, 'zh').split('\n')[0] ?? '')
}

test('checking tells a version that reads as the present text, and days that cannot be right', async () => {
  const same = recordFile('2024/a@2024-03-05.md', fields, nowBody)
  expect(await checked(now + same)).toEqual([
    'content/2024/a@2024-03-05.md: 提醒: 2024-03-05 的历史版本和现在的文字一字不差，没有可以对照的 (site/odd-version)',
  ])
  // An older one may be what the text was put back to.
  expect(await checked(now + same + recordFile('2024/a@2024-04-01.md', fields, oldBody))).toEqual(
    [],
  )
  expect(await checked(now + old + recordFile('2024/a@2023.md', fields, oldBody))).toEqual([
    'content/2024/a@2023.md: 提醒: 历史版本的日期 2023 比文章发布的日期还早 (site/odd-version)',
  ])
  expect(await checked(now + recordFile('2024/a@2024-07.md', fields, oldBody))).toEqual([
    'content/2024/a@2024-07.md: 提醒: 历史版本的日期 2024-07 还没有到 (site/odd-version)',
  ])
})

test('of what is told of texts an editor hears nothing about a version, which is kept as it was', async () => {
  const noisy = recordFile(
    '2024/a@2024-03-05.md',
    {...fields, colunm: '通知'},
    '他说?了三次?。<marquee>动</marquee>',
  )
  const {report} = await buildSiteOf(config + now + noisy)
  expect(report).toEqual([])
})

/** Publishes one archive after another, each with the ledger of the one before. */
async function publishAll(...archives: readonly string[]) {
  let ledger = ''
  let report: readonly string[] = []
  let last: Awaited<ReturnType<typeof buildSiteOf>> | undefined
  for (const archive of archives) {
    last = await buildSiteOf(`${config}-- permalinks.jsonl --\n${ledger}${archive}`)
    const {value, diagnostics} = updateLedger(last.snapshot.site)
    report = diagnostics.map((each) => formatDiagnostic(each, 'zh').split('\n')[0] ?? '')
    ledger = formatLedger(value)
  }
  return {...last!, ledger, report}
}

test('its addresses are in the ledger, and losing one is an error', async () => {
  const {ledger, report} = await publishAll(now + old)
  expect(report).toEqual([])
  expect(ledger.split('\n').filter((line) => line.includes('2024-03-05'))).toEqual([
    '{"address":"/2024/01/a/2024-03-05/","record":"a","edition":"zh-Hans","state":"live"}',
    '{"address":"/zh-hant/2024/01/a/2024-03-05/","record":"a","edition":"zh-Hant","state":"live"}',
  ])
  const lost = await publishAll(now + old, now)
  expect(lost.report).toEqual([
    'content/2024/a.md: 错误: 发布过的历史版本「/2024/01/a/2024-03-05/」没有了 (site/version-lost)',
    'content/2024/a.md: 错误: 发布过的历史版本「/zh-hant/2024/01/a/2024-03-05/」没有了 (site/version-lost)',
  ])
  // The ways out that the message names.
  const aliased = now.replace('title:', 'aliases: [/2024/01/a/2024-03-05/]\ntitle:')
  const led = await publishAll(now + old, aliased)
  expect(led.report).toEqual([])
  expect(led.files.get(`zh-hant/${page}`)).toContain(
    'url=../../../../../zh-hant/2024/01/a/index.html',
  )
  const {lines, retired} = retireAddresses(lost.snapshot.site, '/2024/01/a/2024-03-05/', '有误')
  expect(retired).toBe(2)
  expect(lines.filter(({state}) => state === 'retired').map(({address}) => address)).toEqual([
    '/2024/01/a/2024-03-05/',
    '/zh-hant/2024/01/a/2024-03-05/',
  ])
})

test('with a renamed announcement one message is enough, and one alias leads the versions on', async () => {
  const renamed = (now + old).replaceAll('2024/a', '2024/b')
  const {report} = await publishAll(now + old, renamed)
  expect(report.filter((line) => line.includes('2024-03-05'))).toEqual([])
  expect(report).toHaveLength(2)
  const aliased = renamed.replace('title:', 'aliases: [/2024/01/a/]\ntitle:')
  const led = await publishAll(now + old, aliased)
  expect(led.report).toEqual([])
  expect(led.files.get(`zh-hant/${page}`)).toContain(
    'url=../../../../../zh-hant/2024/01/b/2024-03-05/index.html',
  )
  // Nothing leads on from where nothing was published.
  const unpublished = await publishAll(aliased)
  expect(unpublished.files.has(page)).toBe(false)
})

test('when an announcement is withdrawn the addresses of its versions lead to the page that says so', async () => {
  const gone = now.replace('title:', 'withdrawn: {reason: 有误}\ntitle:')
  for (const after of [gone + old, gone]) {
    const {ledger, report, files} = await publishAll(now + old, after, after)
    expect(report).toEqual([])
    expect(files.get(`zh-hant/${page}`)).toContain(
      'url=../../../../../zh-hant/2024/01/a/index.html',
    )
    expect(files.get(`zh-hant/${page}`)).not.toMatch(/校舍|二十/)
    expect(files.get('_redirects')).toContain('/2024/01/a/2024-03-05/ /2024/01/a/ 301\n')
    expect(ledger).toContain(
      '{"address":"/2024/01/a/2024-03-05/","record":"a","edition":"zh-Hans","state":"redirect","to":"a"}',
    )
  }
})

test('an old address cannot be that of an earlier version', async () => {
  const other = recordFile('b.md', {...fields, title: '乙', aliases: '[/2024/01/a/2024-03-05/]'})
  const {report} = await buildSiteOf(config + now + old + other)
  expect(report.filter((line) => line.includes('alias-taken'))).toEqual([
    'content/b.md:5:11: 错误: [aliases] 旧网址「/2024/01/a/2024-03-05/」已经属于 content/2024/a@2024-03-05.md (site/alias-taken)',
  ])
})
