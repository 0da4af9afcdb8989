import type {Element, Text} from 'hast'
import {type Diagnostic, report} from '../../base/diagnostic.ts'
import {type Account, countCommon, type Removal, type RemovalRule} from '../account.ts'
import {columnOf} from '../column-path.ts'
import type {Draft} from '../draft.ts'
import {type Found, findMetadata, firstOf, type Layout} from '../metadata.ts'
import {type LiftedFields, toFields, unshownLines} from '../plain-text.ts'
import {hiddenText, missingFiles, notUnderstood, textOutside} from '../problems.ts'
import {withPublicationDay} from '../publication-day.ts'
import {type FindOld, type OldPage, settleAddresses} from './addresses.ts'
import {type ArticlePlace, findArticle, isInside} from './find-article.ts'
import {type Page, parsePage, textOf} from './page.ts'
import {fieldsOfMetas} from './page-fields.ts'
import {linesOf, type PageLine, visibleLength} from './page-lines.ts'
import type {Profile} from './profile.ts'
import {toBody} from './to-markdown.ts'

/** What is known of a page besides its bytes. */
export interface PageContext {
  readonly name: string
  readonly page: OldPage
  /** Lines that many pages of the site have. */
  readonly frame: ReadonlySet<string>
  readonly find: FindOld
  readonly profile?: Profile | undefined
}

/** A page as a draft, and whether it leads to pages whose records are not known yet. */
export interface ReadPage {
  readonly draft: Draft
  /** Whether it is a list of links to announcements. */
  readonly isList: boolean
  readonly awaitsPages: boolean
}

/**
 * The announcement in a page of an old site. Every visible character of the page goes into the
 * text, a field, or the log of what was removed, and whether the text holds what it should is
 * checked on the Markdown itself.
 */
export function readPage(html: string, context: PageContext): ReadPage {
  const page = parsePage(html)
  const lines = linesOf(page.body)
  const place = findArticle(page, lines, context.frame, context.profile)
  const sorted = sortLines(lines, place, context.frame)
  const metadata = findMetadata(textsOf(sorted, place), layoutOf(sorted, place))
  const {fieldLines, log} = takeFields(sorted, metadata.found, place)
  const stated = withPageFields(toFields(metadata.found), page, lines)
  const isList = stated.date === undefined && isMostlyLinks(sorted.kept)
  const {value: fields, diagnostics: doubts} = withPublicationDay(
    context.name,
    stated,
    metadata.signed,
  )
  blank([...sorted.removed.map(({line}) => line), ...fieldLines, ...sorted.titleLines])
  const settled = settleAddresses(place.root, context.page, context.find)
  const expected = textOf(place.root).replace(/\s/g, '')
  const {markdown, text} = toBody(place.root)
  const body = tidyBody(markdown)
  const found = countCommon(expected, text)
  const removed = [...sorted.removed.map(toRemoval), ...log]
  const account = toAccount(lines, sorted, fieldLines, removed, expected.length - found)
  const draft: Draft = {
    title: (place.titleLine ? undefined : firstOf(metadata.found, 'title')) ?? place.title,
    fields,
    body,
    lines: [],
    pictures: settled.pictures,
    files: settled.files,
    addresses: undefined,
    url: context.page.host && `http://${context.page.host}${context.page.address}`,
    kind: 'HTML',
    account,
    diagnostics: [
      ...doubts,
      ...reportRest(context, sorted, place),
      ...reportIf(settled.missing, (files) => report(missingFiles, {file: context.name}, {files})),
    ],
  }
  return {draft, isList, awaitsPages: settled.awaitsPages}
}

/** Lines of a page by where they go. */
interface SortedLines {
  readonly removed: readonly {readonly line: PageLine; readonly rule: RemovalRule}[]
  readonly titleLines: readonly PageLine[]
  /** What may be metadata or text. */
  readonly kept: readonly PageLine[]
}

function sortLines(
  lines: readonly PageLine[],
  place: ArticlePlace,
  frame: ReadonlySet<string>,
): SortedLines {
  const removed: {line: PageLine; rule: RemovalRule}[] = []
  const kept: PageLine[] = []
  const titleLines: PageLine[] = []
  for (const line of lines) {
    const rule = ruleFor(line, place, frame)
    if (line === place.titleLine) titleLines.push(line)
    else if (rule) removed.push({line, rule})
    else kept.push(line)
  }
  return {removed, titleLines, kept}
}

function ruleFor(
  line: PageLine,
  {content, root, removed}: ArticlePlace,
  frame: ReadonlySet<string>,
): RemovalRule | undefined {
  if (!isInside(line, root)) return 'outside'
  if (line.parents.some((element) => removed.has(element))) return 'profile'
  if (line.parents.some(isHidden)) return 'hidden'
  if (line.parents.some(({tagName}) => formControls.has(tagName))) return 'control'
  if (isInside(line, content) || line.hasFile) return undefined
  if (frame.has(line.text)) return 'frame'
  const isLinks = line.linked > 0 && line.linked >= visibleLength(line.text) * linkShare
  return isLinks ? 'links' : undefined
}

