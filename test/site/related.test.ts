import {expect, test} from 'vitest'
import type {RecordId} from '../../src/base/brand.ts'
import {compareEntries} from '../../src/site/entry.ts'
import {relatedTo} from '../../src/site/related.ts'
import type {Site} from '../../src/site/site.ts'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {randomRecords, recordFile} from '../support/records.ts'

function relatedIds(site: Site, id: string, max = 4): readonly string[] {
  const entry = site.byId.get(id as RecordId)
  if (!entry) throw new Error(`no ${id}`)
  return relatedTo(entry, site, max).map(({article}) => article.id)
}

const records = [
  ['self', '2020-06-01', '动态', '[石桥, 会议]'],
  ['rare', '2011-01-01', '通知', '[石桥]'],
  ['both', '2012-01-01', '动态', '[会议]'],
  ['near', '2020-05-01', '通知', '[会议]'],
  ['far', '2009-01-01', '通知', '[会议]'],
  ['column', '2020-07-01', '动态', '[]'],
  ['none', '2020-06-02', '通知', '[其他]'],
].map(([id, date, column, tags]) =>
  recordFile(`${id}.md`, {title: `第${id}`, date: date!, column: column!, tags: tags!}),
)

test('the rarest shared tag comes first, then two shared lists, then the nearest in time', async () => {
  const {snapshot} = await buildSiteOf(records.join(''))
  const chosen = (max: number) => relatedIds(snapshot.site, 'self', max)
  // Shown newest first, whichever was chosen first.
  expect(chosen(2).toSorted()).toEqual(['both', 'rare'])
  expect(chosen(3)).toEqual(['column', 'both', 'rare'])
  expect(chosen(4)).toEqual(['column', 'near', 'both', 'rare'])
  expect(chosen(9)).toEqual(['column', 'near', 'both', 'rare', 'far'])
  expect(relatedIds(snapshot.site, 'none', 9)).toEqual(['near', 'rare', 'far'])
})

test('names share a list when they are one term, in whatever script', async () => {
  const {snapshot} = await buildSiteOf(
    recordFile('a.md', {title: '会议', date: '2024-01-01', tags: '[会议表彰]'}) +
      recordFile(
        'b.md',
        {title: '會議開幕與閉幕', date: '2024-01-02', tags: '[會議表彰]'},
        '會議已經結束，請各單位準備總結報告。',
      ),
  )
  expect(relatedIds(snapshot.site, 'a')).toEqual(['b'])
  expect(relatedIds(snapshot.site, 'b')).toEqual(['a'])
})

test('an article of no tag and no column has none, and nothing leads to a withdrawn one', async () => {
  await checkSite(
    recordFile('a.md', {title: '甲', date: '2024-01-01', tags: '[会议]'}) +
      recordFile('b.md', {title: '乙', date: '2024-01-02', tags: '[会议]', withdrawn: 'true'}) +
      recordFile('c.md', {title: '丙', date: '2024-01-03'}),
    {
      '2024/01/a/index.html': ['!相关文章', '!01/b/'],
      '2024/01/b/index.html': ['!相关文章'],
      '2024/01/c/index.html': ['!相关文章'],
    },
  )
})

test('related articles stand under the article, in its own edition', async () => {
  await checkSite(records.join(''), {
    '2020/06/self/index.html': [
      '相关文章',
      'href="../../../2020/07/column/index.html">第column</a>',
    ],
    'zh-hant/2020/06/self/index.html': ['相關文章', 'href="../../../2020/07/column/index.html">'],
  })
})

test('they share a list, are not the article itself, and do not hang on the order of files', async () => {
  const files = randomRecords(60, sequence(21))
  const {snapshot} = await buildSiteOf(files.join(''))
  const again = await buildSiteOf(files.toReversed().join(''))
  for (const entry of snapshot.site.entries) {
    const found = relatedTo(entry, snapshot.site, 4)
    expect(found).toHaveLength(4)
    expect(found).not.toContain(entry)
    expect(found.toSorted(compareEntries)).toEqual(found)
    expect(new Set(found).size).toBe(4)
    const {tags, column} = entry.article.terms
    for (const {article} of found) {
      const shares = article.terms.tags.some((tag) => tags.includes(tag))
      expect(shares || article.terms.column === column).toBe(true)
    }
    const {id} = entry.article
    expect(relatedIds(again.snapshot.site, id)).toEqual(found.map(({article}) => article.id))
  }
})
