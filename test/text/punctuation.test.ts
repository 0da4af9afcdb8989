import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {applyEdits, type Edited, undoEdits} from '../../src/text/edit.ts'
import {isHan} from '../../src/text/han.ts'
import {mendMojibake, misreadUnits} from '../../src/text/mojibake.ts'
import {protectedSpans} from '../../src/text/protect.ts'
import {hanAt} from '../../src/text/punctuation/context.ts'
import {cornerQuotes, type NamedRule, punctuationRules} from '../../src/text/punctuation.ts'
import {growth} from '../support/processor.ts'
import {sequence} from '../support/random.ts'

function repair(text: string): string {
  return punctuationRules.reduce((current, {rule}) => rule(current).text, text)
}

/** The rules that noticed something, each with the text it showed. */
function doubtsOf(text: string): readonly string[] {
  let current = text
  return punctuationRules.flatMap(({rule}) => {
    const {text: next, notices} = rule(current)
    current = next
    return notices.map((notice) => `${notice.rule} ${notice.text}`)
  })
}

const mended: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  'gives digits and letters their half width': [
    ['１２％的ＧＤＰ，增长１．５', '12%的GDP，增长1.5'],
    ['共（１２）人', '共（12）人'],
    ['Ｃ＋＋语言', 'C++语言'],
  ],
  'takes typed indents away': [
    ['　　会议召开　', '会议召开'],
    ['会议\n　　召开 \n结束', '会议\n召开\n结束'],
    ['????会议召开。', '会议召开。'],
    ['?? ??會議召開。', '會議召開。'],
  ],
  'widens marks beside Chinese': [
    ['5月10日,仁和区召开会议,听取报告;', '5月10日，仁和区召开会议，听取报告；'],
    ['日期:2023-05-15 瀏覽:1209次', '日期：2023-05-15 瀏覽：1209次'],
    ['注意!不准进入!', '注意！不准进入！'],
    ['中国,China,美国', '中国，China，美国'],
    ['增长12.5%,其中GDP;', '增长12.5%，其中GDP；'],
    ['上午9:00,下午14:30!', '上午9:00，下午14:30！'],
    ['他说:“好”,就走了', '他说：“好”，就走了'],
    ['ID:张三', 'ID：张三'],
    ['A,,, 中', 'A，中'],
    ['\uFFFC,然后', '\uFFFC，然后'],
    ['共1,209人,比分3:2,占1/3,时间10:30', '共1,209人，比分3:2，占1/3，时间10:30'],
  ],
  'ends a Chinese sentence with its own full stop': [
    ['会议召开.', '会议召开。'],
    ['会议召开.\n结束.', '会议召开。\n结束。'],
    ['他说:“好.”', '他说：“好。”'],
    ['（会议结束.）', '（会议结束。）'],
  ],
  'makes ellipses': [
    ['等等。。。', '等等……'],
    ['等等...', '等等……'],
  ],
  'reduces repeated marks': [
    ['发布,,时间', '发布，时间'],
    ['会议,。结束', '会议。结束'],
    ['今天,、明天', '今天、明天'],
    ['会议结束。。', '会议结束。'],
    ['会议结束，，开始', '会议结束，开始'],
    ['会议 ， ，召开', '会议，召开'],
    ['一；；二', '一；二'],
    ['好。，。', '好。'],
  ],
  'widens parentheses in pairs': [
    ['有关部门(单位)负责人', '有关部门（单位）负责人'],
    ['乡镇(街道)党(工)委书记', '乡镇（街道）党（工）委书记'],
    ['世貿組織(WTO)成立', '世貿組織（WTO）成立'],
    ['(一)总则', '（一）总则'],
    ['(1)总则', '（1）总则'],
    ['国办发(2017)47号', '国办发（2017）47号'],
    ['(一(二)三)', '（一（二）三）'],
    ['（全文)和(全文）', '（全文）和（全文）'],
    ['iPhone (64GB)售价', 'iPhone（64GB）售价'],
    ['《报告》(a)(b)', '《报告》（a）（b）'],
    ['见 (a) (b)中', '见（a）（b）中'],
  ],
  'curves straight quotation marks that pair up': [
    ['他说"你好"就走', '他说“你好”就走'],
    ['"开头"和"结尾",完', '“开头”和“结尾”，完'],
    ['“中国",好', '“中国”，好'],
    ['"Hello, world!"他说', '“Hello, world!”他说'],
    ["他说'你好'就走", '他说‘你好’就走'],
    ["'你好。'他说", '‘你好。’他说'],
  ],
  'widens the mark of a question': [
    ['你好吗?', '你好吗？'],
    ['你好嗎?', '你好嗎？'],
    ['為什麼?因為愛', '為什麼？因為愛'],
    ['你是谁?我是张三', '你是谁？我是张三'],
    ['如何破解养老难题?各地都在探索', '如何破解养老难题？各地都在探索'],
    ['來了幾個人?', '來了幾個人？'],
    ['“你去哪?”他问', '“你去哪？”他问'],
    ['是不是“五老”?', '是不是“五老”？'],
    ['什么是GDP?', '什么是GDP？'],
    ['为啥?有多远?', '为啥？有多远？'],
    ['做甚麼?', '做甚麼？'],
    ['什么!?', '什么！？'],
    ['怎么干??', '怎么干？？'],
  ],
  'removes a question mark that stands for nothing': [
    ['提供了寶貴的經驗。?', '提供了寶貴的經驗。'],
    ['会议结束！ ?', '会议结束！'],
    ['会议结束.?', '会议结束。'],
    ['听取报告;?', '听取报告；'],
    ['“五老”?', '“五老”'],
    ['（单位）?', '（单位）'],
    ['他说：“好。”??\n结束', '他说：“好。”\n结束'],
    ['等等...?', '等等……'],
    ['?', ''],
    ['????', ''],
    ['会议\n?\n结束', '会议\n\n结束'],
  ],
  'mends dots, dashes and zeros': [
    ['卡尔•马克思和列夫・托尔斯泰', '卡尔·马克思和列夫·托尔斯泰'],
    ['北京--上海', '北京——上海'],
    ['二○一○年十一月一日', '二〇一〇年十一月一日'],
    ['二OO九年', '二〇〇九年'],
    ['国办发〔二○○九〕三号', '国办发〔二〇〇九〕三号'],
  ],
  'takes blanks away beside full-width marks': [
    ['会议 ，召开', '会议，召开'],
    ['会议, 召开', '会议，召开'],
    ['部门 （单位） 负责', '部门（单位） 负责'],
    ['日期 : 2023', '日期：2023'],
  ],
  'mends around what it must not change': [
    ['访问http://a.cn/b?c=1,2,然后', '访问http://a.cn/b?c=1,2，然后'],
    ['访问http://a.cn/b,谢谢', '访问http://a.cn/b，谢谢'],
    ['邮箱x@y.cn,谢谢', '邮箱x@y.cn，谢谢'],
    [
      '联系电话:(0571)12345678,传真:(0571)12345679',
      '联系电话：(0571)12345678，传真：(0571)12345679',
    ],
    ['谢谢:-),再见', '谢谢:-)，再见'],
    ['见报名表(1).docx,和图片14.png', '见报名表(1).docx，和图片14.png'],
    ['运行`a,b(c)中`,然后', '运行`a,b(c)中`，然后'],
    ['-{中国,(a)}-,好', '-{中国,(a)}-，好'],
    ['&nbsp;中国;', '&nbsp;中国；'],
    ['<samp class="x">中国,</span>好', '<samp class="x">中国，</span>好'],
    ['使用 Git 提交,然后 push', '使用 Git 提交，然后 push'],
    ['\u200b会\u00ad议,\ufeff召开\u00a0', '会议，召开'],
  ],
}

