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
        corrections: [],
        conversion: {},
        body: '\n正文\n',
        bodyLine: 5,
      },
      places: {title: {line: 2, column: 8}, date: {line: 3, column: 7}},
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

  test('has lists without their empty items, the others at their places', () => {
    const lines = ['tags:', '-', '- a', '- ~', 'attachments: [~, {file: a.pdf}, {title: b}]']
    expect(recordOf(...lines.slice(0, 4))?.tags).toEqual(['a'])
    expect(problemsOf(lines)[0]).toMatch(/^8:33: 错误: \[attachments.file\] 缺少/)
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
      '    留着不碍事；想用的字段见 docs/front-matter.md。',
      '10:1: 错误: [title] 缺少必填的字段「title」 (record/missing-field)',
      '    加一行，例如：title: 关于春节放假的通知',
    ])
  })

  test('are said in English as well', () => {
    expect(format('---\ntitle:\ndate: 5月\nsource: [a]\n---\n', 'en')).toEqual([
      '2:1: error: [title] the field 「title」 is required and has no value (record/empty-field)',
      '    Give it one, for example: title: 关于春节放假的通知. Put a value that begins with 「#」 in double quotes, or it is a comment.',
      '3:7: error: [date] 「5月」 is not a date in a form that can be read (record/bad-date)',
      '    Write it as 2023-05-15; 2023/5/15, 2023.5.15 and 2023年5月15日 will do as well, and 2023-05 or 2023 where no more is known.',
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

test('an error anywhere leaves no record', () => {
  for (const line of ['views: x', 'attachments: ../../a', 'a: &b c', 'source: a\nSource: b']) {
    const {value, diagnostics} = parse(withRequired([line]))
    expect(diagnostics.some(isError)).toBe(true)
    expect(value).toBeUndefined()
  }
})
