import {report} from '../../base/diagnostic.ts'
import {decodeText} from '../decode.ts'
import type {ForeignDocument} from '../document.ts'
import {listPage, tooDeepPage} from '../problems.ts'
import type {Corpus, Reader, Reading} from '../reader.ts'
import {readPage} from './read-page.ts'

/** Reads a page of an old site. */
export const htmlReader: Reader = {
  reads: ({name, bytes}) => {
    if (/\.txt$/i.test(name)) return false
    const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\0', '')
    return (
      pageEnding.test(name.replace(/[?@#].*$/s, '')) ||
      /<(?:!doctype html|html|head|body|meta|div|table|p|h[1-6]|br|font|span)\b/i.test(head)
    )
  },
  read: (document, corpus) => {
    const {value: text, diagnostics} = decodeText(document)
    if (text === undefined) return {drafts: [], awaitsPages: false, diagnostics}
    const reading = readMarkup(text, document, corpus)
    return {...reading, diagnostics: [...diagnostics, ...reading.diagnostics]}
  },
}

/** What the markup of a document says, whatever it was made of. */
export function readMarkup(html: string, {name, old}: ForeignDocument, corpus: Corpus): Reading {
  const page = old ?? {address: `/${name}`, host: undefined}
  try {
    const {draft, isList, awaitsPages} = readPage(html, {name, page, ...corpus})
    if (isList) {
      const note = report(listPage, {file: name}, {})
      return {drafts: [], awaitsPages: false, diagnostics: [note]}
    }
    return {drafts: [{...draft, addresses: old && [old.address]}], awaitsPages, diagnostics: []}
  } catch (error) {
    // Elements nested deeper than the program can go are no page that anybody wrote.
    if (!(error instanceof RangeError)) throw error
    return {drafts: [], awaitsPages: false, diagnostics: [report(tooDeepPage, {file: name}, {})]}
  }
}

const pageEnding = /\.(?:s?html?|xhtml|aspx?|jspx?|php\d?|cfm|do)$/i
