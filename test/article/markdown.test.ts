import {describe, expect, test} from 'vitest'
import {checkArticle, compileArticle} from '../support/check-article.ts'

describe('emphasis works beside full-width marks', () => {
  test.each([
    ['要突出**“谋深”**教育', '<p>要突出<strong>“谋深”</strong>教育</p>'],
    ['**注意：**请签到', '<p><strong>注意：</strong>请签到</p>'],
    ['**全区（含街道）**参加', '<p><strong>全区（含街道）</strong>参加</p>'],
    ['会议由*（单位）*主办', '<p>会议由<em>（单位）</em>主办</p>'],
    ['会议~~取消。~~召开', '<p>会议<del>取消。</del>召开</p>'],
    ['会议~~（取消）~~召开', '<p>会议<del>（取消）</del>召开</p>'],
    ['约5~10人，~3天~', '<p>约5~10人，~3天~</p>'],
    ['***重要***：通知', '<p><em><strong>重要</strong></em>：通知</p>'],
    ['文件\\*名\\*', '<p>文件*名*</p>'],
  ])('%s', (markdown, html) => {
    checkArticle(markdown, {'zh-Hans': html})
  })
})

test('converts a phrase that markup cuts, and leaves the markup where it is', () => {
  checkArticle('台**风**后，校**长发**言，头*发*，[头](http://x.cn)发', {
    'zh-Hans':
      '<p>台<strong>风</strong>后，校<strong>长发</strong>言，头<em>发</em>，<a href="http://x.cn">头</a>发</p>',
    'zh-Hant':
      '<p>颱<strong>風</strong>後，校<strong>長發</strong>言，頭<em>髮</em>，<a href="http://x.cn">頭</a>髮</p>',
  })
})

test('sets tables in a frame of their own, with alignment as a class', () => {
  const table = (label: string, cells: readonly string[]): string =>
    `<div class="table-scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>` +
    `<th class="align-left" scope="col">左</th><th class="align-center" scope="col">中</th><th class="align-right" scope="col">右</th><th scope="col">${cells[0]}</th>` +
    '</tr></thead><tbody><tr>' +
    `<td class="align-left">${cells[1]}</td><td class="align-center">${cells[2]}</td><td class="align-right">1</td><td>a|b</td>` +
    '</tr></tbody></table></div>'
  checkArticle('| 左 | 中 | 右 | 无 |\n|:--|:-:|--:|--|\n| 发展 | 后 | 1 | a\\|b |\n', {
    'zh-Hans': table('表格', ['无', '发展', '后']),
    'zh-Hant': table('表格', ['無', '發展', '後']),
  })
})

test('leads from a footnote and back, with labels in the script of the edition', () => {
  const {article} = compileArticle(
    '正文[^1]和[^注后]，再[^1]。\n\n[^1]: 第一条。\n[^注后]: 第二条发展。\n',
  )
  for (const {html, tag, plain} of article.editions) {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id)
    expect(targets).toHaveLength(6)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(html.match(/aria-label="[^"]*"/g)).toEqual(Array(3).fill(`aria-label="返回正文"`))
    expect(html).toContain(`>${tag === 'zh-Hans' ? '注释' : '註釋'}</h2>`)
    expect(plain).toBe('正文1和2，再1。')
  }
  expect(article.editions[1]?.html).toContain('第二條發展。')
  expect(article.editions[0]?.headings).toEqual([])
})

test('shows a task list', () => {
  checkArticle('- [x] 已发\n- [ ] 未发\n', {
    'zh-Hant':
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> 已發</li>' +
      '<li class="task-list-item"><input type="checkbox" disabled> 未發</li></ul>',
  })
})

describe('a bare address ends at a full-width mark and at Han', () => {
  test.each([
    [
      '见http://www.gov.cn/，谢谢。',
      '<p>见<a href="http://www.gov.cn/">http://www.gov.cn/</a>，谢谢。</p>',
    ],
    [
      '见 https://a.cn/b?c=1（附件）',
      '<p>见 <a href="https://a.cn/b?c=1">https://a.cn/b?c=1</a>（附件）</p>',
    ],
    ['到 www.x.cn台风', '<p>到 <a href="http://www.x.cn">www.x.cn</a>台风</p>'],
    [
      '见http://a.cn/1，http://b.cn/2。',
      '<p>见<a href="http://a.cn/1">http://a.cn/1</a>，<a href="http://b.cn/2">http://b.cn/2</a>。</p>',
    ],
    [
      '[网址](http://a.cn/发展)和<http://b.cn/2>',
      '<p><a href="http://a.cn/%E5%8F%91%E5%B1%95">网址</a>和<a href="http://b.cn/2">http://b.cn/2</a></p>',
    ],
  ])('%s', (markdown, html) => {
    checkArticle(markdown, {'zh-Hans': html})
  })
})

const long = '这一行足够长长到没有人会在这里自己另起一行再写下去'

