import * as z from 'zod'
import type {RecordId} from '../base/brand.ts'
import {type EditionTag, editionTags, type SourceScript, sourceScripts} from '../base/script.ts'
import {
  count,
  day,
  entriesOf,
  flag,
  isBlank,
  kindOf,
  listOf,
  note,
  oldAddress,
  refuse,
  requiredDay,
  requiredText,
  text,
} from './fields.ts'
import {badId, unknownEdition, unknownScript, wrongKind} from './problems.ts'
import type {Conversion} from './record.ts'
import {cleanName, toRecordId} from './record-id.ts'
import {
  attachment,
  correction,
  liftedLine,
  picture,
  provenance,
  withdrawal,
} from './schema-groups.ts'

const id = z
  .string()
  .transform((value, context): RecordId | undefined => {
    if (isBlank(value)) return undefined
    const given = toRecordId(value)
    if (given !== undefined) return given
    const fixed = toRecordId(cleanName(value)) ?? '2023-notice-1'
    return refuse(context, badId, {found: value, fixed})
  })
  .optional()

/** The first of a list: some generators allow several, of which the first leads. */
const column = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), text).optional()

const tags = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.split(/[,，、;；]/) : value),
    z.array(z.string()),
  )
  .transform((list) => [...new Set(list.map((tag) => tag.trim()).filter((tag) => tag !== ''))])
  .default([])

const script = z
  .string()
  .transform((value, context): SourceScript | undefined => {
    if (isBlank(value)) return undefined
    const wanted = value.trim().toLowerCase()
    const found = sourceScripts.find((name) => name === wanted)
    return found ?? refuse(context, unknownScript, {found: value})
  })
  .optional()

const withdrawn = z.preprocess(readBareWithdrawal, withdrawal.optional()).optional()

/** A bare true withdraws without a word, false does not. */
function readBareWithdrawal(value: unknown): unknown {
  if (value === true || value === 'true') return {}
  return value === false || value === 'false' || value === '' ? undefined : value
}

const conversion = z
  .unknown()
  .transform((value, context): Conversion => {
    const example = 'conversion: {孔炜: {zh-Hant: 孔煒}}'
    const entries = entriesOf(value)
    if (entries) return Object.fromEntries(entries.map(([term, to]) => [term, readForms(term, to)]))
    return refuse(context, wrongKind, {found: kindOf(value), expected: 'mapping', example})

    function readForms(term: string, to: unknown): Forms {
      if (typeof to === 'string') return Object.fromEntries(editionTags.map((tag) => [tag, to]))
      const forms = entriesOf(to)
      if (!forms) {
        const details = {found: kindOf(to), expected: 'textOrMapping', example} as const
        return refuse(context, wrongKind, details, [term])
      }
      return Object.fromEntries(forms.flatMap(([name, form]) => readForm(term, name, form)))
    }

    function readForm(term: string, name: string, form: unknown): [EditionTag, string][] {
      const tag = editionTags.find((known) => canonicalName(known) === canonicalName(name))
      if (!tag) return refuse(context, unknownEdition, {found: name}, [term, name])
      if (typeof form === 'string') return [[tag, form]]
      const details = {found: kindOf(form), expected: 'text', example} as const
      return refuse(context, wrongKind, details, [term, name])
    }
  })
  .default({})

type Forms = Conversion[string]

/**
 * The front matter of a record. What goes in is as `FieldValue` has it, in plain lists and groups:
 * texts and flags, no numbers, nothing for an empty field. Refusals are problems of ours, see
 * `tellOf`; the reference of fields is made from `fieldNotes`.
 */
