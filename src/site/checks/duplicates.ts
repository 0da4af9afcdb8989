import type {Article} from '../../article/article.ts'
import {compareText, type Diagnostic, report} from '../../base/diagnostic.ts'
import {duplicateText} from '../check-problems.ts'
import {type Entry, textOf, whereOf} from '../entry.ts'
import type {Site} from '../site.ts'

/** Shorter sentences are formulas, which many announcements share. */
const sentenceLengthMin = 10
/** A sentence that stands in more announcements than this tells none of them apart. */
const holdersMax = 20
/** How much of the longer text has to be the same. */
const shareMin = 0.8
/** A text of fewer characters is told only when all of it is the same. */
const lengthMin = 60

interface Text {
  readonly article: Article
  readonly sentences: ReadonlyMap<string, number>
  readonly length: number
}

/**
 * Announcements of which four fifths are the text of another: each is told once, at the one that
 * came later. Texts are compared by their sentences as one edition has them, letters and figures
 * alone, so that neither script nor punctuation makes a difference.
 */
export function findDuplicates(entries: readonly Entry[], site: Site): readonly Diagnostic[] {
  const texts = entries
    .filter(({article}) => !article.withdrawn)
    .map((entry) => toText(entry, site))
    .toSorted((left, right) => compareText(left.article.date, right.article.date))
  const holders = new Map<string, number[]>()
  for (const [index, {sentences}] of texts.entries()) {
    for (const sentence of sentences.keys()) {
      const list = holders.get(sentence)
      if (list) list.push(index)
      else holders.set(sentence, [index])
    }
  }
  return texts.flatMap((text, index) => {
    const best = nearestBefore(text, index, texts, holders)
    if (!best) return []
    const share = Math.round(best.share * 100)
    const other = `content/${best.article.file}`
    return [report(duplicateText, whereOf(text.article, 'title'), {other, share})]
  })
}

function toText(entry: Entry, site: Site): Text {
  const {article} = entry
  const edition = article.editions.find(({tag}) => tag === 'zh-Hans') ?? article.editions[0]
  const plain = edition ? textOf(entry, edition.tag, site).plain : ''
  const sentences = new Map<string, number>()
  for (const sentence of plain.split(/[。！？；\n]/)) {
    const letters = sentence.replace(/[^\p{L}\p{N}]/gu, '')
    if (letters.length >= sentenceLengthMin) sentences.set(letters, letters.length)
  }
  return {article, sentences, length: sumOf(sentences.values())}
}

function nearestBefore(
  text: Text,
  index: number,
  texts: readonly Text[],
  holders: ReadonlyMap<string, readonly number[]>,
): {readonly article: Article; readonly share: number} | undefined {
  const shared = new Map<number, number>()
  for (const [sentence, length] of text.sentences) {
    const list = holders.get(sentence) ?? []
    if (list.length > holdersMax) continue
    for (const other of list) {
      if (other < index) shared.set(other, (shared.get(other) ?? 0) + length)
    }
  }
  let best: {article: Article; share: number} | undefined
  for (const [other, length] of shared) {
    const {article, length: otherLength} = texts[other]!
    const shorter = Math.min(text.length, otherLength)
    const share = length / Math.max(text.length, otherLength)
    const least = shorter < lengthMin ? 1 : shareMin
    if (share >= least && share > (best?.share ?? 0)) best = {article, share}
  }
  return best
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0
  for (const each of numbers) sum += each
  return sum
}
