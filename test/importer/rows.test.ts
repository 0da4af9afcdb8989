import {expect, test} from 'vitest'
import {toDay} from '../../src/base/day.ts'
import {accountedShare} from '../../src/importer/account.ts'
import {noCorpus} from '../../src/importer/reader.ts'
import {readDocument} from '../../src/importer/readers.ts'
import {dayOfCell} from '../../src/importer/rows/columns.ts'
import {parseCsv} from '../../src/importer/rows/csv.ts'
import {toRecord} from '../../src/importer/to-record.ts'
import {encodeText} from '../support/encode.ts'
import {sequence} from '../support/random.ts'

const retrieved = toDay(2024, 1, 2)!

function read(name: string, text: string) {
  const document = {name, bytes: encodeText(text, 'gb18030')!, retrieved}
  const {drafts, diagnostics} = readDocument(document, noCorpus)
  const made = drafts.map((draft) => {
    expect(accountedShare(draft.account)).toBe(100)
    return toRecord(document, draft)
  })
  return {
    drafts,
    records: made.flatMap(({value}) => value?.record ?? []),
    diagnostics: [...diagnostics, ...made.flatMap((each) => each.diagnostics)],
  }
}

const first = {
  title: '植树节活动通知',
  date: '2009-03-05',
  source: '云州市林业局',
  views: 120,
  body: '　　各单位：\n\n　　请按时参加。\n',
}

test('reads a table that a spreadsheet saved', () => {
  const {records, drafts} = read(
    'a.csv',
    '标题,发布日期,来源,点击数,正文,备注\r\n植树节活动通知,2009/3/5,云州市林业局,120,"　　各单位：\r\n　　请按时参加。",内部\r\n"防汛""三个""责任人",2009年4月1日,,,名单附后。,\r\n',
  )
  expect(records).toMatchObject([
    first,
    {title: '防汛"三个"责任人', date: '2009-04-01', body: '名单附后。\n'},
  ])
  expect(new Set(records.map(({id}) => id)).size).toBe(2)
  expect(drafts[0]?.account.removed).toEqual([{rule: 'column', name: '备注', text: '内部'}])
})

test.each([
  ['a.json', (items: readonly object[]) => JSON.stringify({code: 0, data: {list: items}})],
  ['a.jsonl', (items: readonly object[]) => items.map((item) => JSON.stringify(item)).join('\n')],
])('reads %s', (name, write) => {
  const items = [
    {
      ...{title: '植树节活动通知', pubDate: '2009-03-05 08:00', source: '云州市林业局'},
      ...{hits: 120, content: '<p>　　各单位：</p><p>　　请按时参加。</p>'},
    },
  ]
  expect(read(name, write(items)).records).toMatchObject([first])
})

test('reads a dump of DedeCMS, with text and column names from other tables', () => {
  const {records} = read(
    'dede.sql',
    `CREATE TABLE \`dede_arctype\` (
  \`id\` smallint(5) unsigned NOT NULL,
  \`typename\` char(30) NOT NULL default '',
  PRIMARY KEY (\`id\`)
) ENGINE=MyISAM;
INSERT INTO \`dede_arctype\` VALUES('3','通知公告');
CREATE TABLE \`dede_archives\` (
  \`id\` mediumint(8) NOT NULL,
  \`typeid\` smallint(5) NOT NULL,
  \`title\` char(60) NOT NULL,
  \`source\` char(30) NOT NULL,
  \`click\` mediumint(8) NOT NULL,
  \`pubdate\` int(10) NOT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=MyISAM;
INSERT INTO \`dede_archives\` VALUES('7','3','植树节活动通知','云州市林业局','120','1236182400'),
('8','3','It''s a \\'test\\'','','0','1236182400');
INSERT INTO \`dede_addonarticle\` (\`aid\`,\`typeid\`,\`body\`) VALUES('7','3','<p>　　各单位：</p>\\r\\n<p>　　请按时参加。</p>'),('8','3','(甲); INSERT INTO x');
`,
  )
  expect(records).toMatchObject([
    {...first, column: '通知公告'},
    {title: "It's a 'test'", body: '(甲); INSERT INTO x\n'},
  ])
})

test('comes to an end with a statement that is cut off at the start', () => {
  expect(read('a.sql', 'insert into').diagnostics).toMatchObject([{ruleId: 'importer/no-articles'}])
})

test('reads a dump of EmpireCMS', () => {
  const {records} = read(
    'empire.sql',
    "INSERT INTO `phome_enewsclass` (`classid`, `classname`) VALUES (5, '工作动态');\nINSERT INTO `phome_ecms_news` (`id`, `classid`, `title`, `newstime`, `onclick`, `titleurl`) VALUES (1, 5, '植树节活动通知', 1236182400, 120, '/html/2009/1.html');\nINSERT INTO `phome_ecms_news_data_1` (`id`, `befrom`, `newstext`) VALUES (1, '云州市林业局', '<p>　　各单位：</p><p>　　请按时参加。</p>');\n",
  )
  expect(records).toMatchObject([{...first, column: '工作动态', aliases: ['/html/2009/1.html']}])
})

