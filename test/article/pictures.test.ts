import {expect, test} from 'vitest'
import {checkArticle, compileArticle} from '../support/check-article.ts'

const front = (pictures: string): string =>
  `---\ntitle: 标题\ndate: 2023-05-15\npictures:\n${pictures}---\n`

const missing = (name: string, note = '图片缺失'): string =>
  '<figure class="missing-picture">' +
  `<figcaption><span class="picture-name">${name}</span>` +
  `<span class="missing-picture-note">（${note}）</span></figcaption></figure>`
const missingInline = (name: string): string =>
  `<span class="missing-picture"><span class="picture-name">${name}</span>` +
  '<span class="missing-picture-note">（图片缺失）</span></span>'
const remote = (place: string, address: string): string =>
  `${place}: 提醒: 图片「${address}」在别的网站上，网页不会去那里取，按缺失处理 (article/remote-picture)`

test('a line that names a lost picture keeps its place and says so', () => {
  const article = checkArticle(
    `${front('  - name: 图片14.png\n    missing: true\n')}前。\n\n图片14.png\n\n后。\n`,
    {
      'zh-Hans': `<p>前。</p>${missing('图片14.png')}<p>后。</p>`,
      'zh-Hant': `<p>前。</p>${missing('圖片14.png', '圖片缺失')}<p>後。</p>`,
    },
  )
  expect(article.editions.map(({plain}) => plain)).toEqual([
    '前。\n图片14.png\n后。',
    '前。\n圖片14.png\n後。',
  ])
})

test('a line that names a given picture becomes that picture', () => {
  const article = checkArticle(
    `${front('  - name: 图片14.png\n    file: 图/后.png\n    caption: 会后\n')}图片14.png\n`,
    {
      'zh-Hans':
        '<figure><img src="asset:2023/图/后.png" alt="会后" loading="lazy" decoding="async"><figcaption>会后</figcaption></figure>',
      'zh-Hant':
        '<figure><img src="asset:2023/图/后.png" alt="會後" loading="lazy" decoding="async"><figcaption>會後</figcaption></figure>',
    },
  )
  expect(article.references.map(({target}) => target)).toEqual(['asset:2023/图/后.png'])
})

test('a name that the record does not list, or that stands in a sentence, is text', () => {
  checkArticle(`${front('  - name: 图1.png\n    missing: true\n')}见图1.png。\n\n图2.png\n`, {
    'zh-Hans': '<p>见图1.png。</p><p>图2.png</p>',
  })
})

test('a paragraph that is only a picture becomes a figure with its title or name', () => {
  checkArticle('![图后](b.jpg "说明后")\n\n![图后](b.jpg)\n\n![](b.jpg)\n\n文![小](c.jpg)字', {
    'zh-Hant':
      '<figure><img src="asset:2023/b.jpg" alt="圖後" loading="lazy" decoding="async"><figcaption>說明後</figcaption></figure>' +
      '<figure><img src="asset:2023/b.jpg" alt="圖後" loading="lazy" decoding="async"><figcaption>圖後</figcaption></figure>' +
      '<figure><img src="asset:2023/b.jpg" alt="" loading="lazy" decoding="async"></figure>' +
      '<p>文<img src="asset:2023/c.jpg" alt="小">字</p>',
  })
})

test('a picture on another server is reported with its line and never loaded', () => {
  checkArticle(
    '![会场](http://x.cn/a.jpg)\n\n文![小图](https://x.cn/b.png)后\n\n<img src="//x.cn/c.png" alt="台风">\n',
    {
      'zh-Hans': `${missing('会场')}<p>文${missingInline('小图')}后</p>${missingInline('台风')}`,
    },
    [
      remote('5:1', 'http://x.cn/a.jpg'),
      remote('7:2', 'https://x.cn/b.png'),
      remote('9:1', '//x.cn/c.png'),
    ],
  )
})

test('a picture without an address that is safe is a lost one', () => {
  const {article, report} = compileArticle(
    '![图](data:image/png;base64,AAAA)\n\n文![小](file:///a.png)',
  )
  expect(article.editions[0]?.html).toBe(`${missing('图')}\n<p>文${missingInline('小')}</p>`)
  expect(article.references).toEqual([])
  expect(report.map((line) => /「(\w+:)」/.exec(line)?.[1])).toEqual(['data:', 'file:'])
})
