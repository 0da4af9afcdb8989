import {JiebaDict} from 'jieba-zh-cn'
import {buildWordList, longestWord, type WordList} from '../word-list.ts'

// Words that were counted less often say little about where a text is cut, and names still less.
// Those of known persons stand in many texts.
const leastCounts: readonly (readonly [speech: RegExp, count: number])[] = [
  [/^nrfg/, 1],
  [/^nr/, 100],
  [/^nz/, 50],
  [/^ns/, 100],
  [/^/, 10],
]

// The dictionary has numerals together with what they count (十二点, 一个), which hides the word
// that begins there.
const countedThings =
  /^[上几数近]?[一二两三四五六七八九十百千万亿].*[^上几数近一二两三四五六七八九十百千万亿余多来]$/

// Beginning with a numeral, and words all the same.
const notCounted = new Set(
  '十分 一起 一系列 一部分 一方面 一贯 一辈子 一度 一时间 四周 四处'.split(' '),
)

// Characters that stand for a verb, a noun or an adjective are less often words of their own than
// their count has it, which is made up of what was left over between longer words.
const isFullWord = /^[vnagzt]/
const fullWordCost = 15

/**
 * The ordinary words of simplified Chinese with what each costs: ten times the natural logarithm of
 * how rare it was in the newspapers and books in which the dictionary of jieba was counted (package
 * jieba-zh-cn, ISC; the counts are jieba's, MIT). Between words of two characters and more rarity
 * counts for less, since an announcement has its own frequent words.
 */
export function readOrdinaryWords(): WordList {
  const entries = readJiebaEntries().filter(isOrdinary).concat(newer)
  const total = entries.reduce((sum, {count}) => sum + count, 0)
  const costs = new Map<string, number>()
  for (const {word, count, speech} of entries) {
    const rarity = 10 * Math.log(total / count)
    const cost =
      word.length > 1 ? 20 + 0.8 * rarity : rarity + (isFullWord.test(speech) ? fullWordCost : 0)
    costs.set(word, Math.max(1, Math.min(255, Math.round(cost))))
  }
  return buildWordList(costs)
}

// Words that have become ordinary since, or that announcements have more often than books.
const newer: readonly Entry[] = (
  '灾后 灾前 震后 汛后 雪后 范文 范本 范例 重活 夏收 秋收 麦收 解封 查封 封控 防控 管控 复工 复产 复学 复课 扶贫 脱贫 帮扶 助农 惠民 便民 利企 减负 提质 增效 赋能 研判 研学 研讨 ' +
  '督办 督导 督查 巡察 巡视 网格 网办 网信 直播 短视频 微信 扫码 刷脸 充电桩 快递 外卖 网购 电商 物流 冷链 团购 共享 ' +
  '疫苗 接种 核酸 抗疫 疫情 隔离 问诊 义诊 医保 社保 低保 养老 托育 双减 课后 校车 研发 智慧 数据 云端 大数据 算法 ' +
  '光伏 风电 储能 碳排放 双碳 垃圾分类 河长 林长 路长 链长 街长 片长 站长 段长 所长 园长 团长 馆长 台账 清零 清单 ' +
  '元旦 春节 元宵 清明 端午 中秋 重阳 国庆 ' +
  '发了 发过 发至 发给 发往 发自 发于 发力 发端 发还 发薪 发函 发包 发标 发帖 发榜 发奖 发改 发改委 发文 发案 发证 发声 ' +
  '出站 出台 出列 出资 出村 出镇 出校 出租 出让 出列 出席 ' +
  '入职 离职 离岗 返岗 履职 述职 结业 参赛 退赛 进场 离场 入境 离境 开标 投标 中标 ' +
  '借条 欠条 便条 收条 弃用 停用 启用 鸡舍 鸭舍 猪舍 牛舍 羊舍 圈舍 禽舍 畜舍 兔舍 栏舍 棚舍 校舍 房舍 农舍 ' +
  '首发 首批 首届 首台 首套 揭牌 授牌 挂牌 摘牌 签约 路演 展销 展演 汇演 巡展 巡演 联动 联席 联防 联控 群防 群治'
)
  .split(' ')
  .map((word) => ({word, count: 1000, speech: ''}))

/** A word of the dictionary with how often it was met, and its part of speech. */
interface Entry {
  readonly word: string
  readonly count: number
  readonly speech: string
}

/** All that the dictionary of jieba has. */
export function readJiebaEntries(): readonly Entry[] {
  return new TextDecoder()
    .decode(JiebaDict)
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word = '', count = '', speech = '']) => ({word, count: Number(count), speech}))
}

function isOrdinary({word, count, speech}: Entry): boolean {
  if (word.length <= 1) return word !== ''
  if (word.length > longestWord || isCounted(word, speech)) return false
  return count >= leastCounts.find(([kind]) => kind.test(speech))![1]
}

function isCounted(word: string, speech: string): boolean {
  return /^[mt]/.test(speech) && countedThings.test(word) && !notCounted.has(word)
}
