import {decodeEntities} from './xml-entities.ts'

/** What the text of a Word document is made of, in parts of its package (ECMA-376, part 1, §17). */
export interface WordMarkup {
  /** The document as HTML. */
  readonly html: string
  /** The text that the document's own parts hold, to prove that the HTML has all of it. */
  readonly text: string
  /** The text of what stands over and under each page. */
  readonly frame: readonly string[]
}

/** The names of the parts that hold a document's text, and of those that hold its pages' frame. */
export const wordParts = {
  text: /^word\/(?:document|footnotes|endnotes)\d*\.xml$/,
  frame: /^word\/(?:header|footer)\d*\.xml$/,
}

/**
 * The text in a part: its runs (`w:t`), without what is deleted, and of a drawing that is there in
 * two forms only the first.
 */
export function textOfPart(xml: string): string {
  const once = xml.replace(/<mc:Fallback\b[\s\S]*?<\/mc:Fallback\s*>/g, '')
  const runs = [...once.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)]
  return runs.map(([, text = '']) => decodeEntities(text)).join('')
}
