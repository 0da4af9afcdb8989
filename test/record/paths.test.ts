import {describe, expect, test} from 'vitest'
import type {ContentPath} from '../../src/base/brand.ts'
import {type Diagnostic, formatDiagnostic} from '../../src/base/diagnostic.ts'
import {parseRecord} from '../../src/record/parse.ts'
import {createSourceFile} from '../../src/record/source-file.ts'

/** A record with these lines of front matter, which begin in line 4. */
function parse(lines: readonly string[], path = '2023/notice.md') {
  const text = `---\ntitle: 标题\ndate: 2023-05-15\n${lines.join('\n')}\n---\n正文\n`
  return parseRecord(createSourceFile(path as ContentPath, text))
}

function problemsOf(lines: readonly string[]): string[] {
  const say = (diagnostic: Diagnostic) => formatDiagnostic(diagnostic, 'zh')
  return parse(lines).diagnostics.flatMap((diagnostic) =>
    say(diagnostic).replace('content/2023/notice.md:', '').split('\n'),
  )
}

describe('an old address', () => {
  test.each([
    ['show.asp?id=3', '/show.asp?id=3'],
    ['//example.cn/a', '/example.cn/a'],
    ['/a/../b', '/a/b'],
    ['/%2E%2e/b?x=..', '/b?x=..'],
    ['"\\\\a\\\\b"', '/a/b'],
    ['/a%5Cb', '/a/b'],
    ['"/a\\0b"', '/ab'],
    ['http://example.cn/../b', '/b'],
  ])('%s is refused and %s suggested', (written, fixed) => {
    const [first, advice] = problemsOf(['aliases:', `- ${written}`])
    expect(first).toMatch(/^5:3: 错误: \[aliases\] .*\(record\/bad-alias\)$/)
    expect(advice).toBe(`    写旧网址里域名以后的部分，例如 ${fixed}`)
  })

  test('may have two dots that are no step up, and bytes of any encoding', () => {
    expect(parse(['aliases: [/a..b/c?x=../d, /%B9%AB.htm, /新闻/1.htm]']).value?.aliases).toEqual([
      '/a..b/c?x=../d',
      '/%B9%AB.htm',
      '/新闻/1.htm',
    ])
  })
})

describe('the path of a file', () => {
  const said = (path: string, of = '2023/notice.md') => {
    const lines = [`attachments: [{file: '${path}'}]`, `pictures: [{name: a, file: '${path}'}]`]
    return parse(lines, of).diagnostics.map(({ruleId, field, reason}) => [ruleId, field, reason.zh])
  }
  const both = (reason: string) => [
    ['record/bad-path', 'attachments.file', reason],
    ['record/bad-path', 'pictures.file', reason],
  ]

  test('may not name a drive, another site, or use backslashes', () => {
    expect(said('d:a.pdf')).toEqual(both('文件路径「d:a.pdf」带有盘符，别的电脑上没有'))
    expect(said('a\\b.pdf')).toEqual(both('文件路径「a\\b.pdf」用了反斜杠'))
    expect(said('https://a.cn/b')).toEqual(both('文件路径「https://a.cn/b」是网址，不是文件'))
    expect(said('//a.cn/b')).toEqual(both('文件路径「//a.cn/b」是网址，不是文件'))
    expect(problemsOf(['attachments: "a\\0b"'])[0]).toContain('「a<U+0000>b」含有看不见的控制字符')
  })

  test('says how backslashes should be, and where a page of the web belongs', () => {
    expect(problemsOf(['attachments: a\\b.pdf'])[1]).toBe('    改成正斜杠：a/b.pdf')
    expect(problemsOf(['attachments: http://a.cn/b'])[1]).toContain('请在正文里写成链接')
  })

  test('may go up only as far as the site goes', () => {
    const leaves = (path: string) => both(`文件路径「${path}」用「..」走出了网站的文件夹`)
    expect(said('../a.pdf')).toEqual([])
    expect(said('../../a.pdf')).toEqual(leaves('../../a.pdf'))
    expect(said('../../a.pdf', '2023/05/notice.md')).toEqual([])
    expect(said('../a.pdf', 'notice.md')).toEqual(leaves('../a.pdf'))
    expect(said('/../a.pdf')).toEqual(leaves('/../a.pdf'))
    expect(said('/a/../b.pdf')).toEqual([])
    expect(said('b/./../../../a.pdf')).toEqual(leaves('b/./../../../a.pdf'))
    expect(said('%2e%2e/%2E./a.pdf')).toEqual(leaves('%2e%2e/%2E./a.pdf'))
    expect(problemsOf(['attachments: ../../a'])[0]).toMatch(/^4:14: 错误: \[attachments\] .*走出/)
  })

  test('is judged even where other fields are wrong', () => {
    expect(problemsOf(['views: x', 'attachments: ../../a']).join()).toMatch(/bad-number.*bad-path/s)
  })
})
