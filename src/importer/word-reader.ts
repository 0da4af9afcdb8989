import {countCommon, type Removal} from './account.ts'
import type {Draft} from './draft.ts'
import {parsePage, textOf} from './html/page.ts'
import {visibleLength} from './html/page-lines.ts'
import {readMarkup} from './html/reader.ts'
import type {Reader} from './reader.ts'
import type {WordMarkup} from './word-text.ts'

/** Reads a Word file (.docx) from the HTML that was made of it. */
export const wordReader: Reader = {
  reads: ({word}) => word !== undefined,
  read: (document, corpus) => {
    const {word} = document
    if (!word) return {drafts: [], awaitsPages: false, diagnostics: []}
    const {drafts, ...rest} = readMarkup(word.html, document, corpus)
    return {...rest, drafts: drafts.map((draft) => withWholeAccount(draft, word))}
  },
}

/** A draft with an account of the Word file itself, not only of the HTML that was made of it. */
function withWholeAccount(draft: Draft, {html, text, frame}: WordMarkup): Draft {
  const {account} = draft
  const wanted = text.replace(/\s/g, '')
  const lost = wanted.length - countCommon(wanted, textOf(parsePage(html).body).replace(/\s/g, ''))
  const lines = frame.filter((line) => visibleLength(line) > 0)
  const framed = lines.reduce((sum, line) => sum + visibleLength(line), 0)
  const removed: readonly Removal[] = lines.map((line) => ({rule: 'frame', text: line}))
  return {
    ...draft,
    kind: 'Word',
    account: {
      ...account,
      total: account.total + lost + framed,
      removed: [...account.removed, ...removed],
    },
  }
}
