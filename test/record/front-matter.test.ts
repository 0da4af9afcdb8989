import matter from 'gray-matter'
import {describe, expect, test} from 'vitest'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import type {FieldValue} from '../../src/record/field-value.ts'
import {frontMatterMax, parseFrontMatter, refusingEngines} from '../../src/record/front-matter.ts'

/** What an editor is told about a whole file. */
function problemsOf(text: string): string {
  const {diagnostics} = parseFrontMatter('a.md', text)
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, 'zh')).join('\n')
}

/** The same for the lines between the fences. */
function problemsOfBlock(block: string): string {
  return problemsOf(`---\n${block}\n---\n正文\n`)
}

/** The fields as plain values, with their kind where it is not plain. */
function fieldsOf(text: string): unknown {
  const {value} = parseFrontMatter('a.md', text)
  return (
    value && Object.fromEntries([...value.fields].map(([name, {value}]) => [name, bare(value)]))
  )
}

function bare(value: FieldValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'flag':
      return value.flag
    case 'none':
      return null
    case 'list':
      return value.items.map(bare)
    case 'mapping':
      return Object.fromEntries([...value.fields].map(([name, field]) => [name, bare(field.value)]))
  }
}

describe('values', () => {
  test('are texts as written, but for a bare true, false or null', () => {
    const block = [
      'number: 0123',
      'version: 1.10',
      'power: 1e3',
      'date: 2023-05-15 08:00:00',
      'yes: yes',
      'on: True',
      'off: FALSE',
      'quoted: "true"',
      'none: ~',
      'null: Null',
      'nothing:',
      'empty: ""',
      'list: [1, "2", {a: true}]',
      'merge: {<<: x}',
      'folded: >-',
      '  一',
      '  二',
    ]
    expect(fieldsOf(`---\n${block.join('\n')}\n---\n`)).toEqual({
      number: '0123',
      version: '1.10',
      power: '1e3',
      date: '2023-05-15 08:00:00',
      yes: 'yes',
      on: true,
      off: false,
      quoted: 'true',
      none: null,
      null: null,
      nothing: null,
      empty: '',
      list: ['1', '2', {a: true}],
      merge: {'<<': 'x'},
      folded: '一 二',
    })
  })

  test('have the place where they stand in the file, names have theirs', () => {
    const {value} = parseFrontMatter(
      'a.md',
      '\uFEFF---\r\na: b\r\nlist:\r\n  - c\r\n  - {d: e}\r\n---\r\n',
    )
    const fields = value?.fields
    expect(fields?.get('a')).toEqual({
      place: {line: 2, column: 1},
      value: {kind: 'text', text: 'b', place: {line: 2, column: 4}},
    })
    expect(fields?.get('list')?.value).toEqual({
      kind: 'list',
      place: {line: 4, column: 3},
      items: [
        {kind: 'text', text: 'c', place: {line: 4, column: 5}},
        {
          kind: 'mapping',
          place: {line: 5, column: 5},
          fields: new Map([
            [
              'd',
              {
                place: {line: 5, column: 6},
                value: {kind: 'text', text: 'e', place: {line: 5, column: 9}},
              },
            ],
          ]),
        },
      ],
    })
  })

  test('end before the carriage return of a Windows line, the last one as well', () => {
    expect(fieldsOf('---\r\na: b\r\nc: d\r\n---\r\n')).toEqual({a: 'b', c: 'd'})
  })

  test('are none in an empty block and in one of comments', () => {
    for (const text of ['---\n---\n', '---\n\n---', '---\n# 说明\n---\n', '---\r\n---\r\n']) {
      expect(problemsOf(text)).toBe('')
      expect(fieldsOf(text)).toEqual({})
    }
  })
})

describe('the body', () => {
  test.each([
    ['begins with a rule', '---\n---\n---\n\n正文', '---\n\n正文', 3],
    ['begins with a blank line', '---\n---\n\n正文\n', '\n正文\n', 3],
    ['has Windows lines', '---\r\na: b\r\n---\r\n正文\r\n', '正文\r\n', 4],
    ['is not there', '---\na: b\n---', '', 4],
    ['looks like front matter', '---\n---\n---js\n{}\n---\n', '---js\n{}\n---\n', 3],
    ['follows blanks after a fence', '--- \n---\t \n  正文', '  正文', 3],
  ])('stays as it is when it %s', (_, text, body, bodyLine) => {
    expect(parseFrontMatter('a.md', text).value).toMatchObject({body, bodyLine})
  })
})

