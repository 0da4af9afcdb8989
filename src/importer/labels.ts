/** What a labelled value of a metadata line says. */
export type LabelSubject =
  | 'date'
  | 'written'
  | 'updated'
  | 'views'
  | 'source'
  | 'issuer'
  | 'author'
  | 'contributor'
  | 'editor'
  | 'indexNumber'
  | 'documentNumber'
  | 'title'
  | 'aside'
  | 'neighbour'
  | 'type-size'
  | 'control'

/** A label found in a line. */
export interface Label {
  readonly subject: LabelSubject
  /** 日期 or 时间 alone: as likely the day of an event as that of publication. */
  readonly isPlainDate: boolean
  readonly hasColon: boolean
  /** Where the label starts, and where its value may start. */
  readonly offset: number
  readonly end: number
  /** The label as it stands, damage and all, without the colon. */
  readonly text: string
}

/**
 * The labels of a line, in order. They are recognised in either script, with spaces between their
 * characters (`索 引 号`), and with the readings that damaged text has after characters
 * (`發(fā)布日期`), though never by part of a longer word where there is no colon.
 */
export function findLabels(line: string): readonly Label[] {
  const {text: folded, offsets} = foldLine(line)
  return [...folded.matchAll(anyLabel)].flatMap((match) => {
    const [whole, words = '', colon] = match
    const name = words.replace(/\s/g, '')
    const subject = subjectOf.get(name)
    const end = match.index + whole.length
    const before = folded.slice(0, match.index)
    const hasColon = colon !== undefined
    const label = {name, words, subject, hasColon, before, after: folded.slice(end)}
    if (subject === undefined || !standsFree(label)) return []
    const offset = offsets[match.index] ?? line.length
    const text = line.slice(offset, offsets[match.index + words.length] ?? line.length)
    const isPlainDate = plainDates.has(name)
    return [{subject, isPlainDate, hasColon, offset, end: offsets[end] ?? line.length, text}]
  })
}

/** Whether a line begins with a label of an event's list, such as 地点： with a value. */
export function isEventLine(line: string): boolean {
  return eventLine.test(foldLine(line).text)
}

/** Whether a line is the path from the home page to a page: `首页 > 公报 > 第23号`. */
export function isLocationPath(line: string): boolean {
  return locationPath.test(foldLine(line).text)
}

/** Whether a text is nothing but the sizes that follow 字号: `[大] [中] [小]`. */
export function isTypeSizes(text: string): boolean {
  return text.split(/[\s|｜/【】[\]()（）]+/).every((word) => word === '' || typeSizes.has(word))
}

/**
 * The closed list of labels, in simplified characters. A word that is not here is text: real
 * sub-headings look like furniture, and lists of 时间 and 地点 like metadata.
 *
 * `aside` is a fact that a record has no field for; `neighbour` leads to another page;
 * `type-size` and `control` are buttons of a page. Gathered from our survey of scraped pages,
 * docs/normalisation.md.
 */
const labelsOf: Readonly<Record<LabelSubject, readonly string[]>> = {
  date: [
    ...['日期', '时间', '发布日期', '发布时间', '发表日期', '发表时间'],
    ...['发稿时间', '公布日期', '公布时间', '公开日期', '上传时间', '录入时间'],
  ],
  written: ['成文日期', '成文时间', '签发日期', '印发日期'],
  updated: ['更新日期', '更新时间', '修改时间'],
  views: [
    ...['浏览', '浏览数', '浏览量', '浏览次数', '点击', '点击数', '点击量', '点击率', '点击次数'],
    ...['阅读', '阅读数', '阅读量', '阅读次数', '点阅次数', '访问量', '访问次数', '人气'],
  ],
  source: ['来源', '信息来源', '文章来源', '稿件来源', '新闻来源', '内容来源', '资料来源', '稿源'],
  issuer: ['发文机关', '发文单位', '发布机构', '发布机关', '发布单位', '发布部门', '制发机关'],
  author: ['作者', '撰稿', '撰稿人', '记者', '通讯员'],
  contributor: ['供稿', '供稿人', '供稿单位'],
  editor: ['编辑', '责任编辑', '责编', '网络编辑'],
  indexNumber: ['索引号'],
  documentNumber: ['发文字号', '文号', '发文号'],
  title: ['标题', '公告主旨'],
  // 生成日期 is the day on which a catalogue entry was made, not that of the document.
  aside: ['生成日期', '主题分类', '主题词', '关键词', '有效性', '摄影', '审核', '校对'],
  neighbour: ['上一篇', '下一篇'],
  'type-size': ['字号', '字体', '字体大小'],
  control: [
    ...['打印', '打印本页', '打印此页', '打印本文', '关闭', '关闭窗口', '关闭本页'],
    ...['收藏', '收藏本页', '加入收藏', '分享', '分享到', '我要纠错', '返回顶部', '返回列表'],
  ],
}

/** Labels that begin a line of an event's list. Beside one, 时间 is when the event takes place. */
const eventLabels = [
  ...['地点', '地址', '会场', '主题', '议题', '内容', '对象', '主讲', '主讲人', '主持', '主持人'],
  ...['出席', '出席人员', '参加人员', '参会人员', '参与人员', '主办', '主办单位', '承办单位'],
  ...['会议地点', '活动地点', '会议内容', '活动内容', '活动主题', '联系人', '联系电话', '记录'],
]

