import {Lexer} from 'yaml'

/** Something in a block of YAML that is refused before anything is made of it. */
export interface Refusal {
  readonly kind: 'deep' | 'reference' | 'tag' | 'bracket' | 'quote'
  /** Where it begins in the block, in UTF-16 code units. */
  readonly offset: number
  /** The token it begins with. */
  readonly found: string
}

/** How deep lists and mappings may be nested. */
export const depthLimit = 16

/**
 * Aliases, anchors, tags, unclosed quotes and brackets, and the first place that is nested too
 * deep, after which the search ends.
 *
 * Works on the tokens alone, in a loop: the library composes nested nodes by recursion, and a few
 * hundred levels of it end the whole process, not just the call.
 */
export function scanYaml(block: string): readonly Refusal[] {
  const refusals: Refusal[] = []
  const state: State = {levels: [], brackets: [], lineStart: 0, keyColumn: undefined}
  let offset = 0
  for (const token of new Lexer().lex(block)) {
    // Three tokens have no length: they tell what comes next, or that brackets were cut off.
    if (token === flowCutOff) {
      const open = state.brackets.at(-1)
      if (open) refusals.push(open)
      state.brackets.length = 0
    }
    if (token === scalarNext || token === flowCutOff || token === documentNext) continue
    const refusal = refuse(token, offset)
    if (refusal) refusals.push(refusal)
    follow(state, token, offset)
    if (state.levels.length + state.brackets.length > depthLimit) {
      return [...refusals, {kind: 'deep', offset, found: token}]
    }
    offset += token.length
  }
  return refusals
}

const documentNext = '\u0002'
const flowCutOff = '\u0018'
const scalarNext = '\u001F'

function refuse(token: string, offset: number): Refusal | undefined {
  switch (token[0]) {
    case '*':
    case '&':
      return {kind: 'reference', offset, found: token}
    case '!':
      return {kind: 'tag', offset, found: token}
    case '"':
    case "'":
      return isClosed(token) ? undefined : {kind: 'quote', offset, found: token[0]}
    default:
      return undefined
  }
}

function isClosed(token: string): boolean {
  if (token[0] === "'") return (token.match(/'/g)?.length ?? 0) % 2 === 0
  const slashes = /(\\*)"$/.exec(token.slice(1))?.[1]
  return slashes !== undefined && slashes.length % 2 === 0
}

/** Where the tokens seen so far have led. */
interface State {
  /** The open levels outside brackets, each as twice its column, and one more for a list. */
  readonly levels: number[]
  readonly brackets: Refusal[]
  lineStart: number
  /** Column of what stands in this line after the last dash or colon: a key, if a colon comes. */
  keyColumn: number | undefined
}

function follow(state: State, token: string, offset: number): void {
  const column = offset - state.lineStart
  if (token === '[' || token === '{') {
    state.brackets.push({kind: 'bracket', offset, found: token})
  } else if (token === ']' || token === '}') state.brackets.pop()
  else if (state.brackets.length === 0) openLevel(state, token, column)
  if (/\S/.test(token) && !indicators.has(token)) state.keyColumn ??= column
  const newline = token.lastIndexOf('\n')
  if (newline === -1) return
  state.lineStart = offset + newline + 1
  state.keyColumn = undefined
}

const indicators: ReadonlySet<string> = new Set(['-', '?', ':'])

function openLevel(state: State, token: string, column: number): void {
  if (!indicators.has(token)) return
  const start = token === ':' ? (state.keyColumn ?? column) : column
  const level = start * 2 + (token === '-' ? 1 : 0)
  const {levels} = state
  while (levels.length > 0 && levels.at(-1)! > level) levels.pop()
  if (levels.at(-1) !== level) levels.push(level)
  state.keyColumn = undefined
}
