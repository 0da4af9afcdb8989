import type {Element} from 'hast'
import {select} from 'hast-util-select'
import {readLoneLabel} from '../labels.ts'
import {isFirm, readMetadataLine} from '../metadata-line.ts'
import {isElement, type Page, siteNameIn} from './page.ts'
import {type PageLine, visibleLength} from './page-lines.ts'
import {type Design, findDesign, findRemoved, type Profile} from './profile.ts'

/** Where the announcement is in a page. */
export interface ArticlePlace {
  /** The text itself, as far as it can be told from what stands around it. */
  readonly content: Element
  /** The smallest element with the text and the title; whatever it holds may belong to them. */
  readonly root: Element
  readonly title: string | undefined
  readonly titleLine: PageLine | undefined
  /** Elements that a profile leaves out. */
  readonly removed: ReadonlySet<Element>
}

/**
 * Finds the announcement in a page: where a profile says, or, in a design that nobody has described,
 * from the body down, always into the element that holds nearly all of the sentences, until they
 * are spread over several.
 * Lines of the frame, the same on many pages of the site, and links count for nothing.
 */
export function findArticle(
  page: Page,
  lines: readonly PageLine[],
  frame: ReadonlySet<string>,
  profile?: Profile,
): ArticlePlace {
  const known = profile && findDesign(profile, page.body)
  const design = known?.design
  const content = known?.content ?? descend(page.body, weigh(lines, frame))
  const titleLine =
    findNamedTitle(page, lines, design) ?? findTitleLine(page, lines, content, frame)
  const outmost = titleLine ?? findFirstFact(lines, content)
  const root = outmost ? commonParent(outmost, content, page.body) : content
  const removed = design ? findRemoved(design, page.body) : new Set<Element>()
  return {content, root, title: titleLine?.text ?? plainTitle(page, frame), titleLine, removed}
}

/** The first line before the text that only pages have, where no title says how far a page goes. */
function findFirstFact(lines: readonly PageLine[], content: Element): PageLine | undefined {
  const end = lines.findIndex((line) => isInside(line, content))
  return lines.slice(0, Math.max(0, end)).find(({text}) => {
    return readLoneLabel(text) !== undefined || isFirm(readMetadataLine(text) ?? [])
  })
}

/** Whether a line lies inside an element. */
export function isInside({parents}: PageLine, element: Element): boolean {
  return parents.includes(element)
}

type Weights = ReadonlyMap<Element, {readonly weight: number; readonly lines: number}>

/** A line without a mark of a sentence counts a fifth: menus and captions have none. */
const plainShare = 0.2

function weigh(lines: readonly PageLine[], frame: ReadonlySet<string>): Weights {
  const weights = new Map<Element, {weight: number; lines: number}>()
  for (const {text, linked, parents} of lines) {
    const length = visibleLength(text) - linked
    if (length <= 0 || frame.has(text) || readMetadataLine(text)) continue
    const weight = /[。！？；，、：]/.test(text) ? length : length * plainShare
    for (const element of parents) {
      const sum = weights.get(element) ?? {weight: 0, lines: 0}
      weights.set(element, {weight: sum.weight + weight, lines: sum.lines + 1})
    }
  }
  return weights
}

/** What share of the sentences makes an element their home. */
const homeShare = 0.7

function descend(body: Element, weights: Weights): Element {
  let current = body
  while (true) {
    const weightOf = (element: Element): number => weights.get(element)?.weight ?? 0
    const children = current.children.filter((child) => isElement(child))
    const heaviest = children.toSorted((left, right) => weightOf(right) - weightOf(left))[0]
    const inside = heaviest && weights.get(heaviest)
    if (!inside || inside.weight < weightOf(current) * homeShare) return current
    // One paragraph is no container, however long it is beside the others.
    const holdsAll = inside.lines === weights.get(current)?.lines
    if (!containers.has(heaviest.tagName) || (inside.lines < 2 && !holdsAll)) return current
    current = heaviest
  }
}

const containers = new Set(
  'article blockquote center dd div dl fieldset form li main section table tbody td tr ul'.split(
    ' ',
  ),
)

function findNamedTitle(
  {body}: Page,
  lines: readonly PageLine[],
  design: Design | undefined,
): PageLine | undefined {
  const element = design?.title === undefined ? undefined : select(design.title, body)
  return element && lines.find((line) => isInside(line, element))
}

const titleMetas = ['articletitle', 'article_title', 'dc.title', 'og:title']

/** The line that the page itself calls its title: by a meta tag, as a heading, or in `<title>`. */
function findTitleLine(
  page: Page,
  lines: readonly PageLine[],
  content: Element,
  frame: ReadonlySet<string>,
): PageLine | undefined {
  const {metas, documentTitle} = page
  const end = lines.findIndex((line) => isInside(line, content))
  const candidates = lines
    .slice(0, end === -1 ? lines.length : end + titleDepth)
    .filter(({text}) => !frame.has(text) && visibleLength(text) >= titleMin)
  const named = titleMetas
    .map((name) => squeeze(metas.get(name) ?? ''))
    .filter((text) => text !== '')
  const document = squeeze(documentTitle)
  const plain = squeeze(plainTitle(page, frame) ?? '')
  const tests: readonly ((line: PageLine) => boolean)[] = [
    ({text}) => named.includes(squeeze(text)),
    ({parents}) => parents.some(({tagName}) => tagName === 'h1'),
    ({text}) => document.startsWith(squeeze(text)),
    // A browser's title may lack a word or two of the one on the page.
    ({text}) => plain.length >= titleMin && isLonger(squeeze(text), plain),
    ({parents}) => parents.some((element) => /title|bt\b/i.test(namesOf(element))),
    ({parents}) => parents.some(({tagName}) => /^h[23]$/.test(tagName)),
    // A page without any title has it in its first line.
    (line) => plain === '' && line === candidates[0] && isPhrase(line.text),
  ]
  for (const test of tests) {
    const found = candidates.filter(test)
    const longest = found.toSorted((left, right) => right.text.length - left.text.length)[0]
    if (longest) return longest
  }
  return undefined
}

// The title may be the first line of the text, under a path or a line of its own.
const titleDepth = 4
const titleMin = 4

/** The part of `<title>` before the name of the site. */
function plainTitle({metas, documentTitle}: Page, frame: ReadonlySet<string>): string | undefined {
  const named = titleMetas.map((name) => metas.get(name) ?? '').find((text) => text !== '')
  const siteName = siteNameIn(documentTitle)
  const own = frame.has(siteName) ? documentTitle.slice(0, -siteName.length) : documentTitle
  const first = own
    .replace(/^[|_–—-].*|[\s|_–—-]+$/g, '')
    .split(/\s*[|_]\s*|\s+[-–—]+\s+|--+/)[0]
    ?.trim()
  return named ?? (first || undefined)
}

function isPhrase(text: string): boolean {
  return text.length <= phraseMax && !/[。；！]/.test(text) && readMetadataLine(text) === undefined
}

const phraseMax = 80

function isLonger(text: string, part: string): boolean {
  return text.includes(part) && text.length <= part.length * 1.5
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}

function namesOf({properties}: Element): string {
  return `${String(properties['id'] ?? '')} ${[properties['className'] ?? ''].flat().join(' ')}`
}

function commonParent({parents}: PageLine, content: Element, body: Element): Element {
  return parents.findLast((element) => element === content || holds(element, content)) ?? body
}

function holds(outer: Element, inner: Element): boolean {
  return outer.children.some((child) => {
    return child === inner || (isElement(child) && holds(child, inner))
  })
}
