import type {AnyProblem, Problem, Wording} from '../base/diagnostic.ts'
import {quoteValue, show} from './wording.ts'

type Nothing = Readonly<Record<never, never>>

/** The line of the file that is meant, as it stands there. */
interface Line {
  readonly line: string
}

interface Found {
  readonly found: string
}

interface Slip {
  readonly found: string
  readonly fixed: string
}

export const fullWidthColon: Problem<Slip> = {
  ruleId: 'record/full-width-colon',
  severity: 'error',
  example: {found: '来源：区政府办公室', fixed: '来源: 区政府办公室'},
  reason: ({found}) => ({
    zh: `「${show(found)}」用了全角冒号「：」，字段名后面要用半角冒号`,
    en: `「${show(found)}」 has a full-width colon 「：」; a field name takes a half-width one`,
  }),
  advice: ({fixed}) => ({
    zh: `改成：${show(fixed)}（半角冒号后面空一格）`,
    en: `Write: ${show(fixed)} (half-width colon, then a space)`,
  }),
}

export const missingSpace: Problem<Slip & {readonly mark: string}> = {
  ruleId: 'record/missing-space',
  severity: 'error',
  example: {found: 'date:2023-05-15', fixed: 'date: 2023-05-15', mark: ':'},
  reason: ({found, mark}) => ({
    zh: `「${show(found)}」的「${mark}」后面没有半角空格`,
    en: `「${show(found)}」 has no space (half-width) after 「${mark}」`,
  }),
  advice: ({fixed}) => ({zh: `改成：${show(fixed)}`, en: `Write: ${show(fixed)}`}),
}

export const duplicateField: Problem<{
  readonly name: string
  readonly first: string
  readonly line: number
}> = {
  ruleId: 'record/duplicate-field',
  severity: 'error',
  example: {name: 'document-number', first: 'documentNumber', line: 4},
  reason: ({name, first, line}) => ({
    zh: `「${show(name)}」重复：第 ${line} 行已经有「${show(first)}」`,
    en: `「${show(name)}」 is given twice: line ${line} has 「${show(first)}」 already`,
  }),
  advice: () => ({
    zh: '只留一个；大小写、「-」和「_」不同也算同一个名称。',
    en: 'Keep one of them. Case, - and _ make no difference in the name of a field.',
  }),
}

export const reservedName: Problem<{readonly name: string}> = {
  ruleId: 'record/reserved-name',
  severity: 'error',
  example: {name: '__proto__'},
  reason: ({name}) => ({
    zh: `「${show(name)}」不能用作名称`,
    en: `「${show(name)}」 may not be used as a name`,
  }),
  advice: () => ({zh: '删掉这一项，或换一个名称。', en: 'Delete it or use another name.'}),
}

export const badFieldName: Problem<Nothing> = {
  ruleId: 'record/bad-field-name',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '冒号前面应当是名称，这里却是空的，或者是一个列表',
    en: 'before the colon stands nothing, or a list, where a name should be',
  }),
  advice: () => ({
    zh: '写成「名称: 内容」，例如 source: 区政府办公室。',
    en: 'Write 「name: value」, for example source: District Office.',
  }),
}

export const yamlReference: Problem<Line & Found> = {
  ruleId: 'record/yaml-reference',
  severity: 'error',
  example: {found: '*重要*通知', line: 'title: *重要*通知'},
  reason: ({found}) => ({
    zh: `「${show(found)}」以「${found.slice(0, 1)}」开头，会被当作 YAML 的引用，这里不允许`,
    en: `「${show(found)}」 begins with 「${found.slice(0, 1)}」, which is a YAML reference; those are not allowed`,
  }),
  advice: quoteAdvice,
}

export const yamlTag: Problem<Line & Found> = {
  ruleId: 'record/yaml-tag',
  severity: 'error',
  example: {found: '!重要', line: 'title: !重要 通知'},
  reason: ({found}) => ({
    zh: `「${show(found)}」以「!」开头，会被当作 YAML 的类型标记，这里不允许`,
    en: `「${show(found)}」 begins with 「!」, which is a YAML tag; those are not allowed`,
  }),
  advice: quoteAdvice,
}

export const unclosedQuote: Problem<{readonly mark: string}> = {
  ruleId: 'record/unclosed-quote',
  severity: 'error',
  example: {mark: '"'},
  reason: ({mark}) => ({
    zh: `从这里开始的引号「${mark}」在本行没有结束`,
    en: `the quotation mark 「${mark}」 that opens here is not closed in this line`,
  }),
  advice: ({mark}) => ({
    zh: `在内容末尾补上「${mark}」。`,
    en: `Put another 「${mark}」 at the end of the value.`,
  }),
}

export const unclosedBracket: Problem<{readonly mark: string; readonly missing: string}> = {
  ruleId: 'record/unclosed-bracket',
  severity: 'error',
  example: {mark: '[', missing: ']'},
  reason: ({mark, missing}) => ({
    zh: `从这里开始的括号「${mark}」没有用「${missing}」结束`,
    en: `the bracket 「${mark}」 that opens here is never closed with 「${missing}」`,
  }),
  advice: ({missing}) => ({
    zh: `补上半角的「${missing}」；如果括号是文字的一部分，请把内容整个用双引号括起来。`,
    en: `Add a half-width 「${missing}」, or put the whole value in double quotes if the bracket is part of the text.`,
  }),
}

