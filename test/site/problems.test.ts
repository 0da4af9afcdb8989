import {expect, test} from 'vitest'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

test('two records with one id are reported at both, each naming both files', async () => {
  await checkSite(
    recordFile('2004/notice.md', {title: '甲', date: '2004-01-01'}) +
      recordFile('2005/notice.md', {title: '乙', date: '2005-01-01', draft: 'true'}),
    {},
    ['2004', '2005'].map(
      (year) =>
        `content/${year}/notice.md:1:1: 错误: [id] 2 份文件的编号都是「notice」：content/2004/notice.md、content/2005/notice.md (site/duplicate-id)`,
    ),
  )
})

test('two addresses that differ by case only are reported at both, in one month alone', async () => {
  const {report} = await buildSiteOf(
    recordFile('Notice.md', {title: '甲', date: '2004-03-01'}) +
      recordFile('b.md', {title: '乙', date: '2004-03-02', id: 'notice'}) +
      recordFile('c.md', {title: '丙', date: '2004-04-02', id: 'NOTICE'}),
  )
  expect(report.filter((line) => line.includes('site/address-clash'))).toEqual([
    'content/Notice.md:1:1: 错误: [id] 网址「/2004/03/Notice/」被两份文件占用（大小写或字形写法不同，有的系统分不开）：content/b.md、content/Notice.md (site/address-clash)',
    'content/b.md:4:5: 错误: [id] 网址「/2004/03/notice/」被两份文件占用（大小写或字形写法不同，有的系统分不开）：content/b.md、content/Notice.md (site/address-clash)',
  ])
  expect(report.filter((line) => line.includes('content/c.md'))).toEqual([])
})

test('an old address that another record has, or claims, is reported', async () => {
  await checkSite(
    recordFile('a.md', {title: '甲', date: '2024-01-03', aliases: '[/old/1.html, /old/1.html]'}) +
      recordFile('b.md', {title: '乙', date: '2024-01-02', aliases: '[/old/1.html]'}) +
      recordFile('c.md', {title: '丙', date: '2024-01-01', aliases: '[/show.asp?id=1]'}) +
      recordFile('d.md', {
        title: '丁',
        date: '2023-01-01',
        aliases: '[/show.asp?id=1, /show.asp?id=2]',
      }),
    {},
    [
      'content/b.md:4:11: 错误: [aliases] 旧网址「/old/1.html」已经属于 content/a.md (site/alias-taken)',
      'content/c.md:4:11: 说明: [aliases] 旧网址「/show.asp?id=1」不能做成网页文件，要靠服务器设置转到新网址 (emit/alias-needs-server)',
      'content/d.md:4:11: 说明: [aliases] 旧网址「/show.asp?id=1」不能做成网页文件，要靠服务器设置转到新网址 (emit/alias-needs-server)',
      'content/d.md:4:11: 错误: [aliases] 旧网址「/show.asp?id=1」已经属于 content/c.md (site/alias-taken)',
      'content/d.md:4:27: 说明: [aliases] 旧网址「/show.asp?id=2」不能做成网页文件，要靠服务器设置转到新网址 (emit/alias-needs-server)',
    ],
  )
})

test('an old address at which a page stands is reported', async () => {
  const {report} = await buildSiteOf(
    recordFile('a.md', {title: '甲', date: '2024-01-03'}) +
      recordFile('b.md', {title: '乙', date: '2024-01-02', aliases: '[/2024/01/a/]'}) +
      recordFile('c.md', {title: '丙', date: '2024-01-02', aliases: '[/archive/]'}) +
      recordFile('d.md', {title: '丁', date: '2024-01-02', aliases: '[/2024/01/d/]'}),
  )
  expect(report).toEqual([
    'content/b.md:4:11: 错误: [aliases] 旧网址「/2024/01/a/」已经属于 content/a.md (site/alias-taken)',
    'content/c.md: 错误: archive/、content/c.md 都要写成同一个文件「archive/index.html」 (emit/output-clash)',
    'content/d.md:4:11: 错误: [aliases] 「/2024/01/d/」就是这篇文章现在的网址，不是旧网址 (site/alias-taken)',
  ])
})

