import {expect} from 'vitest'
import type {FullArticle} from '../../src/article/article.ts'
import {compileFile} from '../../src/article/compile.ts'
import type {ContentPath} from '../../src/base/brand.ts'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import type {EditionTag} from '../../src/base/script.ts'
import {createSourceFile} from '../../src/record/source-file.ts'

const path = '2023/a.md' as ContentPath
const front = '---\ntitle: 标题\ndate: 2023-05-15\n---\n'

/** What compiling a record gives: the article, and the report as the terminal shows it. */
export interface CompiledArticle {
  readonly article: FullArticle
  /** One line a problem: `line:column: `, where the place is known, and so on, without advice. */
  readonly report: readonly string[]
}

/**
 * Compiles Markdown as the body of `content/2023/a.md`, which begins on line 5, in these editions.
 * Markdown that begins with `---` is the whole file.
 */
export function compileArticle(
  markdown: string,
  tags: readonly EditionTag[] = ['zh-Hans', 'zh-Hant'],
): CompiledArticle {
  const text = markdown.startsWith('---\n') ? markdown : `${front}${markdown}`
  const {value, diagnostics} = compileFile(createSourceFile(path, text), {
    editions: tags,
    glossary: {},
    cornerQuotes: [],
  })
  const report = diagnostics.map(
    (each) => formatDiagnostic(each, 'zh').replace(`content/${path}:`, '').split('\n')[0] ?? '',
  )
  if (!value) throw new Error(report.join('\n'))
  return {article: value, report}
}

/**
 * Compiles Markdown and expects the whole HTML of each named edition, line ends between blocks and
 * at the ends aside, and the whole report.
 */
export function checkArticle(
  markdown: string,
  expectedHtmlByEdition: Readonly<Partial<Record<EditionTag, string>>>,
  report: readonly string[] = [],
): FullArticle {
  const compiled = compileArticle(markdown)
  for (const [tag, expected] of Object.entries(expectedHtmlByEdition)) {
    const html = compiled.article.editions.find((each) => each.tag === tag)?.html
    expect(html?.replace(/>\n+</g, '><').trim(), tag).toBe(expected)
  }
  expect(compiled.report).toEqual(report)
  return compiled.article
}
