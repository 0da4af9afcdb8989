/** A word in simplified characters and the same in OpenCC's own traditional. */
type Pair = readonly [simplified: string, traditional: string]

// A list is written `simplified traditional` with commas between, the traditional left out where
// both are the same.
function pairs(list: string): readonly Pair[] {
  return list.split(',').map((item) => {
    const [simplified = '', traditional = simplified] = item.split(' ')
    return [simplified, traditional] as const
  })
}

function crossed(heads: readonly Pair[], tails: readonly Pair[]): readonly Pair[] {
  return heads.flatMap(([head, headResult]) =>
    tails.map(([tail, tailResult]) => [head + tail, headResult + tailResult] as const),
  )
}

// 长发 头发 结发 金发 … are hair to OpenCC. After the last character of an office, a body or a
// process (校长, 带头, 总结, 资金, 完美, 优秀, 护理 …) the verb 发 begins a word of its own.
const endsBeforeFa = pairs('长 長,头 頭,金,结 結,美,秀,染,假,理,白,短,毛,华 華,护 護,植')
const wordsOfFa = pairs(
  '发言 發言,发表 發表,发展 發展,发布 發佈,发现 發現,发放 發放,发起 發起,发力 發力,发函 發函,发挥 發揮,' +
    '发明 發明,发病 發病,发票 發票,发证 發證,发动 發動,发送 發送,发文 發文,发育 發育,发达 發達,发掘 發掘,' +
    '发扬 發揚,发改 發改,发电 發電,发射 發射,发出 發出,发生 發生,发行 發行,发热 發熱,发光 發光,发奋 發奮,' +
    '发包 發包,发货 發貨,发车 發車,发信 發信,发问 發問,发声 發聲,发酵 發酵,发榜 發榜,发奖 發獎,发令 發令',
)

// 一齣 is a play. Before a word that begins with 出 it is 一 and that word.
const wordsOfChu = pairs(
  '出台 出臺,出口,出发 出發,出现 出現,出门 出門,出手,出场 出場,出生,出版,出席,出列,出资 出資',
)

// 关系 is found before 系统 is: 机关系统, 海关系统, 相关系统 are 关 and 系统 …
const guanXitong = pairs('关系统 關系統')
// … unless what follows 关系 begins with 统 itself.
const guanxiTong = pairs('关系统一 關係統一,关系统筹 關係統籌,关系统战 關係統戰')

const others = pairs(
  // 船只 (ships) and 尽管 (although) before a word of their own.
  '船只能,尽管理 盡管理,' +
    // 里面 (inside) before 包 as a verb.
    '里面包含 裏面包含,里面包括 裏面包括,里面包围 裏面包圍,' +
    // Words OpenCC has wrong or not at all.
    '准入,市场准入 市場准入,征程,新征程,巡回 巡迴,巡回法庭 巡迴法庭,干流 幹流,遍布,' +
    // 了 after a verb, before 如.
    '展示了如何,学习了如何 學習了如何,了解了如何 瞭解了如何,' +
    '被发明 被發明,被发掘 被發掘,被发现 被發現,参与制造 參與製造',
)

/**
 * Our own phrases, asked together with OpenCC's, whose matching is longest from the left over a
 * list that holds only words with an ambiguous character. An ordinary word beside one is invisible
 * to it: in 校长发言 it sees 长发, long hair. A phrase belongs here when everyday official prose
 * meets that trap; phrases are made from classes of words that behave alike, not from sentences.
 *
 * Source: our own reading of official news; forms as in OpenCC's traditional (裏, not 裡).
 */
export const ownPhrases: readonly Pair[] = [
  ...crossed(endsBeforeFa, wordsOfFa),
  ...crossed(pairs('一,之一,了一'), wordsOfChu),
  ...guanXitong,
  ...guanxiTong,
  ...others,
]
