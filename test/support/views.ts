import {readFile} from 'node:fs/promises'
import {parseAst} from 'vitest/node'

/** What a template finds under a name. */
export type Shape =
  | {readonly kind: 'value'; readonly type: 'text' | 'number' | 'truth' | 'markup'}
  | {readonly kind: 'named'; readonly name: string}
  | {
      readonly kind: 'object'
      readonly members: readonly Member[]
      readonly bases: readonly string[]
    }
  | {readonly kind: 'list'; readonly of: Shape}
  | {readonly kind: 'map'; readonly of: Shape}

/** A name of a view. */
export interface Member {
  readonly name: string
  /** What the code says of it, in English; empty where the name says all. */
  readonly doc: string
  readonly nullable: boolean
  readonly shape: Shape
}

/** A view, or a part of one that has a name of its own. */
export interface ViewType {
  readonly name: string
  readonly doc: string
  readonly shape: Shape
}

interface Syntax {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/** The types of all views, in the order of the document on templates. */
export async function readAllViewTypes(): Promise<readonly ViewType[]> {
  const files = ['src/render/common-view.ts', 'src/render/view.ts']
  const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')))
  return texts.flatMap(readViewTypes)
}

/**
 * The types of views, read from the source that declares them. It knows the few kinds of types that
 * views are made of, and refuses any other, so that a document made from them leaves nothing out.
 */
export function readViewTypes(source: string): readonly ViewType[] {
  const program = parseAst(source, {lang: 'ts'}) as unknown as Syntax
  return nodes(program['body']).flatMap((statement) => {
    const declared = statement['declaration'] as Syntax | null | undefined
    if (!declared) return []
    const name = nameOf(declared['id'] as Syntax)
    const doc = docBefore(statement.start, source)
    if (declared.type === 'TSInterfaceDeclaration') {
      const bases = nodes(declared['extends']).map((base) => nameOf(base['expression'] as Syntax))
      const members = membersOf(nodes((declared['body'] as Syntax)['body']), source)
      return [{name, doc, shape: {kind: 'object', members, bases} as const}]
    }
    const aliased = declared['typeAnnotation'] as Syntax
    // The union of all views is no view itself.
    if (aliased.type === 'TSUnionType') return []
    return [{name, doc, shape: shapeOf(aliased, source)}]
  })
}

function membersOf(signatures: readonly Syntax[], source: string): readonly Member[] {
  return signatures.map((signature) => {
    const type = (signature['typeAnnotation'] as Syntax)['typeAnnotation'] as Syntax
    const parts = type.type === 'TSUnionType' ? nodes(type['types']) : [type]
    const [first, ...rest] = parts.filter((part) => part.type !== 'TSNullKeyword')
    const isEnumeration = rest.length > 0 && parts.every((part) => part.type === 'TSLiteralType')
    if (!first || (rest.length > 0 && !isEnumeration)) throw new Error('a union of several things')
    return {
      name: nameOf(signature['key'] as Syntax),
      doc: docBefore(signature.start, source),
      nullable: parts.some((part) => part.type === 'TSNullKeyword'),
      shape: shapeOf(first, source),
    }
  })
}

const values: Readonly<Record<string, 'text' | 'number' | 'truth'>> = {
  TSStringKeyword: 'text',
  TSLiteralType: 'text',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'truth',
}

function shapeOf(type: Syntax, source: string): Shape {
  const value = values[type.type]
  if (value) return {kind: 'value', type: value}
  switch (type.type) {
    case 'TSTypeOperator':
      return shapeOf(type['typeAnnotation'] as Syntax, source)
    case 'TSParenthesizedType':
      return shapeOf(type['typeAnnotation'] as Syntax, source)
    case 'TSArrayType':
      return {kind: 'list', of: shapeOf(type['elementType'] as Syntax, source)}
    case 'TSTypeLiteral':
      return {kind: 'object', members: membersOf(nodes(type['members']), source), bases: []}
    case 'TSIntersectionType':
      return joined(nodes(type['types']).map((part) => shapeOf(part, source)))
    case 'TSTypeReference':
      return referenceOf(type, source)
    default:
      throw new Error(`a view may not hold ${type.type}`)
  }
}

function joined(parts: readonly Shape[]): Shape {
  return {
    kind: 'object',
    members: parts.flatMap((part) => (part.kind === 'object' ? part.members : [])),
    bases: parts.flatMap((part) => (part.kind === 'named' ? [part.name] : [])),
  }
}

function referenceOf(type: Syntax, source: string): Shape {
  const name = nameOf(type['typeName'] as Syntax)
  const given = nodes((type['typeArguments'] as Syntax | null)?.['params'] ?? [])
  if (name === 'Html') return {kind: 'value', type: 'markup'}
  if (name === 'Readonly') return shapeOf(given[0]!, source)
  if (name === 'Record') return {kind: 'map', of: shapeOf(given[1]!, source)}
  return {kind: 'named', name}
}

/** The text of the doc comment that ends right before a place. */
function docBefore(start: number, source: string): string {
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(source.slice(0, start))?.[1] ?? ''
  return comment
    .replace(/\n\s*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function nameOf(identifier: Syntax): string {
  return String(identifier['name'])
}

function nodes(value: unknown): readonly Syntax[] {
  return value as readonly Syntax[]
}