for (const [title, cases] of Object.entries(mended)) {
  test.each(cases)(`${title}: %j → %j`, (before, after) => {
    expect(repair(before)).toBe(after)
  })
}

test.each(punctuationRules)('$name has an example above', ({name}) => {
  const worked = Object.values(mended)
    .flat()
    .flatMap(([before]) => {
      let current = before
      return punctuationRules.filter(({rule}) => {
        const {text, edits} = rule(current)
        current = text
        return edits.length > 0
      })
    })
  expect(worked.map((each) => each.name)).toContain(name)
})

test.each([
  ['共1,2,3项', 'marks 共1,2,3项'],
  ['卡尔.马克思', 'marks 卡尔.马克思'],
  ['市.委', 'marks 市.委'],
  ['在中 国', 'spaces 在中 国'],
  ['部门(单位', 'parentheses 部门(单位'],
  ['部门单位)参加', 'parentheses 部门单位)参加'],
  ['他说"你好就走', 'quotes 他说"你好就走'],
  ['长5\'30"和6\'20"', "quotes 5'30\"和6'2"],
  ['21"屏幕和24"屏幕', 'quotes 21"屏幕和2'],
  ['结束"。他说"你好', 'quotes 结束"。他说"'],
  ['朱镕?总理', 'stray-question-mark 朱镕?总理'],
  ['近几年朱镕?总理', 'stray-question-mark 几年朱镕?总理'],
  ['会议????召开', 'stray-question-mark 会议????召开'],
  ['经验。?他说', 'stray-question-mark 经验。?他说'],
  ['?张三', 'stray-question-mark ?张三'],
  ['加强领导，?', 'stray-question-mark 强领导，?'],
  ['好。，坏', 'repeated-marks 好。，坏'],
  ['生\ue123字', 'invisible 生\ue123字'],
])('leaves %j to a person', (text, doubt) => {
  expect(doubtsOf(text)).toContain(doubt)
  expect(repair(text)).toBe(text)
})

