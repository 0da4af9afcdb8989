import {type Edited, edited, untouched} from './edit.ts'

// What U+FFFD becomes when its UTF-8 is read as GBK, what unset memory reads as in GBK, U+FFFD
// itself, and its UTF-8 read as Latin-1.
const lost = /(?:锟斤拷)+|锟斤|(?:烫烫烫)+烫*|(?:屯屯屯)+屯*|\uFFFD+|(?:ï¿½)+/g

/** Reports characters that were lost in a wrong decoding. Nothing can bring them back. */
export function reportMojibake(text: string): Edited {
  const notices = [...text.matchAll(lost)].map(({0: found, index}) => {
    return {rule: 'mojibake', offset: index, text: found}
  })
  return notices.length === 0 ? untouched(text) : edited(text, [], notices)
}
