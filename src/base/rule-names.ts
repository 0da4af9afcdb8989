import type {EditionTag} from './script.ts'

const names: Readonly<Record<string, {readonly hans: string; readonly hant: string}>> = {
  canonical: {hans: '统一字符编码形式', hant: '統一字符編碼形式'},
  mojibake: {hans: '还原读错的编码', hant: '還原讀錯的編碼'},
  'byte-shift': {hans: '还原错位的字节', hant: '還原錯位的字節'},
  gloss: {hans: '删去机器插入的注音', hant: '刪去機器插入的注音'},
  'standard-simplified': {hans: '机器转换的繁体还原为简体', hant: '機器轉換的繁體還原為簡體'},
  invisible: {hans: '删去看不见的字符', hant: '刪去看不見的字符'},
  width: {
    hans: '全角数字字母改为半角，去掉手打的缩进',
    hant: '全角數字字母改為半角，去掉手打的縮進',
  },
  quotes: {hans: '直引号改为弯引号', hant: '直引號改為彎引號'},
  parentheses: {hans: '括号改为全角', hant: '括號改為全角'},
  'stray-question-mark': {hans: '处理多余的问号', hant: '處理多餘的問號'},
  marks: {hans: '标点改为全角', hant: '標點改為全角'},
  ellipsis: {hans: '统一省略号', hant: '統一省略號'},
  'repeated-marks': {hans: '合并重复的标点', hant: '合併重複的標點'},
  spaces: {hans: '去掉标点旁的空格', hant: '去掉標點旁的空格'},
  'middle-dot': {hans: '统一间隔号', hant: '統一間隔號'},
  dash: {hans: '统一破折号', hant: '統一破折號'},
  'numeral-zero': {hans: '统一数字〇', hant: '統一數字〇'},
}

/** What readers are told a repair rule does; its own name where there is none. */
export function ruleName(rule: string, edition: EditionTag): string {
  return names[rule]?.[edition === 'zh-Hans' ? 'hans' : 'hant'] ?? rule
}
