import type {Encoding} from './encoding.ts'

/**
 * The encoding that a page or an XML file names in its first 1,024 bytes, as browsers look for it:
 * `<?xml encoding="…"?>`, `<meta charset="…">` or the `charset=` of a `<meta http-equiv>`.
 */
export function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const label =
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ??
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  return label === undefined ? undefined : encodingOfLabel(label)
}

/** The encoding that a label names, as `gb2312` in a page or in the headers of an answer. */
export function encodingOfLabel(label: string): Encoding | undefined {
  return labels.find(([names]) => names.test(label))?.[1]
}

// A page that says GB 2312 or GBK may hold characters of GB 18030, which contains them both.
const labels: readonly (readonly [names: RegExp, encoding: Encoding])[] = [
  [/^utf-?8$/i, 'utf-8'],
  [/^(?:gb18030|gbk|x-gbk|gb_?2312(?:-80)?|euc-cn|cp936|ms936|windows-936)$/i, 'gb18030'],
  [/^(?:big-?5(?:-hkscs)?|x-x-big5|cp950|ms950|windows-950)$/i, 'big5'],
]