describe('fences', () => {
  test('must be three hyphens and nothing else', () => {
    const firstLines = [
      '----',
      '---js',
      '---javascript',
      '---yaml',
      '--- yaml',
      ' ---',
      '－－－',
      '———',
      '--',
      '+++',
    ]
    for (const first of firstLines) {
      expect(problemsOf(`${first}\ntitle: a\n---\n`)).toBe(
        `a.md:1:1: 错误: 这一行是「${first}」，而头部的起止行只能是三个半角减号「---」 (record/wrong-fence)\n` +
          '    头部的起止行要顶格写 ---，前后不加别的字；如果这一行是正文，请在它前面先用 --- 结束头部。',
      )
    }
  })

  test('are reported where gray-matter would close at a line that only begins like one', () => {
    for (const line of ['---abc', '----', '--- 完']) {
      expect(problemsOf(`---\ntitle: a\n${line}\n正文\n---\n`)).toContain(
        `a.md:3:1: 错误: 这一行是「${line}」，`,
      )
    }
  })

  test('are reported where the closing one is of another kind', () => {
    for (const line of ['－－－', ' ---', '——', '...', '+++']) {
      expect(problemsOf(`---\ntitle: a\n${line}\n正文\n`)).toContain(
        `a.md:3:1: 错误: 这一行是「${line}」，`,
      )
    }
  })

  test('that never close are an error: the text is not taken for fields', () => {
    const text = '---\ntitle: a\n正文\n'
    expect(parseFrontMatter('a.md', text).value).toBeUndefined()
    expect(problemsOf(text)).toMatchInlineSnapshot(`
      "a.md:1:1: 错误: 头部从这里的「---」开始，但后面没有结束它的「---」 (record/unclosed-front-matter)
          在最后一个字段的下一行、正文之前，单独写一行 ---。"
    `)
  })

  test('may be missing only with an error that shows how to add them', () => {
    expect(problemsOf('关于放假的通知\n\n正文')).toMatchInlineSnapshot(`
      "a.md:1:1: 错误: 文件开头是「关于放假的通知」，没有写标题、日期等信息的头部 (record/missing-front-matter)
          在文件最前面加四行：第一行写 ---，第二行写 title: 关于春节放假的通知，第三行写 date: 2023-01-10，第四行再写 ---，正文从下一行开始。"
    `)
    expect(problemsOf('')).toContain('a.md:1:1: 错误: 文件开头是空的')
  })

  test('must be at the very top', () => {
    expect(problemsOf('\n \r\n---\ntitle: a\n---\n')).toMatchInlineSnapshot(`
      "a.md:1:1: 错误: 「---」前面有 2 个空行，它必须是文件的第一行 (record/fence-not-first)
          把「---」上面的空行删掉。"
    `)
  })

  test('never let a program run', () => {
    const program = '{a: globalThis.frontMatterRan = true}'
    for (const first of ['---js', '---javascript', '--- JS', '---JavaScript']) {
      const text = `${first}\n${program}\n---\n`
      expect(parseFrontMatter('a.md', text).value).toBeUndefined()
      expect(() => matter(text, {language: 'yaml', engines: refusingEngines})).toThrow(
        'only YAML front matter is allowed',
      )
    }
    expect(globalThis).not.toHaveProperty('frontMatterRan')
  })

  test('of other languages are refused by the engines as well', () => {
    for (const language of ['json', 'coffee', 'cson', 'toml']) {
      expect(() => matter(`---${language}\n{}\n---\n`, {engines: refusingEngines})).toThrow(
        'only YAML front matter is allowed',
      )
    }
  })
})

describe('limits', () => {
  test('refuse a block over the limit at its end', () => {
    const fences = '---\n\n---'.length
    const fits = `---\n${'#'.repeat(frontMatterMax - fences)}\n---\n`
    expect(problemsOf(fits)).toBe('')
    expect(problemsOf(fits.replace('#', '##'))).toMatchInlineSnapshot(`
      "a.md:3:1: 错误: 头部有 65537 个字符，超过上限 65536 (record/front-matter-too-large)
          看看结束头部的「---」是否写得太靠后，把正文也算进了头部。"
    `)
  })

  test.each([
    ['brackets', `${'['.repeat(5000)}`, '2:17'],
    ['closed brackets', `a: ${'['.repeat(2000)}${']'.repeat(2000)}`, '2:19'],
    ['braces', `a: ${'{a: '.repeat(5000)}`, '2:64'],
    ['dashes', `${'- '.repeat(5000)}a`, '2:33'],
    ['question marks', `${'? '.repeat(5000)}a`, '2:33'],
    ['dashes after anchors', `${'- &a '.repeat(5000)}a`, '2:81'],
    ['dashes and brackets', `a:\n- - ${'['.repeat(500)}`, '3:18'],
    [
      'indentation',
      Array.from({length: 300}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      '18:18',
    ],
    [
      'lists in mappings',
      Array.from({length: 90}, (_, depth) => `${'  '.repeat(depth)}- a:`).join('\n'),
      '10:17',
    ],
  ])('refuse %s without end, with their place', (_, block, place) => {
    expect(problemsOfBlock(block)).toContain(
      `a.md:${place}: 错误: 从这里起，括号、减号或缩进套了 16 层以上`,
    )
  })

  test('allow sixteen levels, and many things side by side', () => {
    const nested = `a: ${'['.repeat(15)}${']'.repeat(15)}`
    const many = Array.from({length: 500}, (_, index) => `k${index}:\n- {a: [b]}`).join('\n')
    expect(problemsOfBlock(`${nested}\n${many}\nz: [${'[],'.repeat(100)}]`)).toBe('')
  })

  test('do not count brackets in texts', () => {
    const open = '['.repeat(100)
    expect(problemsOfBlock(`a: "${open}"\nb: x${open}\nc: |\n  ${open}\n# ${open}`)).toBe('')
  })
})

test('gives no value where YAML is broken, but leaves out single names that are refused', () => {
  const read = (text: string) => parseFrontMatter('a.md', `---\n${text}\n---\n`).value?.fields
  expect(read('title: 关于: 通知')).toBeUndefined()
  expect(read('title: "关于')).toBeUndefined()
  expect(read('- a')).toBeUndefined()
  const fields = read('__proto__: a\nx: *b\ny: 1\ny: 2')
  expect([...(fields?.keys() ?? [])]).toEqual(['x', 'y'])
  expect(fields?.get('x')?.value.kind).toBe('none')
  expect(fields?.get('y')?.value).toMatchObject({text: '1'})
})
