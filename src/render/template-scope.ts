/** Fills a part of a template. */
export type Fill = (scope: Scope) => string

/** What a part of a template sees while it is filled. */
export interface Scope {
  /** What names are looked up in. */
  readonly context: unknown
  /** Where `../` leads. */
  readonly outer: Scope | undefined
  readonly data: Data
  /** What the blocks around named, as in `{{#each entries as |entry|}}`; the innermost first. */
  readonly locals: Locals | undefined
  /** Partials that blocks around define themselves. */
  readonly partials: ReadonlyMap<string, Fill>
}

/** What `@` names lead to. */
export interface Data {
  readonly root: unknown
  readonly index: number | undefined
  readonly key: string | number | undefined
  readonly first: boolean | undefined
  readonly last: boolean | undefined
  /** What the including template puts into a partial. */
  readonly 'partial-block': Fill | undefined
  readonly outer: Data | undefined
}

/** A name that a block gave to a value, before those of the blocks around. */
export interface Locals {
  readonly name: string
  readonly value: unknown
  readonly next: Locals | undefined
}

const noData: Data = {
  root: undefined,
  index: undefined,
  key: undefined,
  first: undefined,
  last: undefined,
  'partial-block': undefined,
  outer: undefined,
}
const noPartials: ReadonlyMap<string, Fill> = new Map()

/** The scope in which a template is filled with a view. */
export function scopeOf(view: unknown): Scope {
  const data = {...noData, root: view}
  return {context: view, outer: undefined, data, locals: undefined, partials: noPartials}
}

/** The scope of a value; one and the same value is no new place for `../` to come back from. */
export function enter(scope: Scope, context: unknown): Scope {
  if (context === scope.context) return scope
  const {data, locals, partials} = scope
  return {context, outer: scope, data, locals, partials}
}

/** The scope of a partial, which sees no names of the blocks around the place where it is put. */
export function enterPartial(scope: Scope, context: unknown): Scope {
  const {data, partials} = scope
  const outer = context === scope.context ? scope.outer : scope
  return {context, outer, data, locals: undefined, partials}
}

/** The scope of an item of a list that is `length` long. */
export function enterItem(
  scope: Scope,
  item: unknown,
  {index, key, length}: {index: number; key: string | number; length: number},
): Scope {
  const {locals, partials, data: around} = scope
  const data: Data = {
    root: around.root,
    index,
    key,
    first: index === 0,
    last: index === length - 1,
    'partial-block': around['partial-block'],
    outer: around,
  }
  const outer = item === scope.context ? scope.outer : scope
  return {context: item, outer, data, locals, partials}
}

/** The scope in which the names that a block gives stand for its value and its key. */
export function withNames(
  scope: Scope,
  [first, second]: readonly string[],
  value: unknown,
  key?: string | number,
): Scope {
  if (first === undefined) return scope
  const locals: Locals = {name: first, value, next: scope.locals}
  if (second === undefined) return {...scope, locals}
  return {...scope, locals: {name: second, value: key, next: locals}}
}

/** The scope in which a block's own partials are known. */
export function withPartials(
  scope: Scope,
  partials: readonly (readonly [name: string, fill: Fill])[],
): Scope {
  if (partials.length === 0) return scope
  return {...scope, partials: new Map([...scope.partials, ...partials])}
}

/**
 * The scope of a partial into which `put` is put. That sees what stands at its place in the
 * partial, and what stood around the place where the partial is asked for.
 */
export function withBlock(scope: Scope, put: Fill, around: Scope): Scope {
  const fill: Fill = ({context, data}) => {
    const inner = enter(around, context)
    const block = around.data['partial-block']
    return put({...inner, data: {...data, 'partial-block': block, outer: data}})
  }
  return {...scope, data: {...scope.data, 'partial-block': fill, outer: scope.data}}
}
