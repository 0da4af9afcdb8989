import {dirname, join, normalize} from 'node:path/posix'
import {parseAst} from 'vitest/node'

/** A file of the project: its path from the top, always with `/`, and its text. */
export interface SourceText {
  readonly path: string
  readonly text: string
}

/** A rule of the code: what breaks it, one line each, with the path first. */
export type TidyRule = (sources: readonly SourceText[]) => readonly string[]

/** The floors of `src`, lowest first. */
export const floors = [
  'base',
  'text',
  'record',
  'importer',
  'article',
  'site',
  'render',
  'emit',
  'app',
]

const functionLinesMax = 60
const fileLinesMax = 350

/** A file imports only from its own floor or a lower one; `src/index.ts` may import them all. */
export const importsGoDown: TidyRule = (sources) =>
  sources.flatMap(({path, text}) =>
    importsOf(text)
      .filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(path), name)))
      .filter((target) => !target.startsWith('src/') || heightOf(target) > heightOf(path))
      .map((target) => `${path} imports ${target}`),
  )

/** Built-in modules of Node that do nothing but compute, and who below `app` may use them. */
const pureModules: Readonly<Record<string, readonly string[] | 'all'>> = {
  'node:buffer': 'all',
  'node:crypto': ['src/base/digest.ts'],
  'node:zlib': ['src/emit/zip.ts'],
}

const worldMembers = new Set(['Date.now', 'Math.random'])
const worldObjects = new Set(['process', 'console', 'performance', 'crypto'])
const worldFunctions = new Set(['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'Date'])
const localeMembers = /^(?:localeCompare|toLocale\w+)$/

/**
 * Nothing below `app` reads a file, a clock, chance, the environment or the machine's locale, or
 * writes to the console.
 */
export const worldIsOnTop: TidyRule = (sources) =>
  sources.flatMap(({path, text}) => {
    if (heightOf(path) >= floors.indexOf('app')) return []
    const modules = importsOf(text).filter((name) => isWorldModule(name, path))
    const uses: string[] = []
    walk(parse(text), (node) => {
      const use = worldUse(node)
      if (use !== undefined) uses.push(`${use} (line ${lineOf(text, node.start)})`)
    })
    return [...modules, ...uses].map((what) => `${path} uses ${what}`)
  })

/** Some libraries may be imported only in one place. */
export const librariesStayHome: TidyRule = (sources) =>
  sources.flatMap(({path, text}) =>
    importsOf(text)
      .filter((name) => {
        const home = libraryHomes[name.split('/', 1)[0] ?? '']
        return home !== undefined && path !== home && !path.startsWith(`${home}/`)
      })
      .map((name) => `${path} imports ${name}`),
  )

const libraryHomes: Readonly<Record<string, string>> = {
  'gray-matter': 'src/record/front-matter.ts',
  'jieba-zh-cn': 'src/text/tables',
  'opencc-js': 'src/text',
  chokidar: 'src/app/watch.ts',
  sirv: 'src/app',
}

/** No function is longer than a screen, no file longer than one idea. */
export const thingsAreShort: TidyRule = (sources) =>
  sources.flatMap(({path, text}) => {
    const problems: string[] = []
    const fileLines = lineOf(text, text.trimEnd().length)
    if (fileLines > fileLinesMax) problems.push(`${path} has ${fileLines} lines`)
    walk(parse(text), (node) => {
      if (!isFunction(node)) return
      const first = lineOf(text, node.start)
      const lines = lineOf(text, node.end) - first + 1
      if (lines > functionLinesMax)
        problems.push(`${path}:${first} is a function of ${lines} lines`)
    })
    return problems
  })

/**
 * Every exported function, constant and class says above itself what it promises. A problem says
 * it in its own sentences.
 */
export const exportsAreDocumented: TidyRule = (sources) =>
  sources.flatMap(({path, text}) => {
    const problems = new Set(problemsOf(text).map(({name}) => name))
    // The signatures of an overloaded function share the comment above the first.
    const first = new Map(
      exportedDeclarations(text)
        .toReversed()
        .map((item) => [item.name, item]),
    )
    return [...first.values()]
      .filter(({name, start}) => !problems.has(name) && !endsWithDocComment(text.slice(0, start)))
      .map(({name}) => `${path} says nothing about ${name}`)
      .toSorted()
  })

/** Every problem is taken up by name in some file of `src` that lists none, and named in a test. */
export function problemsAreUsed(
  sources: readonly SourceText[],
  tests: readonly SourceText[],
): readonly string[] {
  const isCatalogue = ({path}: SourceText): boolean => /^src\/\w+\/(?:.*-)?problems\.ts$/.test(path)
  const reporters = sources
    .filter((file) => !isCatalogue(file))
    .map((file) => ({...file, imported: filesImportedBy(file)}))
  return sources.filter(isCatalogue).flatMap((file) => {
    const users = reporters.filter(({imported}) => imported.has(file.path))
    return problemsOf(file.text).flatMap(({name, ruleId}) => {
      const word = new RegExp(`\\b${name}\\b`)
      const reported = users.some(({text}) => word.test(text))
      const tested = tests.some(({text}) => text.includes(ruleId))
      return [
        ...(reported ? [] : [`${file.path}: ${name} is never reported`]),
        ...(tested ? [] : [`${file.path}: no test names ${ruleId}`]),
      ]
    })
  })
}

// Put together here, or the rule would find itself.
const leftover = new RegExp(`\\b(?:${['FIX', 'TO'].join('ME|')}DO)\\b`)

/** Nothing is left for later: an unfinished thing is an issue, not a comment. */
export const nothingIsLeft: TidyRule = (sources) =>
  sources.flatMap(({path, text}) => {
    const found = leftover.exec(text)
    return found ? [`${path}:${lineOf(text, found.index)} has ${found[0]}`] : []
  })

interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function parse(text: string): SyntaxNode {
  const program: unknown = parseAst(text, {lang: 'ts'})
  if (!isNode(program)) throw new Error('not a program')
  return program
}

/** Visits a node and everything below it, in the order of the text. */
function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit)
    }
  }
}

