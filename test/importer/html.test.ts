import {expect, test} from 'vitest'
import {toDay} from '../../src/base/day.ts'
import {accountedShare} from '../../src/importer/account.ts'
import type {ForeignDocument} from '../../src/importer/document.ts'
import {countFrame} from '../../src/importer/html/frame.ts'
import {importDocument} from '../../src/importer/import-document.ts'
import {type Corpus, noCorpus} from '../../src/importer/reader.ts'
import {readDocument} from '../../src/importer/readers.ts'
import {toRecord} from '../../src/importer/to-record.ts'
import {sequence} from '../support/random.ts'

const retrieved = toDay(2024, 1, 2)!
const head = '<div class=info>发布时间：2012-06-24 来源：云州市民政局</div>'
const text = '<p>　　云州市召开会议，部署防汛工作。</p><p>会议要求，各单位做好准备。</p>'

function toPage(html: string, name = 'a.html'): ForeignDocument {
  return {name, bytes: Buffer.from(html), retrieved}
}

function read(html: string, corpus: Corpus = noCorpus) {
  const {drafts, diagnostics} = readDocument(toPage(html), corpus)
  const draft = drafts[0]!
  expect(accountedShare(draft.account)).toBe(100)
  return {...draft, diagnostics: [...diagnostics, ...draft.diagnostics]}
}

function bodyOf(content: string): string {
  return read(`<div><h1>防汛会议召开</h1>${head}<div>${text}${content}</div></div>`).body
}

const rulesOf = (diagnostics: readonly {readonly ruleId: string}[]) =>
  diagnostics.map(({ruleId}) => ruleId)

test('makes a record of a page', () => {
  const page = `<html><head><title>防汛会议召开 - 云州市</title></head><body><h1>防汛会议召开</h1>${head}<div>${text}</div></body></html>`
  const {value, diagnostics} = importDocument(toPage(page))
  expect(diagnostics).toEqual([])
  expect(value?.record).toMatchObject({
    title: '防汛会议召开',
    date: '2012-06-24',
    source: '云州市民政局',
    provenance: {file: 'a.html', by: 'dibao import (HTML)'},
    body: '　　云州市召开会议，部署防汛工作。\n\n会议要求，各单位做好准备。\n',
  })
})

test.each([
  ['<h2>一、总则</h2><p>（一）内容</p>', '## 一、总则\n\n（一）内容'],
  ['<p>甲<br>乙</p>', '甲\\\n乙'],
  ['<p>甲<br><br>乙<br>　　丙</p>', '甲\n\n乙\n\n　　丙'],
  ['<p><b>重要：</b>请注意</p>', '**重要：**请注意'],
  ['<p>面积3m<sup>2</sup></p>', '面积3m<sup>2</sup>'],
  ['<p>2023. 会议</p>', '2023\\. 会议'],
  ['<p>* 星号 # 井号</p>', '\\* 星号 # 井号'],
  ['<b><p>甲</p><p>乙</p></b>', '甲\n\n乙'],
  ['<p><a href="http://www.example.org/a">他处</a></p>', '[他处](http://www.example.org/a)'],
  ['<p><a href="javascript:go()">执行</a></p>', '执行'],
  ['<p>&nbsp;</p><p></p><p>末段</p>', '末段'],
])('writes %s as Markdown', (html, markdown) => {
  expect(bodyOf(html)).toBe(
    `　　云州市召开会议，部署防汛工作。\n\n会议要求，各单位做好准备。\n\n${markdown}\n`,
  )
})

test('a plain table becomes one of Markdown; any other stays HTML', () => {
  expect(bodyOf('<table><tr><th>名称<th>数量<tr><td>树苗<td>300</table>')).toContain(
    '| 名称 | 数量  |\n| -- | --- |\n| 树苗 | 300 |',
  )
  expect(
    bodyOf('<table border=1 style="x"><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>'),
  ).toContain(
    '<table><tbody><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody></table>',
  )
})

test('pictures and attachments that are not there are named and reported', () => {
  const {body, pictures, diagnostics} = read(
    `<div><h1>防汛会议召开</h1>${head}<div>${text}<p><img src="img/现场.jpg"></p><p>附件：<a href="名单.xls">名单</a></p></div></div>`,
  )
  expect(body).toContain('\n现场.jpg\n')
  expect(pictures).toEqual([{name: '现场.jpg', missing: true}])
  expect(body).toContain('附件：名单\n')
  expect(diagnostics).toMatchObject([{ruleId: 'importer/missing-files'}])
  expect(diagnostics[0]?.reason.zh).toContain('/名单.xls')
})

