import {encodeText} from './encode.ts'
import {inventedOffice, inventedParagraph, inventedTitle} from './invented.ts'
import {type RandomSequence, sequence} from './random.ts'

/** A copy of an old site, as a program that copies sites leaves it. */
export interface DeadSite {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly articles: readonly DeadArticle[]
}

/** What a page of the site says, to compare with its record. */
export interface DeadArticle {
  readonly path: string
  readonly title: string
  readonly date: string
  readonly source: string
  readonly paragraphs: readonly string[]
  /** The page that it leads to, the picture and the attachment that it has. */
  readonly next: string | undefined
  readonly picture: string | undefined
  readonly attachment: string | undefined
  readonly damage: Damage | undefined
}

/** A byte lost inside a character, no title, no day. */
export type Damage = 'lost-byte' | 'no-title' | 'no-date'

const host = 'www.yunzhou-county.cn'
const columns = ['通知公告', '工作动态', '政策文件'] as const

/** An invented site in GBK of so many announcements in three designs, one in twenty damaged. */
export function makeDeadSite(count: number, seed = 1): DeadSite {
  const random = sequence(seed)
  const articles = Array.from({length: count}, (_, index) => makeArticle(index, count, random))
  const files = new Map<string, Uint8Array>()
  const put = (path: string, text: string): void => {
    files.set(`${host}/${path}`, encodeText(text, 'gb18030')!)
  }
  for (const [index, article] of articles.entries()) {
    const html = designs[index % designs.length]!(article, index)
    put(article.path, html)
    if (article.damage === 'lost-byte') loseByte(files, `${host}/${article.path}`)
    if (article.picture) files.set(`${host}/images/p${index}.png`, pictureOf(index))
    if (article.attachment && !article.attachment.includes('lost')) {
      files.set(`${host}/${article.attachment}`, Buffer.from(`attachment ${index}`))
    }
  }
  put('index.html', frame('云州县人民政府', listOf(articles.slice(0, 40))))
  return {files, articles}
}

function makeArticle(index: number, count: number, random: RandomSequence): DeadArticle {
  const {pick, below} = random
  const year = 2004 + (index % 12)
  const date = `${year}-${two(below(12) + 1)}-${two(below(28) + 1)}`
  const next = index % 10 === 3 ? pathOf((index * 7 + 1) % count) : undefined
  return {
    path: pathOf(index),
    title: `${inventedTitle(random)}第${index}期`,
    date,
    source: inventedOffice(random),
    paragraphs: Array.from({length: 2 + below(5)}, () => inventedParagraph(random, 1 + below(3))),
    next,
    picture: index % 4 === 1 ? `images/p${index}.png` : undefined,
    attachment:
      index % 6 === 2 ? `upload/${index % 12 === 2 ? '' : 'lost'}${index}.doc` : undefined,
    damage: index % 20 === 7 ? pick(['lost-byte', 'no-title', 'no-date'] as const) : undefined,
  }
}

/** Where the page of an announcement is: each design has a way of its own. */
function pathOf(index: number): string {
  const folders = [`zwgk/2009/t${index}.html`, `news/${index}.htm`, `show.asp@id=${index}.html`]
  return folders[index % 3]!
}

/** The address that the live site had for what is in a file. */
export function addressOf(path: string): string {
  return path.replace(/@(.*)\.html$/, '?$1')
}

type Design = (article: DeadArticle, index: number) => string