test('widens a question mark at the end of a clause that asks nothing, and says so', () => {
  expect(repair('加强领导?')).toBe('加强领导？')
  expect(doubtsOf('加强领导?')).toEqual(['stray-question-mark 加强领导?'])
})

test('notices private-use characters of two code units whole', () => {
  expect(doubtsOf('中𠀀𠀀𠀀\u{F0000}𠀀𠀀𠀀国')).toEqual(['invisible 𠀀𠀀\u{F0000}𠀀𠀀'])
})

const clean = [
  '（一）坚持自愿参加、就近就便、量力而行的原则；',
  '责编：张三 审核：李四',
  '第一条 为规范“五老”志愿者的管理，制定本办法。',
  '国办发〔2017〕47号，2017年5月15日10:30，共1,209人，增长12.5%，比分3:2，占1/3。',
  '你好吗？——很好！真的？！是啊……',
  '使用 Git 提交，见 https://a.cn/b?c=1,2 和 x@y.cn，报名表(1).docx。',
  '函数f(x)与GPT(v4)不同，“Hello, world!”也不同。',
  '二〇一〇年十一月一日，卡尔·马克思——李○○',
  '他說：「好。」我問：「為什麼？」',
  '1.名单　2.表',
  '一.总则',
  '第一章..........5',
  '“互联网＋”政务服务，It’s OK，It\'s "fine" too.',
  '-{zh-hans:计算机; zh-hant:電腦}-很好',
  'Is it right? Yes, it is (really): 1, 2, 3; "ok"...',
  'Tom, Jerry和小明',
  '',
]

test.each(clean)('passes %j without an edit', (text) => {
  for (const {rule} of punctuationRules) expect(rule(text).edits).toEqual([])
})

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/meeting-article.${name}.txt`, import.meta.url), 'utf8')

test.each(['hans', 'hant-tw'])('passes the repaired article in %s without an edit', (name) => {
  for (const line of fixture(name).split('\n')) {
    for (const {rule} of punctuationRules) expect(rule(line).edits).toEqual([])
    expect(doubtsOf(line)).toEqual([])
  }
})

test('gives the received article every mark of the repaired one, in its place', () => {
  const withoutGlosses = fixture('raw').replace(/\([a-z\u00e0-\u01dc]+\)/g, '')
  const lines = withoutGlosses.split('\n').map(repair)
  const shape = (text: string): string => text.replace(/\p{Script=Han}/gu, '字').trim()
  expect(shape(lines.join('\n'))).toBe(shape(fixture('hans')))
  for (const line of lines)
    expect(line).not.toMatch(/\p{Script=Han}[,;:?()]|[,;:?(]\p{Script=Han}/u)
})

test.each([
  ['他说“你好”', '他说「你好」'],
  ['他说：“叫‘五老’的人”', '他说：「叫『五老』的人」'],
  ['他说“Hello”就走', '他说「Hello」就走'],
  ['It’s中国', 'It’s中国'],
  ['中国 “abc” def', '中国 “abc” def'],
  ['“第一段很长。', '「第一段很长。'],
  ['最后一段。”', '最后一段。」'],
  ['“Hello”', '“Hello”'],
  ['见`“中”`', '见`“中”`'],
])('cornerQuotes writes %j as %j', (before, after) => {
  expect(cornerQuotes(before).text).toBe(after)
})

test('knows every Han character of Unicode', () => {
  const wrong: string[] = []
  for (let point = 0; point <= 0x323af; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const character = String.fromCodePoint(point)
    const known = [0, character.length - 1].map((offset) => hanAt(character, offset))
    if (known.some((answer) => answer !== isHan(character))) wrong.push(character)
  }
  expect(wrong).toEqual([])
})

const named: readonly Pick<NamedRule, 'name' | 'rule'>[] = [
  ...punctuationRules,
  {name: 'corner-quotes', rule: cornerQuotes},
]
const alphabet = [
  ...'中国吗一二〇○年𠀀啊书abO125１Ａ％，。、；：？！…（）“”‘’「」《》·•—-,;:!?.()"\'` \n\u3000',
  ...['什么', '...', '……', '??', '  ', '--', '-{', '}-', '&amp;', 'http://a.cn/', 'x@y.cn', '.png'],
  ...['\u200b', '\u200d', '\u00a0', '\u00ad', '\u200e', '\ufe0f', '\ue000', '\uFFFC', '😀', '．'],
]

