import {expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {textOfElement} from '../support/html.ts'
import {recordFile} from '../support/records.ts'

const site =
  recordFile(
    'a.md',
    {
      title: '里面的会议',
      date: '2024-03-05',
      pictures: '[{name: 图片1.png, missing: true}]',
      attachments: '[{file: a.xls, title: 名单里}, b.txt]',
    },
    '正文。\n\n图片1.png\n\n![会场](c.jpg)\n\n见[附表](d.doc)。',
  ) +
  '-- content/b.txt --\n一\n' +
  recordFile('b.md', {title: '全有', date: '2024-01-01'}) +
  recordFile('c.md', {title: '撤回', date: '2024-01-01', withdrawn: 'true', attachments: '[x.xls]'})

test('one page of each edition lists what is lost, under its announcement', async () => {
  const {files} = await buildSiteOf(site)
  const lines = (path: string) =>
    textOfElement(files.get(path) ?? '', 'main')
      .split('\n')
      .filter((line) => line !== '')
  expect(lines('missing/index.html').slice(-8)).toEqual([
    '待补资料',
    '共4件',
    '下列图片和附件在整理时已经缺失。如有留存，请与我们联系。',
    '里面的会议2024-03-05',
    '图片图片1.png',
    '图片c.jpg',
    '附件d.doc',
    '附件名单里',
  ])
  expect(lines('zh-hant/missing/index.html').slice(-5)).toEqual([
    '裡面的會議2024-03-05',
    '圖片圖片1.png',
    '圖片c.jpg',
    '附件d.doc',
    '附件名單裡',
  ])
})

test('every page leads there', async () => {
  const {files} = await buildSiteOf(site)
  for (const [path, page] of files) {
    if (/index\.html$|404/.test(path)) expect(page, path).toMatch(/<a href="[^"]*missing\//)
  }
})

test('an archive that has everything says so', async () => {
  const {files} = await buildSiteOf(recordFile('b.md', {title: '全有', date: '2024-01-01'}))
  expect(textOfElement(files.get('missing/index.html') ?? '', 'main')).toContain(
    '没有缺失的图片和附件。',
  )
})

test('a picture that is there has its width and height, wherever it lies', async () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>'
  const {files} = await buildSiteOf(
    `${recordFile('a.md', {title: '甲', date: '2024-01-01'}, '![一](p.svg)\n\n![二](/q.svg)\n\n![三](r.svg)')}` +
      `-- content/p.svg --\n${picture}\n-- public/q.svg --\n${picture}\n-- content/r.svg --\n不是图\n`,
  )
  const tags = files.get('2024/01/a/index.html')?.match(/<img [^>]*>/g)
  expect(tags).toEqual([
    '<img src="../../../files/p.svg" width="640" height="480" alt="一" loading="lazy" decoding="async">',
    '<img src="../../../q.svg" width="640" height="480" alt="二" loading="lazy" decoding="async">',
    '<img src="../../../files/r.svg" alt="三" loading="lazy" decoding="async">',
  ])
})
