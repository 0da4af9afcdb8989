export type {Article, Edition} from './article/article.ts'
export {compileFile} from './article/compile.ts'
export type {Checked, Diagnostic} from './base/diagnostic.ts'
export {formatDiagnostic} from './base/diagnostic.ts'
export type {EditionTag, SourceScript} from './base/script.ts'
export type {NewsRecord} from './record/record.ts'
export {createSourceFile} from './record/source-file.ts'
export type {Certainty, LoggedEdit} from './text/certainty.ts'
export {
  type NormalisedText,
  normaliseText,
  type TextOptions,
} from './text/normalise-text.ts'
