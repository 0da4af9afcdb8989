import {describe, expect, test} from 'vitest'
import type {ContentPath} from '../../src/base/brand.ts'
import {formatDiagnostic, isError, type Language} from '../../src/base/diagnostic.ts'
import {parseRecord} from '../../src/record/parse.ts'
import type {NewsRecord} from '../../src/record/record.ts'
import {createSourceFile} from '../../src/record/source-file.ts'

function parse(text: string, path = '2023/notice.md') {
  return parseRecord(createSourceFile(path as ContentPath, text))
}

/** The record of these lines of front matter, with a title and a date put before them. */
function recordOf(...lines: readonly string[]): NewsRecord | undefined {
  return parse(withRequired(lines)).value
}

function withRequired(lines: readonly string[]): string {
  return `---\ntitle: 标题\ndate: 2023-05-15\n${lines.join('\n')}\n---\n正文\n`
}

/** What is said about these lines, which begin in line 4, without the path. */
function problemsOf(lines: readonly string[], language: Language = 'zh'): string[] {
  return format(withRequired(lines), language)
}

function format(text: string, language: Language = 'zh'): string[] {
  return parse(text).diagnostics.flatMap((diagnostic) =>
    formatDiagnostic(diagnostic, language).replace('content/2023/notice.md:', '').split('\n'),
  )
}

