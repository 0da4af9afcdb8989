import {Converter} from 'opencc-js'
import {describe, expect, test} from 'vitest'
import {createConverter} from '../../src/text/converter.ts'
import {openccAlone} from '../../src/text/knowledge.ts'
import {type ConversionName, readOpenccConfig} from '../../src/text/opencc.ts'
import {ownPhrases} from '../../src/text/tables/own-phrases.ts'
import {ownWords} from '../../src/text/tables/own-words.ts'
import {sequence} from '../support/random.ts'

type Locale = 'cn' | 'tw' | 'hk' | 't'

const conversions = [
  ['s2t', 'cn', 't'],
  ['s2tw', 'cn', 'tw'],
  ['s2hk', 'cn', 'hk'],
  ['t2s', 't', 'cn'],
  ['tw2s', 'tw', 'cn'],
  ['hk2s', 'hk', 'cn'],
  ['tw2t', 'tw', 't'],
  ['hk2t', 'hk', 't'],
  ['t2tw', 't', 'tw'],
  ['t2hk', 't', 'hk'],
] as const satisfies readonly (readonly [ConversionName, Locale, Locale])[]

/** Both sides of every entry that a conversion looks at. */
function wordsOf(name: ConversionName): readonly string[] {
  const {normalise, words = [], stages} = readOpenccConfig(name)
  return [...new Set([...normalise, words, ...stages].flat(3))]
}

// Rare and unassigned-looking characters, supplementary planes, compatibility characters, both
// kinds of ideographic description (also unfinished ones), lone halves of pairs, and plain text.
const oddities = [
  ...['\u{20000}', '\u{2A6D6}', '\u{2B740}', '\u{30000}', '𠮷', '㐀', '䶵', '龥', '〇', '々'],
  ...['\u{F900}', '\u{F967}', '\u{FA0E}', '\u{FA30}', '\u{2F800}', '\u{2F8DB}', '\u{2FA1D}'],
  ...[
    '⿰亻尔',
    '⿱艹⿰氵発',
    '⿲彳山攵',
    '⿳亠口冋',
    '⿻',
    '⿰干',
    '⿱⿱⿱',
    '⿰长发头',
    '⿾干',
    '⿿后',
  ],
  ...[
    '\uD840',
    '\uDC00',
    '\u{FE00}',
    '\u{E0100}',
    '\u0301',
    '👩‍👧',
    'é',
    'A',
    '1',
    ' ',
    '\n',
    '，',
  ],
]

describe.each(conversions)('without phrases of our own %s', (name, from, to) => {
  const convert = createConverter(name, openccAlone)
  const reference = Converter({from, to})
  const words = wordsOf(name)
  // 100,000 for the six conversions between simplified and traditional text.
  const lines = /^s2|2s$/.test(name) ? 17_000 : 2_000

  test('writes every word of its tables as opencc-js does', () => {
    expect(words.length).toBeGreaterThan(1500)
    expect(words.filter((word) => convert(word) !== reference(word))).toEqual([])
  })

  test('writes random lines of words, cut words and odd characters as opencc-js does', () => {
    const {below, pick} = sequence(name.charCodeAt(0) * 256 + name.length + words.length)
    const piece = (): string => {
      const word = pick(words)
      const kind = below(10)
      if (kind < 5) return word
      if (kind < 7) return word.slice(below(word.length))
      if (kind < 8) return word.slice(0, 1 + below(word.length))
      return kind < 9 ? pick(oddities) : pick([...'的一是在了发长头后里干'])
    }
    const wrong: string[] = []
    for (let count = 0; count < lines; count++) {
      const line = Array.from({length: 1 + below(20)}, piece).join('')
      if (convert(line) !== reference(line)) wrong.push(line)
    }
    expect(wrong).toEqual([])
  })
})

const toOpencc = createConverter('s2t')
const toTaiwan = createConverter('s2tw')
const toHongKong = createConverter('s2hk')
const withoutOwn = createConverter('s2tw', openccAlone)

/** The pairs of a list `simplified traditional`, one a line. */
function rows(list: string): (readonly [string, string])[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [simplified = '', traditional = ''] = line.trim().split(' ')
      return [simplified, traditional] as const
    })
}

