export type {ExtensionConfig} from './app/extensions.ts'
export type {FullArticle, FullEdition} from './article/article.ts'
export {compileFile} from './article/compile.ts'
export {
  type EditionStep,
  type EditionStepContext,
  fromPlugin,
  type OwnStep,
  type SourceStep,
  type SourceStepContext,
} from './article/own-step.ts'
export type {Checked, Diagnostic} from './base/diagnostic.ts'
export {formatDiagnostic} from './base/diagnostic.ts'
export type {EditionTag, SourceScript} from './base/script.ts'
export type {OwnEmitter, OwnFile} from './emit/own-emitter.ts'
export type {NewsRecord} from './record/record.ts'
export {createSourceFile} from './record/source-file.ts'
export type {Entry} from './site/entry.ts'
export type {OwnListing} from './site/own-listing.ts'
export type {Page} from './site/plan.ts'
export type {Site} from './site/site.ts'
export type {Certainty, LoggedEdit} from './text/certainty.ts'
export {
  type NormalisedText,
  normaliseText,
  type TextOptions,
} from './text/normalise-text.ts'
export {type OwnTextRule, replaceRule} from './text/own-rule.ts'
