import type {YAMLParseError} from 'yaml'
import {compareDiagnostics, type Diagnostic, report} from '../base/diagnostic.ts'
import type {Sheet} from './sheet.ts'
import {
  badEscape,
  badIndent,
  badStart,
  badYaml,
  fullWidthColon,
  lineWithoutColon,
  missingSpace,
  tabIndent,
  textAfterValue,
  unclosedBracket,
  unclosedQuote,
  unquotedColon,
  yamlReference,
  yamlTag,
} from './yaml-problems.ts'
import type {Refusal} from './yaml-scan.ts'

/**
 * What is wrong with a block that is not YAML, in the order of its lines, at most one to a line.
 *
 * A colon of the wrong width or without its space explains the line it stands in; what the library
 * says of that line and of all below the first such line is only a consequence.
 */
export function explainSyntax(
  sheet: Sheet,
  refusals: readonly Refusal[],
  errors: readonly YAMLParseError[],
): readonly Diagnostic[] {
  const slips = findSlips(sheet)
  const said = [...refusals.map((refusal) => explainRefusal(sheet, refusal)), ...slips]
  const open = refusals.filter(({kind}) => kind === 'quote' || kind === 'bracket')
  const causes = [...open.map(({offset}) => sheet.pointAt(offset).line), ...slips.map(lineOf)]
  const firstCause = Math.min(...causes)
  const saidLines = new Set(said.map(lineOf))
  const independent = errors.filter((error, index) => {
    const {line} = sheet.pointAt(error.pos[0])
    if (line >= firstCause || saidLines.has(line)) return false
    saidLines.add(line)
    return !isEcho(sheet, errors, index)
  })
  const all = [...said, ...independent.map((error) => explainError(sheet, error))]
  return all.sort(compareDiagnostics)
}

/** The diagnostic for something that is refused without being a mistake in YAML. */
export function explainRefusal(sheet: Sheet, {kind, offset, found}: Refusal): Diagnostic {
  const where = sheet.at(offset)
  const line = lineAt(sheet, offset)
  if (kind === 'tag') return report(yamlTag, where, {found, line})
  if (kind === 'reference') return report(yamlReference, where, {found, line})
  if (kind === 'quote') return report(unclosedQuote, where, {mark: found})
  return report(unclosedBracket, where, {mark: found, missing: found === '[' ? ']' : '}'})
}

/** After one token in the wrong place the library complains of each line that follows. */
function isEcho(sheet: Sheet, errors: readonly YAMLParseError[], index: number): boolean {
  const {code, pos} = errors[index]!
  const {line, column} = sheet.pointAt(pos[0])
  return (
    code === 'UNEXPECTED_TOKEN' &&
    column === indentOf(sheet.lines[line - 1] ?? '') + 1 &&
    errors.slice(0, index).some((earlier) => earlier.code === 'UNEXPECTED_TOKEN')
  )
}

const wideColon = /^([\p{L}\p{N}_-]{1,40})\s*：\s*(.*)$/u
const tightColon = /^([\p{L}_][\p{L}\p{N}_-]{0,40}):(?![ \t/]|$)\s*(.*)$/u
const tightDash = /^([ \t]*)-(?![ \t-])\s*(\S.*)$/

function findSlips(sheet: Sheet): readonly Diagnostic[] {
  return sheet.lines.flatMap((line, index) => {
    const where = sheet.atLine(index + 1)
    const found = line.trim()
    const wide = wideColon.exec(line)
    if (wide) return [report(fullWidthColon, where, {found, fixed: `${wide[1]}: ${wide[2]}`})]
    const tight = tightColon.exec(line)
    if (tight) {
      return [report(missingSpace, where, {found, mark: ':', fixed: `${tight[1]}: ${tight[2]}`})]
    }
    const dash = tightDash.exec(line)
    if (!dash) return []
    return [report(missingSpace, where, {found, mark: '-', fixed: `${dash[1]}- ${dash[2]}`})]
  })
}

function explainError(sheet: Sheet, error: YAMLParseError): Diagnostic {
  const [start, end] = error.pos
  const where = sheet.at(start)
  const line = lineAt(sheet, start)
  const isAtStart = where.place?.column === indentOf(line) + 1
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return report(tabIndent, where, {})
    case 'BAD_DQ_ESCAPE':
      return report(badEscape, where, {
        found: sheet.text.slice(start, Math.max(end, start + 2)),
        line,
      })
    case 'BAD_SCALAR_START':
      return report(badStart, where, {mark: sheet.text.charAt(start), line})
    case 'BAD_INDENT':
      return explainIndent(sheet, start)
    case 'BLOCK_AS_IMPLICIT_KEY':
      return explainInnerColon(sheet, start)
    case 'MULTILINE_IMPLICIT_KEY':
      return isAtStart ? report(lineWithoutColon, where, {line}) : explainInnerColon(sheet, start)
    case 'MISSING_CHAR':
      return report(isAtStart ? lineWithoutColon : badYaml, where, {line})
    case 'UNEXPECTED_TOKEN':
      if (isAtStart) return explainIndent(sheet, start)
      return report(isTextAfterValue(sheet, start, line) ? textAfterValue : badYaml, where, {line})
    default:
      return report(badYaml, where, {line})
  }
}

function isTextAfterValue(sheet: Sheet, offset: number, line: string): boolean {
  return sheet.text[offset] !== ',' && /[:-]\s+["'[{]/.test(line)
}

/** A colon in a value, or, when this line has none, a line below that is indented by mistake. */
function explainInnerColon(sheet: Sheet, offset: number): Diagnostic {
  const {line: number, column} = sheet.pointAt(offset)
  const line = sheet.lines[number - 1] ?? ''
  if (column <= indentOf(line) + 1) return explainIndent(sheet, offset)
  if (/:(?:\s|$)/.test(line.slice(column - 1))) {
    return report(unquotedColon, sheet.at(offset), {line})
  }
  return report(badIndent, sheet.atLine(number + 1), {line: sheet.lines[number] ?? ''})
}

/** Of the last line of a list the library complains only after its end. */
function explainIndent(sheet: Sheet, offset: number): Diagnostic {
  const {line: number} = sheet.pointAt(offset)
  const index = sheet.lines.findLastIndex((line, at) => at < number && line.trim() !== '')
  return report(badIndent, sheet.atLine(index + 1), {line: sheet.lines[index] ?? ''})
}

function lineAt(sheet: Sheet, offset: number): string {
  return sheet.lines[sheet.pointAt(offset).line - 1] ?? ''
}

function lineOf(diagnostic: Diagnostic): number {
  return diagnostic.place?.line ?? 0
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
