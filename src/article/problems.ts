import type {Problem} from '../base/diagnostic.ts'
import {ruleName} from '../base/rule-names.ts'

/** HTML that a record holds and no page may have: an element, or an attribute of one. */
export const removedHtml: Problem<{
  readonly name: string
  readonly attribute?: string | undefined
}> = {
  ruleId: 'article/removed-html',
  severity: 'warning',
  example: {name: 'script'},
  reason: ({name, attribute}) =>
    attribute === undefined
      ? {
          zh: `正文里的 HTML 标签「<${name}>」不会发布，已从网页中去掉（原文不动）`,
          en: `the HTML tag <${name}> is not published; it is left out of the page (the record keeps it)`,
        }
      : {
          zh: `正文里标签「<${name}>」的「${attribute}」不会发布，已从网页中去掉（原文不动）`,
          en: `${attribute} of the tag <${name}> is not published; it is left out of the page (the record keeps it)`,
        },
  advice: () => ({
    zh: '请改用 Markdown 写法；表格、注音（ruby）、对齐可以保留。',
    en: 'Write it in Markdown; tables, ruby and alignment are kept.',
  }),
}

/** A place that the repair of the text leaves to a person. */
export const doubtfulText: Problem<{readonly rule: string; readonly text: string}> = {
  ruleId: 'article/doubtful-text',
  severity: 'info',
  example: {rule: 'stray-question-mark', text: '朱?明'},
  reason: ({rule, text}) => ({
    zh: `「${text}」处可能有损坏，没有把握，请核对（规则“${ruleName(rule, 'zh-Hans')}” ${rule}）`,
    en: `「${text}」 may be damaged; it is not certain, so please check (rule ${rule})`,
  }),
  advice: () => ({
    zh: '请对照原件；确有错字，直接在这份文件里改正。',
    en: 'Compare it with the original; if it is wrong, correct it in this file.',
  }),
}

/** A form that an editor began to settle by hand and did not close. */
export const unclosedManual: Problem<{readonly text: string}> = {
  ruleId: 'article/unclosed-manual',
  severity: 'warning',
  example: {text: '-{余某某出席'},
  reason: ({text}) => ({
    zh: `「${text}」处的「-{」没有「}-」收尾，不起作用，会照样显示出来`,
    en: `the -{ of 「${text}」 is not closed by }-: it settles nothing and is printed as it stands`,
  }),
  advice: () => ({
    zh: '请在要固定写法的文字后面补上「}-」，如 -{余某某}-；不需要的话删去「-{」。',
    en: 'Write }- behind the text to be settled, as in -{余某某}-, or remove the -{.',
  }),
}

/** A picture on another server, which no page loads. */
export const remotePicture: Problem<{readonly address: string}> = {
  ruleId: 'article/remote-picture',
  severity: 'warning',
  example: {address: 'http://example.com/1.jpg'},
  reason: ({address}) => ({
    zh: `图片「${address}」在别的网站上，网页不会去那里取，按缺失处理`,
    en: `the picture ${address} is on another server; pages never load from there, so it is shown as missing`,
  }),
  advice: () => ({
    zh: '请把图片存到这份文件旁边，再写成 ![说明](图片文件名)。',
    en: 'Save the picture beside this file and write ![caption](file name).',
  }),
}

/** A body that nests deeper than the program can follow. */
export const tooDeep: Problem<Record<never, never>> = {
  ruleId: 'article/too-deep',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '正文嵌套太深（引用、列表或 HTML 标签套了上百层），无法整理',
    en: 'the text is nested too deep (quotes, lists or HTML tags, a hundred levels and more)',
  }),
  advice: () => ({
    zh: '请检查正文里成片的「>」「+」或没有关闭的 HTML 标签。',
    en: 'Look for long runs of > or + and HTML tags that are never closed.',
  }),
}

/** A record that names more places inside the site than any announcement does. */
export const tooManyLinks: Problem<{readonly count: number; readonly limit: number}> = {
  ruleId: 'article/too-many-links',
  severity: 'error',
  example: {count: 9000, limit: 5000},
  reason: ({count, limit}) => ({
    zh: `正文和附件里有 ${count} 个不同的站内链接、图片和文件，超过上限 ${limit}`,
    en: `the text and its attachments name ${count} places and files of the site, more than ${limit}`,
  }),
  advice: () => ({
    zh: '这多半是一份目录而不是文章：列表由邸报自己生成，可以删去；确实需要，请分成几篇。',
    en: 'This is probably a list and no announcement: Dibao makes lists itself, so it can go; otherwise divide it.',
  }),
}

/** A block so long that its parser would take the time of the whole site. */
export const tooManyMarks: Problem<{readonly marks: number; readonly limit: number}> = {
  ruleId: 'article/too-many-marks',
  severity: 'error',
  example: {marks: 25_000, limit: 10_000},
  reason: ({marks, limit}) => ({
    zh: `从这一行起，没有空行隔开的一大段里有 ${marks} 处换行和 Markdown 符号，超过上限 ${limit}`,
    en: `from this line on, ${marks} line ends and signs of Markdown stand without an empty line between, more than ${limit}`,
  }),
  advice: () => ({
    zh: '在段与段之间加上空行；一行一个的长名单，每几百行加一个空行。',
    en: 'Put empty lines between the paragraphs; into a long list of lines, one every few hundred lines.',
  }),
}
