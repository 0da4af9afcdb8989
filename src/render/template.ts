import Handlebars from 'handlebars'
import {type Checked, compareDiagnostics, type Diagnostic, report} from '../base/diagnostic.ts'
import {findNearestName, findNearNames} from '../record/near.ts'
import {badTemplate, missingTemplate, unknownName, unusedTemplate} from './problems.ts'
import {TemplateError} from './template-error.ts'
import {readMismatch, readMistake} from './template-mistakes.ts'
import {checkTemplate, type NamesFound} from './template-names.ts'
import {compileProgram} from './template-program.ts'
import {type Fill, scopeOf} from './template-scope.ts'
import type {View} from './view.ts'
import {specimensOf} from './view-specimens.ts'

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
 * pages that need it are then undefined without a word. So is a wrong name that no page of the site
 * may come to, because a list is empty or a value missing. Of templates that nothing uses those alone
 * are told that are among the site's `own`. `assets` are the names of the theme's files.
 */
export function compileTemplates(
  files: ReadonlyMap<string, string>,
  own: ReadonlySet<string> = new Set(files.keys()),
  assets: Iterable<string> = [],
): Checked<Templates> {
  const parsed = new Map([...files].map(([path, source]) => [path, parseTemplate(path, source)]))
  const inline = new Set([...parsed.values()].flatMap(({names}) => names?.inlinePartials ?? []))
  const fills = new Map<string, Fill>()
  const trials = new Map<string, Fill>()
  const diagnostics: Diagnostic[] = [...findUnused(parsed, own)]
  for (const [path, {tree, problems}] of parsed) {
    const found = [...problems, ...findBadPartials(path, parsed, inline)]
    diagnostics.push(...found)
    const isRight = tree && found.length === 0
    for (const made of [fills, trials]) {
      const partialOf = (name: string) => made.get(name)
      const fill = isRight ? compileTemplate(path, tree, partialOf, made === trials) : refuseToFill
      made.set(nameOf(path), fill)
    }
  }
  // The theme that comes with the program has been tried.
  if (own.size > 0) {
    for (const [kind, specimen] of specimensOf(assets)) {
      const wrong = tryToFill(trials.get(kind), specimen)
      if (wrong.length > 0) fills.set(kind, refuseToFill)
      diagnostics.push(
        ...wrong.filter(
          (each) => !diagnostics.some((told) => compareDiagnostics(each, told) === 0),
        ),
      )
    }
  }
  const render: Templates['render'] = (name, view) => {
    const fill = fills.get(name)
    if (!fill) {
      return {value: undefined, diagnostics: [report(missingTemplate, {}, {file: `${name}.hbs`})]}
    }
    try {
      return {value: fill(scopeOf(view)), diagnostics: []}
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error
      return {value: undefined, diagnostics: error.tell()}
    }
  }
  return {value: {render}, diagnostics}
}

/** What is wrong with a template that is filled with a view of which nothing is missing. */
function tryToFill(fill: Fill | undefined, specimen: object): readonly Diagnostic[] {
  try {
    fill?.(scopeOf(specimen))
    return []
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return error.tell()
  }
}

/** Stands for a template of which it has been said what is wrong. */
function refuseToFill(): never {
  throw new TemplateError(() => [])
}

interface Parsed {
  readonly tree?: hbs.AST.Program
  readonly names?: NamesFound
  readonly problems: readonly Diagnostic[]
}

function parseTemplate(path: string, source: string): Parsed {
  try {
    const tree = Handlebars.parse(source)
    const names = checkTemplate(tree, path)
    return {tree, names, problems: names.diagnostics}
  } catch (error) {
    return {problems: [toDiagnostic(path, error, source)]}
  }
}

function nameOf(path: string): string {
  return path.replace(/\.hbs$/, '')
}

function compileTemplate(
  path: string,
  tree: hbs.AST.Program,
  partialOf: (name: string) => Fill | undefined,
  isTrial: boolean,
): Fill {
  const fill = compileProgram(tree, path, partialOf, isTrial)
  return (scope) => {
    try {
      return fill(scope)
    } catch (error) {
      throw error instanceof TemplateError
        ? error
        : new TemplateError(() => [toDiagnostic(path, error)])
    }
  }
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
    const where = {file: `templates/${path}`, place}
    if (isThere) {
      const detail = {zh: `「${name}」包含了它自己`, en: `${name} would hold itself`}
      return [report(badTemplate, where, {detail})]
    }
    const names = [...inline, ...Array.from(parsed.keys(), nameOf)].filter(
      (known) => !isPage(known),
    )
    return [report(unknownName, where, {name, near: findNearNames(name, names), names})]
  })
}

const pageKinds: Readonly<Record<View['kind'], true>> = {
  home: true,
  article: true,
  version: true,
  listing: true,
  terms: true,
  missing: true,
  corrections: true,
  search: true,
  'not-found': true,
}

function isPage(name: string): boolean {
  return Object.hasOwn(pageKinds, name)
}

/** Templates of which nothing is made, and whose name looks like a slip of the pen. */
function findUnused(
  parsed: ReadonlyMap<string, Parsed>,
  own: ReadonlySet<string>,
): readonly Diagnostic[] {
  const used = new Set(
    [...parsed.values()].flatMap(({names}) => names?.partials ?? []).map(({name}) => name),
  )
  const isUsed = (name: string): boolean => isPage(name) || used.has(name)
  const names = Array.from(parsed.keys(), nameOf)
  return names
    .filter((name) => own.has(`${name}.hbs`) && !isUsed(name))
    .flatMap((name) => {
      const near = findNearestName(name, names.filter(isUsed))
      if (near === undefined) return []
      const file = `${name}.hbs`
      return [report(unusedTemplate, {file: `templates/${file}`}, {file, near: `${near}.hbs`})]
    })
}

function toDiagnostic(path: string, error: unknown, source = ''): Diagnostic {
  if (!(error instanceof Error)) throw error
  const file = `templates/${path}`
  const mistake = readMistake(error.message, source)
  if (mistake) return report(badTemplate, {file, place: mistake.place}, {detail: mistake.detail})
  const [said = ''] = error.message.replace(/ - \d+:\d+$/, '').split('\n')
  const detail = readMismatch(said) ?? {zh: said.replace(/:$/, ''), en: said.replace(/:$/, '')}
  return report(badTemplate, {file, place: placeOf(error)}, {detail})
}

function placeOf(error: Error): {line: number; column: number} {
  const {lineNumber, column} = error as Handlebars.Exception
  const stated = /on line (\d+)/.exec(error.message)?.[1]
  return {line: lineNumber ?? Number(stated ?? 1), column: (column ?? 0) + 1}
}
