import {describe, expect, test} from 'vitest'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {parseConfig} from '../../src/site/config.ts'
import {brief, type Many, readAttacks, textOf} from './cases.ts'

/** A `dibao.yml`, whether it can be used, and what the editor is told. */
interface Settings {
  readonly file?: string
  readonly many?: Many
  readonly used: boolean
  readonly report?: readonly string[]
}

describe('settings', () => {
  test.each(readAttacks<Settings>('settings'))('with %s', (_, {file, many, used, report = []}) => {
    const {value, diagnostics} = parseConfig('dibao.yml', textOf(file, many))
    expect(value !== undefined).toBe(used)
    expect(
      diagnostics.map((each) => brief(formatDiagnostic(each, 'zh').split('\n')[0] ?? '')),
    ).toEqual(report)
  })
})