export const unquotedColon: Problem<Line> = {
  ruleId: 'record/unquoted-colon',
  severity: 'error',
  example: {line: 'title: 关于: 通知'},
  reason: ({line}) => ({
    zh: `「${show(line.trim())}」的内容里又有冒号加空格，会被误读成另一个字段`,
    en: `the value in 「${show(line.trim())}」 has a colon and a space in it, which reads as another field`,
  }),
  advice: quoteAdvice,
}

export const textAfterValue: Problem<Line> = {
  ruleId: 'record/text-after-value',
  severity: 'error',
  example: {line: 'title: [通知] 关于放假'},
  reason: ({line}) => ({
    zh: `「${show(line.trim())}」以引号或括号开头，在它结束以后又有文字`,
    en: `the value in 「${show(line.trim())}」 opens with a quotation mark or a bracket and goes on after its end`,
  }),
  advice: quoteAdvice,
}

export const badStart: Problem<Line & {readonly mark: string}> = {
  ruleId: 'record/bad-start',
  severity: 'error',
  example: {line: 'author: @办公室', mark: '@'},
  reason: ({mark}) => ({
    zh: `内容不能以「${show(mark)}」开头`,
    en: `a value cannot begin with 「${show(mark)}」`,
  }),
  advice: quoteAdvice,
}

export const badEscape: Problem<Line & Found> = {
  ruleId: 'record/bad-escape',
  severity: 'error',
  example: {found: '\\d', line: 'from: "D:\\data"'},
  reason: ({found}) => ({
    zh: `双引号里的「${show(found)}」没有意义：双引号里的反斜杠是特殊符号`,
    en: `「${show(found)}」 means nothing in double quotes, where a backslash is a special sign`,
  }),
  advice: () => ({
    zh: '把双引号换成单引号，或把每个反斜杠写成两个。',
    en: 'Use single quotes instead of double ones, or write every backslash twice.',
  }),
}

export const tabIndent: Problem<Nothing> = {
  ruleId: 'record/tab-indent',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '这一行用制表符（Tab 键）缩进',
    en: 'this line is indented with a tab',
  }),
  advice: () => ({zh: '改用空格缩进，每层两个。', en: 'Indent with spaces, two for each level.'}),
}

export const badIndent: Problem<Line> = {
  ruleId: 'record/bad-indent',
  severity: 'error',
  example: {line: ' date: 2023-05-15'},
  reason: ({line}) => ({
    zh: `「${show(line.trim())}」的缩进与上面各行不一致`,
    en: `「${show(line.trim())}」 is not indented like the lines above it`,
  }),
  advice: () => ({
    zh: '字段一律顶格写；同一列表的各项对齐。',
    en: 'Begin fields at the start of the line; align the items of a list.',
  }),
}

export const lineWithoutColon: Problem<Line> = {
  ruleId: 'record/line-without-colon',
  severity: 'error',
  example: {line: '关于春节放假的通知'},
  reason: ({line}) => ({
    zh: `「${show(line.trim())}」不是「名称: 内容」的写法`,
    en: `「${show(line.trim())}」 is not of the form 「name: value」`,
  }),
  advice: () => ({
    zh: '补上名称和半角冒号，如 title: 关于春节放假的通知；如果是上一行的续行，请接到上一行末尾。',
    en: 'Add a name and a colon, as title: Notice. If it continues the line above, join it to that line.',
  }),
}

export const badYaml: Problem<Line> = {
  ruleId: 'record/bad-yaml',
  severity: 'error',
  example: {line: 'title: |x'},
  reason: ({line}) => ({
    zh: `「${show(line.trim())}」附近不合 YAML 的写法，读不下去`,
    en: `near 「${show(line.trim())}」 this is not YAML and cannot be read`,
  }),
  advice: () => ({
    zh: '每个字段一行，写成「名称: 内容」；内容里有特殊符号时，整个用双引号括起来。',
    en: 'Write one field a line, 「name: value」; put a value with special signs in double quotes.',
  }),
}

export const cutByComment: Problem<Found> = {
  ruleId: 'record/cut-by-comment',
  severity: 'warning',
  example: {found: '#3号楼通知'},
  reason: ({found}) => ({
    zh: `「${show(found)}」会被当作注释丢掉：空格后面的「#」是注释的开头`,
    en: `「${show(found)}」 is dropped as a comment, which is what 「#」 after a space begins`,
  }),
  advice: () => ({
    zh: '如果它是内容的一部分，请把整个内容用双引号括起来；如果是注释，请在「#」后面空一格。',
    en: 'If it is part of the value, put the whole value in double quotes. If it is a comment, put a space after 「#」.',
  }),
}

function quoteAdvice({line}: Line): Wording {
  const fixed = show(quoteValue(line))
  return {
    zh: `把内容整个用引号括起来：${fixed}`,
    en: `Put the whole value in quotation marks: ${fixed}`,
  }
}

/** Everything that the YAML between the fences can report, for the manual's list of messages. */
export const yamlProblems: readonly AnyProblem[] = [
  fullWidthColon,
  missingSpace,
  duplicateField,
  reservedName,
  badFieldName,
  yamlReference,
  yamlTag,
  unclosedQuote,
  unclosedBracket,
  unquotedColon,
  textAfterValue,
  badStart,
  badEscape,
  tabIndent,
  badIndent,
  lineWithoutColon,
  badYaml,
  cutByComment,
]
