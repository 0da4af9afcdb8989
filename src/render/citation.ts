import type {RecordId} from '../base/brand.ts'
import {dayOfMonth, monthOf, yearOf} from '../base/day.ts'
import {escapeMarkup} from '../base/markup.ts'
import type {EditionTag} from '../base/script.ts'
import type {ArticleFacts} from './article-facts.ts'
import {Html} from './html.ts'
import type {CitationView} from './view.ts'

/**
 * How an announcement is cited: by GB/T 7714—2015 (8.8, electronic resources), for BibLaTeX, and
 * as RIS. The day it is read is not known here; `accessed` has its form, for the page's script.
 */
export function citationView(
  id: RecordId,
  facts: ArticleFacts,
  edition: EditionTag,
): readonly CitationView[] {
  return [
    {name: 'GB/T 7714—2015', ...formatReference(facts)},
    {name: 'BibTeX', ...formatBibtex(id, facts, edition)},
    {name: 'RIS', ...formatRis(facts, edition)},
    // Escaped here: the template engine would write every `=` of BibTeX as a reference.
  ].map((form) => ({...form, before: new Html(escapeMarkup(form.before))}))
}

interface Form {
  readonly before: string
  readonly accessed: string
  readonly after: string
}

const authorsMax = 3

/** 责任者. 题名[EB/OL]. (发布日期)[引用日期]. 获取路径. More than three names end with 等 (8.1.2). */
function formatReference(facts: ArticleFacts): Form {
  const authors = responsible(facts)
  const named = authors.slice(0, authorsMax).join(', ')
  const head = authors.length > authorsMax ? `${named}, 等` : named
  return {
    before: `${head}. ${facts.title}[EB/OL]. (${facts.date})`,
    accessed: '[YYYY-MM-DD]',
    after: facts.address === undefined ? '.' : `. ${facts.address}.`,
  }
}

function responsible({authors, source, publisher}: ArticleFacts): readonly string[] {
  if (authors.length > 0) return authors
  return [source ?? publisher]
}

/** An entry of the type `online`, as BibLaTeX has it (manual, 2.1.1). */
function formatBibtex(id: RecordId, facts: ArticleFacts, edition: EditionTag): Form {
  const fields = [
    // Doubled braces keep an office's name in one piece.
    [
      'author',
      responsible(facts)
        .map((name) => `{${escapeBibtex(name)}}`)
        .join(' and '),
    ],
    ['title', escapeBibtex(facts.title)],
    ['organization', escapeBibtex(facts.publisher)],
    ['date', facts.date],
    ['number', facts.documentNumber && escapeBibtex(facts.documentNumber)],
    ['language', edition],
    ['url', facts.address],
  ] as const
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  const key = id.replace(/[^\w.-]/g, '') || facts.date
  return {
    before: `@online{${key},\n${lines.join(',\n')}`,
    accessed: ',\n  urldate = {YYYY-MM-DD}',
    after: '\n}',
  }
}

const bibtexSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeBibtex(text: string): string {
  return text.replace(/[\\~^{}&%$#_]/g, (sign) => bibtexSigns[sign] ?? `\\${sign}`)
}

/** A record of the type `ELEC`; a tag, two blanks, a hyphen, a blank (RIS format specifications). */
function formatRis(facts: ArticleFacts, edition: EditionTag): Form {
  const {title, publisher, date, tags, documentNumber, address} = facts
  const lines = [
    'TY  - ELEC',
    ...responsible(facts).map((name) => `AU  - ${name}`),
    `TI  - ${title}`,
    `PB  - ${publisher}`,
    `PY  - ${yearOf(date)}`,
    `DA  - ${yearOf(date)}/${monthOf(date)}/${dayOfMonth(date)}/`,
    ...(documentNumber === undefined ? [] : [`M1  - ${documentNumber}`]),
    ...tags.map((tag) => `KW  - ${tag}`),
    `LA  - ${edition}`,
    ...(address === undefined ? [] : [`UR  - ${address}`]),
  ]
  return {before: lines.join('\n'), accessed: '\nY2  - YYYY/MM/DD/', after: '\nER  -'}
}