/** Words before the path from the home page to a page. */
const locationLabels = [
  '当前位置',
  '您的位置',
  '目前位置',
  '所在位置',
  '您现在的位置',
  '您当前的位置',
]

/** The other forms of the labels' characters in traditional text, right or merely replaced. */
const otherForms: Readonly<Record<string, string>> = {
  ...{时: '時', 间: '間', 发: '發髮', 布: '佈', 表: '錶', 开: '開', 传: '傳', 录: '錄録', 签: '簽'},
  ...{浏: '瀏', 览: '覽', 数: '數', 点: '點', 击: '擊', 阅: '閱閲', 读: '讀', 访: '訪', 问: '問'},
  ...{气: '氣', 来: '來', 闻: '聞', 资: '資', 机: '機', 关: '關', 单: '單', 门: '門', 构: '構'},
  ...{制: '製', 记: '記', 讯: '訊', 员: '員', 编: '編', 辑: '輯', 责: '責', 网: '網', 络: '絡'},
  ...{号: '號', 标: '標', 题: '題', 类: '類', 词: '詞', 键: '鍵', 摄: '攝', 审: '審'},
  ...{体: '體', 页: '頁', 闭: '閉', 纠: '糾', 错: '錯', 顶: '頂', 会: '會', 议: '議'},
  ...{内: '內', 对: '對', 讲: '講', 参: '參', 与: '與', 办: '辦', 动: '動', 联: '聯', 系: '繫係'},
  ...{电: '電', 话: '話', 当: '當', 现: '現'},
}

const typeSizes: ReadonlySet<string> = new Set([
  ...['大', '中', '小', '特大', '超大', '默认', '默認', 'A', 'A-', 'A+', 'T', '+', '-'],
])

/** Labels that an event's list has as well. */
const plainDates: ReadonlySet<string> = new Set(['日期', '时间'])

/** Names that only a colon makes a label: without one they are ordinary words. */
const needsColon: ReadonlySet<string> = new Set(['标题', '记者', '通讯员', '资料来源', '人气'])

const subjectOf: ReadonlyMap<string, LabelSubject> = new Map(
  Object.entries(labelsOf).flatMap(([subject, names]) =>
    // `Object.entries` forgets the type of the keys.
    names.map((name) => [name, subject as LabelSubject] as const),
  ),
)

const simplifiedOf: ReadonlyMap<string, string> = new Map(
  Object.entries(otherForms).flatMap(([simplified, forms]) =>
    [...forms].map((form) => [form, simplified] as const),
  ),
)

const spaces = '[ \u3000\u00a0]*'

const anyLabel = new RegExp(`(${patternOf([...subjectOf.keys()])})(\\s*[:：﹕])?`, 'g')
const eventLine = new RegExp(`^\\s*(?:${patternOf(eventLabels)})\\s*[:：﹕]\\s*\\S`)
const locationPath = new RegExp(
  `^\\s*(?:(?:${patternOf(locationLabels)})\\s*[:：]|首页\\s*(?:[>＞›»→]|&gt;))`,
)

/** A pattern of these names, longest first, with spaces between their characters. */
function patternOf(names: readonly string[]): string {
  const longestFirst = [...names].sort((left, right) => right.length - left.length)
  return longestFirst.map((name) => [...name].join(spaces)).join('|')
}

/** Pinyin in parentheses after a character, as damaged text has it: recognition looks past it. */
const reading = /(?<=[\p{Script=Han})])\([\p{Script=Latin}\p{M}\s/]{1,24}\)/gu

/** A line in the characters of the lists above, without readings; `offsets` leads back. */
function foldLine(line: string): {readonly text: string; readonly offsets: readonly number[]} {
  let text = ''
  const offsets: number[] = []
  let at = 0
  for (const {index, length} of [...readingsIn(line), {index: line.length, length: 0}]) {
    for (; at < index; at++) {
      const character = line[at] ?? ''
      text += simplifiedOf.get(character) ?? character
      offsets.push(at)
    }
    at = index + length
  }
  return {text, offsets}
}

function readingsIn(line: string): readonly {readonly index: number; readonly length: number}[] {
  return [...line.matchAll(reading)].map(({index, 0: {length}}) => ({index, length}))
}

/**
 * Whether a label is one where it stands. With a colon it may be glued to the value before it
 * (`证券时报网作者：甲`), a plain 时间： may not (`截止时间：`). Without a colon it begins a field
 * and a space, a slash, the end, or a figure where one belongs must follow.
 */
function standsFree(label: {
  readonly name: string
  readonly words: string
  readonly subject: LabelSubject | undefined
  readonly hasColon: boolean
  readonly before: string
  readonly after: string
}): boolean {
  const {name, words, subject, hasColon, before, after} = label
  const startsField = /(?:^|[\s|｜/【[（(])$/.test(before)
  if (subject === 'control')
    return startsField && (hasColon || /^(?:$|[\s|｜/】\])）])/.test(after))
  if (hasColon) return startsField || !(plainDates.has(name) && /\p{Script=Han}$/u.test(before))
  if (!startsField || words !== name || needsColon.has(name)) return false
  if (subject === 'views') return /^\s*\d/.test(after)
  if (subject === 'date' || subject === 'written' || subject === 'updated') {
    return /^\s*[\d〇○零一二三四五六七八九民中]/.test(after)
  }
  return /^(?:\s|\/|$)/.test(after)
}
