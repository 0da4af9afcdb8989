import {describe, expect, test} from 'vitest'
import {checkArticle, compileArticle} from '../support/check-article.ts'
import {dangersOf} from '../support/dangers.ts'

const removed = (place: string, name: string): string =>
  `${place}: 提醒: 正文里的 HTML 标签「<${name}>」不会发布，已从网页中去掉（原文不动） (article/removed-html)`
const removedPart = (place: string, name: string, attribute: string): string =>
  `${place}: 提醒: 正文里标签「<${name}>」的「${attribute}」不会发布，已从网页中去掉（原文不动） (article/removed-html)`

test('keeps a table with joined cells and converts its text', () => {
  checkArticle(
    '<table><caption>发展</caption><tr><th rowspan="2" scope="row">单位</th><td colspan="2">后</td></tr>' +
      '<tr><td>干部</td><td>1</td></tr></table>\n',
    {
      'zh-Hant':
        '<div class="table-scroll" role="region" aria-label="表格" tabindex="0"><table><caption>發展</caption><tbody>' +
        '<tr><th rowspan="2" scope="row">單位</th><td colspan="2">後</td></tr>' +
        '<tr><td>幹部</td><td>1</td></tr></tbody></table></div>',
    },
  )
})

describe('HTML that no page may have goes, with a report', () => {
  test.each([
    ['前<script>alert(1)</script>后', '<p>前后</p>', [removed('5:2', 'script')]],
    ['段\n\n<style>p{}</style>', '<p>段</p>', [removed('7:1', 'style')]],
    ['<iframe src="http://x.cn">文</iframe>', '', [removed('5:1', 'iframe')]],
    ['<font color="red">红</font>', '<p>红</p>', [removed('5:1', 'font')]],
    ['<p onclick="x()">段</p>', '<p>段</p>', [removedPart('5:1', 'p', 'onclick')]],
    [
      '<a href="javascript:x()">点</a>',
      '<p><a>点</a></p>',
      [removedPart('5:1', 'a', 'javascript:')],
    ],
    ['[点](JavaScript:x)', '<p><a>点</a></p>', [removedPart('5:1', 'a', 'javascript:')]],
    ['[盘](d:/a.doc)', '<p><a>盘</a></p>', [removedPart('5:1', 'a', 'd:')]],
    ['<b style="color:red">红</b>', '<p><b>红</b></p>', []],
    ['a<!-- 注 -->b', '<p>ab</p>', []],
    ['3 < 5 与 <甲>', '<p>3 &#x3C; 5 与 &#x3C;甲></p>', []],
  ])('%s', (markdown, html, report) => {
    checkArticle(markdown, {'zh-Hans': html}, report)
  })

  // What scraping leaves behind: ends of tags, tags of programs, entities, bars of tables.
  test.each([
    ['会议</span>召开,结束', '<p>会议召开，结束</p>', []],
    ['会议<samp>召开</samp>,结束', '<p>会议<samp>召开</samp>，结束</p>', []],
    ['会议&nbsp;召开&nbsp;,结束', '<p>会议 召开，结束</p>', []],
    ['甲 | 乙 |', '<p>甲 | 乙 |</p>', []],
  ])('%s', (markdown, html, report) => {
    checkArticle(markdown, {'zh-Hans': html}, report)
  })

  test('once for each kind', () => {
    const {report} = compileArticle('<font>甲</font><font>乙</font>\n\n<font>丙</font>')
    expect(report).toEqual([removed('5:1', 'font')])
  })
})

describe('alignment is kept as a class', () => {
  test.each([
    ['<center>标题</center>', '<div class="align-center">标题</div>'],
    ['<p align="right">署名</p>', '<p class="align-right">署名</p>'],
    ['<p align="RIGHT">署名</p>', '<p class="align-right">署名</p>'],
    ['<p style="text-align: center; color:red">中</p>', '<p class="align-center">中</p>'],
    ['<div align="justify">齐</div>', '<div>齐</div>'],
    ['<p class="align-center evil">中</p>', '<p class="align-center">中</p>'],
  ])('%s', (markdown, html) => {
    checkArticle(markdown, {'zh-Hans': html})
  })
})

test('converts what is read out or shown of attributes', () => {
  checkArticle(
    '文<img src="a.png" alt="发展" title="里面"><abbr title="发展改革委">发改委</abbr>',
    {
      'zh-Hant':
        '<p>文<img src="asset:2023/a.png" alt="發展" title="裡面"><abbr title="發展改革委">發改委</abbr></p>',
    },
  )
})

