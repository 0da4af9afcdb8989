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
    '发包 發包,发货 發貨,发车 發車,发信 發信,发问 發問,发声 發聲,发酵 發酵,发榜 發榜,发奖 發獎,发令 發令,' +
    '发端 發端,发至 發至,发给 發給,发往 發往,发自 發自,发于 發於,发还 發還,发愿 發願,发誓 發誓,发烧 發燒,' +
    '发芽 發芽,发霉 發黴,发源 發源,发家 發家,发财 發財,发难 發難,发散 發散,发泄 發洩,发回 發回,发绿 發綠,' +
    '发作 發作,发运 發運,发案 發案,发标 發標,发帖 發帖,发售 發售,发薪 發薪,发股 發股,发红 發紅,发黄 發黃',
)

// 一齣 is a play. Before a word that begins with 出 it is 一 and that word.
const wordsOfChu = pairs(
  '出台 出臺,出口,出发 出發,出现 出現,出门 出門,出手,出场 出場,出生,出版,出席,出列,出资 出資,出站,出院,' +
    '出国 出國,出海,出厂 出廠,出庭,出境,出事,出错 出錯,出面,出任,出炉 出爐,出动 出動,出示,出让 出讓,' +
    '出售,出租,出征,出差,出游 出遊,出水,出土,出世,出名,出路,出入,出色,出力,出城,出村,出镇 出鎮,出校,出狱 出獄',
)

// 关系 is found before 系统 and 系列 are: 机关系统, 海关系统, 相关系列 are 关 and 系统 …
const guanXi = pairs('关系统 關系統,关系列 關系列')
// … unless what follows 关系 begins with 统 or 列 itself.
const guanxiTong = pairs(
  '关系统一 關係統一,关系统筹 關係統籌,关系统战 關係統戰,关系统计 關係統計,关系列入 關係列入,关系列为 關係列爲,关系列表 關係列表',
)

// 长征 is the Long March; after an office 征 begins 征求, 征集 …
const changZheng = pairs(
  '长征求 長徵求,长征集 長徵集,长征询 長徵詢,长征得 長徵得,长征收 長徵收,长征用 長徵用,长征订 長徵訂',
)

// A surname before 某 stands for a name, and names keep their character …
const anonymous = crossed(pairs('余,范,后,涂,于,谷,郁,沈,闫 閆,肖,卜,仇,朴,姜'), pairs('某'))
// … unless it belongs to the word before: 由于某种原因, 之后某天.
const beforeSome = [
  ...crossed(
    pairs(
      '由,位,属 屬,对 對,处 處,关 關,等,至,终 終,基,用,鉴 鑑,在,限,便,善,低,高,大,小,优 優,源,决 決,利,适 適,忠,' +
        '归 歸,出,过 過,敢,勇,乐 樂,易,难 難,甘,陷,濒 瀕,富,介,趋 趨,力,务 務,当 當,生,始,成立,毕业 畢業,任职 任職',
    ),
    pairs('于某 於某'),
  ),
  ...crossed(
    pairs('之,以,最,今,此,然,先,前,背,随 隨,事,会 會,课 課,饭 飯,议 議,年,月,日,天'),
    pairs('后某 後某'),
  ),
]

// 只 counts living things and vessels after a number; the word after it tells it from 只 "only".
const manyBefore = pairs('万 萬,千,百,十,余 餘,多,数 數,几 幾,两 兩')
const countedByZhi = pairs(
  '只鸡 隻雞,只鸭 隻鴨,只鹅 隻鵝,只羊 隻羊,只猪 隻豬,只狗 隻狗,只猫 隻貓,只鸟 隻鳥,只鸽 隻鴿,只兔 隻兔,' +
    '只野 隻野,只候 隻候,只白 隻白,只黑 隻黑,只蛋 隻蛋,只种 隻種,只肉 隻肉,只家 隻家,只船 隻船,只小船 隻小船,只股 隻股,只基 隻基',
)
const animalsByZhi = pairs(
  '只鸡 隻雞,只鸭 隻鴨,只鹅 隻鵝,只羊 隻羊,只猪 隻豬,只狗 隻狗,只猫 隻貓,只鸟 隻鳥,只鸽 隻鴿,只兔 隻兔,' +
    '只野鸭 隻野鴨,只野鸟 隻野鳥,只野猪 隻野豬,只野兔 隻野兔,只候鸟 隻候鳥,只白鹭 隻白鷺',
)

// 船只 are vessels, unless 只 is "only" before what the ship does.
const shipOnly = pairs(
  '船只能,船只有,船只要,船只会 船只會,船只是,船只可,船只准,船只需,船只限,船只用,船只在',
)

// 里面 (inside) before 包 as a verb, where OpenCC sees bread.
const insideBread = crossed(
  pairs('里面 裏面'),
  pairs('包含,包括,包围 包圍,包着 包着,包了,包裹,包有'),
)

// 里长 is a headman; after a place 里 ends it and 长 begins 长期, 长大 …
const liChang = pairs(
  '里长期 裏長期,里长大 裏長大,里长年 裏長年,里长满 裏長滿,里长出 裏長出,里长久 裏長久,里长途 裏長途',
)

const placesBeforeLi = pairs(
  '村,镇 鎮,乡 鄉,县 縣,市,区 區,家,城,院,校园 校園,山,田,地,社区 社區,园 園',
)

// 系 as "is", in findings and definitions.
const copula = pairs(
  '消息系谣 消息係謠,信息系谣 信息係謠,人系本 人係本,人系我 人係我,均系,经查系 經查係,属系,该系谣 該係謠,人系该 人係該,人系在 人係在',
)

// Wind blows with 颳, whatever its direction and force.
const wind = crossed(
  pairs('刮 颳'),
  pairs(
    '大风 大風,起,来 來,东 東,西北,西风 西風,北风 北風,南风 南風,三级 三級,四级 四級,五级 五級,六级 六級,七级 七級,八级 八級,九级 九級,十级 十級',
  ),
)

const others = pairs(
  '尽管理 盡管理,' +
    // Words OpenCC has wrong or not at all.
    '准入,市场准入 市場准入,征程,新征程,巡回 巡迴,巡回法庭 巡迴法庭,干流 幹流,江干流 江幹流,河干流 河幹流,遍布,' +
    '校历 校曆,自制的 自製的,自制教具 自製教具,自制力,凭准考 憑准考,须凭准考 須憑准考,舍小家 捨小家,松一阵 鬆一陣,' +
    '一出现代 一齣現代,' +
    // 了 after a verb, before 如.
    '了如何,了解了如何 瞭解了如何,' +
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
  ...guanXi,
  ...guanxiTong,
  ...changZheng,
  ...anonymous,
  ...beforeSome,
  ...crossed(manyBefore, countedByZhi),
  ...animalsByZhi,
  ...shipOnly,
  ...insideBread,
  ...liChang,
  ...crossed(placesBeforeLi, liChang),
  ...copula,
  ...wind,
  ...others,
]
