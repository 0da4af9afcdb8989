import {expect, test} from 'vitest'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {parseFrontMatter} from '../../src/record/front-matter.ts'

// One mistake of a kind: the lines between the fences, and everything that is said about them.
test.each<[string, string[], string[]]>([
  [
    'a colon in a title',
    ['title: 关于: 通知', 'date: 2004-01-01'],
    [
      'a.md:2:8: 错误: 「title: 关于: 通知」的内容里又有冒号加空格，会被误读成另一个字段 (record/unquoted-colon)',
      '    把内容整个用引号括起来：title: "关于: 通知"',
    ],
  ],
  [
    'a full-width colon everywhere',
    ['title：关于'],
    [
      'a.md:2:1: 错误: 「title：关于」用了全角冒号「：」，字段名后面要用半角冒号 (record/full-width-colon)',
      '    改成：title: 关于（半角冒号后面空一格）',
    ],
  ],
  [
    'a full-width colon in one line',
    ['title: 关于', '来源：办公室', 'date: 2004-01-01'],
    [
      'a.md:3:1: 错误: 「来源：办公室」用了全角冒号「：」，字段名后面要用半角冒号 (record/full-width-colon)',
      '    改成：来源: 办公室（半角冒号后面空一格）',
    ],
  ],
  [
    'a full-width colon in the last line',
    ['title: 关于', '来源：办公室'],
    [
      'a.md:3:1: 错误: 「来源：办公室」用了全角冒号「：」，字段名后面要用半角冒号 (record/full-width-colon)',
      '    改成：来源: 办公室（半角冒号后面空一格）',
    ],
  ],
  [
    'no space after a colon',
    ['title:关于', 'date:　2004-01-01'],
    [
      'a.md:2:1: 错误: 「title:关于」的「:」后面没有半角空格 (record/missing-space)',
      '    改成：title: 关于',
      'a.md:3:1: 错误: 「date:　2004-01-01」的「:」后面没有半角空格 (record/missing-space)',
      '    改成：date: 2004-01-01',
    ],
  ],
  [
    'no space after a dash',
    ['tags:', '- 会议', '-表彰', 'date: 2004-01-01'],
    ['a.md:4:1: 错误: 「-表彰」的「-」后面没有半角空格 (record/missing-space)', '    改成：- 表彰'],
  ],
  [
    'tabs for indentation',
    ['tags:', '\t- 会议', 'title: 关于'],
    [
      'a.md:3:1: 错误: 这一行用制表符（Tab 键）缩进 (record/tab-indent)',
      '    改用空格缩进，每层两个。',
    ],
  ],
  [
    'brackets that are text',
    ['title: [通知] 关于', 'date: 2004-01-01'],
    [
      'a.md:2:13: 错误: 「title: [通知] 关于」以引号或括号开头，在它结束以后又有文字 (record/text-after-value)',
      '    把内容整个用引号括起来：title: "[通知] 关于"',
    ],
  ],
  [
    'text after quotes',
    ['title: "关于"的通知'],
    [
      'a.md:2:12: 错误: 「title: "关于"的通知」以引号或括号开头，在它结束以后又有文字 (record/text-after-value)',
      '    把内容整个用引号括起来：title: \'"关于"的通知\'',
    ],
  ],
  [
    'an unclosed double quote',
    ['title: "关于', 'date: 2004-01-01'],
    [
      'a.md:2:8: 错误: 从这里开始的引号「"」在本行没有结束 (record/unclosed-quote)',
      '    在内容末尾补上「"」。',
    ],
  ],
  [
    'an unclosed quote before another',
    ['title: "关于', 'date: "2004-01-01"'],
    [
      'a.md:2:8: 错误: 从这里开始的引号「"」在本行没有结束 (record/unclosed-quote)',
      '    在内容末尾补上「"」。',
    ],
  ],
  [
    'an unclosed single quote',
    ["title: '关于", 'date: 2004-01-01'],
    [
      "a.md:2:8: 错误: 从这里开始的引号「'」在本行没有结束 (record/unclosed-quote)",
      "    在内容末尾补上「'」。",
    ],
  ],
  [
    'an unclosed bracket',
    ['tags: [会议, 表彰', 'date: 2004-01-01'],
    [
      'a.md:2:7: 错误: 从这里开始的括号「[」没有用「]」结束 (record/unclosed-bracket)',
      '    补上半角的「]」；如果括号是文字的一部分，请把内容整个用双引号括起来。',
    ],
  ],
  [
    'an unclosed brace at the end',
    ['withdrawn: {reason: 误'],
    [
      'a.md:2:12: 错误: 从这里开始的括号「{」没有用「}」结束 (record/unclosed-bracket)',
      '    补上半角的「}」；如果括号是文字的一部分，请把内容整个用双引号括起来。',
    ],
  ],
  [
    'signs that begin no value',
    ['author: @办公室', 'source: `网`', 'editor: %李'],
    [
      'a.md:2:9: 错误: 内容不能以「@」开头 (record/bad-start)',
      '    把内容整个用引号括起来：author: "@办公室"',
      'a.md:3:9: 错误: 内容不能以「`」开头 (record/bad-start)',
      '    把内容整个用引号括起来：source: "`网`"',
      'a.md:4:9: 错误: 内容不能以「%」开头 (record/bad-start)',
      '    把内容整个用引号括起来：editor: "%李"',
    ],
  ],
  [
    'a backslash in double quotes',
    ['file: "D:\\q"'],
    [
      'a.md:2:10: 错误: 双引号里的「\\q」没有意义：双引号里的反斜杠是特殊符号 (record/bad-escape)',
      '    把双引号换成单引号，或把每个反斜杠写成两个。',
    ],
  ],
  [
    'a line indented by mistake',
    ['title: 关于', ' date: 2004-01-01'],
    [
      'a.md:3:1: 错误: 「date: 2004-01-01」的缩进与上面各行不一致 (record/bad-indent)',
      '    字段一律顶格写；同一列表的各项对齐。',
    ],
  ],
  [
    'a first line indented by mistake',
    ['  title: 关于', 'date: 2004-01-01', 'source: x'],
    [
      'a.md:3:1: 错误: 「date: 2004-01-01」的缩进与上面各行不一致 (record/bad-indent)',
      '    字段一律顶格写；同一列表的各项对齐。',
    ],
  ],
  [
    'an item continued by mistake',
    ['tags:', '- a', '- b', ' c: d'],
    [
      'a.md:5:1: 错误: 「c: d」的缩进与上面各行不一致 (record/bad-indent)',
      '    字段一律顶格写；同一列表的各项对齐。',
    ],
  ],
  [
    'items that are not aligned',
    ['tags:', '  - a', ' - b', 'date: 2004-01-01'],
    [
      'a.md:4:1: 错误: 「- b」的缩进与上面各行不一致 (record/bad-indent)',
      '    字段一律顶格写；同一列表的各项对齐。',
    ],
  ],
  [
    'a line without a colon',
    ['title: 关于', '春节放假', 'date: 2004-01-01'],
    [
      'a.md:3:1: 错误: 「春节放假」不是「名称: 内容」的写法 (record/line-without-colon)',
      '    补上名称和半角冒号，如 title: 关于春节放假的通知；如果是上一行的续行，请接到上一行末尾。',
    ],
  ],
  [
    'a value that is none',
    ['title: |x', '  a'],
    [
      'a.md:2:9: 错误: 「title: |x」附近不合 YAML 的写法，读不下去 (record/bad-yaml)',
      '    每个字段一行，写成「名称: 内容」；内容里有特殊符号时，整个用双引号括起来。',
    ],
  ],
  [
    'an empty item',
    ['tags: [a, , b]'],
    [
      'a.md:2:11: 错误: 「tags: [a, , b]」附近不合 YAML 的写法，读不下去 (record/bad-yaml)',
      '    每个字段一行，写成「名称: 内容」；内容里有特殊符号时，整个用双引号括起来。',
    ],
  ],
  [
    'one bracket too many',
    ['tags: [a]]', 'date: 2004-01-01', 'source: x'],
    [
      'a.md:2:10: 错误: 「tags: [a]]」以引号或括号开头，在它结束以后又有文字 (record/text-after-value)',
      '    把内容整个用引号括起来：tags: "[a]]"',
    ],
  ],
  [
    'a second document',
    ['title: a', '...', 'date: 2004-01-01'],
    [
      'a.md:4:1: 错误: 「date: 2004-01-01」附近不合 YAML 的写法，读不下去 (record/bad-yaml)',
      '    每个字段一行，写成「名称: 内容」；内容里有特殊符号时，整个用双引号括起来。',
    ],
  ],
  [
    'a list at the top',
    ['- title: a'],
    [
      'a.md:2:1: 错误: 两个「---」之间是「- title: a」，不是「名称: 内容」这样的字段 (record/not-fields)',
      '    每个字段写一行，如 title: 关于春节放假的通知。是否误用了全角冒号「：」？如果这是正文，请在它上面先写好头部。',
    ],
  ],
  [
    'a text that stands between rules',
    ['', '正文第一段。', ''],
    [
      'a.md:3:1: 错误: 两个「---」之间是「正文第一段。」，不是「名称: 内容」这样的字段 (record/not-fields)',
      '    每个字段写一行，如 title: 关于春节放假的通知。是否误用了全角冒号「：」？如果这是正文，请在它上面先写好头部。',
    ],
  ],
  [
    'an alias, an anchor and tags',
    ['title: *重要*通知', 'author: &a b', 'source: !!js/regexp x', 'editor: ! y'],
    [
      'a.md:2:8: 错误: 「*重要*通知」以「*」开头，会被当作 YAML 的引用，这里不允许 (record/yaml-reference)',
      '    把内容整个用引号括起来：title: "*重要*通知"',
      'a.md:3:9: 错误: 「&a」以「&」开头，会被当作 YAML 的引用，这里不允许 (record/yaml-reference)',
      '    把内容整个用引号括起来：author: "&a b"',
      'a.md:4:9: 错误: 「!!js/regexp」以「!」开头，会被当作 YAML 的类型标记，这里不允许 (record/yaml-tag)',
      '    把内容整个用引号括起来：source: "!!js/regexp x"',
      'a.md:5:9: 错误: 「!」以「!」开头，会被当作 YAML 的类型标记，这里不允许 (record/yaml-tag)',
      '    把内容整个用引号括起来：editor: "! y"',
    ],
  ],
  [
    'aliases that multiply',
    ['a: &a [x, x]', 'b: [*a, *a]'],
    [
      'a.md:2:4: 错误: 「&a」以「&」开头，会被当作 YAML 的引用，这里不允许 (record/yaml-reference)',
      '    把内容整个用引号括起来：a: "&a [x, x]"',
      'a.md:3:5: 错误: 「*a」以「*」开头，会被当作 YAML 的引用，这里不允许 (record/yaml-reference)',
      '    把内容整个用引号括起来：b: "[*a, *a]"',
      'a.md:3:9: 错误: 「*a」以「*」开头，会被当作 YAML 的引用，这里不允许 (record/yaml-reference)',
      '    把内容整个用引号括起来：b: "[*a, *a]"',
    ],
  ],
  [
    'no name',
    [': a', '? [b]', ': c', '"": d'],
    [
      'a.md:2:1: 错误: 冒号前面应当是名称，这里却是空的，或者是一个列表 (record/bad-field-name)',
      '    写成「名称: 内容」，例如 source: 区政府办公室。',
      'a.md:3:3: 错误: 冒号前面应当是名称，这里却是空的，或者是一个列表 (record/bad-field-name)',
      '    写成「名称: 内容」，例如 source: 区政府办公室。',
      'a.md:5:1: 错误: 冒号前面应当是名称，这里却是空的，或者是一个列表 (record/bad-field-name)',
      '    写成「名称: 内容」，例如 source: 区政府办公室。',
    ],
  ],
  [
    'names that are dangerous',
    ['__proto__: a', 'x: {constructor: b, prototype: c}'],
    [
      'a.md:2:1: 错误: 「__proto__」不能用作名称 (record/reserved-name)',
      '    删掉这一项，或换一个名称。',
      'a.md:3:5: 错误: 「constructor」不能用作名称 (record/reserved-name)',
      '    删掉这一项，或换一个名称。',
      'a.md:3:21: 错误: 「prototype」不能用作名称 (record/reserved-name)',
      '    删掉这一项，或换一个名称。',
    ],
  ],
  [
    'a name twice',
    ['title: a', 'date: b', 'title: c', 'x: {y: 1, y: 2}'],
    [
      'a.md:4:1: 错误: 「title」重复：第 2 行已经有「title」 (record/duplicate-field)',
      '    只留一个；大小写、「-」和「_」不同也算同一个名称。',
      'a.md:5:11: 错误: 「y」重复：第 5 行已经有「y」 (record/duplicate-field)',
      '    只留一个；大小写、「-」和「_」不同也算同一个名称。',
    ],
  ],
  [
    'text that is a comment',
    ['title: 关于 #3 号楼', 'source: #2办', 'date: 2004-01-01 # 照原件', '#x', ''],
    [
      'a.md:2:11: 提醒: 「#3 号楼」会被当作注释丢掉：空格后面的「#」是注释的开头 (record/cut-by-comment)',
      '    如果它是内容的一部分，请把整个内容用双引号括起来；如果是注释，请在「#」后面空一格。',
      'a.md:3:9: 提醒: 「#2办」会被当作注释丢掉：空格后面的「#」是注释的开头 (record/cut-by-comment)',
      '    如果它是内容的一部分，请把整个内容用双引号括起来；如果是注释，请在「#」后面空一格。',
    ],
  ],
  [
    'several at once',
    ['title: 关于: 通知', 'author: @x', '来源：y', 'source: "z'],
    [
      'a.md:2:8: 错误: 「title: 关于: 通知」的内容里又有冒号加空格，会被误读成另一个字段 (record/unquoted-colon)',
      '    把内容整个用引号括起来：title: "关于: 通知"',
      'a.md:3:9: 错误: 内容不能以「@」开头 (record/bad-start)',
      '    把内容整个用引号括起来：author: "@x"',
      'a.md:4:1: 错误: 「来源：y」用了全角冒号「：」，字段名后面要用半角冒号 (record/full-width-colon)',
      '    改成：来源: y（半角冒号后面空一格）',
      'a.md:5:9: 错误: 从这里开始的引号「"」在本行没有结束 (record/unclosed-quote)',
      '    在内容末尾补上「"」。',
    ],
  ],
])('explains %s', (_, block, expected) => {
  expect(problemsOf(block)).toEqual(expected)
})

