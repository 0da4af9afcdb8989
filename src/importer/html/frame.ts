import {decodeText} from '../decode.ts'
import type {ForeignDocument} from '../document.ts'
import {readMetadataLine} from '../metadata-line.ts'
import {parsePage, siteNameIn} from './page.ts'
import {linesOf} from './page-lines.ts'
import {htmlReader} from './reader.ts'

/**
 * The lines that stand on many of these pages: menus, footers, the names of lists, and the name of
 * the site in their titles. Metadata such as a source that many pages share is none.
 */
export function countFrame(documents: readonly ForeignDocument[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let pages = 0
  for (const document of documents) {
    const lines = linesOfDocument(document)
    if (lines.size > 0) pages++
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const least = Math.max(leastPages, pages * leastShare)
  const frequent = [...counts].filter(([, count]) => count >= least).map(([line]) => line)
  return new Set(frequent.filter((line) => !isFact(line)))
}

const leastPages = 3
/** A site has several designs, and not every page is an announcement. */
const leastShare = 0.04

function linesOfDocument(document: ForeignDocument): ReadonlySet<string> {
  const text = htmlReader.reads(document) ? decodeText(document).value : undefined
  if (text === undefined) return new Set()
  try {
    const page = parsePage(text)
    const lines = linesOf(page.body).map((line) => line.text)
    return new Set([...lines, siteNameIn(page.documentTitle)].filter((text) => text !== ''))
  } catch {
    // A page nested too deeply is told when it is imported.
    return new Set()
  }
}

function isFact(line: string): boolean {
  const fields = readMetadataLine(line) ?? []
  return fields.some(({value, hasLabel}) => hasLabel && value !== '')
}
