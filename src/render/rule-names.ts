import type {EditionTag} from '../base/script.ts'

const names: Readonly<Record<string, {readonly hans: string; readonly hant: string}>> = {
  canonical: {hans: '统一字符编码形式', hant: '統一字符編碼形式'},
  'byte-shift': {hans: '还原错位的字节', hant: '還原錯位的字節'},
  gloss: {hans: '删去机器插入的注音', hant: '刪去機器插入的注音'},
  'standard-simplified': {hans: '机器转换的繁体还原为简体', hant: '機器轉換的繁體還原為簡體'},
  invisible: {hans: '删去看不见的字符', hant: '刪去看不見的字符'},
  width: {
    hans: '全角数字字母改为半角，去掉手打的缩进',
    hant: '全角數字字母改為半角，去掉手打的縮進',
  },
  'stray-question-mark': {hans: '处理多余的问号', hant: '處理多餘的問號'},
  parentheses: {hans: '括号改为全角', hant: '括號改為全角'},
  marks: {hans: '标点改为全角', hant: '標點改為全角'},
  spaces: {hans: '去掉标点旁的空格', hant: '去掉標點旁的空格'},
}

/** What readers are told a repair rule does; its own name where there is none. */
export function ruleName(rule: string, edition: EditionTag): string {
  return names[rule]?.[edition === 'zh-Hans' ? 'hans' : 'hant'] ?? rule
}
