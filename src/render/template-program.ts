import {type TemplatePlace, wrongAt} from './template-error.ts'
import {
  type Data,
  enter,
  enterItem,
  enterPartial,
  type Fill,
  type Scope,
  withBlock,
  withNames,
  withPartials,
} from './template-scope.ts'
import {isNothing, lookUp, unsure, writeMarkup, writeValue} from './template-value.ts'

type Ask = (scope: Scope) => unknown

/**
 * Makes a template that was read by Handlebars into functions that fill it, one for each of its
 * parts, so that a name is looked up where it is written and anything wrong with it has a place.
 * `checkTemplate` has accepted `tree`. `partialOf` is asked when the template is filled. In a trial
 * a block is filled in all its branches, save where the template itself has settled which it is.
 */
export function compileProgram(
  tree: hbs.AST.Program,
  file: string,
  partialOf: (name: string) => Fill | undefined,
  isTrial = false,
): Fill {
  return new Compiler(file, partialOf, isTrial).program(tree)
}

class Compiler {
  readonly #file: string
  readonly #partialOf: (name: string) => Fill | undefined
  readonly #isTrial: boolean
  /** Names that blocks around this place give. */
  #locals: readonly string[] = []

  constructor(file: string, partialOf: (name: string) => Fill | undefined, isTrial: boolean) {
    this.#file = file
    this.#partialOf = partialOf
    this.#isTrial = isTrial
  }

  program(program: hbs.AST.Program | undefined): Fill {
    const outer = this.#locals
    this.#locals = [...(program?.blockParams ?? []), ...outer]
    const parts = (program?.body ?? []).flatMap((statement) => this.#statement(statement) ?? [])
    const inline = this.#inlinePartials(program)
    this.#locals = outer
    const fill = join(parts)
    return inline.length === 0 ? fill : (scope) => fill(withPartials(scope, inline))
  }

  #statement(statement: hbs.AST.Statement): string | Fill | undefined {
    if (is<hbs.AST.ContentStatement>(statement, 'ContentStatement')) return statement.value
    if (is<hbs.AST.MustacheStatement>(statement, 'MustacheStatement'))
      return this.#mustache(statement)
    if (is<hbs.AST.BlockStatement>(statement, 'BlockStatement')) return this.#block(statement)
    if (is<hbs.AST.PartialStatement>(statement, 'PartialStatement')) return this.#partial(statement)
    if (is<hbs.AST.PartialBlockStatement>(statement, 'PartialBlockStatement'))
      return this.#partial(statement, statement.program)
    return undefined
  }

