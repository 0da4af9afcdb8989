import Handlebars from 'handlebars'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {findNearestName} from '../record/near.ts'
import {Html} from './html.ts'
import {badTemplate, missingTemplate, unknownName} from './problems.ts'
import type {View} from './view.ts'

/** Templates ready to be filled. */
export interface Templates {
  /** The page that `name` (`article`) makes of a view; undefined with the reason why not. */
  readonly render: (name: string, view: View) => Checked<string | undefined>
}

/**
 * Compiles templates, given by their paths under `templates/` (`partials/head.hbs`). They cannot
 * run code: only Handlebars' own helpers exist, and own properties of a view alone can be read. A
 * name the view does not have is an error with its place, never an empty string.
 */
export function compileTemplates(files: ReadonlyMap<string, string>): Checked<Templates> {
  const engine = Handlebars.create()
  engine.registerHelper('html', onlyHtml)
  const pages = new Map<string, Handlebars.TemplateDelegate>()
  const diagnostics: Diagnostic[] = []
  for (const [path, source] of files) {
    const name = path.replace(/\.hbs$/, '')
    try {
      const template = compileTemplate(engine, path, source)
      pages.set(name, template)
      engine.registerPartial(name, template)
    } catch (error) {
      diagnostics.push(toDiagnostic(path, error))
    }
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
      return {value: undefined, diagnostics: [toDiagnostic(error.path, error.reason, error.view)]}
    }
  }
  return {value: {render}, diagnostics}
}

/** Names the template in which filling failed, since the engine only knows line and column. */
class TemplateError extends Error {
  readonly path: string
  readonly reason: unknown
  readonly view: unknown

  constructor(path: string, reason: unknown, view: unknown) {
    super(String(reason))
    this.path = path
    this.reason = reason
    this.view = view
  }
}

function compileTemplate(
  engine: typeof Handlebars,
  path: string,
  source: string,
): Handlebars.TemplateDelegate {
  const tree = engine.parse(source, {srcName: path})
  new RawForms().accept(tree)
  const template = engine.compile(tree, {strict: true, explicitPartialContext: false})
  return (view, options) => {
    try {
      return template(view, options)
    } catch (error) {
      throw error instanceof TemplateError ? error : new TemplateError(path, error, view)
    }
  }
}

/** Makes `{{{name}}}` ask for an `Html` value: markup that is trusted is so by its type alone. */
class RawForms extends Handlebars.Visitor {
  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(statement)
    if (statement.escaped || statement.path.type !== 'PathExpression') return
    const path = statement.path as hbs.AST.PathExpression
    statement.params = [path]
    statement.path = {...path, parts: ['html'], original: 'html', depth: 0, data: false}
    statement.escaped = true
  }
}

function onlyHtml(value: unknown): Html {
  if (value instanceof Html) return value
  throw new Handlebars.Exception(
    '{{{ }}} takes markup that Dibao made, not plain text; write {{ }}',
  )
}

function toDiagnostic(path: string, error: unknown, view?: unknown): Diagnostic {
  if (!(error instanceof Error)) throw error
  const {line, column} = placeOf(error)
  const where = {file: `templates/${path}`, place: {line, column}}
  const name = /^"(.+?)" not defined/.exec(error.message)?.[1]
  if (name !== undefined) {
    return report(unknownName, where, {name, near: findNearestName(name, namesIn(view))})
  }
  return report(badTemplate, where, {detail: error.message.replace(/ - \d+:\d+$/, '')})
}

function placeOf(error: Error): {line: number; column: number} {
  const {lineNumber, column} = error as Handlebars.Exception
  const stated = /on line (\d+)/.exec(error.message)?.[1]
  return {line: lineNumber ?? Number(stated ?? 1), column: (column ?? 0) + 1}
}

/** Every name that a template could have meant. */
function namesIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || value instanceof Html || depth > 3) return []
  if (Array.isArray(value)) return namesIn(value[0], depth + 1)
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner, depth + 1)])
}