/** Random texts for which `holds` is false, short and long ones; the same on every run. */
function breaking(count: number, holds: (text: string) => boolean): readonly string[] {
  const random = sequence(20230515)
  return Array.from({length: count}, (_, made) =>
    random.text(alphabet, 1 + random.below(made % 3 === 0 ? 24 : 8)),
  ).filter((text) => !holds(text))
}

function isSound(text: string, name: string, {text: result, edits, notices}: Edited): boolean {
  let last = 0
  const inOrder = edits.every(({rule, offset, before, after}) => {
    const sound = offset >= last && rule === name && before !== after
    last = offset + before.length
    return sound && text.startsWith(before, offset)
  })
  return (
    inOrder &&
    applyEdits(text, edits) === result &&
    undoEdits(result, edits) === text &&
    notices.every((notice) => notice.rule === name && text.startsWith(notice.text, notice.offset))
  )
}

test.each(named)('$name can be undone, names its edits, keeps them in order and apart', (each) => {
  const {name, rule} = each
  expect(breaking(8_000, (text) => isSound(text, name, rule(text)))).toEqual([])
})

test.each(named)('$name finds nothing to do in what it made', ({rule}) => {
  const isStable = (text: string): boolean => rule(rule(text).text).edits.length === 0
  expect(breaking(8_000, isStable)).toEqual([])
})

const searching = [
  ...punctuationRules,
  {name: 'mojibake', rule: mendMojibake, looksFor: misreadUnits},
]

test.each(searching)('$name does nothing without what it looks for', ({rule, looksFor}) => {
  const others = new RegExp(looksFor, 'g')
  const isLeftAlone = (text: string): boolean => {
    const {edits, notices} = rule(text.replace(others, ''))
    return edits.length + notices.length === 0
  }
  expect(breaking(8_000, isLeftAlone)).toEqual([])
})

test('the list finds nothing to do in what it made', () => {
  expect(breaking(20_000, (text) => repair(repair(text)) === repair(text))).toEqual([])
})

const proseRules = named.filter(({name}) => name !== 'invisible' && name !== 'width')

test.each(proseRules)('$name changes no protected stretch', ({rule}) => {
  const respects = (text: string): boolean => {
    const spans = protectedSpans(text)
    return rule(text).edits.every(({offset, before}) =>
      spans.every(({start, end}) => offset >= end || offset + before.length <= start),
    )
  }
  expect(breaking(8_000, respects)).toEqual([])
})

test('no Han character is ever removed, changed or added, but 〇 for a circle', () => {
  const hanOf = (text: string): string => text.replace(/\P{Script=Han}|〇/gu, '')
  expect(breaking(8_000, (text) => hanOf(repair(text)) === hanOf(text))).toEqual([])
})

test('a text without Han is changed in width and invisible characters only', () => {
  const narrow = (text: string): string =>
    punctuationRules.slice(0, 2).reduce((current, {rule}) => rule(current).text, text)
  const latinOnly = (text: string): string => text.replace(/\p{Script=Han}/gu, 'x')
  const stays = (text: string): boolean => {
    const latin = `${latinOnly(text)}x`.replaceAll('\n', '')
    return repair(latin) === narrow(latin)
  }
  expect(breaking(8_000, stays)).toEqual([])
})

test('the time grows with the length of the text', () => {
  const units = [
    '中?',
    '中(',
    ')',
    '(a)',
    'a.',
    '1,',
    'a@',
    "'中",
    '"中',
    '， ',
    'http://a(',
    ' 　',
    '“',
  ]
  const repairAll = (length: number) => (): void => {
    for (const unit of units) cornerQuotes(repair(`${unit.repeat(length)}中`))
  }
  // Eight times the text: eight times the work, sixty-four if any rule were quadratic.
  expect(growth(repairAll(2_000), repairAll(16_000))).toBeLessThan(30)
})
