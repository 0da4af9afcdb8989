import Handlebars from 'handlebars'
import {type Diagnostic, report, type Wording} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import {findNearNames} from '../record/near.ts'
import {unknownName} from './problems.ts'
import {reportBadTemplate, type TemplatePlace} from './template-error.ts'

/** What a template may call; everything else in it is a name of the view. */
const blockNames: readonly string[] = ['each', 'if', 'unless', 'with']
const helperNames: readonly string[] = [...blockNames, 'lookup']
const dataNames: readonly string[] = ['root', 'index', 'key', 'first', 'last', 'partial-block']

/** What was found in one template. */
export interface NamesFound {
  /** Helpers and data names that do not exist, and what the program cannot fill. */
  readonly diagnostics: readonly Diagnostic[]
  /** The partials it puts in, and those it defines itself. */
  readonly partials: readonly {readonly name: string; readonly place: Point}[]
  readonly inlinePartials: readonly string[]
}

/** Goes through a template for everything in it that does not depend on the view. */
export function checkTemplate(tree: hbs.AST.Program, file: string): NamesFound {
  const names = new Names(file)
  names.accept(tree)
  return names
}

class Names extends Handlebars.Visitor implements NamesFound {
  readonly diagnostics: Diagnostic[] = []
  readonly partials: {name: string; place: Point}[] = []
  readonly inlinePartials: string[] = []
  readonly #file: string

  constructor(file: string) {
    super()
    this.#file = file
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    const {path, params, hash} = statement
    if (params.length > 0 || hash?.pairs.length) this.#checkLookup(statement)
    else if (path.type !== 'PathExpression') this.#refuse(statement, noValue)
    super.MustacheStatement(statement)
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#checkLookup(expression)
    super.SubExpression(expression)
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const {params, hash} = block
    const {original, loc} = block.path as hbs.AST.PathExpression
    if (params.length > 0 || hash?.pairs.length) {
      if (!helperNames.includes(original)) this.#tell(original, blockNames, loc)
      else if (original === 'lookup') this.#refuse(block, noBlock)
      else if (params.length !== 1) this.#refuse(block, oneValue(original))
    }
    super.BlockStatement(block)
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    const [name] = block.params
    const {original} = block.path as hbs.AST.PathExpression
    if (original !== 'inline' || !name || !isString(name)) this.#refuse(block, noDecorator)
    else this.inlinePartials.push(name.value)
    super.DecoratorBlock(block)
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.#refuse(decorator, noDecorator)
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.#noteName(partial)
    super.PartialStatement(partial)
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.#noteName(partial)
    super.PartialBlockStatement(partial)
  }

  override PathExpression({data, parts, loc}: hbs.AST.PathExpression): void {
    const [first = ''] = parts
    if (data && !dataNames.includes(first)) this.#tell(`@${first}`, dataNames, loc)
  }

  #noteName({name, loc}: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
    const isNamed = name.type !== 'SubExpression' && !(name as hbs.AST.PathExpression).data
    const {original} = name as hbs.AST.PathExpression
    if (isNamed) this.partials.push({name: String(original), place: toPoint(loc)})
  }

  /** Of all helpers `lookup` alone gives a value. */
  #checkLookup(call: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    const {original, loc} = call.path as hbs.AST.PathExpression
    if (blockNames.includes(original)) this.#refuse(call, onlyBlock(original))
    else if (original !== 'lookup') this.#tell(original, helperNames, loc)
    else if (call.params.length !== 2) this.#refuse(call, twoValues)
  }

  #refuse({loc}: hbs.AST.Node, detail: Wording): void {
    const place: TemplatePlace = {file: this.#file, ...toPoint(loc)}
    this.diagnostics.push(reportBadTemplate(place, detail))
  }

  #tell(name: string, known: readonly string[], loc: hbs.AST.SourceLocation): void {
    const where = {file: `templates/${this.#file}`, place: toPoint(loc)}
    this.diagnostics.push(
      report(unknownName, where, {name, near: findNearNames(name, known), names: known}),
    )
  }
}

const noValue: Wording = {
  zh: '{{ }} 里要写一个名字',
  en: 'a name has to stand in {{ }}',
}
const noBlock: Wording = {
  zh: '{{#lookup}} 不能成块，请写 {{lookup 表 名}}',
  en: 'lookup is no block; write {{lookup list name}}',
}
const noDecorator: Wording = {
  zh: '带 * 的只有 {{#*inline "名字"}}…{{/inline}}',
  en: 'of the forms with * there is only {{#*inline "name"}}…{{/inline}}',
}
const twoValues: Wording = {
  zh: 'lookup 要两项：从哪里找，找什么名字',
  en: 'lookup takes two things: where to look, and the name',
}

function oneValue(name: string): Wording {
  return {zh: `{{#${name}}} 只能有一项`, en: `#${name} takes exactly one thing`}
}

function onlyBlock(name: string): Wording {
  return {
    zh: `${name} 要写成 {{#${name} …}}…{{/${name}}}`,
    en: `${name} is written {{#${name} …}}…{{/${name}}}`,
  }
}

function toPoint({start}: hbs.AST.SourceLocation): Point {
  return {line: start.line, column: start.column + 1}
}

function isString(node: hbs.AST.Node): node is hbs.AST.StringLiteral {
  return node.type === 'StringLiteral'
}