const item = (
  more: string,
) => `<item><title>植树节活动通知</title><link>http://www.yunzhou.cn/2009/03/zs/</link>
<dc:creator><![CDATA[管理员]]></dc:creator><content:encoded><![CDATA[　　各单位：

　　请按时参加。]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_date><![CDATA[2009-03-05 09:00:00]]></wp:post_date>${more}<category domain="category" nicename="a"><![CDATA[通知&公告]]></category></item>`

test('reads an export of WordPress, without what was never published', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><rss><channel><title>云州</title>
${item('<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>')}
${item('<wp:status>draft</wp:status>')}
${item('<wp:post_type>attachment</wp:post_type>')}</channel></rss>`
  const {records} = read('a.xml', xml)
  expect(records).toMatchObject([
    {title: first.title, date: first.date, body: first.body, author: '管理员', column: '通知&公告'},
  ])
})

test('does not expand entities', () => {
  const xml = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>${item('')}</rss>`
  const {drafts, diagnostics} = read('a.xml', xml)
  expect(drafts).toEqual([])
  expect(diagnostics).toMatchObject([{ruleId: 'importer/entities'}])
})

test.each([
  [
    'Hexo',
    '---\ntitle: 植树节活动通知\ndate: 2009-3-5 20:46:25\ncategories:\n- 通知\ntags: [树]\n---\n',
  ],
  [
    'Jekyll, with a colon in the title',
    '---\ntitle: 通知: 植树节\ndate: 2009-03-05\ncategory: 通知\nlayout: [post\n---\n',
  ],
  [
    'Hugo',
    '+++\ntitle = "植树节活动通知"\ndate = 2009-03-05T08:00:00+08:00\ncategories = ["通知"]\n+++\n',
  ],
])('reads a post of %s, its text as it stands', (_, front) => {
  const {records} = read('a.md', `${front}正文 *重点*。\n\n* 甲\n`)
  expect(records).toMatchObject([
    {date: '2009-03-05', body: '正文 *重点*。\n\n* 甲\n', column: '通知'},
  ])
  expect(records[0]?.title).toMatch(/植树节/)
})

test('takes the day of a post from its name where it says none', () => {
  expect(read('2009-03-05-zhi-shu.md', '---\ntitle: 植树\n---\n正文').records[0]?.date).toBe(
    '2009-03-05',
  )
})

test('says which columns a table without articles has, and which row lacks a day', () => {
  const {diagnostics} = read('a.csv', '编号,姓名\n1,某人\n')
  expect(diagnostics).toMatchObject([{ruleId: 'importer/no-articles'}])
  expect(diagnostics[0]?.reason.zh).toContain('“编号” “姓名”')
  const undated = read('a.csv', '标题,正文\n甲通知,正文\n')
  expect(undated.diagnostics).toMatchObject([{ruleId: 'importer/no-date', file: 'a.csv#1'}])
})

test('reads seconds since 1970 as days in China', () => {
  for (let seed = 0; seed < 500; seed++) {
    const seconds = 100_000_000 + sequence(seed).below(1_900_000_000)
    const expected = new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10)
    expect(dayOfCell(String(seconds))).toBe(expected)
  }
})

test('the cells of any table come back as they were written', () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = sequence(seed)
    const cell = () => random.text('甲乙,"\n\r a;', random.below(6))
    const width = 2 + random.below(3)
    const lines = Array.from({length: 1 + random.below(4)}, () => Array.from({length: width}, cell))
    const head = Array.from({length: width}, (_, at) => `列${at}`)
    const all = [head, ...lines]
    const text = all
      .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
      .join('\r\n')
    expect(parseCsv(text)).toEqual(all)
  }
})

test('accounts for all of any table, and never fails', () => {
  const pieces = [
    "'",
    '"',
    ',',
    '(',
    ')',
    ';',
    '\n',
    '\\',
    'INSERT INTO `a` (`id`,`title`,`content`) VALUES ',
    "(1,'标题','<p>正文</p>')",
    'NULL',
    '标题,正文',
    '{',
    '}',
    '[',
    ']',
    ':',
    '"title"',
    '"content"',
    '甲',
    '1',
    'CREATE TABLE `a` (',
  ]
  for (let seed = 0; seed < 1000; seed++) {
    const random = sequence(seed)
    const text = random.text(pieces, random.below(20))
    const name = random.pick(['a.csv', 'a.json', 'a.jsonl', 'a.sql'])
    const {drafts} = readDocument({name, bytes: Buffer.from(text), retrieved}, noCorpus)
    for (const {account} of drafts) expect([text, accountedShare(account)]).toEqual([text, 100])
  }
})
