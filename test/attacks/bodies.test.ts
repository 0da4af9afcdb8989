import {describe, expect, test} from 'vitest'
import {compileArticle} from '../support/check-article.ts'
import {brief, readAttacks} from './cases.ts'

/** The body of a record, what of it is on its page, and what the editor is told. */
interface Body {
  readonly body: string
  readonly page: string
  readonly report?: readonly string[]
}

describe('the body of a record', () => {
  test.each(readAttacks<Body>('bodies'))('with %s', (_, {body, page, report = []}) => {
    const compiled = compileArticle(body, ['zh-Hans'])
    expect(compiled.article.editions[0]?.html.trim()).toBe(page)
    expect(compiled.report.map(brief)).toEqual(report)
  })
})
