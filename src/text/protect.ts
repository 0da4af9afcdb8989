import {countHan} from './han.ts'

/** A stretch of a text: from `start` up to, but not with, `end`, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The stretches of a text that no rule may change: addresses, mail, `code`, file names, numbers
 * with their signs (1,209 · 12.5 · 10:30 · 3:2 · 1/3 · 2023-05-15), telephone numbers with their
 * area code, faces like :-), HTML tags and entities, Latin phrases with spaces inside, and what `-{…}-`
 * closes off (up to 500 code units). In order; they never overlap.
 *
 * The time it takes grows with the length of the text, whatever the text is.
 */
export function protectedSpans(text: string): readonly Span[] {
  if (!candidate.test(text)) return none
  const known = lately.get(text)
  if (known) return known
  if (lately.size === remembered) lately.clear()
  const spans = findSpans(text)
  lately.set(text, spans)
  return spans
}

const none: readonly Span[] = []

// One rule after the other asks for the spans of the same texts, those of a document in turn.
const lately = new Map<string, readonly Span[]>()
const remembered = 200

function findSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(tokens)) {
    const length = match.groups?.['address']
      ? match[0].length - trailingMarks(match[0])
      : match[0].length
    spans.push({start: match.index, end: match.index + length})
  }
  return text.includes('.') ? merge(spans, fileNames(text)) : spans
}

/**
 * Answers whether an offset lies inside one of `spans`. It walks along: the offsets it is asked
 * for must not decrease.
 */
export function createCover(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0
  return (offset) => {
    while (next < spans.length && spans[next]!.end <= offset) next++
    return next < spans.length && spans[next]!.start <= offset
  }
}

const candidate = /[\dA-Za-z`&]|-\{|[:;]-[()]/

const word = String.raw`(?:[\w'’&/+-]|\.(?=\w))*`
const tokens = new RegExp(
  [
    '`[^`\\n]+`',
    // Longer than any rule an editor writes; without a bound, openings that nothing closes would
    // each be followed to the end of the text.
    String.raw`-\{[^\n]{0,500}?\}-`,
    // What is left of a page's source: <samp class="x">, </span>.
    String.raw`<\/?[a-z][a-z\d]*(?:\s[^<>\n]{0,300})?\/?>`,
    String.raw`&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});`,
    String.raw`(?<address>(?:(?<![a-z])(?:https?|ftp):\/\/|(?<![\w.@-])www\.)(?:[\w\-./?%&=#:;,+~@!$*']|\([\w\-./%,]*\))+)`,
    String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    // Words are joined by a space, with a mark or a quotation mark before it, a quotation mark
    // after it. An end mark belongs to the phrase unless Chinese goes on right behind it.
    String.raw`(?<![\w'’&/+.-])[a-z]${word}(?:["”]?[.,;:!?]{0,3}["”]? ["“]?(?![\w.+-]*(?:@|:\/\/))\w${word})+(?:[!?](?![?\u3400-\u9fff])|\.(?![.?\u3400-\u9fff]))?`,
    String.raw`(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d)`,
    String.raw`(?<!\d)\d+(?:[.:/-]\d+)+`,
    String.raw`\((?:0\d{1,3}|\+?(?:85[23]|886|86))\)[ -]?\d{3,4}[ -]?\d{4,5}(?!\d)`,
    String.raw`[:;]-[()D](?!\w)`,
  ].join('|'),
  'gi',
)

/** How many marks at the end of an address belong to the sentence around it. */
function trailingMarks(address: string): number {
  let end = address.length
  while (end > 0 && ".,;:!?'".includes(address[end - 1]!)) end--
  return address.length - end
}

const extension =
  /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|pdf|ofd|wps|et|docx?|xlsx?|pptx?|zip|rar|7z|mp[34]|avi|wav|txt|html?|json|csv|xml)(?![\dA-Za-z])/gi

// 报名表 is a name; a longer run of Chinese before the dot is the sentence that leads up to it.
const nameHanMax = 12

/** What says in a sentence that a file's name follows: 见报名表.docx. 意见 is a word of names. */
const leadUp =
  /^.*(?:(?<![意常罕偏预預])[见見]|下[载載]|打[开開]|[开開][启啟]|附件|[点點][击擊选選]|查看|[检檢][视視]|上[传傳]|名[为為])(?=.)/

const opensName = '“‘"\'「『《〈【[('
const joins = /^[和及与與或跟]/

/**
 * File names: 图片14.png, 报名表(1).docx. The Chinese part begins at a blank, a mark or a quotation
 * mark, behind a verb that leads up to it, or behind the word that joins it to another file.
 */
function fileNames(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const {index, 0: ending} of text.matchAll(extension)) {
    const lastEnd = spans.at(-1)?.end ?? 0
    const before = text.slice(Math.max(lastEnd, index - 64), index)
    const [run = ''] =
      /[\w\-\u3400-\u9fff]*(?:[(（][\w\u3400-\u9fff]{1,12}[)）])?$/.exec(before) ?? []
    const start = index - run.length
    const end = index + ending.length
    const isWhole =
      opensName.includes(text[start - 1] ?? '\n') ||
      (isAlone(text, start, end) && countHan(run) <= nameHanMax)
    const name = isWhole ? run : nameWithin(run, spans.length > 0 && start === lastEnd)
    if (name !== '') spans.push({start: index - name.length, end})
  }
  return spans
}

function isAlone(text: string, start: number, end: number): boolean {
  return (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n')
}

/** The name at the end of a run of letters, without the sentence that leads up to it. */
function nameWithin(run: string, isJoined: boolean): string {
  const name = run.replace(leadUp, '').replace(isJoined ? joins : '', '')
  return countHan(name) > nameHanMax ? (/[\w-]*$/.exec(name)?.[0] ?? '') : name
}

/** Two lists of spans as one, in order; spans that overlap become one. */
function merge(left: readonly Span[], right: readonly Span[]): readonly Span[] {
  if (right.length === 0) return left
  const merged: Span[] = []
  for (const span of [...left, ...right].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    if (last && span.start < last.end) {
      merged[merged.length - 1] = {start: last.start, end: Math.max(last.end, span.end)}
    } else merged.push(span)
  }
  return merged
}