test('takes what meta tags say where the page does not', () => {
  const {fields, title} = read(
    `<head><meta name="ArticleTitle" content="防汛会议召开"><meta name="PubDate" content="2012-06-24 08:30"><meta name="ContentSource" content="云州市水务局"><meta name="ColumnName" content="工作动态"></head><body><div>防汛会议召开</div><div>${text}</div></body>`,
  )
  expect(title).toBe('防汛会议召开')
  expect(fields).toMatchObject({date: '2012-06-24', source: '云州市水务局', column: '工作动态'})
})

test('keeps the day of signing and that of publication apart', () => {
  const {fields} = read(
    `<div><h1>关于防汛的通知</h1><table><tr><td>成文日期：</td><td>民国101年6月20日</td></tr><tr><td>发布日期：</td><td>二〇一二年六月二十四日</td></tr></table><div>${text}</div></div>`,
  )
  expect(fields).toMatchObject({date: '2012-06-24', written: '2012-06-20'})
})

test('reads the table over an official document, an empty cell as empty', () => {
  const cells = (...values: readonly string[]) =>
    `<tr>${values.map((value) => `<td>${value}</td>`).join('')}</tr>`
  const table = `<table>${cells('索 引 号：', 'A1', '主题分类：', '防汛')}${cells('标　　题：', '关于防汛的通知')}${cells('发文字号：', '某办〔2017〕47号', '发布日期：', '2017年05月12日')}${cells('主 题 词：', '')}</table>`
  const {title, fields, body} = read(
    `<div>${table}<div class=title>关于防汛的通知</div><div>${text}</div></div>`,
  )
  expect(title).toBe('关于防汛的通知')
  expect(fields).toMatchObject({
    date: '2017-05-12',
    indexNumber: 'A1',
    documentNumber: '某办〔2017〕47号',
  })
  expect(body).toBe('　　云州市召开会议，部署防汛工作。\n\n会议要求，各单位做好准备。\n')
})

test('reads a list of terms, title and Taiwan day too', () => {
  const {title, fields} = read(
    `<title>公告</title><div><dl><dt>公告主旨<dd>防汛說明會<dt>發佈日期<dd>113年01月01日<dt>發佈單位<dd>雲州區公所</dl><div>${text}</div></div>`,
  )
  expect(title).toBe('防汛說明會')
  expect(fields).toMatchObject({date: '2024-01-01', source: '雲州區公所'})
})

test('reads facts that stand about the text in any order', () => {
  const {fields, body, diagnostics} = read(
    `<div><h2>弘扬防汛精神</h2><h1>防汛会议召开</h1><h3>——记防汛动员大会</h3><div><span>2019-06-15 08:18</span><span>来源：</span><span>作者：甲某</span></div><div>${text}</div><div>某某栏</div><div>编辑/丙某</div></div>`,
  )
  expect(fields).toMatchObject({
    ...{date: '2019-06-15', author: '甲某', editor: '丙某', subtitle: '记防汛动员大会'},
  })
  expect(body).toContain('弘扬防汛精神')
  expect(rulesOf(diagnostics)).toEqual(['importer/not-understood'])
})

test('leaves out what no browser shows, logs and reports it', () => {
  const {body, account, diagnostics} = read(
    `<div><h1>防汛会议召开</h1>${head}<div>${text}<p style="display:none">最新网址</p></div></div>`,
  )
  expect(body).not.toContain('最新网址')
  expect(account.removed).toEqual([{rule: 'hidden', text: '最新网址'}])
  expect(rulesOf(diagnostics)).toEqual(['importer/hidden-text'])
})

test('what no rule knows stays in the text and is reported', () => {
  const {body, diagnostics} = read(
    `<div><h1>防汛会议召开</h1>${head}<div>星期四版</div><div>${text}</div></div>`,
  )
  expect(body).toContain('星期四版')
  expect(rulesOf(diagnostics)).toEqual(['importer/not-understood'])
})

test('text away from the announcement is left out, logged and reported', () => {
  const page = `<div><div><h1>防汛会议召开</h1>${head}<div>${text}</div></div></div><div>本局下周搬家</div>`
  const {body, account, diagnostics} = read(page)
  expect(body).not.toContain('搬家')
  expect(account.removed).toContainEqual({rule: 'outside', text: '本局下周搬家'})
  expect(rulesOf(diagnostics)).toEqual(['importer/text-outside'])
  const frame = countFrame([page, page, page].map((html) => toPage(html)))
  expect(frame.has('本局下周搬家')).toBe(true)
  expect(read(page, {...noCorpus, frame}).diagnostics).toEqual([])
})

test('sub-headings in brackets are no furniture', () => {
  expect(bodyOf('<p>【基本案情】</p><p>某年某月，某人种树。</p>')).toContain('【基本案情】')
})

