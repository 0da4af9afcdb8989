import type {AnyProblem, Problem} from '../base/diagnostic.ts'
import {show} from './wording.ts'

type Nothing = Readonly<Record<never, never>>

interface Found {
  readonly found: string
}

export const missingFrontMatter: Problem<Found> = {
  ruleId: 'record/missing-front-matter',
  severity: 'error',
  example: {found: '关于春节放假的通知'},
  reason: ({found}) => ({
    zh: found
      ? `文件开头是「${show(found)}」，没有写标题、日期等信息的头部`
      : '文件开头是空的，没有写标题、日期等信息的头部',
    en: found
      ? `the file begins with 「${show(found)}」; it has no front matter, where title and date stand`
      : 'the file begins with nothing; it has no front matter, where title and date stand',
  }),
  advice: () => ({
    zh: '在文件最前面加四行：第一行写 ---，第二行写 title: 关于春节放假的通知，第三行写 date: 2023-01-10，第四行再写 ---，正文从下一行开始。',
    en: 'Put four lines at the top: ---, then title: and the title, then date: 2023-01-10, then --- again. The text follows after them.',
  }),
}

export const fenceNotFirst: Problem<{readonly lines: number}> = {
  ruleId: 'record/fence-not-first',
  severity: 'error',
  example: {lines: 2},
  reason: ({lines}) => ({
    zh: `「---」前面有 ${lines} 个空行，它必须是文件的第一行`,
    en: `there ${lines === 1 ? 'is 1 blank line' : `are ${lines} blank lines`} above 「---」, which must be the first line of the file`,
  }),
  advice: () => ({
    zh: '把「---」上面的空行删掉。',
    en: 'Delete the blank lines above 「---」.',
  }),
}

export const wrongFence: Problem<Found> = {
  ruleId: 'record/wrong-fence',
  severity: 'error',
  example: {found: '－－－'},
  reason: ({found}) => ({
    zh: `这一行是「${show(found)}」，而头部的起止行只能是三个半角减号「---」`,
    en: `this line is 「${show(found)}」; front matter begins and ends with exactly 「---」`,
  }),
  advice: () => ({
    zh: '头部的起止行要顶格写 ---，前后不加别的字；如果这一行是正文，请在它前面先用 --- 结束头部。',
    en: 'Write --- at the very start of the line with nothing after it. If the line belongs to the text, close the front matter with --- before it.',
  }),
}

export const unclosedFrontMatter: Problem<Nothing> = {
  ruleId: 'record/unclosed-front-matter',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '头部从这里的「---」开始，但后面没有结束它的「---」',
    en: 'front matter begins here with 「---」 and is never closed',
  }),
  advice: () => ({
    zh: '在最后一个字段的下一行、正文之前，单独写一行 ---。',
    en: 'Put a line that is just --- after the last field, before the text.',
  }),
}

export const frontMatterTooLarge: Problem<{readonly length: number; readonly limit: number}> = {
  ruleId: 'record/front-matter-too-large',
  severity: 'error',
  example: {length: 70_000, limit: 65_536},
  reason: ({length, limit}) => ({
    zh: `头部有 ${length} 个字符，超过上限 ${limit}`,
    en: `the front matter has ${length} characters, more than the ${limit} allowed`,
  }),
  advice: () => ({
    zh: '看看结束头部的「---」是否写得太靠后，把正文也算进了头部。',
    en: 'Check whether the closing --- stands too far down, below the text.',
  }),
}

export const frontMatterTooDeep: Problem<{readonly limit: number}> = {
  ruleId: 'record/front-matter-too-deep',
  severity: 'error',
  example: {limit: 16},
  reason: ({limit}) => ({
    zh: `从这里起，括号、减号或缩进套了 ${limit} 层以上`,
    en: `from here on brackets, dashes or indentation are nested more than ${limit} deep`,
  }),
  advice: () => ({
    zh: '如果这是文字，请整个用双引号括起来，例如 title: "[[[通知]]]"。',
    en: 'If this is a text, put all of it in double quotes: title: "[[[notice]]]".',
  }),
}

export const notFields: Problem<Found> = {
  ruleId: 'record/not-fields',
  severity: 'error',
  example: {found: '正文第一段。'},
  reason: ({found}) => ({
    zh: `两个「---」之间是「${show(found)}」，不是「名称: 内容」这样的字段`,
    en: `between the two 「---」 stands 「${show(found)}」, not fields like 「name: value」`,
  }),
  advice: () => ({
    zh: '每个字段写一行，如 title: 关于春节放假的通知。是否误用了全角冒号「：」？如果这是正文，请在它上面先写好头部。',
    en: 'Write one field a line, as title: Notice. Is a full-width colon 「：」 in it? If this is the text itself, put front matter above it.',
  }),
}

/** Everything that the frame of front matter can report, for the manual's list of messages. */
export const frontMatterProblems: readonly AnyProblem[] = [
  missingFrontMatter,
  fenceNotFirst,
  wrongFence,
  unclosedFrontMatter,
  frontMatterTooLarge,
  frontMatterTooDeep,
  notFields,
]
