import type {Schema} from 'hast-util-sanitize'

const inline =
  'a abbr b bdi br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'
const blocks =
  'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr img input li ol p pre section summary ul'
const tables = 'caption col colgroup table tbody td tfoot th thead tr'

const tableParts = ['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']

/** Classes a record may use itself, besides those that our own steps give. */
const alignments = ['align-left', 'align-center', 'align-right', 'signature'] as const

/**
 * What of a record's HTML is published: the elements of news text, without style, script, event
 * handlers, forms or frames. Alignment survives as a class, since no inline style does.
 */
export const sanitiseSchema: Schema = {
  tagNames: [inline, blocks, tables].flatMap((names) => names.split(' ')),
  attributes: {
    a: [
      ...['href', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', 'ariaDescribedBy'],
      ['className', 'data-footnote-backref'],
    ],
    code: [['className', /^language-./]],
    h2: [['className', 'sr-only']],
    img: ['src', 'alt'],
    input: [
      ['disabled', true],
      ['type', 'checkbox'],
      ['checked', true],
    ],
    li: [['className', 'task-list-item'], 'value'],
    ol: [['className', 'contains-task-list'], 'start', 'reversed'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    table: [['className', ...alignments]],
    td: ['colSpan', 'rowSpan', ['className', ...alignments]],
    th: ['colSpan', 'rowSpan', 'scope', ['className', ...alignments]],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
    '*': ['id', 'lang', 'title', 'translate', ['className', ...alignments]],
  },
  // The ids of a record must not collide with those of the page around it.
  clobber: ['id', 'ariaDescribedBy', 'ariaLabelledBy'],
  clobberPrefix: 'text-',
  protocols: {
    href: ['http', 'https', 'mailto', 'tel', 'record'],
    src: ['http', 'https'],
  },
  ancestors: Object.fromEntries(tableParts.map((name) => [name, ['table']])),
  required: {input: {disabled: true, type: 'checkbox'}},
  // Elements whose content is no text for a reader; every other unknown element leaves its text.
  strip: [
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'template',
    'noscript',
    'svg',
    'math',
    'title',
    'textarea',
    'select',
    'button',
  ],
}