test('leaves alone what is in another language or not to be translated', () => {
  checkArticle(
    '<span lang="en">Big 发展</span>后<span translate="no">发展</span>后<span lang="zh">发展</span>' +
      '<kbd>发</kbd><var>发</var>',
    {
      'zh-Hant':
        '<p><span lang="en">Big 发展</span>後<span translate="no">发展</span>後<span lang="zh">發展</span>' +
        '<kbd>发</kbd><var>发</var></p>',
    },
  )
})

test('gives ids of a record a prefix, so that they are none of the page', () => {
  checkArticle('<p id="content">甲</p>\n\n[到](#content)', {
    'zh-Hans': '<p id="text-content">甲</p><p><a href="#text-content">到</a></p>',
  })
})

describe('a signature', () => {
  const classes = (markdown: string): readonly string[] =>
    [
      ...(compileArticle(markdown).article.editions[0]?.html ?? '').matchAll(
        /<p class="signature">(.*?)<\/p>/g,
      ),
    ].map(([, text]) => text ?? '')

  test.each([
    ['正文。\n\n仁和区人民政府\n\n2023年5月15日', ['仁和区人民政府', '2023年5月15日']],
    ['正文。\n\n甲局\n\n乙局\n\n二〇二三年五月十五日', ['甲局', '乙局', '二〇二三年五月十五日']],
    ['正文。\n\n甲局\n\n2023 年 5 月 15 日（星期一）', ['甲局', '2023 年 5 月 15 日（星期一）']],
    ['正文。\n\n甲局\n\n2023年5月15日\n\n（此件公开发布）', ['甲局', '2023年5月15日']],
    ['正文。\n\n　　甲局\n　　2023年5月15日', ['甲局', '2023年5月15日']],
    ['正文，\n\n2023年5月15日', ['2023年5月15日']],
    ['正文。\n\n联系电话：12345\n\n甲局\n\n2023年5月15日', ['甲局', '2023年5月15日']],
    ['正文。\n\n2023年5月15日，会议召开。', []],
    ['正文。\n\n2023年5月15日\n\n又一段。', []],
    ['一、甲局\n\n2023年5月15日', ['2023年5月15日']],
    ['正文', []],
    ['', []],
  ])('%j', (markdown, lines) => {
    expect(classes(markdown)).toEqual(lines)
  })
})

const payloads = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//x.cn/a.js></ScRiPt>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '[x](javascript:alert(1))',
  '[x](<java script:alert(1)>)',
  '![x](javascript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<p onmouseover="alert(1)" ONCLICK=alert(1)>x</p>',
  '<details ontoggle=alert(1) open>x</details>',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//"><link rel=stylesheet href="javascript:alert(1)">',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea></textarea><script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<table background="javascript:alert(1)"><td background="javascript:alert(1)">x</table>',
  '<input type=image src=x onerror=alert(1) autofocus onfocus=alert(1)>',
  '<video><source onerror="alert(1)"></video><audio src=x onerror=alert(1)>',
  '[x]("onmouseover="alert(1))',
  '![x" onerror="alert(1)](a.png "x\\" onerror=\\"alert(1)")',
]

describe.each(payloads)('%s', (payload) => {
  test.each([
    ['alone', payload],
    ['in a paragraph', `发展${payload}后`],
    ['in a table', `| 甲 |\n|--|\n| ${payload.replaceAll('\n', ' ')} |`],
    [
      'as the title of the record',
      `---\ntitle: ${JSON.stringify(payload)}\ndate: 2023-05-15\n---\n正文`,
    ],
    [
      'as a picture’s caption',
      `---\ntitle: 标题\ndate: 2023-05-15\npictures:\n  - name: 图.png\n    caption: ${JSON.stringify(payload)}\n---\n图.png`,
    ],
  ])('does nothing %s', (_, markdown) => {
    for (const {html} of compileArticle(markdown).article.editions) {
      expect(dangersOf(html)).toEqual([])
    }
  })
})

test('a danger would be seen', () => {
  expect(
    dangersOf(
      '<p onclick="x">a<script>x</script><img src="data:x" style="y"><a href=" java&#10;script:x">b</a></p>',
    ),
  ).toEqual(['p onClick', 'script', 'img src', 'img style', 'a href'])
})
