import {describe, expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {recordFile} from '../support/records.ts'
import {brief, type Many, readAttacks, textOf} from './cases.ts'

/** A template of articles, what it makes of one, and what the editor is told. */
interface Template {
  readonly template?: string
  readonly many?: Many
  readonly page?: string
  readonly report?: readonly string[]
}

const record = recordFile('a.md', {title: '<b>甲</b>', date: '2024-01-02'})

describe('a template', () => {
  test.each(readAttacks<Template>('templates'))('with %s', async (_, attack) => {
    const source = textOf(attack.template, attack.many)
    const {files, report} = await buildSiteOf(`${record}-- templates/article.hbs --\n${source}\n`)
    expect(files.get('2024/01/a/index.html')?.trim()).toBe(attack.page)
    expect(report.map(brief)).toEqual(attack.report ?? [])
  })
})
