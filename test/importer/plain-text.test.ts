import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {reassemble} from '../../src/importer/lines.ts'
import {readPlainText} from '../../src/importer/plain-text.ts'

const seed = readFileSync(new URL('../fixtures/meeting-article.raw.txt', import.meta.url), 'utf8')

/** The fields that a text gives, without those that are not there. */
function fieldsOf(text: string) {
  const {fields} = readPlainText(text)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

const body = '\n　　正文第一段。\n'

test('takes the meeting article apart', () => {
  const lifted = readPlainText(seed)
  expect(lifted.title).toBe(
    '攀枝花市仁和區(qū)召開慶祝區(qū)關(guān)工委成立20周年暨全區(qū)關(guān)心下一代工作會議',
  )
  expect(fieldsOf(seed)).toEqual({
    date: '2023-05-15',
    views: 1209,
    source: '仁和區(qū)關(guān)工委辦公室',
  })
  expect(lifted.pictures).toEqual([
    {name: '圖片14.png', missing: true},
    {name: '圖片15.png', missing: true},
  ])
  expect(lifted.lines.map(({text}) => text)).toEqual([
    `${lifted.title}\n`,
    '日期:2023-05-15 瀏覽:1209次\n',
    '來源:仁和區(qū)關(guān)工委辦公室',
  ])
  expect(lifted.lines.map(({line}) => line)).toEqual([1, 3, seed.split('\n').length])
  expect(lifted.linesNotShown).toEqual([])
  const sourceLines = seed.split(/(?<=\n)/)
  expect(lifted.body).toBe([sourceLines[1], ...sourceLines.slice(3, -1)].join(''))
})

test.each<[name: string, head: string, fields: object]>([
  ['half-width colons', '日期:2023-05-15 瀏覽:1209次', {date: '2023-05-15', views: 1209}],
  [
    'readings',
    '發(fā)布日期:2023-05-15 點(diǎn)擊數:7 來(lái)源:甲',
    {date: '2023-05-15', views: 7, source: '甲'},
  ],
  [
    'readings with spaces',
    '發(fā )布日期：2023-05-15 閱(yuè )讀：7',
    {date: '2023-05-15', views: 7},
  ],
  ['sizes by letters', '字号：A- A A+\n发布日期：2012-06-24', {date: '2012-06-24'}],
  ['type sizes', '发布日期: 2012-06-24\n字号: [大] [中] [小] [打印]', {date: '2012-06-24'}],
  [
    'a source',
    '发布时间：2019-05-18 来源：中国地理学会',
    {date: '2019-05-18', source: '中国地理学会'},
  ],
  [
    'an empty count',
    '发布日期：2016-11-22 浏览次数：  信息来源：省发改委',
    {date: '2016-11-22', source: '省发改委'},
  ],
  ['bars', '来源： | 发布时间: 2018-05-17 | 浏览次数: 2168', {date: '2018-05-17', views: 2168}],
  [
    'a date without a label',
    '2019年06月15日08:18  来源：人民网-文化频道',
    {date: '2019-06-15', source: '人民网-文化频道'},
  ],
  [
    'two lines',
    '来源：本站原创  作者：医技药剂党支部\n时间：2019年10月31日 23:00  浏览：  33',
    {date: '2019-10-31', source: '本站原创', author: '医技药剂党支部', views: 33},
  ],
  ['slashes', '2019-09-26\n供稿  摄影/甲  编辑/乙', {date: '2019-09-26', editor: '乙'}],
  [
    'no space between fields',
    '2019-09-26 12:11来源：证券时报网作者：甲',
    {date: '2019-09-26', source: '证券时报网', author: '甲'},
  ],
  ['a time and a count glued', '2019-09-26 15:35:35631', {date: '2019-09-26', views: 631}],
  [
    'buttons',
    '发布日期：2012-06-24 来源：甲网 字号：默认 大 超大 | 打印 |',
    {date: '2012-06-24', source: '甲网'},
  ],
  [
    'buttons in brackets',
    '发布日期：2012-06-24 来源：甲网 【字体：大 中 小】 打印本页',
    {date: '2012-06-24', source: '甲网'},
  ],
  [
    'no-break spaces',
    '日期：\u00a02023-05-15\u00a0\u00a0来源：\u00a0甲',
    {date: '2023-05-15', source: '甲'},
  ],
  ['no separators', '发布日期2023-05-15 浏览1209次', {date: '2023-05-15', views: 1209}],
  ['a count with a comma', '日期：2023-05-15 阅读量：1,209', {date: '2023-05-15', views: 1209}],
  ['numerals', '发布日期：二〇一〇年十一月一日', {date: '2010-11-01'}],
  ['the Republic', '發布日期：民國112年5月15日', {date: '2023-05-15'}],
  ['a Taiwan label', '發布日期：113年01月01日', {date: '2024-01-01'}],
  ['brackets round values', '日期：[2023-05-15] 点击：[12]', {date: '2023-05-15', views: 12}],
  ['a count not loaded', '日期：2023-05-15 点击：加载中...', {date: '2023-05-15'}],
  ['a date alone in brackets', '[2023-05-15]', {date: '2023-05-15'}],
  ['a bracket round all', '【日期：2023-05-15】', {date: '2023-05-15'}],
  [
    'brackets in a value',
    '日期：2023-05-15 来源：人民网[文化]',
    {date: '2023-05-15', source: '人民网[文化]'},
  ],
  ['an empty line between', '来源：甲网\n\n时间：2019-10-31', {date: '2019-10-31', source: '甲网'}],
  [
    'both days',
    '成文日期：2023-05-11 发布日期：2023-05-15',
    {date: '2023-05-15', written: '2023-05-11'},
  ],
  [
    'an issuer beside a source',
    '发布日期：2023-05-15 来源：甲 发布机构：乙',
    {date: '2023-05-15', source: '甲'},
  ],
  [
    'labels and values on separate lines',
    '索 引 号：\n014742224A/2023-0043406\n主题分类：\n教育\n发文机关：\n某某区人民政府\n生成日期：\n2023-05-11\n发文字号：\n国办发〔2017〕47号\n发布日期：\n2023-05-15\n有效性：\n有效',
    {
      date: '2023-05-15',
      source: '某某区人民政府',
      documentNumber: '国办发〔2017〕47号',
      indexNumber: '014742224A/2023-0043406',
    },
  ],
  [
    'labels in brackets',
    '【发布日期】2010/3/5 【来源】云州日报 [作者] 甲某',
    {date: '2010-03-05', source: '云州日报', author: '甲某'},
  ],
  [
    'bars and slashes for everything',
    '时间:2010.3.5|来源/云州日报|作者/甲某|点击/33',
    {date: '2010-03-05', source: '云州日报', author: '甲某', views: 33},
  ],
  [
    'a date behind the source, a count glued to it',
    '来源：云州网 2019-09-26 15:35:35631',
    {date: '2019-09-26', source: '云州网', views: 631},
  ],
  [
    'a source without a label',
    '云州市水务局 2010-03-05 点击：33',
    {date: '2010-03-05', source: '云州市水务局', views: 33},
  ],
  [
    'sizes without a label, a day in spaced brackets',
    '[ 2010-03-05 ] 来源：云州网 [大 中 小]',
    {date: '2010-03-05', source: '云州网'},
  ],
  [
    'a count in spaced brackets',
    '时间：2010-03-05 | 作者：甲 | 点击数：[ 33 ]',
    {date: '2010-03-05', author: '甲', views: 33},
  ],
  ['a day and an office', '2010年03月05日    云州日报', {date: '2010-03-05', source: '云州日报'}],
  ['an office and a day', '云州日报 2010-03-05', {date: '2010-03-05', source: '云州日报'}],
  ['counts that were never filled in', '2010-03-05 来源: 作者: 点击:次', {date: '2010-03-05'}],
  [
    'a label that nobody knows',
    '发布时间：2010-3-5 信息编号：12 来源：甲网',
    {date: '2010-03-05', source: '甲网'},
  ],
  [
    'the number of a document',
    '云政发〔2007〕23号\n发布日期：2007-06-25',
    {date: '2007-06-25', documentNumber: '云政发〔2007〕23号'},
  ],
  [
    'a second title',
    '——在防汛会议上的讲话\n发布日期：2007-06-25',
    {date: '2007-06-25', subtitle: '在防汛会议上的讲话'},
  ],
  [
    'labels without colons on lines of their own',
    '索引号\nA1\n发文机关\n某某区人民政府\n发布日期\n2023-05-15',
    {date: '2023-05-15', indexNumber: 'A1', source: '某某区人民政府'},
  ],
  [
    'places to share',
    '发布日期：2007-06-25\n分享到：微信 新浪微博\n扫一扫在手机打开当前页',
    {date: '2007-06-25'},
  ],
])('lifts the lines under the title with %s', (_, head, fields) => {
  const text = `标题\n\n${head}\n${body}`
  expect(fieldsOf(text)).toEqual(fields)
  expect(readPlainText(text).title).toBe('标题')
  expect(readPlainText(text).body.trim()).toBe('正文第一段。')
})

test.each<[name: string, tail: string, fields: object]>([
  ['a source', '来源：甲网', {source: '甲网'}],
  ['a damaged source', '來(lái)源:仁和區(qū)關(guān)工委', {source: '仁和區(qū)關(guān)工委'}],
  ['an editor in parentheses', '（责任编辑：系统管理员）', {editor: '系统管理员'}],
  ['a damaged editor', '(責(zé)任編輯:甲)', {editor: '甲'}],
  ['editors and the parts of a text', '(责编：甲、乙)\n\n【1】【2】【3】【4】', {editor: '甲、乙'}],
  ['credits', '供稿  摄影/甲  编辑/乙', {editor: '乙'}],
  ['buttons', '【打印本页】【关闭窗口】', {}],
  ['neighbours', '来源：甲网\n上一篇：某某会议召开。下一篇：没有了', {source: '甲网'}],
  ['neighbours on two lines', '上一篇：\n下一篇：关于某事的通知', {}],
  ['a date with its own label', '发布日期：2023-05-15', {date: '2023-05-15'}],
  ['a Hong Kong release time', '2025年11月26日（星期三）\n香港時間15時58分', {date: '2025-11-26'}],
])('lifts the last lines with %s', (_, tail, fields) => {
  const text = `标题\n　　正文。\n完\n${tail}\n`
  expect(fieldsOf(text)).toEqual(fields)
  expect(readPlainText(text).body).toMatch(/^　　正文。\n完\n\s*$/)
})

test('reads the table over an official document, run together', () => {
  const head =
    '索引号 A1 主题分类 防汛 发文机关 某某办 成文日期 2017年5月9日 标题 关于防汛的通知 发文字号 某办〔2017〕47号 发布日期 2017年5月12日 有效性 有效'
  const lifted = readPlainText(`${head}\n${body}`)
  expect(lifted).toMatchObject({title: '关于防汛的通知', body})
  expect(fieldsOf(`${head}\n${body}`)).toEqual({
    date: '2017-05-12',
    written: '2017-05-09',
    source: '某某办',
    documentNumber: '某办〔2017〕47号',
    indexNumber: 'A1',
  })
})

test('passes a line or two that it does not know, which stay', () => {
  const text = '标题\n某某专刊\n发布日期：2007-06-25\n正文。\n责任编辑：甲\n某某专题\n'
  const lifted = readPlainText(text)
  expect(lifted).toMatchObject({body: '某某专刊\n正文。\n某某专题\n', fields: {editor: '甲'}})
})

test.each([
  ['正文。\n某某办公室\n二○一○年三月一日\n附件：1.名单\n', '2010-03-01'],
  ['（2010年3月5日某某会议通过）\n正文。\n', '2010-03-05'],
  ['正文。\n2010年3月\n', undefined],
])('finds the day under the signature of %j', (text, day) => {
  expect(readPlainText(`标题\n${text}`)).toMatchObject({signed: day, body: text})
})

test('reads a Taiwan page that has title and fields on one line without colons', () => {
  const text = `公告主旨 有關某某一案 發佈日期 113 年 01 月 02 日 發佈單位 教育局 點閱次數 12\n${body}`
  expect(readPlainText(text).title).toBe('有關某某一案')
  expect(fieldsOf(text)).toEqual({date: '2024-01-02', source: '教育局', views: 12})
  expect(readPlainText(text).body).toBe(body)
})

test('finds the title under the path to the page and under a table of fields', () => {
  const text =
    '首页 > 国务院公报 > 2007年第23号\n索引号：A1 成文日期：2007-06-01\n\n关于某事的通知\n发布日期：2007-07-01\n正文'
  expect(readPlainText(text)).toMatchObject({title: '关于某事的通知', body: '\n正文'})
  expect(fieldsOf(text)).toEqual({date: '2007-07-01', written: '2007-06-01', indexNumber: 'A1'})
  expect(readPlainText(text).linesNotShown).toEqual([1])
})

test('takes the title from its label and lifts the title that follows once more', () => {
  const text = '标题：关于某事的通知\n发布日期：2007-07-01\n\n关于某事的通知\n正文'
  expect(readPlainText(text)).toMatchObject({title: '关于某事的通知', body: '\n正文'})
  expect(readPlainText(text).lines).toHaveLength(3)
})

test.each([
  ['the time and place of an event', '时间：2023年5月10日\n地点：区政府会议室\n'],
  ['the time and place of an event, spaced', '时间：2023年5月10日\n\n地点：区政府会议室\n'],
  ['an hour', '时间：5月10日上午9时\n'],
  ['an hour of a full date', '时间：2023年5月10日上午9时\n'],
  ['the day of a decision', '（2023年5月15日）\n'],
  ['a deadline', '截止日期：2023-05-15\n'],
  ['a half-known line', '日期：2023-05-15 温度：20\n'],
  ['a sub-heading', '【基本案情】\n2019年，甲诉乙。\n'],
  ['a word that begins like a label', '来源广泛，作者众多\n'],
  ['the word alone', '编辑\n'],
  ['a year of three digits under a simplified label', '发布日期：113年01月01日\n'],
  ['a sentence after a label', '作者：他说。这不是真的。\n'],
])('leaves %s in the body', (_, text) => {
  expect(readPlainText(`标题\n${text}正文。\n`)).toMatchObject({
    title: '标题',
    body: `${text}正文。\n`,
  })
})

test('leaves metadata look-alikes between the head and the end of a text alone', () => {
  const text = '开头。\n时间：2023年5月10日\n来源：某处\n【裁判结果】\n结尾。\n'
  expect(readPlainText(`标题\n日期：2023-05-15\n${text}`)).toMatchObject({
    body: text,
    fields: {date: '2023-05-15', source: undefined},
  })
})

test.each([
  ['the date of a signature', '某某区人民政府\n2023年5月15日\n'],
  ['the time of an event', '地点：区政府\n时间：2023年5月10日\n'],
  ['an office spelt out', '编 辑 部\n'],
  ['another source than the head gave', '来源：乙网\n'],
])('leaves %s at the end', (_, end) => {
  const lifted = readPlainText(`标题\n日期：2023-05-15 来源：甲网\n正文。\n${end}`)
  expect(lifted.body).toBe(`正文。\n${end}`)
  expect(lifted.fields).toMatchObject({date: '2023-05-15', source: '甲网'})
})

test('takes no text for the value of an empty label', () => {
  const lifted = readPlainText('标题\n日期：2023-05-15\n来源：\n一、会议概况\n正文。\n')
  expect(lifted).toMatchObject({body: '一、会议概况\n正文。\n', fields: {source: undefined}})
})

test('keeps an event that follows the metadata out of it', () => {
  const lifted = readPlainText('标题\n来源：甲\n时间：2023年5月10日\n地点：乙\n')
  expect(lifted).toMatchObject({body: '时间：2023年5月10日\n地点：乙\n', fields: {source: '甲'}})
})

test('lists lines whose facts no field holds', () => {
  const text = '标题\n日期：2023-05-15\n主题分类：教育\n正文。\n摄影：甲\n【打印本页】\n'
  expect(readPlainText(text).linesNotShown).toEqual([3, 5, 6])
})

test('lists pictures by lines that are only their names, once each', () => {
  const names = [
    '圖片14.png',
    '图1.jpg',
    'image003.gif',
    '未标题-1.bmp',
    'a b.JPEG',
    'c.webp',
    'd.tif',
    'e.tiff',
  ]
  const text = [
    '标题',
    ...names,
    '图1.jpg',
    '见图1.jpg。',
    '如下，图2.png',
    'http://a/b.png',
    '.png',
  ].join('\n')
  expect(readPlainText(text).pictures.map(({name}) => name)).toEqual(names)
  expect(readPlainText(text).body).toContain('\n图1.jpg\n')
})

test('numbers the lines that Markdown takes for formatting', () => {
  const active = [
    '# 一',
    '2023. 会议召开',
    '* 注',
    '*注*',
    '_a_',
    '<b>',
    '见[甲](乙)',
    '    缩进',
    '\t缩进',
    '---',
    'a&nbsp;b',
    '1) 甲',
  ]
  const plain = [
    '　　正文',
    '2023.5.15',
    '一、会议',
    '3*5=15',
    '#会议#',
    '甲_乙',
    '1<2',
    '［甲］（乙）',
    '（一）',
  ]
  const text = ['标题', ...active, ...plain].join('\n')
  expect(readPlainText(text).markdownLines).toEqual(active.map((_, index) => index + 2))
})

test('finds no title where there is none', () => {
  for (const text of ['', '\n \u3000\n', '日期：2023-05-15\n']) {
    expect(readPlainText(text).title).toBeUndefined()
  }
})

test.each([
  ['as it is', seed],
  ['with CRLF', seed.replaceAll('\n', '\r\n')],
  ['with CR', seed.replaceAll('\n', '\r')],
  ['with a final line end', `${seed}\n`],
  ['with empty lines round it', `\n\n${seed}\n\n \n`],
])('gives the seed article again, %s', (_, text) => {
  const lifted = readPlainText(text)
  expect(lifted.fields).toMatchObject({date: '2023-05-15', views: 1209})
  expect(lifted.lines).toHaveLength(3)
  expect(reassemble(lifted)).toBe(text)
})

test('gives any text again, byte for byte', () => {
  const pieces = [
    ...['\n', '\n', '\r\n', '\r', ' ', '\u3000', '标题', '正文。', '日期：2023-05-15', '来源：甲'],
    ...[
      '（责任编辑：乙）',
      '索引号：\n',
      'A1',
      '时间：2023-05-10',
      '地点：丙',
      '图1.png',
      '首页 > 甲',
    ],
    ...[
      '2023-05-15',
      '浏览：',
      '\u2028',
      '\uFEFF',
      '【打印本页】',
      '香港時間15時58分',
      '上一篇：丁',
    ],
  ]
  const random = randomNumbers(20230515)
  let liftedMax = 0
  for (let round = 0; round < 4000; round++) {
    let text = ''
    for (let left = random(24); left > 0; left--) text += pieces[random(pieces.length)]
    const lifted = readPlainText(text)
    liftedMax = Math.max(liftedMax, lifted.lines.length)
    expect(reassemble(lifted)).toBe(text)
  }
  expect(liftedMax).toBeGreaterThan(3)
})

/** Whole numbers below a bound, the same ones for the same seed. */
function randomNumbers(start: number): (bound: number) => number {
  let state = start
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}
