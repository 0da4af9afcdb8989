import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Page} from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Loads axe into a page, for `violationsOf`. */
export async function addAxe(page: Page): Promise<void> {
  await page.evaluate(axe)
}

/** Where a page breaks WCAG 2.2 at level AA, or these rules of axe alone. */
export async function violationsOf(
  page: Page,
  only?: readonly string[],
): Promise<readonly string[]> {
  const runOnly = only ? {type: 'rule', values: only} : {type: 'tag', values: wcag}
  const options = JSON.stringify({runOnly, resultTypes: ['violations'], preload: false})
  return page.evaluate<string[]>(
    `axe.run(document, ${options}).then(({violations}) => violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => [id, target.join(' '), failureSummary].join(': '))))`,
  )
}