test('says the same in English', () => {
  const {diagnostics} = parseFrontMatter('a.md', '---\ntitle: 关于: 通知\n来源：y\n---\n')
  expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, 'en'))).toEqual([
    'a.md:2:8: error: the value in 「title: 关于: 通知」 has a colon and a space in it, which reads as another field (record/unquoted-colon)\n' +
      '    Put the whole value in quotation marks: title: "关于: 通知"',
    'a.md:3:1: error: 「来源：y」 has a full-width colon 「：」; a field name takes a half-width one (record/full-width-colon)\n' +
      '    Write: 来源: y (half-width colon, then a space)',
  ])
})

test('finds a mistake at every reading of the same text', () => {
  const first = problemsOf(['title: "a'])
  expect(first).toHaveLength(2)
  expect(problemsOf(['title: "a'])).toEqual(first)
})

test('warns of items and empty fields that end in a comment', () => {
  const block = ['a:', '  - 关于 #3 号楼', '  - b # 说明', 'c: #4', 'd: "x" #5', 'e: true #6']
  const {diagnostics} = parseFrontMatter('a.md', `---\n${block.join('\n')}\n---\n`)
  expect(diagnostics.map(({place, ruleId}) => [place?.line, place?.column, ruleId])).toEqual([
    [3, 8, 'record/cut-by-comment'],
    [5, 4, 'record/cut-by-comment'],
  ])
})

test('shows what cannot be seen by its number, and a long line cut short', () => {
  expect(problemsOf([`\u200b${'长'.repeat(100)}\u0007`])[0]).toBe(
    `a.md:2:1: 错误: 两个「---」之间是「<U+200B>${'长'.repeat(59)}…」，不是「名称: 内容」这样的字段 (record/not-fields)`,
  )
})

function problemsOf(block: readonly string[]): string[] {
  const {diagnostics} = parseFrontMatter('a.md', `---\n${block.join('\n')}\n---\n正文\n`)
  return diagnostics.flatMap((diagnostic) => formatDiagnostic(diagnostic, 'zh').split('\n'))
}
