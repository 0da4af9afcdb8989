import type {Checked} from '../base/diagnostic.ts'
import type {Page} from '../site/plan.ts'
import type {ViewContext} from './page-context.ts'
import type {Templates} from './template.ts'
import {viewOf} from './view-of.ts'

/** A page as HTML; undefined, with the reason, when its template cannot be filled. */
export function renderPage(
  page: Page,
  context: ViewContext,
  templates: Templates,
): Checked<string | undefined> {
  return templates.render(page.kind, viewOf(page, context))
}
