import {runExtension} from '../base/extension.ts'
import {type Edit, edited, type TextRule} from './edit.ts'

/**
 * A repair of text that a site adds. It is asked for each text of a record – title, byline, every
 * block – after Dibao's own rules and before the conversion to editions, and must answer the same
 * for the same text. Its edits stand in the log under its name, like all others.
 */
export interface OwnTextRule {
  readonly name: string
  /** Changes in order of offset, which must not overlap. Offsets count UTF-16 code units. */
  readonly edits: (text: string) => readonly Omit<Edit, 'rule'>[]
}

/** A rule that replaces every match of `pattern` (with the flag g) by what `replace` answers. */
export function replaceRule(
  name: string,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => string,
): OwnTextRule {
  return {
    name,
    edits: (text) =>
      [...text.matchAll(pattern)].map((match) => ({
        offset: match.index,
        before: match[0],
        after: replace(match),
      })),
  }
}

/** The rule as the repair runs it. Throws `ExtensionError` where its edits do not fit the text. */
export function toTextRule({name, edits}: OwnTextRule): TextRule {
  return (text) =>
    runExtension(name, () => {
      let at = 0
      const own = edits(text).map(({offset, before, after}) => {
        if (offset < at || !text.startsWith(before, offset)) {
          throw new Error(
            `its edit of ${JSON.stringify(before)} at ${offset} does not fit the text`,
          )
        }
        at = offset + before.length
        return {rule: name, offset, before, after}
      })
      return edited(text, own)
    })
}
