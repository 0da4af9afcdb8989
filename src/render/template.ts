import Handlebars from 'handlebars'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {findNearNames} from '../record/near.ts'
import {Html} from './html.ts'
import {badTemplate, missingTemplate, unknownName} from './problems.ts'
import {readMistake} from './template-mistakes.ts'
import {askForNames, type NamesFound} from './template-names.ts'
import type {View} from './view.ts'

/** Templates ready to be filled. */
export interface Templates {
  /** The page that `name` (`article`) makes of a view; undefined with the reason why not. */
  readonly render: (name: string, view: View) => Checked<string | undefined>
}

/**
 * Compiles templates, given by their paths under `templates/` (`partials/head.hbs`). They cannot
 * run code: only Handlebars' own helpers exist, and own properties of a view alone can be read. A
 * name the view does not have is an error with its place, never an empty string; of a value that
 * is not there (null) every name is null. What is wrong with a template itself is told here, and
 * pages that need it are then undefined without a word.
 */
export function compileTemplates(files: ReadonlyMap<string, string>): Checked<Templates> {
  const engine = createEngine()
  const parsed = new Map([...files].map(([path, source]) => [path, parseTemplate(path, source)]))
  const inline = new Set([...parsed.values()].flatMap(({names}) => names?.inlinePartials ?? []))
  const pages = new Map<string, Handlebars.TemplateDelegate>()
  const diagnostics: Diagnostic[] = []
  for (const [path, {tree, problems}] of parsed) {
    const found = [...problems, ...findBadPartials(path, parsed, inline)]
    diagnostics.push(...found)
    const template = tree && found.length === 0 ? compileTemplate(engine, path, tree) : refuseToFill
    pages.set(nameOf(path), template)
    engine.registerPartial(nameOf(path), template)
  }
  const render: Templates['render'] = (name, view) => {
    const template = pages.get(name)
    if (!template) {
      return {value: undefined, diagnostics: [report(missingTemplate, {}, {file: `${name}.hbs`})]}
    }
    try {
      return {value: template(view), diagnostics: []}
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error
      return {value: undefined, diagnostics: error.tell()}
    }
  }
  return {value: {render}, diagnostics}
}

/**
 * Carries out of the engine what is wrong in which template. It is put in words only then: where
 * the stack is full, nothing more can be done.
 */
class TemplateError extends Error {
  readonly tell: () => readonly Diagnostic[]

  constructor(tell: () => readonly Diagnostic[]) {
    super()
    this.tell = tell
  }
}

/** Stands for a template of which it has been said what is wrong. */
function refuseToFill(): never {
  throw new TemplateError(() => [])
}

/** How many names are proposed for one that is not there. */
const nearMax = 3

interface Parsed {
  readonly tree?: hbs.AST.Program
  readonly names?: NamesFound
  readonly problems: readonly Diagnostic[]
}

function parseTemplate(path: string, source: string): Parsed {
  try {
    const tree = Handlebars.parse(source)
    const names = askForNames(tree, path)
    return {tree, names, problems: names.diagnostics}
  } catch (error) {
    return {problems: [toDiagnostic(path, error, source)]}
  }
}

function nameOf(path: string): string {
  return path.replace(/\.hbs$/, '')
}

// So that the engine calls them without looking whether the view has the name.
const ownHelpers = {known: true, lookup: true, text: true, html: true, section: true}

function createEngine(): typeof Handlebars {
  const engine = Handlebars.create()
  engine.unregisterHelper('log')
  engine.registerHelper('known', lookUp)
  engine.registerHelper('lookup', lookUp)
  engine.registerHelper('text', (value: unknown) => value)
  engine.registerHelper('html', onlyHtml)
  // `{{#name}}` without a helper, which the engine itself fills by the helper of this name.
  const {blockHelperMissing} = engine.helpers
  if (blockHelperMissing) engine.registerHelper('section', blockHelperMissing)
  return engine
}

function compileTemplate(
  engine: typeof Handlebars,
  path: string,
  tree: hbs.AST.Program,
): Handlebars.TemplateDelegate {
  const options = {strict: true, explicitPartialContext: false, knownHelpers: ownHelpers}
  const template = engine.compile(tree, options)
  return (view, runtime) => {
    try {
      return template(view, runtime)
    } catch (error) {
      throw error instanceof TemplateError
        ? error
        : new TemplateError(() => [toDiagnostic(path, error)])
    }
  }
}

