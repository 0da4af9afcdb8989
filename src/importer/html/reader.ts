import {report} from '../../base/diagnostic.ts'
import {decodeText} from '../decode.ts'
import {listPage, tooDeepPage} from '../problems.ts'
import type {Reader} from '../reader.ts'
import {readPage} from './read-page.ts'

/** Reads a page of an old site. */
export const htmlReader: Reader = {
  reads: ({name, bytes}) => {
    if (/\.txt$/i.test(name)) return false
    const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\0', '')
    return (
      pageEnding.test(name.replace(/[?@#].*$/s, '')) ||
      /<(?:!doctype html|html|head|body|meta)\b/i.test(head)
    )
  },
  read: (document, corpus) => {
    const {value: text, diagnostics} = decodeText(document)
    if (text === undefined) return {drafts: [], awaitsPages: false, diagnostics}
    const {name, old} = document
    const page = old ?? {address: `/${name}`, host: undefined}
    try {
      const {draft, isList, awaitsPages} = readPage(text, {name, page, ...corpus})
      if (isList) {
        const note = report(listPage, {file: name}, {})
        return {drafts: [], awaitsPages: false, diagnostics: [...diagnostics, note]}
      }
      return {drafts: [{...draft, addresses: old && [old.address]}], awaitsPages, diagnostics}
    } catch (error) {
      // Elements nested deeper than the program can go are no page that anybody wrote.
      if (!(error instanceof RangeError)) throw error
      const problem = report(tooDeepPage, {file: name}, {})
      return {drafts: [], awaitsPages: false, diagnostics: [...diagnostics, problem]}
    }
  },
}

const pageEnding = /\.(?:s?html?|xhtml|aspx?|jspx?|php\d?|cfm|do)$/i
