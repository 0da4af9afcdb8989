import {crossed, type Pair, pairs} from './phrase-list.ts'

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

// 船只 are vessels, unless 只 is "only" before what the ship does.
const shipOnly = pairs(
  '船只能,船只有,船只要,船只会 船只會,船只是,船只可,船只准,船只需,船只许 船只許,船只载 船只載,船只限,船只用,船只在',
)

// 里面 (inside) before 包 as a verb, where OpenCC sees bread.
const insideBread = crossed(
  pairs('里面 裏面'),
  pairs('包含,包括,包围 包圍,包着 包着,包了,包裹,包有'),
)
// … and any other side (封面, 表面) before what has no other sense.
const sideBread = pairs('面包含,面包括,面包着,面包裹着,面包围 面包圍')

// Wind blows with 颳, whatever its direction and force.
const wind = crossed(
  pairs('刮 颳'),
  pairs(
    '大风 大風,起,来 來,东 東,西北,西风 西風,北风 北風,南风 南風,三级 三級,四级 四級,五级 五級,六级 六級,七级 七級,八级 八級,九级 九級,十级 十級',
  ),
)

// In a place somebody pulls, plays or draws up; OpenCC sees the lira.
const insidePulled = crossed(
  pairs('里 裏'),
  pairs(
    '拉二胡,拉琴,拉着 拉着,拉起,拉来 拉來,拉出,拉货 拉貨,拉家常,拉上,拉开 拉開,拉满 拉滿,拉练 拉練',
  ),
)

// 乡里 before or after these are the neighbours, not a place inside.
const neighbours = [
  ...crossed(
    pairs(
      '造福 造福,闻名 聞名,横行 橫行,鱼肉 魚肉,称霸 稱霸,扬名 揚名,服务 服務,回馈,反哺,奉献 奉獻,回报 回報,惠及,荣归 榮歸,感动 感動,邻里 鄰里,情系 情繫,温暖 溫暖,和睦,誉满 譽滿,名闻 名聞,武断 武斷',
    ),
    pairs('乡里 鄉里'),
  ),
  ...pairs('乡里乡亲 鄉里鄉親,乡里巴人 鄉里巴人,乡里之间 鄉里之間'),
]

// A list of names, where OpenCC sees a famous watch.
const listOfNames = crossed(pairs('花,人,地,书 書,译 譯,品,文件,案'), pairs('名表'))

const others = pairs(
  '并入主 併入主,并到一起 併到一起,并到一处 併到一處,天后宫 天后宮,天后庙 天后廟,尽管理之 盡管理之,凭准考 憑准考,须凭准考 須憑准考,舍小家 捨小家,松一阵 鬆一陣,一出现代 一齣現代,' +
    // 了 after a verb, before 如.
    '了如何,了解了如何 瞭解了如何',
)

/**
 * Our own phrases, which settle what they cover: traps that neither a list of words nor the ordinary
 * words around them show. A phrase belongs here when everyday official prose meets the trap; phrases
 * are made from classes of words that behave alike, not from sentences.
 *
 * Source: our own reading of official news; forms as in OpenCC's traditional (裏, not 裡).
 */
export const ownPhrases: readonly Pair[] = [
  ...anonymous,
  ...beforeSome,
  ...shipOnly,
  ...insideBread,
  ...sideBread,
  ...wind,
  ...neighbours,
  ...insidePulled,
  ...listOfNames,
  ...others,
]
