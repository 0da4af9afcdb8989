import type {StatedDate} from '../base/day.ts'
import type {AnyProblem, Problem, Wording} from '../base/diagnostic.ts'
import {countOf} from '../base/plural.ts'
import * as encoding from './encoding-problems.ts'

const addTitle = {
  zh: '在文件最前面加一行标题，再导入。',
  en: 'Put the title on a line at the top of the file and import again.',
}

const addHeading = {
  zh: '用“记事本”打开网页文件，在 <body> 的后面加上“<h1>标题</h1>”，保存后再导入。',
  en: 'Open the page in a text editor, put “<h1>the title</h1>” after <body>, save it and import again.',
}

export const noTitle: Problem<{readonly isPage: boolean}> = {
  ruleId: 'importer/no-title',
  severity: 'error',
  example: {isPage: false},
  reason: ({isPage}) =>
    isPage
      ? {zh: '网页里没有找到标题', en: 'no title was found in the page'}
      : {
          zh: '没有找到标题：标题应当是第一行有字的内容',
          en: 'there is no title: it should be the first line that has text',
        },
  advice: ({isPage}) => (isPage ? addHeading : addTitle),
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

export const noDate: Problem<{readonly line: number}> = {
  ruleId: 'importer/no-date',
  severity: 'error',
  example: {line: 2},
  reason: () => ({
    zh: '没有找到日期：标题下面没有写明年月日的日期行，文末的落款也没有',
    en: 'there is no day: no line under the title gives a full date, nor does a signature at the end',
  }),
  advice: ({line}) => ({
    zh: `在标题下面（第 ${line} 行）加一行，例如“日期：2023-05-15”（只知道年月或年份的写“发布日期：2023年5月”“发布日期：2023年”），再导入；或者用 npx dibao new 手工写这一篇。`,
    en: `Add a line such as “日期：2023-05-15” under the title (as line ${line}; “发布日期：2023年5月” or “发布日期：2023年” where no more is known) and import again, or write the record by hand.`,
  }),
}

export const dayOfSigning: Problem<{readonly day: StatedDate}> = {
  ruleId: 'importer/day-of-signing',
  severity: 'warning',
  example: {day: '2023-05-12' as StatedDate},
  reason: ({day}) => ({
    zh: `没有写明发布日期，用了成文（落款）日期 ${day}`,
    en: `no day of publication is stated: that of signing, ${day}, was taken`,
  }),
  advice: () => ({
    zh: '核对一下；知道发布日期的，在原件里写明“发布日期：……”，或改文章里的 date。',
    en: 'Check it; where the day of publication is known, state it in the document or change date in the record.',
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
  advice: () => ({
    zh: '核对一下：如果其中有正文，把它抄回这一篇的正文里。',
    en: 'Look at them; if one belongs to the text, copy it back into the record.',
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

type Unreadable = 'doc' | 'mht' | 'zip' | 'pdf' | 'picture' | 'archive'

const unreadable: Readonly<Record<Unreadable, Record<'name' | 'advice', Wording>>> = {
  doc: {
    name: {
      zh: '旧格式的 Word（.doc、.rtf）或 Excel、WPS 文件',
      en: 'an old Word (.doc, .rtf), Excel or WPS file',
    },
    advice: {
      zh: '用 Word 或 WPS 打开，另存为 .docx 或网页（.htm），再导入。',
      en: 'Open it in Word or WPS, save it as .docx or a web page (.htm), and import that.',
    },
  },
  mht: {
    name: {zh: '存成一个文件的网页（.mht）', en: 'a page saved as one file (.mht)'},
    advice: {
      zh: '用浏览器打开，另存为“网页，全部”，再导入得到的 .htm 和文件夹。',
      en: 'Open it in a browser, save it as “web page, complete”, and import that with its folder.',
    },
  },
  zip: {
    name: {
      zh: '压缩文件，或新格式的 Excel、PPT（.xlsx、.pptx）',
      en: 'a ZIP file, or a .xlsx or .pptx',
    },
    advice: {
      zh: '表格请另存为 CSV；Word 文件的名称要以 .docx 结尾，压缩文件的要以 .zip 结尾，请改名。',
      en: 'Save a spreadsheet as CSV; let the name of a Word file end in .docx, of a ZIP file in .zip.',
    },
  },
  pdf: {
    name: {zh: 'PDF 文件', en: 'a PDF file'},
    advice: {
      zh: '从 PDF 里复制出文字，存成纯文本（.txt）再导入；扫描件要先识别文字。',
      en: 'Copy its text into a plain text file and import that; a scan has to be recognised first.',
    },
  },
  picture: {
    name: {zh: '图片', en: 'a picture'},
    advice: {
      zh: '图片随网页一起导入：请导入它所在的文件夹。',
      en: 'Pictures come with the pages that show them: import their folder.',
    },
  },
  archive: {
    name: {zh: '压缩文件', en: 'a packed file'},
    advice: {zh: '先解开，再导入文件夹。', en: 'Unpack it and import the folder.'},
  },
}

export const unknownKind: Problem<{readonly kind: Unreadable}> = {
  ruleId: 'importer/unknown-kind',
  severity: 'error',
  example: {kind: 'doc'},
  reason: ({kind}) => ({
    zh: `这是${unreadable[kind].name.zh}，不能直接导入`,
    en: `this is ${unreadable[kind].name.en}, which cannot be imported as it is`,
  }),
  advice: ({kind}) => unreadable[kind].advice,
}

export const entities: Problem<Record<never, never>> = {
  ruleId: 'importer/entities',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '这份 XML 自己定义了实体（DOCTYPE 或 ENTITY），展开可能没有尽头，没有读',
    en: 'this XML declares entities of its own (DOCTYPE, ENTITY), which may expand without end',
  }),
  advice: () => ({
    zh: 'WordPress 导出的文件里没有这些；请重新导出一份。',
    en: 'Exports of WordPress have none: export it again.',
  }),
}

export const noArticles: Problem<{readonly kind: string; readonly columns: readonly string[]}> = {
  ruleId: 'importer/no-articles',
  severity: 'error',
  example: {kind: 'CSV', columns: ['编号', '姓名']},
  reason: ({kind, columns}) => ({
    zh: `这份 ${kind} 里找不到文章：要有一列标题、一列正文${columns.length > 0 ? `，现有的列是 ${quoteSome(columns)}` : ''}`,
    en: `no articles in this ${kind}: it needs a column of titles and one of texts${columns.length > 0 ? `; its columns are ${quoteSome(columns)}` : ''}`,
  }),
  advice: () => ({
    zh: '把列名改成“标题”“发布日期”“正文”“来源”“栏目”等，再导入；不是文章的数据不用导入。',
    en: 'Name the columns 标题 (title), 发布日期 (date), 正文 (body), 来源 (source), 栏目 (column); data other than articles need not be imported.',
  }),
}

export const badProfile: Problem<{readonly fault: string}> = {
  ruleId: 'importer/bad-profile',
  severity: 'error',
  example: {fault: '#zoom >> p'},
  reason: ({fault}) => ({
    zh: `网站描述文件里的“${fault}”写得不对`,
    en: `“${fault}” in the profile of the site is not right`,
  }),
  advice: () => ({
    zh: '写成：host: 旧域名，下一行 designs:，再下一行「  - content: "#zoom"」，选择器要加引号；可以用 --probe 生成一份再改。',
    en: 'Write host, and designs: with a list of content, title and remove, selectors in quotes; --probe makes one to start from.',
  }),
}

export const tooDeepPage: Problem<Record<never, never>> = {
  ruleId: 'importer/too-deep',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '网页里的标签一层套一层，多得读不下去',
    en: 'the elements of this page are nested too deeply to be read',
  }),
  advice: () => ({
    zh: '用浏览器打开，把文字复制成纯文本（.txt），再导入。',
    en: 'Open it in a browser, copy its text into a .txt file and import that.',
  }),
}

export const listPage: Problem<Record<never, never>> = {
  ruleId: 'importer/list-page',
  severity: 'info',
  example: {},
  reason: () => ({
    zh: '这是列表页，没有日期，内容几乎都是链接，没有导入；列表由程序自己生成',
    en: 'a list of links without a date, not imported: Dibao makes its own lists',
  }),
  advice: () => ({
    zh: '其实是一篇文章的，在网页里补上日期，或用 npx dibao new 手工写一篇。',
    en: 'If it is an announcement after all, put its date into the page, or write the record by hand.',
  }),
}

interface Texts {
  readonly texts: readonly string[]
}

export const textOutside: Problem<Texts> = {
  ruleId: 'importer/text-outside',
  severity: 'warning',
  example: {texts: ['本局自下周起搬至新址办公。']},
  reason: ({texts}) => ({
    zh: `正文以外还有 ${texts.length} 行字没有收进来，别的网页上也没有：${quoteSome(texts)}`,
    en: `${countOf(texts.length, 'line')} outside the announcement, on this page alone, left out: ${quoteSome(texts)}`,
  }),
  advice: () => ({
    zh: '看看是不是正文的一部分；是的话，在网站描述文件（--profile）里写明正文的位置，再导入。',
    en: 'If they belong to the text, name its place in a profile of the site (--profile) and import again.',
  }),
}

export const hiddenText: Problem<Texts> = {
  ruleId: 'importer/hidden-text',
  severity: 'warning',
  example: {texts: ['最新网址']},
  reason: ({texts}) => ({
    zh: `网页里有 ${texts.length} 行浏览器不显示的字，没有收进来，可能是被人塞进去的：${quoteSome(texts)}`,
    en: `${countOf(texts.length, 'line')} of the page, hidden from its readers, left out: ${quoteSome(texts)}`,
  }),
  advice: () => ({
    zh: '看一看；如果本来是正文（例如要点按钮才展开的），把它抄到这一篇的正文里。',
    en: 'Look at it; if it is text, such as what a button unfolds, copy it into the record.',
  }),
}

export const notUnderstood: Problem<Texts> = {
  ruleId: 'importer/not-understood',
  severity: 'warning',
  example: {texts: ['信息员：某某']},
  reason: ({texts}) => ({
    zh: `标题和正文旁边有 ${texts.length} 行字认不出是什么，留在正文里：${quoteSome(texts)}`,
    en: `${countOf(texts.length, 'line')} beside the text not understood and left in it: ${quoteSome(texts)}`,
  }),
  advice: () => ({
    zh: '不是正文的，从这一篇里删去；整个网站都有的，在网站描述文件（--profile）的 remove 里写明。',
    en: 'Delete it from the record if it is no text; what all pages have goes under remove in a profile (--profile).',
  }),
}

export const missingFiles: Problem<{readonly files: readonly string[]}> = {
  ruleId: 'importer/missing-files',
  severity: 'warning',
  example: {files: ['/upload/名单.xls']},
  reason: ({files}) => ({
    zh: `正文链接的 ${files.length} 个附件不在导入的文件夹里：${quoteSome(files)}`,
    en: `${countOf(files.length, 'file')} that the text links to not in what was imported: ${quoteSome(files)}`,
  }),
  advice: () => ({
    zh: '找到这些文件，按原来的路径放进文件夹，再导入。',
    en: 'Put the files into the folder under their old paths and import again.',
  }),
}

export const unaccounted: Problem<{readonly lost: number}> = {
  ruleId: 'importer/unaccounted',
  severity: 'error',
  example: {lost: 12},
  reason: ({lost}) => ({
    zh: `有 ${Math.abs(lost)} 个字说不清去了哪里，没有导入`,
    en: `${Math.abs(lost)} characters are not accounted for; it was not imported`,
  }),
  advice: () => ({
    zh: '这是程序的错误，请把这一条和这个文件交给维护邸报的人；可以先另存为纯文本再导入。',
    en: 'This is a mistake of the program: please give it, with the file, to whoever maintains Dibao, and import it as plain text for now.',
  }),
}

/** Everything that importing can report, for the manual's list of messages. */
export const importerProblems: readonly AnyProblem[] = [
  ...Object.values(encoding),
  noTitle,
  longTitle,
  noDate,
  dayOfSigning,
  lineNotShown,
  markdownActive,
  textOutside,
  hiddenText,
  notUnderstood,
  missingFiles,
  unaccounted,
  listPage,
  unknownKind,
  entities,
  noArticles,
  badProfile,
  tooDeepPage,
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

const quotedMax = 3
const quoteLength = 30

function quoteSome(texts: readonly string[]): string {
  const quotes = texts.slice(0, quotedMax).map((text) => {
    return `“${text.length > quoteLength ? `${text.slice(0, quoteLength)}…` : text}”`
  })
  return quotes.join(' ') + (texts.length > quotedMax ? ' …' : '')
}
