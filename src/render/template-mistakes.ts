import type {Wording} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'

/** What is wrong with a template that cannot be read, and where. */
export interface TemplateMistake {
  readonly detail: Wording
  readonly place: Point
}

/** What the engine met where it could not go on, by its own name for it. */
const unexpected: Readonly<Record<string, Wording>> = {
  EOF: {
    zh: '文件到这里结束了，前面有一个 {{#…}} 没有对应的 {{/…}}',
    en: 'the file ends here, and a {{#…}} before has no {{/…}}',
  },
  OPEN_ENDBLOCK: {
    zh: '这里的 {{/…}} 前面没有对应的 {{#…}}',
    en: 'this {{/…}} has no {{#…}} before it',
  },
  INVERSE: {
    zh: '这里的 {{else}} 不在任何 {{#…}} 之内',
    en: 'this {{else}} stands in no {{#…}}',
  },
  CLOSE: {zh: '这里的 {{ }} 里少写了东西', en: 'something is missing in this {{ }}'},
}

const illFormed: Wording = {
  zh: '这里的 {{ }} 写法不对，或者没有闭合',
  en: 'this {{ }} is not well formed, or not closed',
}

/**
 * Reads what the engine says of a template it cannot parse: a line, an excerpt with all line ends
 * left out, a caret under it, and what it met. The column is found by looking the excerpt up.
 */
export function readMistake(message: string, source: string): TemplateMistake | undefined {
  const said = /^Parse error on line (\d+):\n(?:\.\.\.)?(.*)\n(-*)\^\n.*got '([A-Z_]+)'$/.exec(
    message,
  )
  if (!said) return undefined
  const [, line = '', excerpt = '', dashes = '', met = ''] = said
  const cut = message.includes(':\n...') ? 3 : 0
  const before = excerpt.slice(0, dashes.length - cut)
  const after = excerpt.slice(dashes.length - cut).replace(/\.\.\.$/, '')
  return {detail: unexpected[met] ?? illFormed, place: find(before, after, Number(line), source)}
}

/** Reads what the engine says of a block that is closed under another name. */
export function readMismatch(said: string): Wording | undefined {
  const [, opened, closed] = /^(\S+) doesn't match (\S+)$/.exec(said) ?? []
  if (opened === undefined) return undefined
  return {
    zh: `{{#${opened}}} 的结尾写成了 {{/${closed}}}`,
    en: `{{#${opened}}} ends with {{/${closed}}}`,
  }
}

/** The place after `before` where `after` follows it, line ends not counted, in or near a line. */
function find(before: string, after: string, line: number, source: string): Point {
  const points: Point[] = []
  let joined = ''
  for (const [index, text] of source.split('\n').entries()) {
    for (const unit of text.split('').keys()) points.push({line: index + 1, column: unit + 1})
    joined += text
  }
  const found: Point[] = []
  for (let at = joined.indexOf(before + after); at !== -1; ) {
    const last = points[at + before.length - 1]
    if (last) found.push({line: last.line, column: last.column + 1})
    at = joined.indexOf(before + after, at + 1)
  }
  return found.find((point) => point.line === line) ?? found[0] ?? {line, column: 1}
}