test('the name of the site is no title', () => {
  const pageOf = (title: string, index: number) =>
    toPage(`<title>${title}</title><div>${head}<div><p>第${index}次通知。</p>${text}</div></div>`)
  const frame = countFrame([1, 2, 3].map((index) => pageOf(`第${index}号-云州县政府网`, index)))
  const titleOf = (title: string) =>
    read(pageOf(title, 4).bytes.toString(), {...noCorpus, frame}).title
  expect(titleOf('云州县政府网')).toBeUndefined()
  expect(titleOf('-云州县政府网')).toBeUndefined()
  expect(titleOf('关于植树的通知-云州县政府网')).toBe('关于植树的通知')
  expect(titleOf('2009-2010年度计划')).toBe('2009-2010年度计划')
})

test('a list of links is no announcement', () => {
  const items = [1, 2, 3].map((n) => `<li><a href="${n}.html">关于植树的第${n}号通知</a></li>`)
  const {drafts, diagnostics} = readDocument(toPage(`<ul>${items.join('')}</ul>`), noCorpus)
  expect(drafts).toEqual([])
  expect(rulesOf(diagnostics)).toEqual(['importer/list-page'])
})

test.each([
  ['a.doc', '\xd0\xcf\x11\xe0\xa1\xb1', '另存为 .docx'],
  ['a.docx', 'PK\x03\x04', '压缩文件'],
  ['a.pdf', '%PDF-1.4', 'PDF'],
  ['a.rtf', '{\\rtf1', '另存为 .docx'],
  ['a.mht', 'From: <Saved by', '另存为“网页，全部”'],
  ['a.html', '\x89PNG\r\n', '图片'],
])('says of %s what to do instead', (name, start, words) => {
  const {diagnostics} = importDocument({name, bytes: Buffer.from(start, 'latin1'), retrieved})
  expect(rulesOf(diagnostics)).toEqual(['importer/unknown-kind'])
  expect(`${diagnostics[0]?.reason.zh}${diagnostics[0]?.advice?.zh}`).toContain(words)
})

test('refuses a page nested too deeply, and goes on', () => {
  const {diagnostics} = importDocument(toPage('<div>'.repeat(60_000)))
  expect(rulesOf(diagnostics)).toEqual(['importer/too-deep'])
})

test('a few bad bytes in a long page are marked and reported, never passed over', () => {
  const page = Buffer.from(`<h1>防汛会议召开</h1>${head}<div>${text.repeat(9)}</div>`)
  const bad = Buffer.concat([page.subarray(0, -10), Buffer.of(0xe5), page.subarray(-10)])
  const {value, diagnostics} = importDocument({name: 'a.html', bytes: bad, retrieved})
  expect(rulesOf(diagnostics)).toEqual(['importer/lost-bytes'])
  expect(value?.record.body).toContain('\uFFFD')
})

test('a draft with characters that nobody accounts for is not imported', () => {
  const document = toPage(`<h1>防汛会议召开</h1>${head}<div>${text}</div>`)
  const {drafts} = readDocument(document, noCorpus)
  const draft = {...drafts[0]!, account: {...drafts[0]!.account, body: 1}}
  const {value, diagnostics} = toRecord(document, draft)
  expect(value).toBeUndefined()
  expect(rulesOf(diagnostics)).toEqual(['importer/unaccounted'])
})

// What pages and Markdown are made of, put together at random.
const pieces =
  '* _ ** ` # 1. 1) - + > | [x] (y) ![a] &lt;b&gt; &amp;lt; http://a.cn/b a@b.cn ~ ~~ \\ 　 &nbsp; 会议 。 （一） 12 [^1] === --- { &#8203; ^ " <br> <b> </b> <i> </i> <p> </p> <sup>2</sup> <table><tr><td>a<td>b<tr><td>c<td>d</table> <table><tr><th>a<th>b<tr><td>c|x<td>d</table> <ul><li>x<li>y</ul> <a\thref="/x">链接</a> <img\tsrc="x.png"> <h2>标题</h2> <pre>a\n\nb</pre> <code>x`y</code> <blockquote>引文</blockquote> <dl><dt>甲<dd>乙</dl> <hr> <q>引</q> <del>x</del> <font> <center> <div> </div> <u> <ruby>字<rt>zi</rt></ruby> <select><option>o</select> <h1>标题文字</h1> 发布时间：2012-06-24 来源：某局 【打印】 <td> </table> <tr> <li> <!-- <script> </script>'.split(
    ' ',
  )

test('accounts for every character of any page, and never fails', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = sequence(seed)
    const html = random.text([...pieces, ' ', '\n'], 1 + random.below(24))
    const {drafts} = readDocument(toPage(html), noCorpus)
    for (const {account} of drafts) expect([html, accountedShare(account)]).toEqual([html, 100])
  }
})