test.each(
  rows(`
    校长发言 校長發言
    市长发表讲话 市長發表講話
    会长发起倡议 會長發起倡議
    全面成长发展 全面成長發展
    延长发放时间 延長發放時間
    局长发布通知 局長發佈通知
    部长发现问题 部長發現問題
    院长发明专利 院長發明專利
    处长发送文件 處長發送文件
    组长发挥作用 組長發揮作用
    带头发言 帶頭發言
    带头发展产业 帶頭發展產業
    源头发力 源頭發力
    牵头发函 牽頭發函
    街头发放传单 街頭發放傳單
    口头发表意见 口頭發表意見
    码头发生火灾 碼頭發生火災
    总结发言 總結發言
    总结发现 總結發現
    集结发车 集結發車
    冻结发放 凍結發放
    资金发放 資金發放
    奖金发放 獎金發放
    基金发行 基金發行
    完美发挥 完美發揮
    完美发展 完美發展
    优秀发明 優秀發明
    优秀发言人 優秀發言人
    感染发病 感染發病
    传染发生 傳染發生
    假发票 假發票
    请假发函 請假發函
    作假发现 作假發現
    治理发展 治理發展
    办理发证 辦理發證
    明白发言 明白發言
    坦白发问 坦白發問
    缩短发放时间 縮短發放時間
    中华发展 中華發展
    年华发光 年華發光
    保护发展 保護發展
    养护发包 養護發包
    移植发展 移植發展
    一出台 一出臺
    政策一出台 政策一出臺
    一出口 一出口
    一出发就 一出發就
    一出现 一出現
    一出门 一出門
    一出手 一出手
    一出场 一出場
    一出版 一出版
    五分之一出席 五分之一出席
    发了一出资 發了一出資
    机关系统 機關系統
    海关系统 海關系統
    相关系统 相關系統
    税关系统党委 稅關系統黨委
    关系统一战线 關係統一戰線
    关系统筹推进 關係統籌推進
    船只能停靠 船只能停靠
    应尽管理之责 應盡管理之責
    里面包含 裡面包含
    里面包括 裡面包括
    市场准入 市場准入
    准入条件 准入條件
    新征程 新征程
    巡回法庭 巡迴法庭
    巡回演出 巡迴演出
    沿干流向下 沿幹流向下
    遍布城乡 遍布城鄉
    展示了如何做 展示了如何做
    介绍了如何做 介紹了如何做
    长江干流 長江幹流
    黄河干流 黃河幹流
    了解了如何做 瞭解了如何做
    被发明 被發明
    被发掘 被發掘
    参与制造 參與製造
  `),
)('writes %s as %s in Taiwan', (simplified, traditional) => {
  expect(toTaiwan(simplified)).toBe(traditional)
})

test.each(
  rows(`
    政策一出台 政策一出台
    里面包含 裏面包含
    局长发布通知 局長發佈通知
    税关系统 税關系統
  `),
)('writes %s as %s in Hong Kong', (simplified, traditional) => {
  expect(toHongKong(simplified)).toBe(traditional)
})

test.each(
  rows(`
    头发 頭髮
    洗头发 洗頭髮
    头发花白 頭髮花白
    一头长发 一頭長髮
    长发飘飘 長髮飄飄
    满头白发 滿頭白髮
    短发 短髮
    秀发 秀髮
    染发 染髮
    假发 假髮
    美发店 美髮店
    理发店 理髮店
    理发师 理髮師
    金发 金髮
    毛发 毛髮
    护发 護髮
    植发 植髮
    华发早生 華髮早生
    结发夫妻 結髮夫妻
    银发力量 銀髮力量
    一出戏 一齣戲
    一出好戏 一齣好戲
    一出闹剧 一齣鬧劇
    关系 關係
    人际关系 人際關係
    联系 聯繫
    没关系 沒關係
    船只 船隻
    尽管如此 儘管如此
    里面有人 裡面有人
    方便面 方便麵
    面包车 麵包車
    标准 標準
    批准 批准
    准备 準備
    象征 象徵
    征收 徵收
    回来 回來
    迂回 迂迴
    干净 乾淨
    干部 幹部
    了如指掌 瞭如指掌
    公布 公佈
  `),
)('leaves %s to OpenCC, which writes %s', (simplified, traditional) => {
  expect(toTaiwan(simplified)).toBe(traditional)
  expect(withoutOwn(simplified)).toBe(traditional)
})

test.each(
  rows(`
    理发表演 理髮表演
    治理发表 治理發表
    头发光亮 頭髮光亮
    源头发光 源頭發光
    头发发光 頭髮發光
    室内脏乱 室內髒亂
    街头发传单 街頭發傳單
    室内脏器 室內臟器
    校长征求意见 校長徵求意見
    长征集中体现 長征集中體現
    学校历史 學校歷史
    学校校历 學校校曆
    报到并入住 報到並入住
    合并并入账 合併並入賬
    古老板壁 古老板壁
    封面包着牛皮纸 封面包著牛皮紙
    基石制度 基石制度
    石制器具 石製器具
  `),
)('goes by the ordinary words in %s and writes %s', (simplified, traditional) => {
  expect(toTaiwan(simplified)).toBe(traditional)
})

const own = [...ownPhrases, ...ownWords]

test('writes each phrase and word of our own as its entry says, alone', () => {
  expect(own.filter(([word, result]) => toOpencc(word) !== result)).toEqual([])
  expect(new Set(own.map(([word]) => word)).size).toBe(own.length)
})

