import {type Diagnostic, report, type Wording} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import {badTemplate} from './problems.ts'

/** Where something stands in a template: its path under `templates/`, line and column from 1. */
export interface TemplatePlace extends Point {
  readonly file: string
}

/**
 * Carries out of a template what is wrong in it. It is put in words only then: where the stack is
 * full, nothing more can be done.
 */
export class TemplateError extends Error {
  readonly tell: () => readonly Diagnostic[]

  constructor(tell: () => readonly Diagnostic[]) {
    super()
    this.tell = tell
  }
}

/** Says what is wrong with a template at a place. */
export function reportBadTemplate(
  {file, line, column}: TemplatePlace,
  detail: Wording,
): Diagnostic {
  return report(badTemplate, {file: `templates/${file}`, place: {line, column}}, {detail})
}

/** The error of a template that is wrong in a way that shows only when it is filled. */
export function wrongAt(place: TemplatePlace, detail: Wording): TemplateError {
  return new TemplateError(() => [reportBadTemplate(place, detail)])
}