export const recordSchema = z.object({
  id: note(
    id,
    '编号',
    {
      zh: '记录的编号，是网址的一部分，定下后不要再改；不写则用文件名。',
      en: 'Names the record for ever and is part of its address; without it the name of the file.',
    },
    'id: 2023-guangongwei',
  ),
  title: note(
    requiredText,
    '标题',
    {zh: '标题，必填。', en: 'The title; required.'},
    'title: 关于春节放假的通知',
  ),
  subtitle: note(
    text,
    '副标题',
    {zh: '标题下面的副标题。', en: 'A second title under the first.'},
    'subtitle: 在全区工作会议上的讲话',
  ),
  date: note(
    requiredDay,
    '发布日期',
    {
      zh: '发布日期，必填；只知道年月或年份的，写 2023-05 或 2023。后面可以写时刻（2023-05-15 16:37），只用在规定的 PubDate 标签里。',
      en: 'Day of publication; required; 2023-05 or 2023 where no more is known. A time of day after it (2023-05-15 16:37) is for the official tag PubDate only.',
    },
    'date: 2023-05-15',
  ),
  written: note(
    day,
    '成文日期',
    {zh: '文件签署的日期。', en: 'The day on which the document was signed.'},
    'written: 2023-05-12',
  ),
  updated: note(
    day,
    '更新日期',
    {zh: '最后一次改动内容的日期。', en: 'The day of the last change.'},
    'updated: 2023-05-20',
  ),
  column: note(
    column,
    '栏目',
    {zh: '所属栏目。', en: 'The section it belongs to.'},
    'column: 通知公告',
  ),
  tags: note(
    tags,
    '标签',
    {
      zh: '标签，写成列表，或用逗号、顿号、分号隔开。',
      en: 'Tags: a list, or one text with commas or semicolons.',
    },
    'tags: [会议, 表彰]',
  ),
  source: note(
    text,
    '来源',
    {zh: '提供稿件的单位。', en: 'The office that supplied the text.'},
    'source: 仁和区关工委办公室',
  ),
  author: note(text, '作者', {zh: '作者。', en: 'Who wrote it.'}, 'author: 张三'),
  editor: note(text, '责任编辑', {zh: '责任编辑。', en: 'Who edited it.'}, 'editor: 李四'),
  views: note(
    count,
    '浏览次数',
    {
      zh: '旧网站上记的浏览次数；本站不统计。',
      en: 'How often the old site says it was read; never counted here.',
    },
    'views: 1209',
  ),
  documentNumber: note(
    text,
    '发文字号',
    {zh: '公文的发文字号。', en: 'Number of the official document.'},
    'documentNumber: 仁府发〔2023〕5号',
  ),
  indexNumber: note(
    text,
    '索引号',
    {zh: '政府信息公开的索引号。', en: 'Index number for the disclosure of information.'},
    'indexNumber: 008-2023-0012',
  ),
  script: note(
    script,
    '原文字体',
    {
      zh: '原文用简体还是繁体；不写则自动判断。',
      en: 'The script of the text as received; without it, it is detected.',
    },
    'script: hans',
  ),
  draft: note(
    flag,
    '草稿',
    {zh: '写 true 则不发布。', en: 'True keeps it from being published.'},
    'draft: true',
  ),
  withdrawn: note(
    withdrawn,
    '撤回',
    {
      zh: '撤回的记录：网址保留，正文不再显示。可以只写 true。',
      en: 'Takes it back: the address stays, the text does not. Just true will do.',
    },
    'withdrawn: {date: 2023-06-01, reason: 内容有误}',
  ),
  corrections: note(
    listOf(correction),
    '更正',
    {
      zh: '发布以后更正了什么：正文直接改好，这里写明。要让读者看到更正以前的文字，改正以前先运行 npx dibao keep，同一天的更正会链接到前后对照。',
      en: 'What was put right after publication: mend the text, and say here what was wrong. With npx dibao keep before that, a correction of the same day leads to a comparison with the earlier text.',
    },
    'corrections: [{date: 2024-05-20, text: 第二段“二十人”应为“二十二人”}]',
  ),
  aliases: note(
    listOf(oldAddress),
    '旧地址',
    {
      zh: '它从前在本站的地址，从「/」写起；访问旧地址会转到新地址。',
      en: 'Addresses it once had, from 「/」 on; they lead to the new one.',
    },
    'aliases: [/show.asp?id=3]',
  ),
  attachments: note(
    listOf(
      z.preprocess((value) => (typeof value === 'string' ? {file: value} : value), attachment),
    ),
    '附件',
    {zh: '附件：文件名，或文件与名称。', en: 'Files to download: a path, or path and title.'},
    'attachments: [{file: 附件1.pdf, title: 先进集体名单}]',
  ),
  pictures: note(
    listOf(picture),
    '图片',
    {
      zh: '正文里只剩名称的图片：文件在哪里，或者已经遗失。',
      en: 'Pictures of which the text has just the name: where they are, or that they are lost.',
    },
    'pictures: [{name: 图片14.png, missing: true}]',
  ),
  provenance: note(
    provenance.optional(),
    '出处',
    {zh: '原文从哪里、何时、怎样取得。', en: 'Where, when and how the text was got.'},
    'provenance: {from: 仁和区政府旧网站, retrieved: 2024-01-08}',
  ),
  conversion: note(
    conversion,
    '用字',
    {
      zh: '本篇的简繁用字：左边是原文的写法，右边是各版本的写法；只写一个则各版本相同。',
      en: 'How each edition writes a text of this record; a single form is for all of them.',
    },
    'conversion: {孔炜: {zh-Hant: 孔煒}}',
  ),
})

/** Groups whose names are ours, by the path of fields that leads to them. */
export const groups: Readonly<Record<string, z.ZodObject>> = {
  '': recordSchema,
  withdrawn: withdrawal,
  corrections: correction,
  attachments: attachment,
  pictures: picture,
  provenance,
  'provenance.lines': liftedLine,
}

/** A name in the form in which names are compared: no case, no `-`, `_` or blanks. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '')
}