const designs: readonly Design[] = [
  (article, index) =>
    frame(
      `${titleOf(article)}-云州县人民政府`,
      `<div class="crumb">当前位置：<a href="/index.html">首页</a> &gt; <a href="/zwgk/">${columns[index % 3]}</a> &gt; 正文</div>
<div class="article"><h1>${titleOf(article)}</h1>
<div class="info"><span>${dayOf(article, '发布时间：')}</span><span>来源：${article.source}</span><span>浏览次数：${index}</span><span>【字体：<a href="javascript:size(16)">大</a> <a href="javascript:size(14)">中</a> <a href="javascript:size(12)">小</a>】</span></div>
<div class="TRS_Editor">${article.paragraphs.map((text) => `<p>　　${text}</p>`).join('\n')}
${extras(article, '../../')}</div>
<div class="foot"><span>【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</span></div>
<div class="pages"><p>上一篇：<a href="/zwgk/2009/t0.html">没有了</a></p></div></div>`,
    ),
  (article, index) =>
    `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>${titleOf(article)}</TITLE></HEAD>
<BODY><TABLE width=100%><TR><TD>${menu}</TD></TR></TABLE>
<TABLE width=760 align=center><TR><TD width=180>${sidebar}</TD><TD>
<TABLE width=100%><TR><TD align=center><FONT size=5><B>${titleOf(article)}</B></FONT></TD></TR>
<TR><TD align=center>${dayOf(article, '日期：')}　来源：${article.source}　点击：${index}次</TD></TR>
<TR><TD><FONT size=3>${article.paragraphs.map((text) => `&nbsp;&nbsp;&nbsp;&nbsp;${text}`).join('<BR><BR>')}<BR>${extras(article, '../')}</FONT></TD></TR>
<TR><TD align=right>责任编辑：管理员</TD></TR></TABLE>
</TD></TR></TABLE><TABLE width=100%><TR><TD align=center>${footer}</TD></TR></TABLE></BODY></HTML>`,
  (article, index) =>
    frame(
      '云州县人民政府网站',
      `<div id="bt" class="title">${titleOf(article)}</div>
<ul class="meta"><li>${dayOf(article, '发布日期：')}</li><li>信息来源：${article.source}</li><li>责任编辑：编辑${index % 3 === 0 ? '甲' : '乙'}</li></ul>
<div id="zoom">${article.paragraphs.map((text) => `<div>${text}</div>`).join('')}
<table border=1><tr><td rowspan=2>序号</td><td>名称</td></tr><tr><td>第${index}号表</td></tr></table>
${extras(article, '')}</div>`,
    ),
]

function titleOf({title, damage}: DeadArticle): string {
  return damage === 'no-title' ? '' : title
}

function dayOf({date, damage}: DeadArticle, label: string): string {
  return damage === 'no-date' ? '' : `${label}${date}`
}

function extras({next, picture, attachment}: DeadArticle, top: string): string {
  return [
    picture ? `<p align=center><img src="${top}${picture}" alt="现场"></p>` : '',
    attachment ? `<p>附件：<a href="${top}${attachment}">报名表</a></p>` : '',
    next ? `<p>另见<a href="${top}${addressOf(next)}">以前的通知</a>。</p>` : '',
  ].join('\n')
}

const menu =
  '<a href="/index.html">网站首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/fw/">办事服务</a> | <a href="/hd/">互动交流</a>'
const sidebar =
  '<ul><li><a href="/zwgk/2009/t0.html">最新通知一</a></li><li><a href="/news/1.htm">最新动态二</a></li></ul><p>热线电话：12345</p>'
const footer =
  '主办单位：云州县人民政府办公室　备案号：云ICP备00000000号<br>建议使用800×600分辨率浏览，地址：云州县中心大街1号。'

function frame(title: string, content: string): string {
  return `<!DOCTYPE html><html><head><meta charset="gbk"><title>${title}</title><script>var a = "不是正文";</script></head>
<body><div class="header">${menu}</div><div class="main"><div class="left">${sidebar}</div><div class="right">${content}</div></div>
<div class="footer">${footer}</div></body></html>`
}

function listOf(articles: readonly DeadArticle[]): string {
  return `<ul>${articles.map(({path, title, date}) => `<li><a href="/${path}">${title}</a> ${date}</li>`).join('')}</ul>`
}

/** Takes the second byte of the first full stop away, and what follows up to the next tag. */
function loseByte(files: Map<string, Uint8Array>, path: string): void {
  const bytes = Buffer.from(files.get(path)!)
  const at = bytes.indexOf(encodeText('。', 'gb18030')!)
  // A lead byte before `<` is no character.
  files.set(
    path,
    Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(bytes.indexOf(0x3c, at))]),
  )
}

function pictureOf(index: number): Uint8Array {
  return Buffer.concat([Buffer.from('iVBORw0KGgo=', 'base64'), Buffer.from(`picture ${index % 7}`)])
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
