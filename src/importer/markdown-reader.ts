import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseDocument} from 'yaml'
import {report} from '../base/diagnostic.ts'
import type {Removal} from './account.ts'
import {decodeText} from './decode.ts'
import type {ForeignDocument} from './document.ts'
import type {Draft} from './draft.ts'
import {toOldAddress} from './html/addresses.ts'
import {visibleLength} from './html/page-lines.ts'
import {plainTextReader} from './plain-text-reader.ts'
import {markdownActive, missingFiles} from './problems.ts'
import type {Corpus, Reader, Reading} from './reader.ts'
import {type ColumnRole, dayOfCell, roleOf} from './rows/columns.ts'

/** Reads posts of Hexo, Hugo and Jekyll: front matter in YAML or TOML, if any, then Markdown as it is. */
export const markdownReader: Reader = {
  reads: ({name}) => /\.(?:md|markdown)$/i.test(name),
  read: (document, corpus) => {
    const {value: text, diagnostics} = decodeText(document)
    if (text === undefined) return {drafts: [], awaitsPages: false, diagnostics}
    if (partPost(text).front === '') return readBare(document, corpus)
    return {drafts: [draftPost(text, document, corpus)], awaitsPages: false, diagnostics}
  },
}

/** Without front matter title and metadata stand where they do in a plain text. */
function readBare(document: ForeignDocument, corpus: Corpus): Reading {
  const reading = plainTextReader.read(document, corpus)
  const drafts = reading.drafts.map((draft): Draft => {
    const {diagnostics, ...settled} = settleFiles(draft.body, document, corpus)
    const notes = draft.diagnostics.filter(({ruleId}) => ruleId !== markdownActive.ruleId)
    return {
      ...draft,
      ...settled,
      title: draft.title?.replace(/^#+\s*|\s*#+$/g, ''),
      kind: 'Markdown',
      diagnostics: [...notes, ...diagnostics],
    }
  })
  return {...reading, drafts}
}

function draftPost(text: string, document: ForeignDocument, corpus: Corpus): Draft {
  const {front, body: received} = partPost(text)
  const values = front.startsWith('+++') ? readToml(front) : readYaml(front)
  const known = new Map<ColumnRole, string>()
  const rest: Removal[] = []
  for (const [name, value] of values) {
    const role = roleOf(name === 'categories' ? 'category' : name)
    if (role && !known.has(role) && value !== '') known.set(role, value)
    else if (!names.has(name)) rest.push({rule: 'column', name, text: value})
  }
  const {body, ...files} = settleFiles(received, document, corpus)
  const fileName = /(?:^|\/)(\d{4}-\d{1,2}-\d{1,2})-/.exec(document.name)?.[1] ?? ''
  const logged = rest.reduce((sum, removal) => sum + visibleLength(removal.text), 0)
  const address = values.get('permalink') ?? values.get('url') ?? ''
  return {
    title: known.get('title'),
    fields: {
      date: dayOfCell(known.get('date') ?? '') ?? dayOfCell(fileName),
      updated: dayOfCell(known.get('updated') ?? ''),
      author: known.get('author'),
      source: known.get('source'),
      column: known.get('column'),
    },
    body,
    lines: [],
    pictures: [],
    addresses: address.startsWith('/') ? [address] : [],
    kind: 'Markdown',
    account: {
      total: visibleLength(text),
      body: visibleLength(received),
      fields: visibleLength(text) - visibleLength(received) - logged,
      removed: rest,
    },
    ...files,
  }
}

/** Names that say where a post was, which becomes an alias. */
const names = new Set(['permalink', 'url'])

function partPost(text: string): {readonly front: string; readonly body: string} {
  const match = /^(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\r?\n\1[ \t]*(?:\r?\n|$)/.exec(text)
  const front = match?.[0] ?? ''
  return {front, body: text.slice(front.length)}
}

type Values = ReadonlyMap<string, string>

function readYaml(front: string): Values {
  const block = front.replace(/^---.*\r?\n/, '').replace(/\r?\n---[ \t]*\r?\n?$/, '')
  const document = parseDocument(block, {schema: 'failsafe'})
  if (document.errors.length > 0) return readPlainPairs(block, ':')
  const values: unknown = document.toJS({maxAliasCount: 0})
  if (typeof values !== 'object' || values === null) return new Map()
  return new Map(Object.entries(values).map(([name, value]) => [name, firstText(value)]))
}

/** A title with a colon in it is the usual mistake: then each line is a name and a value. */
function readPlainPairs(block: string, separator: string): Values {
  const lines = block.split(/\r?\n/).map((line) => {
    const at = line.indexOf(separator)
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const
  })
  return new Map(lines.filter(([name]) => /^[\w-]+$/.test(name)))
}

function readToml(front: string): Values {
  const pairs = [...readPlainPairs(front, '=')].map(([name, value]) => {
    const plain = /^\[?\s*(["'])(.*?)\1/.exec(value)?.[2] ?? value
    return [name, plain] as const
  })
  return new Map(pairs)
}

function firstText(value: unknown): string {
  if (Array.isArray(value)) return value.map(firstText).find((text) => text !== '') ?? ''
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** The body with stand-ins for the files that it shows and links to. */
function settleFiles(
  body: string,
  {name, old}: ForeignDocument,
  {find}: Corpus,
): Pick<Draft, 'body' | 'files' | 'diagnostics'> {
  const files: {path: string; standIn: string}[] = []
  const missing: string[] = []
  let settled = body
  for (const address of addressesIn(parser.parse(body))) {
    const known = toOldAddress(address, old ?? {address: `/${name}`})
    if (known === undefined) continue
    const target = find(known)
    if (target.kind === 'missing') missing.push(known)
    if (target.kind !== 'file') continue
    const standIn = `dibao-file-${files.length}.`
    files.push({path: target.path, standIn})
    settled = settled.replaceAll(`](${address}`, `](${standIn}`)
  }
  const diagnostics =
    missing.length > 0 ? [report(missingFiles, {file: name}, {files: missing})] : []
  return {body: settled, files, diagnostics}
}

function addressesIn(node: Nodes): readonly string[] {
  const own = node.type === 'image' ? [node.url] : []
  return [...new Set([...own, ...('children' in node ? node.children.flatMap(addressesIn) : [])])]
}
