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

describe('a value', () => {
  const kind = (place: string, field: string, should: string, is: string) =>
    `${place}: 错误: [${field}] 这里应当是${should}，写的却是${is} (record/wrong-kind)`

  test.each<[string[], string]>([
    [['source: [a]'], kind('4:9', 'source', '文字', '列表')],
    [['author: true'], kind('4:9', 'author', '文字', 'true 或 false')],
    [['tags: {a: b}'], kind('4:7', 'tags', '列表', '一组「名称: 内容」')],
    [['tags: [a, [b]]'], kind('4:11', 'tags', '文字', '列表')],
    [['draft: [a]'], kind('4:8', 'draft', 'true 或 false', '列表')],
    [['withdrawn: 有误'], kind('4:12', 'withdrawn', '一组「名称: 内容」', '文字')],
    [['pictures: a.png'], kind('4:11', 'pictures', '一组「名称: 内容」', '文字')],
    [['pictures: {name: [a]}'], kind('4:18', 'pictures.name', '文字', '列表')],
    [['provenance: a'], kind('4:13', 'provenance', '一组「名称: 内容」', '文字')],
    [['conversion: a'], kind('4:13', 'conversion', '一组「名称: 内容」', '文字')],
    [['conversion: {a: [b]}'], kind('4:17', 'conversion.a', '文字，或一组「版本: 文字」', '列表')],
    [
      ['conversion: {a: {zh-Hant: true}}'],
      kind('4:27', 'conversion.a.zh-Hant', '文字', 'true 或 false'),
    ],
  ])('of the wrong kind: %j', (lines, expected) => {
    const [first, advice] = problemsOf(lines)
    expect(first).toBe(expected)
    expect(advice).toMatch(/^ {4}写法如：\S/)
  })

  test.each<[string[], string]>([
    [
      ['attachments: [{title: a}]'],
      '4:15: 错误: [attachments.file] 缺少必填的字段「attachments.file」',
    ],
    [
      ['attachments: [{file: ""}]'],
      '4:22: 错误: [attachments.file] 必填的字段「attachments.file」没有内容',
    ],
    [['attachments: [" "]'], '4:15: 错误: [attachments.file] 缺少必填的字段「attachments.file」'],
    [['pictures: [{file: a}]'], '4:12: 错误: [pictures.name] 缺少必填的字段「pictures.name」'],
    [
      ['provenance: {lines: [{text: a}]}'],
      '4:22: 错误: [provenance.lines.line] 缺少必填的字段「provenance.lines.line」',
    ],
    [
      ['provenance: {lines: [{line: 1}]}'],
      '4:22: 错误: [provenance.lines.text] 缺少必填的字段「provenance.lines.text」',
    ],
    [
      ['provenance: {lines: [{line: 0, text: a}]}'],
      '4:29: 错误: [provenance.lines.line] 「0」不是从 1 起的整数',
    ],
    [['provenance: {sha256: abc}'], '4:22: 错误: [provenance.sha256] 「abc」不是 SHA-256 校验值'],
    [['script: 简体'], '4:9: 错误: [script] 「简体」不是认得的原文字体'],
    [['conversion: {a: {zh-TW: b}}'], '4:25: 错误: [conversion.a.zh-TW] 没有「zh-TW」这个版本'],
    [['written: 2023-13-01'], '4:10: 错误: [written] 日历上没有「2023-13-01」这一天'],
    [['written: 2023-02-29 08:00'], '4:10: 错误: [written] 日历上没有「2023-02-29 08:00」这一天'],
    [['updated: 2023-02-28 八点'], '4:10: 错误: [updated] 「2023-02-28 八点」不是能认出的日期'],
    [['updated: 20230228'], '4:10: 错误: [updated] 「20230228」不是能认出的日期'],
  ])('that is refused: %j', (lines, expected) => {
    expect(problemsOf(lines)[0]).toContain(expected)
    expect(parse(lines).value).toBeUndefined()
  })
})

test.each([
  ['《通知》 1', '通知-1'],
  ['page', '2023-notice-1'],
  ['...', '2023-notice-1'],
])('an id like 「%s」 is refused and %s suggested', (id, fixed) => {
  const [first, advice] = problemsOf([`id: ${id}`])
  expect(first).toContain('4:5: 错误: [id]')
  expect(advice?.endsWith(`例如 ${fixed}`)).toBe(true)
})