describe('lines are what a Chinese reader expects', () => {
  test.each([
    ['2023. 会议召开', '<p>2023. 会议召开</p>'],
    ['2023. 会议召开\n2024. 再开', '<p>2023. 会议召开</p><p>2024. 再开</p>'],
    ['3. 第三\n4. 第四', '<ol start="3"><li>第三</li><li>第四</li></ol>'],
    ['1. 甲\n3. 丙\n4. 丁', '<ol><li>甲</li><li value="3">丙</li><li>丁</li></ol>'],
    [
      '1. 甲\n\n1986. 某年\n\n2. 乙',
      '<ol><li><p>甲</p></li></ol><p>1986. 某年</p><ol start="2"><li><p>乙</p></li></ol>',
    ],
    ['    四个空格', '<p>四个空格</p>'],
    ['\t制表符', '<p>制表符</p>'],
    ['　　第一段\n　　第二段', '<p>第一段</p><p>第二段</p>'],
    ['第一行  \n第二行', '<p>第一行<br>\n第二行</p>'],
    // A long line that somebody's program wrapped.
    [`${long}\n接着写`, `<p>${long}接着写</p>`],
    [`**${long}**\n接着写`, `<p><strong>${long}</strong>接着写</p>`],
    [`${long}\nwords ${long}\n尾`, `<p>${long}\nwords ${long}尾</p>`],
    [`${long}\r\n接着写`, `<p>${long}接着写</p>`],
    // Lines that somebody ended.
    ['出席人员：\n张三\n李四', '<p>出席人员：<br>张三<br>李四</p>'],
    [
      '**甲**\n乙\n[丙](http://a.cn)',
      '<p><strong>甲</strong><br>乙<br><a href="http://a.cn">丙</a></p>',
    ],
    [`${long}：\n甲`, `<p>${long}：<br>甲</p>`],
    [`${long}。\n${long}。\n甲`, `<p>${long}。<br>${long}。<br>甲</p>`],
    ['甲**乙\n丙**丁', '<p>甲<strong>乙丙</strong>丁</p>'],
  ])('%j', (markdown, html) => {
    checkArticle(markdown, {'zh-Hans': html})
  })
})

test('gives headings one id in all editions, and every second one of a name a number', () => {
  const article = checkArticle('## 发展后\n\n## 发展后\n\n### `code` 里面 a\n\n一、标题\n===\n', {
    'zh-Hans':
      '<h2 id="发展后">发展后</h2><h2 id="发展后-2">发展后</h2>' +
      '<h3 id="code-里面-a"><code>code</code> 里面 a</h3><h1 id="一-标题">一、标题</h1>',
    'zh-Hant':
      '<h2 id="发展后">發展後</h2><h2 id="发展后-2">發展後</h2>' +
      '<h3 id="code-里面-a"><code>code</code> 裡面 a</h3><h1 id="一-标题">一、標題</h1>',
  })
  expect(article.editions[1]?.headings).toEqual([
    {depth: 2, id: '发展后', text: '發展後'},
    {depth: 2, id: '发展后-2', text: '發展後'},
    {depth: 3, id: 'code-里面-a', text: 'code 裡面 a'},
    {depth: 1, id: '一-标题', text: '一、標題'},
  ])
})

test('lists a heading that brings its own id, and links to it', () => {
  const article = checkArticle('<h2 id="own">自带</h2>\n\n## text-own\n\n[到](#own)\n', {
    'zh-Hans':
      '<h2 id="text-own">自带</h2><h2 id="text-own-2">text-own</h2><p><a href="#text-own">到</a></p>',
  })
  expect(article.editions[0]?.headings.map(({id}) => id)).toEqual(['text-own', 'text-own-2'])
})

test('never converts code, addresses and file names', () => {
  checkArticle('`发展`和http://a.cn/fa，《发展规划.docx》后\n\n```js\n发展\n```\n', {
    'zh-Hant':
      '<p><code>发展</code>和<a href="http://a.cn/fa">http://a.cn/fa</a>，《发展规划.docx》後</p>' +
      '<pre><code class="language-js">发展\n</code></pre>',
  })
})

test('keeps ruby, and reads the characters below it on', () => {
  checkArticle('<ruby>台<rp>(</rp><rt>tái</rt><rp>)</rp>风<rt>发</rt></ruby>后', {
    'zh-Hant': '<p><ruby>颱<rp>(</rp><rt>tái</rt><rp>)</rp>風<rt>發</rt></ruby>後</p>',
  })
})

test('takes no reading above the line for damage', () => {
  const words = '区关会议强调党务学习认真责任创业区关会议强调党务学习认真责任创业'
  const body = `${'国家大事，人民关心，时代向前。'.repeat(10)}${[...words]
    .map((each) => `<ruby>${each}<rp>(</rp><rt>qū</rt><rp>)</rp></ruby>`)
    .join('')}`
  const {article} = compileArticle(body)
  expect(article.editions[0]?.html.match(/<rt>qū<\/rt>/g)).toHaveLength([...words].length)
  expect(article.repairs).toEqual({})
})

test('repairs across inline markup', () => {
  checkArticle('会议强调**,**要关心;*成立于*2003年.', {
    'zh-Hans': '<p>会议强调<strong>，</strong>要关心；<em>成立于</em>2003年。</p>',
  })
})