/** The property of this name; a `TemplateError` when there is none. See `askForNames`. */
function lookUp(
  object: unknown,
  name: string | number,
  file: string,
  line: number,
  column: number,
  {data}: Handlebars.HelperOptions,
): unknown {
  if (object === null || object === undefined) return null
  const key = String(name)
  if (Array.isArray(object) && /^\d+$/.test(key)) return object[Number(key)] ?? null
  if (isReadable(object) && Object.hasOwn(object, key)) return Reflect.get(object, key)
  throw new TemplateError(() => {
    const names = ownNames(object)
    const elsewhere = pathsIn(data.root, object === data.root ? '' : '@root.')
    const known = new Map([...elsewhere, ...names.map((own) => [own, [own]] as const)])
    const near = findNearNames(key, known.keys()).flatMap((found) => known.get(found) ?? [])
    const where = {file: `templates/${file}`, place: {line, column}}
    return [report(unknownName, where, {name: key, near: near.slice(0, nearMax), names})]
  })
}

function onlyHtml(value: unknown, file: string, line: number, column: number): Html {
  if (value instanceof Html) return value
  const detail = {
    zh: '{{{ }}} 只能放邸报生成的网页内容，文字请写 {{ }}',
    en: '{{{ }}} takes markup that Dibao made, not plain text; write {{ }}',
  }
  const where = {file: `templates/${file}`, place: {line, column}}
  throw new TemplateError(() => [report(badTemplate, where, {detail})])
}

function findBadPartials(
  path: string,
  parsed: ReadonlyMap<string, Parsed>,
  inline: ReadonlySet<string>,
): readonly Diagnostic[] {
  const partialsOf = (file: string) => parsed.get(file)?.names?.partials ?? []
  const leadsBack = (file: string, seen: Set<string>): boolean =>
    partialsOf(file).some(({name}) => {
      const target = `${name}.hbs`
      if (target === path) return true
      if (seen.has(target)) return false
      return leadsBack(target, seen.add(target))
    })
  return partialsOf(path).flatMap(({name, place}) => {
    const target = `${name}.hbs`
    const isThere = parsed.has(target) || inline.has(name)
    // The engine would fill it until the program breaks down.
    const isEndless = target === path || leadsBack(target, new Set([target]))
    if (isThere && !isEndless) return []
    const detail = isThere
      ? {zh: `「${name}」包含了它自己`, en: `${name} would hold itself`}
      : {zh: `没有「${name}」这个片段`, en: `there is no partial ${name}`}
    return [report(badTemplate, {file: `templates/${path}`, place}, {detail})]
  })
}

function toDiagnostic(path: string, error: unknown, source = ''): Diagnostic {
  if (!(error instanceof Error)) throw error
  const file = `templates/${path}`
  const mistake = readMistake(error.message, source)
  if (mistake) return report(badTemplate, {file, place: mistake.place}, {detail: mistake.detail})
  const [said = ''] = error.message.replace(/ - \d+:\d+$/, '').split('\n')
  const detail = {zh: said.replace(/:$/, ''), en: said.replace(/:$/, '')}
  return report(badTemplate, {file, place: placeOf(error)}, {detail})
}

function placeOf(error: Error): {line: number; column: number} {
  const {lineNumber, column} = error as Handlebars.Exception
  const stated = /on line (\d+)/.exec(error.message)?.[1]
  return {line: lineNumber ?? Number(stated ?? 1), column: (column ?? 0) + 1}
}

function isReadable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Html)
}

function ownNames(value: unknown): readonly string[] {
  return isReadable(value) && !Array.isArray(value) ? Object.keys(value) : []
}

/** Every name that a template could have meant, with the ways to write it from where it stands. */
function pathsIn(root: unknown, start: string): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>()
  const visit = (value: unknown, path: string, depth: number): void => {
    if (!isReadable(value) || depth > 3) return
    const entries = Array.isArray(value)
      ? value.slice(0, 1).map((first) => ['[0]', first] as const)
      : Object.entries(value)
    for (const [name, inner] of entries) {
      paths.set(name, [...(paths.get(name) ?? []), `${path}${name}`])
      visit(inner, `${path}${name}.`, depth + 1)
    }
  }
  visit(root, start, 0)
  return paths
}
