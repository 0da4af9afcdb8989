import type {Conversion, NewsRecord, Provenance} from './record.ts'

/** What stands in a record's front matter: the record without its place and its text. */
export type RecordFields = Omit<NewsRecord, 'file' | 'version' | 'body' | 'bodyLine'>

/**
 * The text of a record file: front matter with its fields in one fixed order, then `body` byte for
 * byte.
 *
 * Fields that are undefined, empty or false are left out. Every string comes back from a YAML 1.2
 * reader as it went in: what is not plainly a word is quoted, and characters that cannot be seen
 * are written as escapes.
 */
export function formatRecord(fields: RecordFields, body: string): string {
  return `---\n${formatNode(toNode(fields), '').join('\n')}\n---\n${body}`
}

/** A YAML value whose scalars and keys are already written out. */
type Node = string | readonly Node[] | ReadonlyMap<string, Node>

function toNode(fields: RecordFields): Node {
  const {draft, withdrawn, views} = fields
  return present([
    ['id', words(fields.id)],
    ['title', words(fields.title)],
    ['subtitle', words(fields.subtitle)],
    ['date', [fields.date, fields.time].filter(Boolean).join(' ')],
    ['written', fields.written],
    ['updated', fields.updated],
    ['column', words(fields.column)],
    ['tags', fields.tags.map(quoteWhereNeeded)],
    ['source', words(fields.source)],
    ['author', words(fields.author)],
    ['editor', words(fields.editor)],
    ['views', views === undefined ? undefined : String(views)],
    ['documentNumber', words(fields.documentNumber)],
    ['indexNumber', words(fields.indexNumber)],
    ['script', fields.script],
    ['draft', draft ? 'true' : undefined],
    ['withdrawn', withdrawn && withdrawalNode(withdrawn)],
    [
      'corrections',
      fields.corrections.map(({date, text}) =>
        present([
          ['date', date],
          ['text', quoteWhereNeeded(text)],
        ]),
      ),
    ],
    ['aliases', fields.aliases.map(quoteWhereNeeded)],
    ['attachments', fields.attachments.map(attachmentNode)],
    ['pictures', fields.pictures.map(pictureNode)],
    ['conversion', conversionNode(fields.conversion)],
    ['provenance', fields.provenance && provenanceNode(fields.provenance)],
  ])
}

function withdrawalNode({date, reason}: NonNullable<NewsRecord['withdrawn']>): Node {
  const node = present([
    ['date', date],
    ['reason', words(reason)],
  ])
  // A withdrawal is one even if nobody says when or why.
  return node.size === 0 ? '{}' : node
}

function attachmentNode({file, title}: NewsRecord['attachments'][number]): Node {
  return present([
    ['file', quoteWhereNeeded(file)],
    ['title', words(title)],
  ])
}

function pictureNode({name, file, caption, missing}: NewsRecord['pictures'][number]): Node {
  return present([
    ['name', quoteWhereNeeded(name)],
    ['file', words(file)],
    ['caption', words(caption)],
    ['missing', missing ? 'true' : undefined],
  ])
}

function conversionNode(conversion: Conversion): Node {
  return present(
    Object.entries(conversion).map(([text, forms]) => [
      quoteWhereNeeded(text),
      present(
        Object.entries(forms).map(([tag, form]) => [
          tag,
          form === undefined ? undefined : quoteWhereNeeded(form),
        ]),
      ),
    ]),
  )
}

function provenanceNode(provenance: Provenance): Node {
  return present([
    ['from', words(provenance.from)],
    ['url', words(provenance.url)],
    ['file', words(provenance.file)],
    ['retrieved', provenance.retrieved],
    ['by', words(provenance.by)],
    ['sha256', words(provenance.sha256)],
    [
      'lines',
      provenance.lines.map(({line, text}) =>
        present([
          ['line', String(line)],
          ['text', quoteWhereNeeded(text)],
        ]),
      ),
    ],
  ])
}

function words(text: string | undefined): string | undefined {
  return text ? quoteWhereNeeded(text) : undefined
}

function present(
  fields: readonly (readonly [string, Node | undefined])[],
): ReadonlyMap<string, Node> {
  const map = new Map<string, Node>()
  for (const [name, node] of fields) if (node !== undefined && !isEmpty(node)) map.set(name, node)
  return map
}

function isEmpty(node: Node): boolean {
  if (typeof node === 'string') return node === ''
  return isList(node) ? node.length === 0 : node.size === 0
}

/** YAML allows no more than 1024 characters in a key that stands before its colon. */
const keyLengthMax = 1000

/** The lines of a node in block style. */
function formatNode(node: Node, indent: string): readonly string[] {
  if (typeof node === 'string') return [indent + node]
  const inner = `${indent}  `
  if (isList(node)) {
    return node.flatMap((item) => {
      const [first = '', ...rest] = formatNode(item, inner)
      return [`${indent}- ${first.slice(inner.length)}`, ...rest]
    })
  }
  return [...node].flatMap(([key, value]) => {
    const head =
      key.length > keyLengthMax ? [`${indent}? ${key}`, `${indent}:`] : [`${indent}${key}:`]
    if (typeof value !== 'string') return [...head, ...formatNode(value, inner)]
    return [...head.slice(0, -1), `${head.at(-1)} ${value}`]
  })
}

function isList(node: Node): node is readonly Node[] {
  return Array.isArray(node)
}

// Words in Han characters or Latin letters, with such marks as have no meaning in YAML wherever
// they stand. A digit first could be a number or a day.
const plainlyText =
  /^[\p{Script=Han}\p{Script=Latin}](?:[\p{Script=Han}\p{Script=Latin}0-9 ._()（）《》「」『』“”、，。；：？！…〔〕·—-]*[\p{Script=Han}\p{Script=Latin}0-9_)）》」』”。？！…〕])?$/u
/** Words that some reader of YAML takes for something else than text. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i

function quoteWhereNeeded(text: string): string {
  if (plainlyText.test(text) && !reserved.test(text)) return text
  return `"${text.replace(mustEscape, escapeCharacter)}"`
}

/** Quotes, backslashes, and everything that an editor program hides, changes or breaks a line at. */
const mustEscape = /["\\]|(?![ \u3000])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Z}]/gu

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function escapeCharacter(character: string): string {
  const short = shortEscapes[character]
  if (short !== undefined) return short
  const code = character.codePointAt(0) ?? 0
  const hex = (length: number) => code.toString(16).padStart(length, '0')
  return code < 0x100 ? `\\x${hex(2)}` : code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`
}
