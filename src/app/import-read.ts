import type {ForeignDocument} from '../importer/document.ts'
import type {Corpus, Reading} from '../importer/reader.ts'
import {readDocument} from '../importer/readers.ts'
import {isWord, readWord} from './word.ts'

/** The announcements in a document of any kind; what is in a Word file is unpacked into `scratch`. */
export async function readAnyDocument(
  document: ForeignDocument,
  corpus: Corpus,
  scratch: string,
): Promise<Reading> {
  if (!isWord(document)) return readDocument(document, corpus)
  const {value: word, diagnostics} = await readWord(document, scratch)
  if (!word) return {drafts: [], awaitsPages: false, diagnostics}
  return readDocument(
    {...document, word: word.markup},
    {
      ...corpus,
      find: (address) => {
        const path = word.pictures.get(address)
        return path === undefined ? corpus.find(address) : {kind: 'file', path}
      },
    },
  )
}