  #mustache(statement: hbs.AST.MustacheStatement): Fill {
    const ask = this.#ask(
      isCall(statement) ? {...statement, type: 'SubExpression'} : statement.path,
    )
    if (statement.escaped) return (scope) => writeValue(ask(scope))
    const at = this.#place(statement)
    return (scope) => writeMarkup(ask(scope), at)
  }

  #block(block: hbs.AST.BlockStatement): Fill {
    const fill = this.program(block.program)
    const otherwise = this.program(block.inverse)
    const names = block.program?.blockParams ?? []
    const name = isCall(block) ? (block.path as hbs.AST.PathExpression).original : ''
    const ask = this.#ask(block.params[0] ?? block.path)
    const chosen = this.#choose(name, ask, block, {fill, otherwise, names})
    if (!this.#isTrial) return chosen
    const other = name === 'unless' ? fill : otherwise
    return (scope) => chosen(scope) + (typeof ask(scope) === 'boolean' ? '' : other(scope))
  }

  /** A block by its name, empty for one that names its value alone. */
  #choose(
    name: string,
    ask: Ask,
    block: hbs.AST.BlockStatement,
    {fill, otherwise, names}: Block,
  ): Fill {
    switch (name) {
      case '':
        return (scope) => fillSection(ask(scope), scope, {fill, otherwise, names})
      case 'if': {
        const isMeant = this.#condition(ask, block)
        return (scope) => (isMeant(scope) ? fill(scope) : otherwise(scope))
      }
      case 'unless': {
        const isMeant = this.#condition(ask, block)
        return (scope) => (isMeant(scope) ? otherwise(scope) : fill(scope))
      }
      case 'with':
        return (scope) => {
          const value = ask(scope)
          if (isNothing(value) && value !== 0) return otherwise(scope)
          return fill(withNames(enter(scope, value), names, value))
        }
      default:
        return (scope) => fillEach(ask(scope), scope, {fill, otherwise, names})
    }
  }

  /** Zero counts as something where the template says `includeZero=true`. */
  #condition(ask: Ask, {hash}: hbs.AST.BlockStatement): (scope: Scope) => boolean {
    const pair = hash?.pairs.find(({key}) => key === 'includeZero')
    if (!pair) return (scope) => !isNothing(ask(scope))
    const includesZero = this.#ask(pair.value)
    return (scope) => {
      const value = ask(scope)
      return !isNothing(value) || (value === 0 && Boolean(includesZero(scope)))
    }
  }

  #partial(
    partial: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
    block?: hbs.AST.Program,
  ): Fill {
    const find = this.#findPartial(partial)
    const [param] = partial.params
    const askContext = param ? this.#ask(param) : undefined
    const pairs = (partial.hash?.pairs ?? []).map(
      ({key, value}) => [key, this.#ask(value)] as const,
    )
    const put = block && this.program(block)
    const inline = this.#inlinePartials(block)
    const indent = 'indent' in partial ? partial.indent : ''
    return (scope) => {
      const fill = find(scope)
      const given = askContext ? askContext(scope) : scope.context
      const context = pairs.length === 0 ? given : merge(given, pairs, scope)
      const inner = withPartials(enterPartial(scope, context), inline)
      return indentLines(fill(put ? withBlock(inner, put, scope) : inner), indent)
    }
  }

  #findPartial({name, ...node}: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) {
    const at = this.#place(node)
    const missing = (said: string) =>
      wrongAt(at, {zh: `没有「${said}」这个片段`, en: `there is no partial ${said}`})
    if (isPath(name) && name.data) {
      return ({data}: Scope): Fill => {
        const fill = data['partial-block']
        if (!fill) throw missing('@partial-block')
        return fill
      }
    }
    const ask: Ask = isSubExpression(name)
      ? this.#ask(name)
      : () => (name as hbs.AST.PathExpression).original
    return (scope: Scope): Fill => {
      const said = String(ask(scope))
      const fill = scope.partials.get(said) ?? this.#partialOf(said)
      // In a trial a name that comes from the view is only a sample.
      if (!fill && this.#isTrial && isSubExpression(name)) return () => ''
      if (!fill) throw missing(said)
      return fill
    }
  }

  #inlinePartials(program: hbs.AST.Program | undefined): readonly (readonly [string, Fill])[] {
    return (program?.body ?? []).flatMap((statement) => {
      if (!is<hbs.AST.DecoratorBlock>(statement, 'DecoratorBlock')) return []
      const [name] = statement.params as hbs.AST.StringLiteral[]
      return name ? [[name.value, this.program(statement.program)] as const] : []
    })
  }

  #ask(expression: hbs.AST.Expression): Ask {
    if (isPath(expression)) return this.#askPath(expression)
    if (isSubExpression(expression)) {
      const at = this.#place(expression)
      const [object, name] = expression.params.map((param) => this.#ask(param))
      const isStated = /Literal$/.test(expression.params[1]?.type ?? '')
      if (this.#isTrial && !isStated) return () => unsure
      return (scope) => lookUp(object?.(scope), String(name?.(scope)), scope.data.root, at)
    }
    const {value} = expression as {readonly value?: unknown} & hbs.AST.Expression
    return () => value ?? null
  }

  #askPath(path: hbs.AST.PathExpression): Ask {
    const {parts, data, depth, original} = path
    const at = this.#place(path)
    const [first = '', ...rest] = parts
    const isScoped = depth > 0 || /^(?:\.|this\b)/.test(original)
    if (data) return askNames(askData(first, depth, at), rest, at)
    if (!isScoped && this.#locals.includes(first)) return askNames(askLocal(first), rest, at)
    return askNames(askContext(depth), parts, at)
  }

  #place({loc}: {readonly loc: hbs.AST.SourceLocation}): TemplatePlace {
    return {file: this.#file, line: loc.start.line, column: loc.start.column + 1}
  }
}