describe('a record', () => {
  test('needs a title and a date', () => {
    expect(parse('---\ntitle: 关于放假的通知\ndate: 2023-05-15\n---\n\n正文\n')).toEqual({
      diagnostics: [],
      value: {
        file: '2023/notice.md',
        id: 'notice',
        title: '关于放假的通知',
        date: '2023-05-15',
        tags: [],
        draft: false,
        aliases: [],
        attachments: [],
        pictures: [],
        conversion: {},
        body: '\n正文\n',
        bodyLine: 5,
      },
    })
  })

  test('gives every field', () => {
    const record = recordOf(
      'id: 2023-关工委.1',
      'subtitle: 副题',
      'written: 2023年5月12日',
      'updated: 2023/6/1 08:30:00',
      'column: 工作动态',
      'tags: [会议, 表彰, 会议]',
      'source: 区关工委办公室',
      'author: 张三',
      'editor: 李四',
      'views: "1,209"',
      'documentNumber: 仁府发〔2023〕5号',
      'indexNumber: 008-2023-0012',
      'script: Hant-HK',
      'draft: true',
      'withdrawn: {date: 2023-06-01, reason: 有误}',
      'aliases: [/show.asp?id=3, "http://www.example.cn/a/b.htm?x=1#top", "https://example.cn?id=3"]',
      'attachments: [附件1.pdf, {file: ../files/b.doc, title: 名单}, {file: /c.xls}]',
      'pictures: [{name: 图片14.png, file: 14.png, caption: 会场}, {name: 图片15.png, missing: true}]',
      'provenance:',
      '  from: 旧网站',
      '  url: http://example.cn/3',
      '  file: 3.html',
      '  retrieved: 2024-01-08',
      '  by: dibao 0.1.0',
      `  sha256: ${'Ab'.repeat(32)}`,
      '  lines: [{line: 3, text: "日期:2023-05-15\\r\\n"}, {line: 4, text: ""}]',
      'conversion: {孔炜: 孔煒, 干部: {zh-Hant: 幹部, ZH_HK: 幹部}, 广告: ""}',
    )
    expect(record).toMatchObject({
      id: '2023-关工委.1',
      subtitle: '副题',
      written: '2023-05-12',
      updated: '2023-06-01',
      column: '工作动态',
      tags: ['会议', '表彰'],
      source: '区关工委办公室',
      author: '张三',
      editor: '李四',
      views: 1209,
      documentNumber: '仁府发〔2023〕5号',
      indexNumber: '008-2023-0012',
      script: 'hant-hk',
      draft: true,
      withdrawn: {date: '2023-06-01', reason: '有误'},
      aliases: ['/show.asp?id=3', '/a/b.htm?x=1', '/?id=3'],
      attachments: [{file: '附件1.pdf'}, {file: '../files/b.doc', title: '名单'}, {file: '/c.xls'}],
      pictures: [
        {name: '图片14.png', file: '14.png', caption: '会场', missing: false},
        {name: '图片15.png', missing: true},
      ],
      provenance: {
        from: '旧网站',
        url: 'http://example.cn/3',
        file: '3.html',
        retrieved: '2024-01-08',
        by: 'dibao 0.1.0',
        sha256: 'ab'.repeat(32),
        lines: [
          {line: 3, text: '日期:2023-05-15\r\n'},
          {line: 4, text: ''},
        ],
      },
      conversion: {
        孔炜: {'zh-Hans': '孔煒', 'zh-Hant': '孔煒', 'zh-HK': '孔煒'},
        干部: {'zh-Hant': '幹部', 'zh-HK': '幹部'},
        广告: {'zh-Hans': '', 'zh-Hant': '', 'zh-HK': ''},
      },
    })
  })

  test('takes what is empty for not given', () => {
    const names =
      'id subtitle written updated column tags source author editor views documentNumber indexNumber script draft withdrawn aliases attachments pictures provenance conversion'
    const least = recordOf()
    for (const empty of ['', ' ~', ' null', ' ""']) {
      const lines = names.split(' ').map((name) => `${name}:${empty}`)
      const given =
        empty === ' ""' ? lines.filter((line) => !/^(?:pict|prov|conv)/.test(line)) : lines
      expect(problemsOf(given)).toEqual([])
      expect(recordOf(...given)).toEqual({...least, bodyLine: given.length + 5})
    }
  })

  test('has fields whose names may be spelt in several ways', () => {
    expect(
      recordOf('Document-Number: a', 'index_number: b', 'SOURCE: c', 'Withdrawn: {Reason: d}'),
    ).toMatchObject({documentNumber: 'a', indexNumber: 'b', source: 'c', withdrawn: {reason: 'd'}})
  })

  test('takes one alone for a list of one', () => {
    expect(
      recordOf(
        'tags: 会议，表彰、 通知;a；b,会议',
        'aliases: /a',
        'attachments: a.pdf',
        'pictures: {name: b}',
      ),
    ).toMatchObject({
      tags: ['会议', '表彰', '通知', 'a', 'b'],
      aliases: ['/a'],
      attachments: [{file: 'a.pdf'}],
      pictures: [{name: 'b'}],
    })
    expect(recordOf('attachments: {file: a.pdf, title: b}')?.attachments).toEqual([
      {file: 'a.pdf', title: 'b'},
    ])
  })

  test('belongs to the first of several columns', () => {
    expect(recordOf('column: [工作动态, 要闻]')?.column).toBe('工作动态')
  })

  test.each([
    ['true', {}],
    ['"true"', {}],
    ['{}', {}],
    ['false', undefined],
    ['"false"', undefined],
  ])('that says withdrawn: %s', (written, expected) => {
    expect(recordOf(`withdrawn: ${written}`)?.withdrawn).toEqual(expected)
  })

  test.each([
    ['TRUE', true],
    ['"True"', true],
    ['no', undefined],
    ['"false"', false],
  ])('that says draft: %s', (written, expected) => {
    expect(recordOf(`draft: ${written}`)?.draft).toBe(expected)
  })

  test.each([
    ['0', 0],
    ['0120', 120],
    ['1,234,567', 1234567],
    ['１，２０９', 1209],
    ['1,20', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1234567890123456', undefined],
  ])('that says views: %s', (written, expected) => {
    expect(recordOf(`views: ${written}`)?.views).toBe(expected)
  })

  test('is of the day that is written, whatever the hour', () => {
    for (const written of ['2023-05-15T23:59:00-11:00', '2023.5.15 0:00', '2023年5月15日']) {
      expect(parse(`---\ntitle: a\ndate: ${written}\n---\n`).value?.date).toBe('2023-05-15')
    }
  })
})

describe('problems', () => {
  test('are all reported at once, in the order of the lines', () => {
    const text = [
      '---',
      'date: 2004-02-30',
      'id: 2023/通知 1',
      'colunm: 工作动态',
      'views: 约一千次',
      'draft: 是',
      'attachments:',
      '  - C:\\a.pdf',
      'layout: post',
      '---',
    ]
    expect(parse(text.join('\n')).value).toBeUndefined()
    expect(format(text.join('\n'))).toEqual([
      '2:7: 错误: [date] 日历上没有「2004-02-30」这一天 (record/no-such-day)',
      '    那个月的最后一天是 2004-02-29，请核对原文。',
      '3:5: 错误: [id] 「2023/通知 1」不能用作编号：编号会成为网址的一段 (record/bad-id)',
      '    只用汉字、字母、数字、-、_ 和 .，首尾不用「.」，不超过 120 字节，也不用 page、con 等保留名称；例如 2023-通知-1',
      '4:1: 提醒: [colunm] 没有「colunm」这个字段，它的内容不起作用 (record/unknown-field)',
      '    是不是想写「column」？',
      '5:8: 错误: [views] 「约一千次」不是从 0 起的整数 (record/bad-number)',
      '    只写数字，不带单位，例如 1209。',
      '6:8: 错误: [draft] 「是」既不是 true（是）也不是 false（否） (record/bad-flag)',
      '    「是」写 true，「否」写 false。',
      '8:5: 错误: [attachments.file] 文件路径「C:\\a.pdf」带有盘符，别的电脑上没有 (record/bad-path)',
      '    把文件放在本文件旁边，写它的文件名，如 附件1.pdf；或放进 public 文件夹，从「/」写起，如 /files/附件1.pdf。',
      '9:1: 说明: [layout] 字段「layout」不是这里用的，它的内容不起作用 (record/extra-field)',
      '10:1: 错误: [title] 缺少必填的字段「title」 (record/missing-field)',
      '    加一行，例如：title: 关于春节放假的通知',
    ])
  })

  test('are said in English as well', () => {
    expect(format('---\ntitle:\ndate: 5月\nsource: [a]\n---\n', 'en')).toEqual([
      '2:1: error: [title] the field 「title」 is required and has no value (record/empty-field)',
      '    Give it one, for example: title: 关于春节放假的通知. Put a value that begins with 「#」 in double quotes, or it is a comment.',
      '3:7: error: [date] 「5月」 is not a day in a form that can be read (record/bad-date)',
      '    Write it as 2023-05-15; 2023/5/15, 2023.5.15 and 2023年5月15日 will do as well.',
      '4:9: error: [source] this should be a text and is a list (record/wrong-kind)',
      '    Write it like this: source: 仁和区关工委办公室',
    ])
  })

  test('of names that the front matter lacks, in the lines where that is plain', () => {
    expect(format('---\n__proto__: a\ntitle: *b\ndate: 2023-05-15\n---\n')).toEqual([
      '2:1: 错误: 「__proto__」不能用作名称 (record/reserved-name)',
      '    删掉这一项，或换一个名称。',
      '3:8: 错误: 「*b」以「*」开头，会被当作 YAML 的引用，这里不允许 (record/yaml-reference)',
      '    把内容整个用引号括起来：title: "*b"',
    ])
  })

  test('of warnings and notes alone leave the record', () => {
    const {value, diagnostics} = parse(withRequired(['colunm: a', 'layout: b', 'source: c #d']))
    expect(diagnostics.map(({severity}) => severity)).toEqual(['warning', 'info', 'warning'])
    expect(value?.source).toBe('c')
  })

  test('of a field given twice name the line of the first', () => {
    expect(problemsOf(['document-number: a', 'documentNumber: b'])).toEqual([
      '5:1: 错误: [documentNumber] 「documentNumber」重复：第 4 行已经有「document-number」 (record/duplicate-field)',
      '    只留一个；大小写、「-」和「_」不同也算同一个名称。',
    ])
  })

  test.each([
    ['titel', 'title'],
    ['colunm', 'column'],
    ['Tag', undefined],
    ['atachment', 'attachments'],
    ['doc-number', undefined],
    ['标题', 'title'],
    ['日期', 'date'],
    ['来源', 'source'],
    ['编', undefined],
    ['layout', undefined],
  ])('of the unknown name %s suggest %s', (name, nearest) => {
    const [first, advice] = format(`---\n${name}: x\n---\n`)
    const rule = nearest === undefined ? '(record/extra-field)' : '(record/unknown-field)'
    expect(first).toMatch(new RegExp(`^2:1: .*\\[${name}\\].*`))
    expect(first).toContain(rule)
    if (nearest !== undefined) expect(advice).toBe(`    是不是想写「${nearest}」？`)
  })

  test('of unknown names in a group stand where the name is', () => {
    expect(problemsOf(['pictures:', '  - {name: a, mising: true}'])).toEqual([
      '5:15: 提醒: [pictures.mising] 没有「mising」这个字段，它的内容不起作用 (record/unknown-field)',
      '    是不是想写「missing」？',
    ])
  })
})

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
    expect(recordOf(...lines)).toBeUndefined()
  })
})

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
    expect(recordOf('aliases: [/a..b/c?x=../d, /%B9%AB.htm, /新闻/1.htm]')?.aliases).toEqual([
      '/a..b/c?x=../d',
      '/%B9%AB.htm',
      '/新闻/1.htm',
    ])
  })
})

describe('the path of a file', () => {
  const said = (path: string, of = '2023/notice.md') => {
    const text = withRequired([
      `attachments: [{file: '${path}'}]`,
      `pictures: [{name: a, file: '${path}'}]`,
    ])
    return parse(text, of).diagnostics.map(({ruleId, field, reason}) => [ruleId, field, reason.zh])
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

test('an error anywhere leaves no record', () => {
  for (const line of ['views: x', 'attachments: ../../a', 'a: &b c', 'source: a\nSource: b']) {
    const {value, diagnostics} = parse(withRequired([line]))
    expect(diagnostics.some(isError)).toBe(true)
    expect(value).toBeUndefined()
  }
})