test.each([
  ['tw2s', '甚麼、為甚麼，甚至；敬請惠覆，覆函照登', '什么、为什么，甚至；敬请惠复，复函照登'],
  ['tw2s', '對於單位、由於則、存於其一，於單親家庭', '对于单位、由于则、存于其一，于单亲家庭'],
  ['tw2s', '餅乾圖案、曬乾道路，乾隆、乾坤', '饼干图案、晒干道路，乾隆、乾坤'],
  ['tw2s', '特徵調查、徵調人力，魏徵、宮商角徵羽', '特征调查、征调人力，魏徵、宫商角徵羽'],
  ['hk2s', '主張昇級，畢昇；吳祕書長', '主张升级，毕昇；吴秘书长'],
  ['hk2s', '請逕聯繫，網上逕行下載，今年釐清', '请径联系，网上径行下载，今年厘清'],
  ['tw2s', '麽、甚麽，控制成本', '么、什么，控制成本'],
  ['hk2s', '甚麼、為甚麼，甚至；敬請惠覆，覆蓋', '什么、为什么，甚至；敬请惠复，覆盖'],
] as const)(
  '%s writes what traditional text has in another way',
  (name, traditional, simplified) => {
    expect(createConverter(name)(traditional)).toBe(simplified)
  },
)

test('keeps what was written, 著, on the way back from Taiwan', () => {
  const simplify = createConverter('tw2s')
  expect(simplify('編著與專著，看著他，著名的原著')).toBe('编著与专著，看着他，著名的原著')
  expect(simplify('著有《甲》，成效卓著，跟著有人')).toBe('著有《甲》，成效卓著，跟着有人')
})

test('leads from each phrase and word of our own back to its simplified form', () => {
  const simplify = createConverter('t2s')
  expect(own.filter(([word, result]) => simplify(result) !== word)).toEqual([])
})

test('changes few of the words OpenCC knows, and no other', () => {
  const plain = createConverter('s2t', openccAlone)
  const known = new Set(
    [readOpenccConfig('s2t').words ?? [], ...readOpenccConfig('s2t').stages]
      .flat(2)
      .map(([word]) => word),
  )
  const changed = [...known].filter((word) => toOpencc(word) !== plain(word))
  expect(changed.toSorted()).toEqual(
    [
      ...['市场准入', '巡回法庭', '遍布', '回归', '自制', '困了', '并购买', '个旧', '签'],
      ...['乡里', '村里长', '复议', '换发', '红曲', '销毁'],
      ...['上签', '干贝', '折子戏'],
      ...[
        '背人',
        '背出去',
        '背包袱',
        '背回',
        '背小孩',
        '背带',
        '背物',
        '背着',
        '背筐',
        '背篓',
        '背负',
        '背走',
      ],
      // A desk, a chronicle.
      ...[
        '服务台',
        '总台',
        '操作台',
        '操纵台',
        '查询台',
        '手术台',
        '试验台',
        '控制台',
        '终端台',
        '洗手台',
      ],
      ...['方志', '县志', '地方志', '碑志'],
      // Characters that keep their usual form.
      ...['娘家', '爹娘', '老娘', '亲娘', '奶娘', '丈母娘', '后娘', '娘胎', '娘儿', '娘舅', '婶娘'],
      ...[
        '弦乐',
        '管弦',
        '三弦',
        '单弦',
        '琴弦',
        '心弦',
        '丝弦',
        '巨变',
        '巨舰',
        '玩忽',
        '诋毁',
        '克制',
      ],
      ...['哄抢', '折合', '家具', '胡同', '死胡同', '卧薪尝胆', '岳'],
      ...['全彩', '洋面', '液面', '暗火', '拉升', '汇算', '慈溪', '兰溪', '资溪', '竹溪', '卷绕'],
      // Two words where OpenCC sees one.
      ...[
        '我系',
        '你系',
        '别只',
        '干的',
        '好干',
        '干点',
        '没采',
        '并为',
        '并到',
        '复电',
        '直发',
        '编发',
      ],
      // Not a person called Dang, nor what is made.
      ...['党支书', '改制为', '蛋卷'],
    ].toSorted(),
  )
})

test('phrases that OpenCC has itself change nothing', () => {
  const [first = []] = readOpenccConfig('s2t').stages
  const {pick, text} = sequence(21)
  const own = Array.from({length: 2000}, () => pick(first[0] ?? []))
  const pieces = [...own.map(([word]) => word), ...oddities, ...'发长头里的一']
  const convert = createConverter('s2tw', {...openccAlone, phrases: own})
  for (let count = 0; count < 2000; count++) {
    const line = text(pieces, 12)
    expect(convert(line)).toBe(withoutOwn(line))
  }
})

test('asks phrases of our own for texts in simplified characters only', () => {
  const own = {...openccAlone, phrases: [['校长', '＊']] as const}
  expect(createConverter('s2tw', own)('校长')).toBe('＊')
  expect(createConverter('t2tw', own)('校长')).toBe('校长')
  expect(createConverter('tw2s', own)('校长')).toBe('校长')
})

test('leaves out what is no Chinese', () => {
  const text = 'Dibao 0.1\r\n\u0000\u{1F600} e\u0301 \uD800'
  for (const [name] of conversions) {
    const convert = createConverter(name)
    expect(convert(text)).toBe(text)
    expect(convert('')).toBe('')
  }
})
