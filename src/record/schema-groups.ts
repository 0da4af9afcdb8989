import * as z from 'zod'
import {
  day,
  filePath,
  flag,
  lineNumber,
  listOf,
  note,
  requiredDay,
  requiredPath,
  requiredText,
  sha256,
  text,
} from './fields.ts'

/** When and why a record was taken back. */
export const withdrawal = z.object({
  date: note(
    day,
    '撤回日期',
    {zh: '撤回的日期。', en: 'The day on which it was withdrawn.'},
    'date: 2023-06-01',
  ),
  reason: note(
    text,
    '撤回原因',
    {zh: '撤回的原因，显示在页面上。', en: 'Why it was withdrawn; shown on the page.'},
    'reason: 内容有误',
  ),
})

/** What was put right after a record was published. */
export const correction = z.object({
  date: note(
    requiredDay,
    '更正日期',
    {zh: '更正的日期，必填。', en: 'The day of the correction; required.'},
    'date: 2024-05-20',
  ),
  text: note(
    requiredText,
    '更正内容',
    {
      zh: '哪里错了、改成什么，显示在页面上，必填。',
      en: 'What was wrong and what is right; shown on the page; required.',
    },
    'text: 第二段“二十人”应为“二十二人”',
  ),
})

/** A file to download. */
export const attachment = z.object({
  file: note(
    requiredPath,
    '文件',
    {
      zh: '附件的路径：放在本文件旁边的写文件名，放在 public 文件夹里的从「/」写起。',
      en: 'Path of the file: beside this one, or in the folder public when it begins with 「/」.',
    },
    'file: 附件1.pdf',
  ),
  title: note(
    text,
    '名称',
    {zh: '页面上显示的附件名称。', en: 'The name shown on the page.'},
    'title: 先进集体名单',
  ),
})

/** A picture that the text only names. */
export const picture = z.object({
  name: note(
    requiredText,
    '图片行',
    {
      zh: '正文里单独成行的图片名，照原样写。',
      en: 'The line of the text that names the picture, as it stands there.',
    },
    'name: 图片14.png',
  ),
  file: note(
    filePath,
    '文件',
    {zh: '图片文件的路径，写法同附件。', en: 'Path of the picture, as for attachments.'},
    'file: 图片14.png',
  ),
  caption: note(
    text,
    '说明',
    {zh: '图片下面的说明文字。', en: 'What is written under the picture.'},
    'caption: 会议现场',
  ),
  missing: note(
    flag,
    '已遗失',
    {zh: '图片已经找不到时写 true。', en: 'True when the picture is lost.'},
    'missing: true',
  ),
})

/** A line of the source that became a field. */
export const liftedLine = z.object({
  line: note(
    lineNumber,
    '行号',
    {zh: '在原始文件里是第几行，从 1 数起。', en: 'Number of the line in the source, from 1.'},
    'line: 3',
  ),
  text: note(
    z.string(),
    '原文',
    {zh: '这一行的原文。', en: 'The line as it was.'},
    'text: "日期:2023-05-15 浏览:1209次"',
  ),
})

/** Where, when and how a text was got. */
export const provenance = z.object({
  from: note(
    text,
    '来处',
    {zh: '来自哪个旧网站、档案或文件夹。', en: 'The site, archive or folder it came from.'},
    'from: 仁和区政府旧网站',
  ),
  url: note(
    text,
    '原网址',
    {zh: '原来的完整网址。', en: 'Its full address there.'},
    'url: http://www.example.gov.cn/show.asp?id=3',
  ),
  file: note(
    text,
    '原文件名',
    {zh: '收到时的文件名。', en: 'Name of the file as it was received.'},
    'file: show3.html',
  ),
  retrieved: note(
    day,
    '取得日期',
    {zh: '取得原文的日期。', en: 'The day on which it was fetched.'},
    'retrieved: 2024-01-08',
  ),
  by: note(
    text,
    '导入程序',
    {zh: '导入程序的名称和版本。', en: 'The importer and its version.'},
    'by: dibao 0.1.0',
  ),
  sha256: note(
    sha256,
    '校验值',
    {
      zh: '原始字节的 SHA-256 校验值，由导入程序填写。',
      en: 'SHA-256 of the bytes as received; the importer fills it in.',
    },
    'sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ),
  lines: note(
    listOf(liftedLine),
    '移作字段的原文行',
    {
      zh: '原文里移作字段的各行；与正文合起来就是原文。',
      en: 'Lines of the source that became fields; with the text they give the source again.',
    },
    'lines: [{line: 3, text: "日期:2023-05-15"}]',
  ),
})
