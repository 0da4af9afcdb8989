import iconv from 'iconv-lite'

/** Node decodes the Cantonese and rarer characters of Hong Kong to code points without a meaning. */
const privateUse = /\p{Co}/u

/**
 * Text of Big5 as Node decodes it, with the characters of the Hong Kong supplement (HKSCS), which
 * Node lacks: 嘅, 埗, 邨. Undefined, when `isStrict`, if there is a code with no character.
 */
export function withHongKong(
  text: string,
  bytes: Uint8Array,
  isStrict: boolean,
): string | undefined {
  if (!privateUse.test(text)) return text
  const decoded = iconv.decode(Buffer.from(bytes), 'big5hkscs', {stripBOM: false})
  return isStrict && decoded.includes('\uFFFD') ? undefined : decoded
}
