import type {Checked} from '../base/diagnostic.ts'
import type {EditionTag} from '../base/script.ts'
import {parseRecord} from '../record/parse.ts'
import type {SourceFile} from '../record/source-file.ts'
import type {Article} from './article.ts'
import {processRecord} from './process.ts'

/**
 * A record file as an article, with everything that was noticed on the way. Depends on this one
 * file and on the editions, on nothing else: the unit of caching and of threads. The value is
 * undefined when the record cannot be used; the diagnostics say why.
 */
export function compileFile(
  source: SourceFile,
  editions: readonly EditionTag[],
): Checked<Article | undefined> {
  const {value: record, diagnostics} = parseRecord(source)
  if (!record) return {value: undefined, diagnostics}
  const article = processRecord(record, editions)
  return {value: article.value, diagnostics: [...diagnostics, ...article.diagnostics]}
}
