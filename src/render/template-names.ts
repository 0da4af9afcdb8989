import Handlebars from 'handlebars'
import {type Diagnostic, report} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import {findNearNames} from '../record/near.ts'
import {unknownName} from './problems.ts'

/** What a template may call; everything else in it is a name of the view. */
const helperNames: readonly string[] = ['each', 'if', 'unless', 'with', 'lookup']
const dataNames: readonly string[] = ['root', 'index', 'key', 'first', 'last', 'partial-block']

/** What was found in one template. */
export interface NamesFound {
  /** Helpers and data names that do not exist. */
  readonly diagnostics: readonly Diagnostic[]
  /** The partials it puts in, and those it defines itself. */
  readonly partials: readonly {readonly name: string; readonly place: Point}[]
  readonly inlinePartials: readonly string[]
}

/**
 * Rewrites a template, in place, so that every name is asked of the helper `known`, which is told
 * where the name stands. The engine alone would take an unknown name in `{{#if name}}` for an
 * empty one, and cannot tell in which of several templates a name stands.
 */
export function askForNames(tree: hbs.AST.Program, file: string): NamesFound {
  const names = new Names(file)
  names.accept(tree)
  return names
}

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression
type Including = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement

class Names extends Handlebars.Visitor implements NamesFound {
  readonly diagnostics: Diagnostic[] = []
  readonly partials: {name: string; place: Point}[] = []
  readonly inlinePartials: string[] = []
  readonly #file: string
  /** Names that blocks around this place give, as in `{{#each entries as |entry|}}`. */
  #locals: readonly string[] = []

  constructor(file: string) {
    super()
    this.#file = file
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    const helper = statement.escaped ? 'text' : 'html'
    const value = this.#valueOf(statement)
    if (value === undefined) return
    statement.params = [value, ...this.#place(statement.loc)]
    statement.path = helperPath(helper, statement.loc)
    statement.hash = noHash(statement.loc)
    // The helper `html` answers a value that is not escaped again; it takes no other.
    statement.escaped = true
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    if (isCall(block)) this.#askInCall(block)
    else {
      block.params = [this.#ask(block.path)]
      block.path = helperPath('section', block.loc)
    }
    const outer = this.#locals
    this.#locals = [...outer, ...(block.program?.blockParams ?? [])]
    this.accept(block.program)
    this.#locals = outer
    this.accept(block.inverse)
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    const [name] = block.params
    if (name && isString(name)) this.inlinePartials.push(name.value)
    this.accept(block.program)
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.#askInPartial(partial)
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.#askInPartial(partial)
    this.accept(partial.program)
  }

  #valueOf(statement: hbs.AST.MustacheStatement): hbs.AST.Expression | undefined {
    const {path} = statement
    if (!isPath(path)) return undefined
    if (!isCall(statement)) return this.#ask(path)
    this.#askInCall(statement)
    const {params, hash, loc} = statement
    return {type: 'SubExpression', path, params, hash, loc} as hbs.AST.SubExpression
  }

  #askInPartial(partial: Including): void {
    const {name, loc} = partial
    if (isSubExpression(name)) this.#askInCall(name)
    if (isPath(name) && !name.data) {
      this.partials.push({name: name.original, place: toPoint(loc)})
    }
    this.#askInValues(partial)
  }

  #askInCall(call: Call): void {
    const {path, loc} = call
    if (!isPath(path)) return
    if (!helperNames.includes(path.original)) this.#tell(path.original, helperNames, path.loc)
    this.#askInValues(call)
    if (path.original === 'lookup') call.params.push(...this.#place(loc))
  }

  #askInValues(call: Call | Including): void {
    call.params = call.params.map((value) => this.#ask(value))
    for (const pair of call.hash?.pairs ?? []) pair.value = this.#ask(pair.value)
  }

  #ask(value: hbs.AST.Expression): hbs.AST.Expression {
    if (isSubExpression(value)) this.#askInCall(value)
    if (!isPath(value)) return value
    const {parts, data, depth, original, loc} = value
    const [first = ''] = parts
    if (data && !dataNames.includes(first)) this.#tell(`@${first}`, dataNames, loc)
    const isScoped = depth > 0 || /^(?:\.|this\b)/.test(original)
    const isLocal = !isScoped && this.#locals.includes(first)
    const kept = data || isLocal ? 1 : 0
    const base = {...value, parts: parts.slice(0, kept), original: kept ? first : 'this'}
    return parts.slice(kept).reduce<hbs.AST.Expression>((object, name) => {
      const params = [object, textLiteral(name, loc), ...this.#place(loc)]
      return subExpression('known', params, loc)
    }, base)
  }

  #place(loc: hbs.AST.SourceLocation): readonly hbs.AST.Expression[] {
    const {line, column} = toPoint(loc)
    return [textLiteral(this.#file, loc), numberLiteral(line, loc), numberLiteral(column, loc)]
  }

  #tell(name: string, known: readonly string[], loc: hbs.AST.SourceLocation): void {
    const where = {file: `templates/${this.#file}`, place: toPoint(loc)}
    this.diagnostics.push(
      report(unknownName, where, {name, near: findNearNames(name, known), names: known}),
    )
  }
}

function toPoint({start}: hbs.AST.SourceLocation): Point {
  return {line: start.line, column: start.column + 1}
}

function isCall({params, hash}: Call): boolean {
  return params.length > 0 || (hash?.pairs ?? []).length > 0
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression'
}

function isSubExpression(node: hbs.AST.Node): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression'
}

function isString(node: hbs.AST.Node): node is hbs.AST.StringLiteral {
  return node.type === 'StringLiteral'
}

function subExpression(
  helper: string,
  params: hbs.AST.Expression[],
  loc: hbs.AST.SourceLocation,
): hbs.AST.SubExpression {
  return {type: 'SubExpression', path: helperPath(helper, loc), params, hash: noHash(loc), loc}
}

function helperPath(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return {type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc}
}

function noHash(loc: hbs.AST.SourceLocation): hbs.AST.Hash {
  return {type: 'Hash', pairs: [], loc}
}

function textLiteral(value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral {
  return {type: 'StringLiteral', value, original: value, loc}
}

function numberLiteral(value: number, loc: hbs.AST.SourceLocation): hbs.AST.NumberLiteral {
  return {type: 'NumberLiteral', value, original: value, loc}
}
