import type {IsoDate} from '../base/day.ts'
import type {AnyProblem, Problem} from '../base/diagnostic.ts'

const saveAsUtf8 = {
  zh: '用“记事本”打开原文件，点“文件 → 另存为”，把“编码”选成 UTF-8，保存后再导入。',
  en: 'Open the file in Notepad, choose File → Save As, set Encoding to UTF-8, save, import again.',
}

const addTitle = {
  zh: '在文件最前面加一行标题，再导入。',
  en: 'Put the title on a line at the top of the file and import again.',
}

export const emptyFile: Problem<Record<never, never>> = {
  ruleId: 'importer/empty-file',
  severity: 'error',
  example: {},
  reason: () => ({zh: '文件是空的，没有可以导入的内容', en: 'the file is empty'}),
  advice: () => ({
    zh: '看看是否复制、下载不完整，或者选错了文件。',
    en: 'Check whether a copy or a download was cut short, or another file was meant.',
  }),
}

export const notText: Problem<{readonly offset: number}> = {
  ruleId: 'importer/not-text',
  severity: 'error',
  example: {offset: 6},
  reason: ({offset}) => ({
    zh: `这不是文本文件：第 ${offset + 1} 个字节是空字节（NUL），文本里不会有`,
    en: `this is not a text: byte ${offset + 1} is NUL, which no text contains`,
  }),
  advice: () => ({
    zh: `如果是 Word、PDF 或图片，请先另存为纯文本（.txt）。${saveAsUtf8.zh}`,
    en: `Save a Word, PDF or other document as plain text (.txt) first. ${saveAsUtf8.en}`,
  }),
}

export const undecodableByte: Problem<{
  readonly encoding: string
  readonly offset: number
  readonly line: number
  readonly byte: number | undefined
}> = {
  ruleId: 'importer/undecodable-byte',
  severity: 'error',
  example: {encoding: 'UTF-8', offset: 128, line: 3, byte: 0xc8},
  reason: ({encoding, offset, line, byte}) => {
    const hex = byte === undefined ? '' : byte.toString(16).toUpperCase().padStart(2, '0')
    return {
      zh: `第 ${line} 行、第 ${offset + 1} 个字节${hex && `（十六进制 ${hex}）`}起不是 ${encoding} 编码`,
      en: `from byte ${offset + 1}${hex && ` (hexadecimal ${hex})`} in line ${line} on this is not ${encoding}`,
    }
  },
  advice: () => ({
    zh: `文件多半是 GBK、GB 18030 或 Big5 编码。${saveAsUtf8.zh}`,
    en: `The file is probably GBK, GB 18030 or Big5. ${saveAsUtf8.en}`,
  }),
}

export const replacementCharacter: Problem<{readonly count: number}> = {
  ruleId: 'importer/replacement-character',
  severity: 'warning',
  example: {count: 2},
  reason: ({count}) => ({
    zh: `原文里有 ${count} 个“\uFFFD”：这些字在别处转码时已经丢失，照原样保留`,
    en: `the text contains U+FFFD ${count} times: characters lost before it came here; kept as they are`,
  }),
  advice: () => ({
    zh: '如果有更早的文件或纸质稿，请按它改好记录。',
    en: 'If an earlier file or a paper copy exists, correct the record from it.',
  }),
}

export const noTitle: Problem<Record<never, never>> = {
  ruleId: 'importer/no-title',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '没有找到标题：标题应当是第一行有字的内容',
    en: 'there is no title: it should be the first line that has text',
  }),
  advice: () => addTitle,
}

export const longTitle: Problem<{readonly length: number; readonly limit: number}> = {
  ruleId: 'importer/long-title',
  severity: 'error',
  example: {length: 812, limit: 500},
  reason: ({length, limit}) => ({
    zh: `第一行有 ${length} 个字符，超过 ${limit}，不像标题，更像正文`,
    en: `the first line has ${length} characters, more than ${limit}: it looks like text, not like a title`,
  }),
  advice: () => addTitle,
}

export const noDate: Problem<{readonly line: number; readonly written: IsoDate | undefined}> = {
  ruleId: 'importer/no-date',
  severity: 'error',
  example: {line: 2, written: undefined},
  reason: ({written}) => ({
    zh: `没有找到发布日期${written ? `（只有成文日期 ${written}）` : ''}：标题下面没有写明年月日的日期行`,
    en: `there is no day of publication${written ? ` (only that of signing, ${written})` : ''}: no line under the title gives a full date`,
  }),
  advice: ({line}) => ({
    zh: `在标题下面（第 ${line} 行）加一行，例如“日期：2023-05-15”，再导入；或者手工写这条记录。`,
    en: `Add a line such as “日期：2023-05-15” under the title (as line ${line}) and import again, or write the record by hand.`,
  }),
}

interface Lines {
  readonly lines: readonly number[]
}

export const lineNotShown: Problem<Lines> = {
  ruleId: 'importer/line-not-shown',
  severity: 'info',
  example: {lines: [3, 40]},
  reason: ({lines}) => ({
    zh: `${linesInChinese(lines)}是网页栏目或没有对应字段的说明，不在正文显示，原样保存在 provenance.lines`,
    en: `${linesInEnglish(lines)}: page furniture or facts that have no field; not shown, kept in provenance.lines`,
  }),
}

export const markdownActive: Problem<Lines> = {
  ruleId: 'importer/markdown-active',
  severity: 'info',
  example: {lines: [12, 15]},
  reason: ({lines}) => ({
    zh: `${linesInChinese(lines)}含有 Markdown 会当作格式的写法（如行首的 #、*、“2023.”、四个空格，或 <、[x](y)）；正文照原样保留`,
    en: `${linesInEnglish(lines)}: text that Markdown takes for formatting (#, *, “2023.” or four spaces at the start, <, [x](y)); the text is kept as it is`,
  }),
  advice: () => ({
    zh: '预览这一页；显示不对时，在该符号前加一个反斜杠“\\”。',
    en: 'Look at the page; where it is wrong, put a backslash before the mark.',
  }),
}

/** Everything that importing can report, for the manual's list of messages. */
export const importerProblems: readonly AnyProblem[] = [
  emptyFile,
  notText,
  undecodableByte,
  replacementCharacter,
  noTitle,
  longTitle,
  noDate,
  lineNotShown,
  markdownActive,
]

const linesShownMax = 5

function linesInChinese(lines: readonly number[]): string {
  const more = lines.length > linesShownMax ? `等 ${lines.length} 行` : '行'
  return `第 ${lines.slice(0, linesShownMax).join('、')} ${more}`
}

function linesInEnglish(lines: readonly number[]): string {
  const more = lines.length > linesShownMax ? ` and ${lines.length - linesShownMax} more` : ''
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, linesShownMax).join(', ')}${more}`
}
