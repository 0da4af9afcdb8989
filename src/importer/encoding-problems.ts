import type {Problem} from '../base/diagnostic.ts'
import {countOf} from '../base/plural.ts'
import {type Encoding, encodingNames} from './encoding.ts'

const saveAsUtf8 = {
  zh: '用“记事本”打开原文件，点“文件 → 另存为”，把“编码”选成 UTF-8，保存后再导入。',
  en: 'Open the file in Notepad, choose File → Save As, set Encoding to UTF-8, save, import again.',
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
    zh: `文件可能在下载、复制时缺了字节，或者混用了几种编码。能找到完好的一份最好；否则${saveAsUtf8.zh}`,
    en: `Bytes may have been lost on the way, or encodings mixed. Look for a better copy; otherwise: ${saveAsUtf8.en}`,
  }),
}

export const lostBytes: Problem<{readonly encoding: string; readonly count: number}> = {
  ruleId: 'importer/lost-bytes',
  severity: 'error',
  example: {encoding: 'UTF-8', count: 2},
  reason: ({encoding, count}) => ({
    zh: `有 ${count} 处字节不是 ${encoding} 编码，那里的字已经丢失，用“\uFFFD”占位，其余照收`,
    en: `bytes are not ${encoding} in ${countOf(count, 'place')}: what stood there is lost and is written as U+FFFD, the rest was taken`,
  }),
  advice: () => ({
    zh: '找一份完好的文件重新导入，或者按纸质稿把文章里的“\uFFFD”改成原来的字。',
    en: 'Import a better copy, or put the right characters in the place of U+FFFD in the record.',
  }),
}

export const replacementCharacter: Problem<{readonly count: number}> = {
  ruleId: 'importer/replacement-character',
  severity: 'warning',
  example: {count: 2},
  reason: ({count}) => ({
    zh: `原文里有 ${count} 个“\uFFFD”：这些字在别处转码时已经丢失，照原样保留`,
    en: `the text contains U+FFFD ${countOf(count, 'time')}: characters lost before it came here; kept as they are`,
  }),
  advice: () => ({
    zh: '如果有更早的文件或纸质稿，请按它改好这一篇。',
    en: 'If an earlier file or a paper copy exists, correct the record from it.',
  }),
}

export const declaredOtherwise: Problem<{readonly declared: Encoding; readonly found: Encoding}> = {
  ruleId: 'importer/declared-otherwise',
  severity: 'info',
  example: {declared: 'utf-8', found: 'gb18030'},
  reason: ({declared, found}) => ({
    zh: `文件自称是 ${encodingNames[declared]} 编码，其实是 ${encodingNames[found]}，已按后者读取`,
    en: `the file says that it is ${encodingNames[declared]}; it is ${encodingNames[found]} and was read so`,
  }),
  advice: () => ({
    zh: '看一眼导入的正文；读得通就不用管。',
    en: 'Look at the text that was imported; if it reads well there is nothing to do.',
  }),
}

export const encodingByVote: Problem<{readonly encoding: Encoding}> = {
  ruleId: 'importer/encoding-by-vote',
  severity: 'info',
  example: {encoding: 'gb18030'},
  reason: ({encoding}) => ({
    zh: `字太少，单看看不出编码；同批文件几乎都是 ${encodingNames[encoding]}，也按它读取`,
    en: `too short to tell its encoding; read as ${encodingNames[encoding]}, like nearly all files of this import`,
  }),
  advice: () => ({
    zh: '看一眼导入的正文；是乱码的，删去这一篇，把原件另存为 UTF-8 再导入。',
    en: 'Look at the text; if it is garbled delete the record, save the original as UTF-8 and import it.',
  }),
}

export const unsureEncoding: Problem<{
  readonly ways: readonly {readonly encoding: Encoding; readonly start: string}[]
}> = {
  ruleId: 'importer/unsure-encoding',
  severity: 'error',
  example: {
    ways: [
      {encoding: 'gb18030', start: '标题'},
      {encoding: 'big5', start: '梓枙'},
    ],
  },
  reason: ({ways}) => ({
    zh: `字太少，看不出是哪种编码：${ways.map(({encoding, start}) => `${encodingNames[encoding]} 读作“${start}”`).join('，')}`,
    en: `too short to tell the encoding: ${ways.map(({encoding, start}) => `“${start}” in ${encodingNames[encoding]}`).join(', ')}`,
  }),
  advice: () => ({
    zh: `和同一网站的其他文件一起导入，就能按多数判断。${saveAsUtf8.zh}`,
    en: `Import it together with other files of the same site, which settle it. ${saveAsUtf8.en}`,
  }),
}