test('a link to a record that is not published is reported, with the id that was probably meant', async () => {
  const {report} = await buildSiteOf(
    recordFile(
      'notice.md',
      {title: '甲', date: '2024-01-03'},
      '[一](record:notise)，[二](record:xxxxxxxx)',
    ) +
      recordFile('hidden.md', {title: '乙', date: '2024-01-03', draft: 'true'}) +
      recordFile('b.md', {title: '丙', date: '2024-01-03'}, '[一](record:hidden)'),
  )
  expect(report).toEqual([
    'content/b.md:5:1: 提醒: 正文链接到「record:hidden」，但没有发布这个编号的文章；网页上只显示文字 (site/dead-record-link)',
    'content/notice.md:5:1: 提醒: 正文链接到「record:notise」，但没有发布这个编号的文章；网页上只显示文字 (site/dead-record-link)',
    'content/notice.md:5:20: 提醒: 正文链接到「record:xxxxxxxx」，但没有发布这个编号的文章；网页上只显示文字 (site/dead-record-link)',
  ])
  const {snapshot} = await buildSiteOf(
    recordFile('notice.md', {title: '甲', date: '2024-01-03'}, '[一](record:notise)'),
  )
  expect(snapshot.diagnostics.map(({advice}) => advice?.en)).toEqual(['Is it record:notice?'])
})

test('no near id is ever that of a draft', async () => {
  const {snapshot} = await buildSiteOf(
    recordFile('secret.md', {title: '甲', date: '2024-01-03', draft: 'true'}) +
      recordFile('open.md', {title: '乙', date: '2024-01-03'}, '[一](record:secreт)'),
  )
  expect(snapshot.diagnostics.map(({advice}) => advice?.en)).toEqual([
    'Check the id; it is that record’s id or file name.',
  ])
})

test('a picture or an attachment that is not there is reported by its path', async () => {
  await checkSite(
    `${recordFile(
      '2024/a.md',
      {title: '甲', date: '2024-01-03', attachments: '[名单.pdf, ../共用.pdf, /下载/表.pdf]'},
      '![合影](合影.jpg)\n\n[表格](表格.xlsx)',
    )}-- content/共用.pdf --\n`,
    {},
    [
      'content/2024/a.md:4:15: 提醒: [attachments] 找不到文件「content/2024/名单.pdf」，网页上标明缺失 (site/missing-file)',
      'content/2024/a.md:6:1: 提醒: 找不到文件「content/2024/合影.jpg」，网页上标明缺失 (site/missing-file)',
      'content/2024/a.md:8:1: 提醒: 找不到文件「content/2024/表格.xlsx」，网页上标明缺失 (site/missing-file)',
    ],
  )
})

test('what is said of a lost attachment is not what is said of a lost picture', async () => {
  const {snapshot} = await buildSiteOf(
    recordFile(
      'a.md',
      {title: '甲', date: '2024-01-03', attachments: '[名单.pdf]'},
      '![合影](合影.jpg)',
    ),
  )
  expect(snapshot.diagnostics.map(({advice}) => advice?.zh)).toEqual([
    expect.stringContaining('照样发布'),
    expect.stringContaining('missing: true'),
  ])
})

test('a column that the settings do not list is told, with the one that was meant', async () => {
  const config = `-- dibao.yml --\ncolumns: [{name: 通知公告}]\n`
  const {report} = await buildSiteOf(
    config +
      recordFile('a.md', {title: '甲', date: '2024-01-03', column: '通知公吿'}) +
      recordFile('b.md', {title: '乙', date: '2024-01-02', column: '通知公告'}) +
      recordFile('c.md', {title: '丙', date: '2024-01-01'}),
  )
  expect(report).toEqual([
    'content/a.md:4:9: 提醒: [column] dibao.yml 的 columns 里没有「通知公吿」这个栏目，网站上会多出这一栏 (site/unknown-column)',
  ])
})

test('where the settings list no column every one is as good as another', async () => {
  await checkSite(recordFile('a.md', {title: '甲', date: '2024-01-03', column: '通知公吿'}), {}, [])
})

test('names that would share a page are told once', async () => {
  const {report} = await buildSiteOf(
    recordFile('a.md', {title: '甲', date: '2024-01-03', tags: '[C, 维护]', source: '《老干部》'}) +
      recordFile('b.md', {title: '乙', date: '2024-01-02', tags: '[C++]', source: '老干部'}),
  )
  expect(report).toEqual([
    'content/b.md:4:7: 提醒: [tags] 「C」「C++」的网址都是「c」，合在一页里 (site/shared-term)',
    'content/b.md:5:9: 提醒: [source] 「《老干部》」「老干部」的网址都是「老干部」，合在一页里 (site/shared-term)',
  ])
})

test('two columns of one name or one address are an error in the settings', async () => {
  const {report} = await buildSiteOf(
    `-- dibao.yml --\ncolumns:\n  - {name: 通知, slug: a}\n  - {name: 通知, slug: b}\n  - {name: 动态, slug: a}\n` +
      recordFile('a.md', {title: '甲', date: '2024-01-03'}),
  )
  expect(report).toEqual([
    'dibao.yml:3:5: 错误: [columns] 栏目「通知」的名称或网址（slug: b）和前面的栏目相同 (site/same-column)',
    'dibao.yml:4:5: 错误: [columns] 栏目「动态」的名称或网址（slug: a）和前面的栏目相同 (site/same-column)',
  ])
})
