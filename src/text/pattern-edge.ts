/**
 * The code units of which one stands at the beginning of all that a pattern matches, as a text with
 * one after the other, U+0000 for the end of a text; undefined where it may be any, or where the
 * pattern can match nothing at all.
 *
 * `pattern` is the source of a regular expression without flags, made of characters, `.`, classes,
 * groups, `|`, quantifiers, `^`, `$`, `\d`, `\s`, `\u…` and assertions. There may be more units than
 * there have to be: what an assertion asks does not narrow them.
 */
export function firstUnits(pattern: string): string | undefined {
  return unitsAtEdge(pattern, false)
}

/** The same for its end; U+0000 stands for the beginning of a text. */
export function lastUnits(pattern: string): string | undefined {
  return unitsAtEdge(pattern, true)
}

function unitsAtEdge(pattern: string, isFromEnd: boolean): string | undefined {
  const {units, isOptional} = new PatternReader(pattern, isFromEnd).readAlternatives()
  return isOptional ? undefined : units
}

/** What stands at one end of what a part of a pattern matches. */
interface Edge {
  /** Undefined for any unit. */
  readonly units: string | undefined
  /** Whether the part may match nothing, so that the part beside it decides as well. */
  readonly isOptional: boolean
}

const nothing: Edge = {units: '', isOptional: true}
const textEnd: Edge = {units: '\0', isOptional: false}

// A run of characters is one token, without the last where a quantifier follows.
const tokens =
  /\\u[\da-fA-F]{4}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[:=!]|[()|^$.]|[?*+]\??|\{\d+(?:,\d*)?\}\??|[^\\[\](){}|^$.?*+]+(?![?*+{])|[^\\[\](){}|^$.?*+]/g

class PatternReader {
  readonly #tokens: readonly string[]
  readonly #isFromEnd: boolean
  #at = 0

  constructor(pattern: string, isFromEnd: boolean) {
    this.#tokens = pattern.match(tokens) ?? []
    this.#isFromEnd = isFromEnd
  }

  /** Up to the end of the group that is open, or of the pattern. */
  readAlternatives(): Edge {
    let edge = this.#readSequence()
    while (this.#tokens[this.#at] === '|') {
      this.#at++
      const other = this.#readSequence()
      const isOptional = edge.isOptional || other.isOptional
      edge = {units: unite(edge, other), isOptional}
    }
    return edge
  }

  #readSequence(): Edge {
    let edge = nothing
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      const part = this.#readPart(token)
      edge = this.#isFromEnd ? beside(part, edge) : beside(edge, part)
    }
    return edge
  }

  /** The token that begins the next part of a sequence; undefined at its end. */
  #next(): string | undefined {
    const token = this.#tokens[this.#at]
    if (token === '|' || token === ')') return undefined
    this.#at++
    return token
  }

  #readPart(token: string): Edge {
    const edge = token.startsWith('(') ? this.#readGroup(token) : this.#readUnits(token)
    if (!/^[?*+{]/.test(this.#tokens[this.#at] ?? '')) return edge
    const isOptional = /^(?:[?*]|\{0)/.test(this.#tokens[this.#at++]!)
    return isOptional ? {...edge, isOptional} : edge
  }

  #readGroup(opening: string): Edge {
    const edge = this.readAlternatives()
    this.#at++
    return opening === '(' || opening === '(?:' ? edge : nothing
  }

  #readUnits(token: string): Edge {
    if (token === '^' || token === '$') {
      // The other one says nothing of what stands on this side.
      return token === (this.#isFromEnd ? '^' : '$') ? textEnd : nothing
    }
    if (token === '.') return {units: undefined, isOptional: false}
    if (token.startsWith('[')) return {units: unitsOfClass(token), isOptional: false}
    if (token.startsWith('\\')) return {units: unitsOfEscape(token), isOptional: false}
    return {units: this.#isFromEnd ? token.at(-1)! : token[0]!, isOptional: false}
  }
}

/** The edge of two parts, of which the second counts where the first may match nothing. */
function beside(near: Edge, far: Edge): Edge {
  return near.isOptional ? {units: unite(near, far), isOptional: far.isOptional} : near
}

function unite(one: Edge, other: Edge): string | undefined {
  return one.units === undefined || other.units === undefined ? undefined : one.units + other.units
}

function unitsOfClass(token: string): string | undefined {
  if (token.startsWith('[^')) return undefined
  const inside = token.slice(1, -1)
  if (!/[-\\]/.test(inside)) return inside
  let units = ''
  for (const [, first = '', last] of inside.matchAll(range)) {
    const found = last === undefined ? unitsOfEscape(first) : unitsOfRange(first, last)
    if (found === undefined) return undefined
    units += found
  }
  return units
}

const range = /(\\u[\da-fA-F]{4}|\\.|.)(?:-(\\u[\da-fA-F]{4}|\\.|.))?/gs

// A whole block of characters tells nothing.
const longestRange = 0x100

function unitsOfRange(first: string, last: string): string | undefined {
  const [start, end] = [first, last].map((each) => unitsOfEscape(each)?.charCodeAt(0) ?? 0)
  if (end! - start! > longestRange) return undefined
  return String.fromCharCode(...Array.from({length: end! - start! + 1}, (_, at) => start! + at))
}

// What \s matches (ECMA-262, WhiteSpace and LineTerminator).
const whiteSpace =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

function unitsOfEscape(token: string): string | undefined {
  if (!token.startsWith('\\') || token.length === 1) return token
  if (token.length > 2) return String.fromCharCode(Number.parseInt(token.slice(2), 16))
  if (token === '\\d') return '0123456789'
  if (token === '\\s') return whiteSpace
  return /[A-Za-z]/.test(token) ? undefined : token.slice(1)
}