function textOf(value: unknown, field: string): string {
  const text = isNode(value) ? value[field] : undefined
  return typeof text === 'string' ? text : ''
}

function listOf(value: unknown): readonly SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** The names of all modules that a text imports, at its top, on demand, or again for export. */
export function importsOf(text: string): readonly string[] {
  const names: string[] = []
  walk(parse(text), (node) => {
    if (/^(?:Import(?:Declaration|Expression)|Export(?:Named|All)Declaration)$/.test(node.type)) {
      const name = textOf(node['source'], 'value')
      if (name !== '') names.push(name)
    }
  })
  return names
}

function filesImportedBy({path, text}: SourceText): ReadonlySet<string> {
  return new Set(importsOf(text).map((name) => normalize(join(dirname(path), name))))
}

/** How high a file stands; what is outside the floors, as `src/index.ts`, stands above them all. */
function heightOf(path: string): number {
  const floor = floors.indexOf(path.split('/')[1] ?? '')
  return floor === -1 ? floors.length : floor
}

function isWorldModule(name: string, path: string): boolean {
  if (!name.startsWith('node:')) return false
  const users = pureModules[name] ?? []
  return users !== 'all' && !users.includes(path)
}

/** The part of the world that a node touches, as it is written. */
function worldUse(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression') {
    const object = textOf(node['object'], 'name')
    const property = textOf(node['property'], 'name')
    if (worldObjects.has(object) || worldMembers.has(`${object}.${property}`)) {
      return `${object}.${property}`
    }
    return localeMembers.test(property) ? property : undefined
  }
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const name = textOf(node['callee'], 'name')
    return worldFunctions.has(name) ? name : undefined
  }
  return undefined
}

function isFunction({type}: SyntaxNode): boolean {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)
}

interface Declared {
  readonly name: string
  readonly start: number
  readonly value: unknown
}

/** The functions, constants and classes that a text exports, with where each statement starts. */
function exportedDeclarations(text: string): readonly Declared[] {
  return listOf(parse(text)['body']).flatMap((statement) => {
    if (!statement.type.startsWith('Export')) return []
    const declaration = statement['declaration']
    const inner = isNode(declaration) ? listOf(declaration['declarations']) : []
    if (!isNode(declaration) || declaration.type.startsWith('TSInterface')) return []
    if (declaration.type === 'TSTypeAliasDeclaration') return []
    return (inner.length === 0 ? [declaration] : inner).map((item) => ({
      name: textOf(item['id'], 'name'),
      start: statement.start,
      value: item['init'],
    }))
  })
}

/** The problems that a `problems.ts` exports: constants made of an object with a `ruleId`. */
function problemsOf(text: string): readonly {readonly name: string; readonly ruleId: string}[] {
  return exportedDeclarations(text).flatMap(({name, value}) => {
    const ruleIds: string[] = []
    if (isNode(value) && value.type !== 'ArrayExpression') {
      walk(value, (node) => {
        if (node.type === 'Property' && textOf(node['key'], 'name') === 'ruleId') {
          ruleIds.push(textOf(node['value'], 'value'))
        }
      })
    }
    return ruleIds.slice(0, 1).map((ruleId) => ({name, ruleId}))
  })
}

function endsWithDocComment(text: string): boolean {
  const start = text.lastIndexOf('/**')
  const comment = start === -1 ? '' : text.slice(start)
  return comment.indexOf('*/') === comment.length - 3 && /^\/\*\*[\s*]*[^\s*/]/.test(comment)
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