function join(parts: readonly (string | Fill)[]): Fill {
  const [only] = parts
  if (only === undefined) return () => ''
  if (parts.length === 1) return typeof only === 'string' ? () => only : only
  return (scope) => {
    let text = ''
    for (const part of parts) text += typeof part === 'string' ? part : part(scope)
    return text
  }
}

interface Block {
  readonly fill: Fill
  readonly otherwise: Fill
  /** Names that the block gives to its value and to its index. */
  readonly names: readonly string[]
}

function fillSection(value: unknown, scope: Scope, block: Block): string {
  if (value === true || value === unsure) return block.fill(scope)
  if (value === false || value === null || value === undefined) return block.otherwise(scope)
  if (Array.isArray(value)) return fillEach(value, scope, block)
  return block.fill(enter(scope, value))
}

function fillEach(value: unknown, scope: Scope, {fill, otherwise, names}: Block): string {
  if (value === unsure) return fill(withNames(enter(scope, value), names, value))
  const keys = Array.isArray(value) ? undefined : Object.keys(value ?? {})
  const items: readonly unknown[] = keys ? Object.values(value ?? {}) : (value as unknown[])
  const {length} = items
  if (length === 0) return otherwise(scope)
  let text = ''
  for (let index = 0; index < length; index++) {
    const key = keys?.[index] ?? index
    const inner = enterItem(scope, items[index], {index, key, length})
    text += fill(withNames(inner, names, items[index], key))
  }
  return text
}

function merge(
  context: unknown,
  pairs: readonly (readonly [string, Ask])[],
  scope: Scope,
): Readonly<Record<string, unknown>> {
  // Node 20 is slow to add to an object that a spread has made.
  const merged: Record<string, unknown> = Object.assign({}, context)
  for (const [name, ask] of pairs) merged[name] = ask(scope)
  return merged
}

/** A partial alone on its line is as far in as the place where it is put. */
function indentLines(text: string, indent: string): string {
  return indent ? text.replace(/^(?!$(?![\s\S]))/gm, indent) : text
}

function askContext(depth: number): Ask {
  if (depth === 0) return ({context}) => context
  return (scope) => {
    let found: Scope | undefined = scope
    for (let step = 0; step < depth; step++) found = found?.outer
    return found?.context
  }
}

function askData(name: string, depth: number, at: TemplatePlace): Ask {
  return ({data}) => {
    let found: Data | undefined = data
    for (let step = 0; step < depth; step++) found = found?.outer
    const value = found?.[name as keyof Data]
    if (value !== undefined) return value
    const said = `@${name}`
    throw wrongAt(at, {
      zh: `「${said}」只能写在 {{#each}} 里面`,
      en: `${said} has a value only inside {{#each}}`,
    })
  }
}

function askLocal(name: string): Ask {
  return ({locals}) => {
    let found = locals
    while (found && found.name !== name) found = found.next
    return found?.value
  }
}

function askNames(ask: Ask, names: readonly string[], at: TemplatePlace): Ask {
  const [first, second] = names
  if (first === undefined) return ask
  if (second === undefined) return (scope) => lookUp(ask(scope), first, scope.data.root, at)
  return (scope) => {
    let value = ask(scope)
    for (const name of names) value = lookUp(value, name, scope.data.root, at)
    return value
  }
}

function is<T extends hbs.AST.Node>(node: hbs.AST.Node, type: string): node is T {
  return node.type === type
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return is(node, 'PathExpression')
}

function isSubExpression(node: hbs.AST.Node): node is hbs.AST.SubExpression {
  return is(node, 'SubExpression')
}

function isCall({params, hash}: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): boolean {
  return params.length > 0 || (hash?.pairs ?? []).length > 0
}
