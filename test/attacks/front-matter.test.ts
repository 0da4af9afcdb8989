import {describe, expect, test} from 'vitest'
import {compileFile} from '../../src/article/compile.ts'
import type {ContentPath} from '../../src/base/brand.ts'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {createSourceFile} from '../../src/record/source-file.ts'
import {brief, type Many, readAttacks, textOf} from './cases.ts'

/** A record file, the title and the id under which it is published, and what the editor is told. */
interface RecordFile {
  readonly file?: string
  readonly many?: Many
  readonly published?: string
  readonly report?: readonly string[]
}

const settings = {editions: ['zh-Hans'], glossary: {}, cornerQuotes: []} as const

describe('front matter', () => {
  test.each(readAttacks<RecordFile>('front-matter'))('with %s', (_, attack) => {
    const source = createSourceFile('a.md' as ContentPath, textOf(attack.file, attack.many))
    const {value, diagnostics} = compileFile(source, settings)
    expect(value && `${value.id}: ${value.editions[0]?.title}`).toBe(attack.published)
    expect(
      diagnostics.map((each) => brief(formatDiagnostic(each, 'zh').split('\n')[0] ?? '')),
    ).toEqual(attack.report ?? [])
  })
})
