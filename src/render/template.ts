import Handlebars from 'handlebars'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {findNearestName} from '../record/near.ts'
import {Html} from './html.ts'
import {badTemplate, missingTemplate, unknownName} from './problems.ts'
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
  const pages = new Map<string, Handlebars.TemplateDelegate | undefined>()
  const names = new Map<string, NamesFound>()
  const diagnostics: Diagnostic[] = []
  for (const [path, source] of files) {
    const name = path.replace(/\.hbs$/, '')
    pages.set(name, undefined)
    try {
      const tree = engine.parse(source)
      names.set(path, askForNames(tree, path))
      const template = compileTemplate(engine, path, tree)
      pages.set(name, template)
      engine.registerPartial(name, template)
    } catch (error) {
      diagnostics.push(toDiagnostic(path, error))
    }
  }
  diagnostics.push(...[...names.values()].flatMap((found) => found.diagnostics))
  diagnostics.push(...findMissingPartials(names, new Set(pages.keys())))
  const render: Templates['render'] = (name, view) => {
    if (!pages.has(name)) {
      return {value: undefined, diagnostics: [report(missingTemplate, {}, {file: `${name}.hbs`})]}
    }
    const template = pages.get(name)
    if (!template || diagnostics.length > 0) return {value: undefined, diagnostics: []}
    try {
      return {value: template(view), diagnostics: []}
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error
      return {value: undefined, diagnostics: [error.diagnostic]}
    }
  }
  return {value: {render}, diagnostics}
}

/** Carries out of the engine what is wrong in which template. */
class TemplateError extends Error {
  readonly diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.reason.en)
    this.diagnostic = diagnostic
  }
}

const ownHelpers = {known: true, lookup: true, text: true, html: true, section: true}

function createEngine(): typeof Handlebars {
  const engine = Handlebars.create()
  engine.unregisterHelper('log')
  engine.registerHelper('known', known)
  engine.registerHelper('lookup', known)
  engine.registerHelper('text', (value: unknown) => value)
  engine.registerHelper('html', onlyHtml)
  engine.registerHelper('section', engine.helpers['blockHelperMissing'])
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
      throw error instanceof TemplateError ? error : new TemplateError(toDiagnostic(path, error))
    }
  }
}

/** The property of this name; a `TemplateError` when there is none. See `askForNames`. */
function known(
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
  const near = findNearestName(key, [...ownNames(object), ...namesIn(data.root)])
  const where = {file: `templates/${file}`, place: {line, column}}
  throw new TemplateError(report(unknownName, where, {name: key, near}))
}

function onlyHtml(value: unknown, file: string, line: number, column: number): Html {
  if (value instanceof Html) return value
  const detail = '{{{ }}} takes markup that Dibao made, not plain text; write {{ }}'
  const where = {file: `templates/${file}`, place: {line, column}}
  throw new TemplateError(report(badTemplate, where, {detail}))
}

function findMissingPartials(
  names: ReadonlyMap<string, NamesFound>,
  pages: ReadonlySet<string>,
): readonly Diagnostic[] {
  const inline = new Set([...names.values()].flatMap(({inlinePartials}) => inlinePartials))
  return [...names].flatMap(([path, {partials}]) =>
    partials
      .filter(({name}) => !pages.has(name) && !inline.has(name))
      .map(({name, line, column}) => {
        const where = {file: `templates/${path}`, place: {line, column}}
        return report(badTemplate, where, {detail: `there is no partial ${name}`})
      }),
  )
}

function toDiagnostic(path: string, error: unknown): Diagnostic {
  if (!(error instanceof Error)) throw error
  const [detail = ''] = error.message.replace(/ - \d+:\d+$/, '').split('\n')
  return report(badTemplate, {file: `templates/${path}`, place: placeOf(error)}, {detail})
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

/** Every name that a template could have meant. */
function namesIn(value: unknown, depth = 0): readonly string[] {
  if (!isReadable(value) || depth > 3) return []
  if (Array.isArray(value)) return namesIn(value[0], depth + 1)
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner, depth + 1)])
}
