import {expect, test} from 'vitest'
import {createCover, protectedSpans} from '../../src/text/protect.ts'
import {sequence} from '../support/random.ts'

const textsOf = (text: string): readonly string[] =>
  protectedSpans(text).map(({start, end}) => text.slice(start, end))

test.each<[string, readonly string[]]>([
  ['访问https://a.cn/b?c=1,2#d，谢谢', ['https://a.cn/b?c=1,2#d']],
  ['访问http://a.cn/b,谢谢', ['http://a.cn/b']],
  ['访问http://a.cn/x_(y)吧', ['http://a.cn/x_(y)']],
  ['（见www.a.cn/b)', ['www.a.cn/b']],
  ['http://a.cn/中国', ['http://a.cn/']],
  ['发到zhang.san+x@y.com.cn,谢谢', ['zhang.san+x@y.com.cn']],
  ['运行`a,b`和`c`', ['`a,b`', '`c`']],
  ['一个`反引号', []],
  ['图片14.png', ['图片14.png']],
  ['见 报名表.docx,好', ['报名表.docx']],
  ['见《报名表(1).docx》', ['报名表(1).docx']],
  ['请各单位认真填写并于五月底以前交回报名表1.docx', ['1.docx']],
  ['.png', []],
  ['请见报名表.docx，填好后发送', ['报名表.docx']],
  ['请先打开网页下载汇总表.xlsx。', ['汇总表.xlsx']],
  ['詳見報名表.docx並填寫', ['報名表.docx']],
  ['文件名为名单2.doc。', ['名单2.doc']],
  ['附件1：报名表.docx和汇总表.xls', ['报名表.docx', '汇总表.xls']],
  ['会议材料.zip及照片.jpg', ['会议材料.zip', '照片.jpg']],
  ['意见反馈表.docx', ['意见反馈表.docx']],
  ['请填意见表.docx', ['请填意见表.docx']],
  ['《下载说明.docx》和“附件目录.pdf”', ['下载说明.docx', '附件目录.pdf']],
  ['下载说明.docx', ['下载说明.docx']],
  ['第一行\n下载说明.docx\n第三行', ['下载说明.docx']],
  ['和平路行为规范.docx已发', ['和平路行为规范.docx']],
  ['见附件.pdf。', ['附件.pdf']],
  ['电话(0571)12345678和(010) 1234567', ['(0571)12345678', '(010) 1234567']],
  [
    '電話(02)1234-5678、(04) 2345-678和(852) 2123 4567',
    ['(02)1234-5678', '2345-678', '(852) 2123 4567'],
  ],
  ['(0571)分机123、(12)3456789', []],
  ['谢谢:-)，再见;-D', [':-)', ';-D']],
  ['注:-(一)', [':-(']],
  ['共1,209人和12,345,678.9元', ['1,209', '12,345,678.9']],
  ['1,2,3', []],
  ['1,2345', []],
  ['12.5、10:30:15、3:2、1/3、2023-05-15', ['12.5', '10:30:15', '3:2', '1/3', '2023-05-15']],
  ['192.168.0.1:8080和v1.2.3', ['192.168.0.1:8080', '1.2.3']],
  ['<samp class="a,b">中</samp>和</span>', ['<samp class="a,b">', '</samp>', '</span>']],
  ['若a<b且c>d', []],
  ['&nbsp;&#123;&#x4e2d;&中;', ['&nbsp;', '&#123;', '&#x4e2d;']],
  ['“Hello, world!”他说', ['Hello, world!']],
  ['他说"He said "yes", then left."', ['He said "yes", then left.']],
  ['Hello world!中国', ['Hello world']],
  ['Hello,中国', []],
  ['-{zh-hans:计算机,(a); zh-hant:電腦}-和-{}-', ['-{zh-hans:计算机,(a); zh-hant:電腦}-', '-{}-']],
  ['没有任何要保护的，真的。', []],
])('protectedSpans(%j)', (text, expected) => {
  expect(textsOf(text)).toEqual(expected)
})

const alphabet = ['中', 'a', 'b', '1', ',', '.', ':', '/', '@', ' ', '`', '-{', '}-', '&', ';', '(']

test('spans are in order, apart, not empty and inside the text', () => {
  const random = sequence(14)
  const texts = Array.from({length: 20_000}, () =>
    random.text([...alphabet, 'http://', 'www.', '.png', '）'], 1 + random.below(16)),
  )
  const isSound = (text: string): boolean => {
    let last = 0
    return protectedSpans(text).every(({start, end}) => {
      const sound = start >= last && end > start && end <= text.length
      last = end
      return sound
    })
  }
  expect(texts.filter((text) => !isSound(text))).toEqual([])
  expect(texts.filter((text) => protectedSpans(text).length > 0).length).toBeGreaterThan(5_000)
})

test('a cover answers for offsets in rising order', () => {
  const isCovered = createCover([
    {start: 1, end: 3},
    {start: 3, end: 4},
    {start: 6, end: 7},
  ])
  expect([0, 1, 2, 2, 3, 4, 5, 6, 7, 8].map(isCovered)).toEqual(
    [0, 1, 1, 1, 1, 0, 0, 1, 0, 0].map(Boolean),
  )
})
