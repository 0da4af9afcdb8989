import {formatWhere} from '../base/diagnostic.ts'
import type {EditionTag} from '../base/script.ts'
import type {NewsRecord} from '../record/record.ts'
import {createEditionRule} from '../text/convert.ts'
import {type Doubt, findDoubts} from '../text/doubt.ts'
import {isHan} from '../text/han.ts'
import {trackRepairs} from '../text/normalise.ts'
import {receivedOffset} from '../text/tracked.ts'
import {placeOfText} from './diagnostics.ts'
import {repairRecord} from './repair.ts'
import type {CompileSettings} from './settings.ts'

/** A stretch of a record that an edition could write in another way, and no table settles. */
export interface RecordDoubt {
  readonly edition: EditionTag
  /** The stretch in the repaired text, with enough around it to be a glossary's entry. */
  readonly phrase: string
  /** How the edition writes the phrase now, and how else it could. */
  readonly forms: readonly string[]
  readonly context: string
  /** `content/2004/a.md:12:5`, for a person to open. */
  readonly where: string
}

/** The doubts of one record in every edition; none of what was withdrawn. */
export function findRecordDoubts(
  record: NewsRecord,
  {editions, glossary}: CompileSettings,
): readonly RecordDoubt[] {
  if (record.withdrawn) return []
  const repaired = repairRecord(record)
  const entries = {...glossary, ...record.conversion}
  return repaired.document.texts.flatMap(({text, script}, index) =>
    editions.flatMap((edition) => {
      const doubts = findDoubts(text, script, edition, entries)
      if (doubts.length === 0) return []
      const published = createEditionRule(script, edition, entries)(text).text
      const pieces = trackRepairs(repaired.received[index]!.text, repaired.document.stages, index)
      return doubts.flatMap((doubt) => {
        const phrase = phraseOf(doubt, text, published)
        if (!phrase) return []
        const received = receivedOffset(pieces, doubt.offset)
        const where = formatWhere(placeOfText(record, repaired, index, received))
        return [{edition, ...phrase, context: doubt.context, where}]
      })
    }),
  )
}

/**
 * A doubt as an entry of a glossary: a character alone with the one after it, a word with those on
 * both sides. None where the edition is longer or shorter than the text.
 */
function phraseOf(
  {offset, length, others, chosen}: Doubt,
  text: string,
  published: string,
): {phrase: string; forms: readonly string[]} | undefined {
  if (text.length !== published.length) return undefined
  const end = offset + length
  const hasNext = isHan(text[end] ?? '')
  const isAlone = length === 1 && hasNext
  const from = !isAlone && isHan(text[offset - 1] ?? '') ? offset - 1 : offset
  const to = hasNext ? end + 1 : end
  const around = (form: string): string =>
    published.slice(from, offset) + form + published.slice(end, to)
  return {phrase: text.slice(from, to), forms: [chosen, ...others].map(around)}
}