/** Whether a browser shows nothing of an element: where hacked pages keep their advertisements. */
function isHidden({properties}: Element): boolean {
  const style = String(properties['style'] ?? '')
  return (
    properties['hidden'] === true ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  )
}

const formControls = new Set(['select', 'button', 'textarea', 'option'])
/** Between the links of a line stand bars and arrows. */
const linkShare = 0.8

/** The lines as metadata are looked for in them: the title first. */
function textsOf({kept}: SortedLines, {title}: ArticlePlace): readonly string[] {
  return [title ?? '', ...kept.map(({text}) => text)]
}

/** Which of these lines stand beside the text, and the rows of tables that they are in. */
function layoutOf({kept}: SortedLines, {content, root}: ArticlePlace): Layout {
  const lineAt = (index: number): PageLine | undefined => kept[index - 1]
  return {
    isOutside: (index) => {
      const line = lineAt(index)
      return line !== undefined && root !== content && !isInside(line, content)
    },
    rowOf: (index) => lineAt(index)?.parents.findLast(({tagName}) => tagName === 'tr'),
  }
}

function takeFields(
  {kept}: SortedLines,
  found: readonly Found[],
  {title}: ArticlePlace,
): {readonly fieldLines: readonly PageLine[]; readonly log: readonly Removal[]} {
  const unshown = new Set(unshownLines(found, title))
  const taken = found.map((each) => ({
    lines: each.lines.flatMap((index) => kept[index - 1] ?? []),
    isShown: !unshown.has(each),
  }))
  return {
    fieldLines: taken.flatMap(({lines}) => lines),
    log: taken
      .filter(({isShown}) => !isShown)
      .flatMap(({lines}) => lines.map(({text}) => ({rule: 'metadata' as const, text}))),
  }
}

function isMostlyLinks(lines: readonly PageLine[]): boolean {
  const linked = lines.reduce((sum, line) => sum + line.linked, 0)
  return linked * 2 >= lines.reduce((sum, {text}) => sum + visibleLength(text), 0)
}

function withPageFields(
  fields: LiftedFields,
  page: Page,
  lines: readonly PageLine[],
): Draft['fields'] {
  const stated = Object.entries(fields).filter(([, value]) => value !== undefined)
  return {
    column: columnOf(lines.map(({text}) => text)),
    ...fieldsOfMetas(page.metas),
    ...Object.fromEntries(stated),
  }
}

function blank(lines: readonly PageLine[]): void {
  for (const part of lines.flatMap(({parts}): readonly Text[] => parts)) part.value = ''
}

/** Indents and lines of nothing but white space are how old editors made space. */
function tidyBody(markdown: string): string {
  return markdown === '' ? '' : `${markdown.trimEnd()}\n`
}

function toRemoval({line: {text}, rule}: SortedLines['removed'][number]): Removal {
  return {rule, text}
}

function toAccount(
  lines: readonly PageLine[],
  {removed, titleLines, kept}: SortedLines,
  fieldLines: readonly PageLine[],
  log: readonly Removal[],
  lost: number,
): Account {
  const lengthOf = (some: readonly PageLine[]): number =>
    some.reduce((sum, {text}) => sum + visibleLength(text), 0)
  const logged = log.reduce((sum, {text}) => sum + visibleLength(text), 0)
  const gone = lengthOf(removed.map(({line}) => line))
  return {
    total: lengthOf(lines),
    fields: lengthOf(titleLines) + lengthOf(fieldLines) - (logged - gone),
    body: lengthOf(kept) - lengthOf(fieldLines) - lost,
    removed: log,
  }
}

function reportRest(
  {name: file, frame}: PageContext,
  {removed, kept}: SortedLines,
  {content, root}: ArticlePlace,
): readonly Diagnostic[] {
  const outside = removed.filter(({line, rule}) => {
    return rule === 'outside' && !frame.has(line.text) && line.linked === 0
  })
  const unknown = kept.filter((line) => {
    const isTaken = line.parts.every(({value}) => value === '')
    return root !== content && !isTaken && !isInside(line, content) && !line.hasFile
  })
  const hidden = removed.filter(({rule}) => rule === 'hidden')
  return [
    ...reportIf(
      hidden.map(({line}) => line.text),
      (texts) => report(hiddenText, {file}, {texts}),
    ),
    ...reportIf(
      outside.map(({line}) => line.text),
      (texts) => report(textOutside, {file}, {texts}),
    ),
    ...reportIf(
      unknown.map(({text}) => text),
      (texts) => report(notUnderstood, {file}, {texts}),
    ),
  ]
}

function reportIf<Item>(
  items: readonly Item[],
  tell: (items: readonly Item[]) => Diagnostic,
): readonly Diagnostic[] {
  return items.length === 0 ? [] : [tell(items)]
}
