import type {Root} from 'hast'
import {type Plugin, unified} from 'unified'
import type {Diagnostic, Wording} from '../base/diagnostic.ts'
import {runExtension} from '../base/extension.ts'
import type {Point} from '../base/place.ts'
import type {EditionTag} from '../base/script.ts'
import type {NewsRecord} from '../record/record.ts'

/**
 * A change or a check of the HTML tree that a site adds. A `source` step runs once for a record,
 * before its texts are repaired and converted, and may report; an `edition` step runs once for
 * each edition, on a tree of its own, when its text is final. Neither sees another record.
 */
export type OwnStep = SourceStep | EditionStep

export interface SourceStep {
  readonly name: string
  readonly phase: 'source'
  readonly run: (tree: Root, context: SourceStepContext) => void
}

export interface SourceStepContext {
  readonly record: NewsRecord
  /** Tells the editor something, at a place of the body: where a node of the tree begins. */
  readonly report: (reason: Wording, at?: Point) => void
}

export interface EditionStep {
  readonly name: string
  readonly phase: 'edition'
  readonly run: (tree: Root, context: EditionStepContext) => void
}

export interface EditionStepContext {
  readonly record: NewsRecord
  readonly edition: EditionTag
}

/**
 * A plugin for unified that works on HTML trees (rehype), as a step. It must do its work at once
 * and not later; what it reports is told where it runs once for a record, as a source step.
 */
export function fromPlugin<Options extends unknown[]>(
  name: string,
  phase: OwnStep['phase'],
  plugin: Plugin<Options, Root>,
  ...options: Options
): OwnStep {
  const processor = unified()
    .use(plugin, ...(options as never))
    .freeze()
  const run = (tree: Root, report: SourceStepContext['report']): void => {
    let isDone = false
    processor.run(tree, undefined, (error, made, file) => {
      if (error) throw error
      isDone = true
      if (made && made !== tree) Object.assign(tree, made)
      for (const {reason, place} of file?.messages ?? []) {
        const start = place && 'start' in place ? place.start : place
        report({zh: reason, en: reason}, start)
      }
    })
    if (!isDone) throw new Error('it works later and not at once, which a build cannot wait for')
  }
  return phase === 'source'
    ? {name, phase, run: (tree, {report}) => run(tree, report)}
    : {name, phase, run: (tree) => run(tree, () => {})}
}

/** Runs the source steps, one after the other, and answers what they report. */
export function runSourceSteps(
  tree: Root,
  record: NewsRecord,
  steps: readonly OwnStep[],
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const step of steps) {
    if (step.phase !== 'source') continue
    const report = (reason: Wording, at?: Point): void => {
      diagnostics.push({
        ruleId: `extension/${step.name}`,
        severity: 'warning',
        reason,
        file: `content/${record.file}`,
        ...(at && {place: {line: at.line + record.bodyLine - 1, column: at.column}}),
      })
    }
    runExtension(step.name, () => step.run(tree, {record, report}))
  }
  return diagnostics
}

/** The tree of one edition after the edition steps; the tree itself where there are none. */
export function runEditionSteps(
  tree: Root,
  context: EditionStepContext,
  steps: readonly OwnStep[],
): Root {
  const own = steps.filter((step) => step.phase === 'edition')
  if (own.length === 0) return tree
  // All editions are shown in one tree in turn, which the next must find as it was.
  const copy = structuredClone(tree)
  for (const {name, run} of own) runExtension(name, () => run(copy, context))
  return copy
}
