import {expect, test} from 'vitest'
import type {ListingName} from '../../src/site/listing-names.ts'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

async function groupsOf(archive: string, listing: ListingName) {
  const {snapshot} = await buildSiteOf(archive)
  return (snapshot.site.listings.get(listing) ?? []).map(({key, entries, names}) => ({
    key,
    ids: entries.map(({article}) => article.id).join(' '),
    names,
  }))
}

const archive = [
  recordFile('a.md', {
    title: '甲',
    date: '2024-03-05',
    column: '通知',
    source: '市关工委',
    tags: '[会议, 表彰]',
  }),
  recordFile('b.md', {
    title: '乙',
    date: '2024-01-02',
    column: '动态',
    source: '市关工委',
    tags: '[会议]',
  }),
  recordFile('c.md', {title: '丙', date: '2023-11-30', column: '动态'}),
  recordFile('d.md', {title: '丁', date: '2023-11-01'}),
].join('')

test.each([
  ['index', [['', 'a b c d']]],
  [
    'year',
    [
      ['2024', 'a b'],
      ['2023', 'c d'],
    ],
  ],
  [
    'month',
    [
      ['2024-03', 'a'],
      ['2024-01', 'b'],
      ['2023-11', 'c d'],
    ],
  ],
  [
    'column',
    [
      ['动态', 'b c'],
      ['通知', 'a'],
    ],
  ],
  [
    'tag',
    [
      ['会议', 'a b'],
      ['表彰', 'a'],
    ],
  ],
  ['source', [['市关工委', 'a b']]],
] as const)('%s: groups in their order, each newest first', async (listing, expected) => {
  const groups = await groupsOf(archive, listing)
  expect(groups.map(({key, ids}) => [key, ids])).toEqual(expected)
})

test('columns stand as configured, at their slugs, with names in each edition; others follow', async () => {
  const config = `-- dibao.yml --
columns:
  - {name: 通知, slug: tongzhi, description: 发给各处的通知。}
  - {name: 從未用過的, slug: none}
  - {name: 动态, slug: dongtai}
`
  const other = recordFile('e.md', {title: '戊', date: '2020-01-01', column: '其他'})
  const groups = await groupsOf(config + archive + other, 'column')
  expect(groups.map(({key}) => key)).toEqual(['tongzhi', 'dongtai', '其他'])
  expect(groups[1]?.names).toEqual({'zh-Hans': '动态', 'zh-Hant': '動態'})
  await checkSite(config + archive, {
    'columns/tongzhi/index.html': ['<meta name="description" content="发给各处的通知。" ', '甲'],
    'zh-hant/columns/tongzhi/index.html': ['content="發給各處的通知。" ', '<h1>通知</h1>'],
    'zh-hant/columns/dongtai/index.html': ['<h1>動態</h1>', '乙', '丙'],
  })
})

test('a column configured in traditional characters is the one that records name in simplified', async () => {
  const config = '-- dibao.yml --\ncolumns: [{name: 工作動態}]\n'
  const record = recordFile('a.md', {title: '甲', date: '2024-03-05', column: '工作动态'})
  const without = await groupsOf(record, 'column')
  const configured = await groupsOf(config + record, 'column')
  expect(configured).toEqual(without)
  expect(configured[0]?.key).toBe('工作动态')
})

test('the same source written in either script is one group', async () => {
  const groups = await groupsOf(
    recordFile(
      'a.md',
      {title: '會議開幕與閉幕', date: '2024-03-05', source: '區關工委辦公室'},
      '會議已經結束，請各單位準備總結報告。',
    ) + recordFile('b.md', {title: '会议', date: '2024-01-02', source: '区关工委办公室'}),
    'source',
  )
  expect(groups.map(({key, ids}) => [key, ids])).toEqual([['区关工委办公室', 'a b']])
  expect(groups[0]?.names).toEqual({'zh-Hans': '区关工委办公室', 'zh-Hant': '區關工委辦公室'})
})

test('terms of one slug are one group, and a record stands in it once', async () => {
  const groups = await groupsOf(
    recordFile('a.md', {title: '甲', date: '2024-03-05', tags: '["C++", "C", "c!"]'}) +
      recordFile('b.md', {title: '乙', date: '2024-01-02', tags: '["C#"]'}),
    'tag',
  )
  expect(groups.map(({key, ids}) => [key, ids])).toEqual([['c', 'a b']])
})

test('a year leads to its months, the index to its years, a taxonomy to its terms', async () => {
  await checkSite(archive, {
    'archive/index.html': [
      'href="../2023/index.html"><span class="bar-title">2023年',
      'href="../2024/index.html"><span class="bar-title">2024年',
    ],
    '2024/index.html': [
      'href="../2023/index.html" rel="next">2023年',
      'href="../2024/01/index.html"><span class="bar-title">1月',
      'href="../2024/03/index.html"><span class="bar-title">3月',
    ],
    'sources/index.html': [
      'href="../sources/%E5%B8%82%E5%85%B3%E5%B7%A5%E5%A7%94/index.html">市关工委',
      '2篇',
    ],
    'tags/index.html': ['会议', '表彰'],
    'columns/index.html': ['动态', '通知'],
  })
})

test('a site without announcements still has its home page, index and taxonomies', async () => {
  const {files, report} = await buildSiteOf(
    recordFile('a.md', {title: '甲', date: '2024-01-01', draft: 'true'}),
  )
  expect(report).toEqual([])
  for (const path of ['index.html', 'archive/index.html', 'tags/index.html', '404.html']) {
    expect(files.has(path), path).toBe(true)
  }
  expect(files.get('archive/index.html')).toContain('这里还没有文章')
})
