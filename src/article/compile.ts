import {type Checked, type Diagnostic, isError, report, type Where} from '../base/diagnostic.ts'
import {ExtensionError} from '../base/extension.ts'
import {toPoint} from '../base/place.ts'
import {extensionFailed} from '../base/problems.ts'
import {type FieldPlaces, parseRecord} from '../record/parse.ts'
import type {SourceFile} from '../record/source-file.ts'
import {readVersionName} from '../record/version-name.ts'
import type {FullArticle} from './article.ts'
import {findDeepLine, findMostMarked} from './marks.ts'
import {tooDeep, tooManyLinks, tooManyMarks} from './problems.ts'
import {processRecord} from './process.ts'
import type {CompileSettings} from './settings.ts'

/** How many different places and files of the site one record may name. */
const linksMax = 5000

/** How many marks may stand without an empty line between: the parser's time grows with their square. */
const marksMax = 10_000

/**
 * A record file as an article, with everything that was noticed on the way. Depends on this one
 * file and on the settings, on nothing else: the unit of caching and of threads. The value is
 * undefined when the record cannot be used; the diagnostics say why. Of an earlier version, which
 * is kept as it was, only that is told for which it cannot be used.
 */
export function compileFile(
  source: SourceFile,
  settings: CompileSettings,
): Checked<FullArticle | undefined> {
  const {value, diagnostics} = compileAny(source, settings)
  return {
    value,
    diagnostics: readVersionName(source.path) ? diagnostics.filter(isError) : diagnostics,
  }
}

function compileAny(
  source: SourceFile,
  settings: CompileSettings,
): Checked<FullArticle | undefined> {
  const {value: record, diagnostics, places} = parseRecord(source)
  if (!record) return {value: undefined, diagnostics}
  const endless = findEndless(source, record.body)
  if (endless) return {value: undefined, diagnostics: [...diagnostics, endless]}
  try {
    const article = processRecord(record, settings, places)
    const count = article.value.references.length
    if (count > linksMax) {
      const where = {file: `content/${source.path}`}
      const problem = report(tooManyLinks, where, {count, limit: linksMax})
      return {value: undefined, diagnostics: [...diagnostics, problem]}
    }
    const placed = article.diagnostics.map((each) => withPlace(each, places))
    return {value: article.value, diagnostics: [...diagnostics, ...placed]}
  } catch (error) {
    if (error instanceof ExtensionError) {
      const {extension: name, message} = error
      const problem = report(extensionFailed, {file: `content/${source.path}`}, {name, message})
      return {value: undefined, diagnostics: [...diagnostics, problem]}
    }
    // The parsers go as deep as the text does; one that is deeper than the program can go is no
    // announcement, and must not keep the others from being published or named.
    if (!(error instanceof RangeError)) throw error
    const problem = report(tooDeep, {file: `content/${source.path}`}, {})
    return {value: undefined, diagnostics: [...diagnostics, problem]}
  }
}

/** What would keep the parser at work for longer than a whole site. */
function findEndless({path, text}: SourceFile, body: string): Diagnostic | undefined {
  const at = (offset: number): Where => {
    const place = toPoint(text, text.length - body.length + offset)
    return {file: `content/${path}`, place}
  }
  const deep = findDeepLine(body)
  if (deep !== undefined) return report(tooDeep, at(deep), {})
  const {offset, marks} = findMostMarked(body)
  return marks > marksMax ? report(tooManyMarks, at(offset), {marks, limit: marksMax}) : undefined
}

/** What is told of a field gets the field's place. */
function withPlace(diagnostic: Diagnostic, places: FieldPlaces): Diagnostic {
  const place = diagnostic.place ?? places[diagnostic.field ?? '']
  return place ? {...diagnostic, place} : diagnostic
}
