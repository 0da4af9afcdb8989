import type {Entries} from '../dictionary.ts'
import {crossed, pairs} from './phrase-list.ts'

// What is made by a process, or of a stuff: 製. OpenCC has many of these, and not these.
const made = crossed(
  pairs(
    '石,玻璃,手工,塑料,古法,炒,刻,填,烤,沤 漚,卤 滷,蒸,煎,铸 鑄,织 織,加工,陶,瓷,藤,草,蜡 蠟,冰,粮 糧,果,烘,' +
      '炖 燉,煨,熬,焖 燜,晒 曬,榨,泡,腌 醃,酱 醬,拌,绣 繡,雕,裁,剪,烧 燒,煅,蒸馏 蒸餾,窖,秘 祕,慢火炖 慢火燉',
  ),
  pairs('制 製'),
)
const making = crossed(
  pairs('制 製'),
  pairs(
    '种 種,种业 種業,墨,卡,砂,碱 鹼,酸,粉,浆 漿,肥,醋,酱 醬,曲 麴,香,扇,琴,笔 筆,水,砖 磚,瓦,陶,伞 傘,帽,绳 繩,皂,炭,饼 餅,盐 鹽',
  ),
)

// 准 permits; 準 measures, or is not quite.
const permitting = crossed(
  pairs('准'),
  pairs(
    '驾 駕,驾车型 駕車型,运 運,运证 運證,生证 生證,建,建证 建證,购 購,购证 購證,迁 遷,迁证 遷證,行,予,营 營,牌',
  ),
)
const permitted = pairs('不准予,不准许 不准許')

// 签 is the verb; OpenCC has the slips and tags (标签, 抽签) as words.
const signing = pairs(
  '签 簽,会签 會簽,拒签 拒簽,免签 免簽,面签 面簽,代签 代簽,补签 補簽,改签 改簽,新签 新簽,已签 已簽,未签 未簽,所签 所簽,联签 聯簽,网签 網簽,云签 雲簽,电签 電簽,签下 簽下,签了 簽了,签过 簽過,签完 簽完,签好 簽好,签上 簽上,签出 簽出,签批 簽批,签报 簽報,上签 上簽',
)

const merging = crossed(
  pairs('并 併'),
  pairs('校,村,组 組,镇 鎮,乡 鄉,所,户 戶,班,线 線,库 庫,表处理 表處理'),
)

const rinsing = crossed(
  pairs('冲 沖'),
  pairs(
    '厕 廁,账 賬,抵,减 減,调 調,水,净 淨,澡,洗,奶,奶粉,牛奶,豆浆 豆漿,咖啡,药 藥,服,饮 飲,兑 兌',
  ),
)

const drying = pairs(
  '干制 乾製,干制品 乾製品,干垃圾 乾垃圾,干砌石 乾砌石,干砌 乾砌,干挂 乾掛,干法 乾法,干式 乾式,干基 乾基,干重 乾重,干球 乾球,干料 乾料,干选 乾選,干混 乾混,干坡 乾坡,干滩 乾灘,干打 乾打,排干 排乾,放干 放乾,抹干 抹乾,沥干 瀝乾,流干 流乾,烤干 烤乾,控干 控乾,挤干 擠乾,拧干 擰乾,捞干 撈乾,滤干 濾乾,甩干 甩乾,催干 催乾,催干剂 催乾劑,冷干机 冷乾機,干散货 乾散貨,干鲜 乾鮮,干鲜果 乾鮮果,干寒 乾寒,干腐 乾腐,干凝胶 乾凝膠,干松 乾鬆',
)

const dried = crossed(
  pairs(
    '地瓜,红薯 紅薯,番薯,薯,柿子,柿,枣 棗,梨,杏,桃,桂圆 桂圓,荔枝,龙眼 龍眼,芒果,苹果 蘋果,瓜,山楂,茶,香,虾 蝦,菜,豆角,鱿鱼 魷魚',
  ),
  pairs('干 乾'),
)

const typhoon = pairs(
  '抗台 抗颱,防台 防颱,台汛 颱汛,防汛防台 防汛防颱,防汛抗台 防汛抗颱,避台 避颱,御台 禦颱',
)

// 毁 is burnt with 燬 by fire only; 背 is carried with 揹 in older books only.
const destroying = pairs('销毁 銷毀')
const carrying = crossed(
  pairs('背'),
  pairs('着 着,负 負,包袱,小孩,走,回,出去,物,筐,篓 簍,带 帶,人'),
)

// What comes after a picture, a film or a song is not the queen of it.
const afterwards = crossed(
  pairs(
    '观影 觀影,合影,留影,摄影 攝影,电影 電影,投影,唱歌,国歌 國歌,校歌,队歌 隊歌,高歌,对歌 對歌,颂歌 頌歌,密封,信封,查封,解封,冰封,尘封 塵封',
  ),
  pairs('后 後'),
)

// In a field something grows; OpenCC sees the head of a village.
const growing = crossed(pairs('村,地,田,院,山,园 園,林,土,棚,盆,坡'), pairs('里长 裏長'))

// To feed animals and the sick; OpenCC has the exclamation.
const feeding = crossed(
  pairs('喂 餵'),
  pairs(
    '鸟 鳥,鸡 雞,鸭 鴨,鹅 鵝,鱼 魚,猪 豬,牛,羊,马 馬,狗,猫 貓,草,料,水,饭 飯,药 藥,粮 糧,蚕 蠶',
  ),
)

// To issue anew; OpenCC sees hair.
const issuing = pairs('换发 換發,换发型 換髮型')

// To tie up is 紮, to prick 扎.
const tying = crossed(
  pairs('扎 紮'),
  pairs(
    '灯 燈,花灯 花燈,彩灯 彩燈,龙灯 龍燈,灯笼 燈籠,风筝 風箏,辫 辮,辫子 辮子,钢筋 鋼筋,纸 紙,彩,捆,牢,小辫 小辮,扫把 掃把,扫帚 掃帚',
  ),
)

// Bells and clocks, where OpenCC has no word, or has one that an ordinary word cuts.
const bells = [
  ...crossed(
    pairs('青铜 青銅,倒计时 倒計時,世界,原子,机械 機械,电子 電子,甬,校,铸铁 鑄鐵'),
    pairs('钟 鐘'),
  ),
  ...crossed(pairs('钟 鐘'), pairs('架,亭,座,壁,铸 鑄')),
]

// A jar for what is pickled or brewed in it; OpenCC has the altar.
const jars = crossed(
  pairs('泡菜,腌菜 醃菜,咸菜 鹹菜,酸菜,醋,酱 醬,米酒,老酒,黄酒 黃酒,瓦,陶,瓷,菜'),
  pairs('坛 罈,坛子 罈子'),
).concat(pairs('装坛 裝罈,封坛 封罈,坛装 罈裝,坛口 罈口'))

// Loose, where OpenCC sees the pine.
const loosening = pairs(
  '松劲 鬆勁,前紧后松 前緊後鬆,先紧后松 先緊後鬆,外紧内松 外緊內鬆,时紧时松 時緊時鬆,一紧一松 一緊一鬆,前松后紧 前鬆後緊,较松 較鬆,最松 最鬆,偏松 偏鬆,不松 不鬆,松一松 鬆一鬆,松了松 鬆了鬆',
)

// What official texts in Taiwan and Hong Kong write in another way than OpenCC: a desk for the public
// is a 臺, a chronicle 志; 娘, 弦, 巨 and 玩忽 keep their usual form.
const usual = [
  ...crossed(
    pairs('服务 服務,总 總,操作,操纵 操縱,查询 查詢,手术 手術,试验 試驗,控制,终端 終端,洗手'),
    pairs('台 臺'),
  ),
  ...crossed(pairs('方,县 縣,地方,碑'), pairs('志')),
  ...pairs(
    '娘家,娘家人,爹娘,老娘,亲娘 親娘,奶娘,丈母娘,后娘 後娘,娘胎,娘儿 娘兒,娘舅,婶娘 嬸娘,' +
      '弦乐 弦樂,管弦,管弦乐 管弦樂,管弦乐队 管弦樂隊,管弦乐曲 管弦樂曲,三弦,单弦 單弦,琴弦,心弦,扣人心弦,丝弦 絲弦,' +
      '巨变 巨變,巨舰 巨艦,玩忽,玩忽职守 玩忽職守,诋毁 詆毀,克制,哄抢 哄搶,折合,全彩,洋面,液面,暗火,拉升,慈溪,慈溪市,兰溪 蘭溪,兰溪市 蘭溪市,资溪 資溪,竹溪,竹溪县 竹溪縣,家具,胡同,死胡同,卧薪尝胆 臥薪嘗膽,岳',
  ),
]

// After something was paid, joined or danced; OpenCC sees a queen.
const afterDeeds = crossed(pairs('建群,入群,进群 進群,退群,加群,起舞,跳舞,伴舞'), pairs('后 後'))

// To praise; OpenCC's list of words is older than the button.
const praising = crossed(pairs('点 點,获 獲,集,求,刷'), pairs('赞 讚'))

// 并 joins two sentences before these.
const joining = pairs('并为 並為,并到 並到')

// Grain, where OpenCC sees the valley; and what is rolled up, where it sees the scroll.
const grain = pairs(
  '粮谷 糧穀,苞谷 苞穀,储谷 儲穀,谷种 穀種,新谷 新穀,早谷 早穀,晚谷 晚穀,谷囤 穀囤,谷垛 穀垛,谷价 穀價,谷贱 穀賤',
)
const rolled = pairs('卷闸 捲閘,卷闸门 捲閘門,卷绕 捲繞,热轧卷 熱軋捲,冷轧卷 冷軋捲,钢卷 鋼捲')

// Two words side by side, where OpenCC sees one that is met far less often.
const sideBySide = pairs(
  '我系,你系,别只 別只,干的 幹的,好干 好幹,干点 幹點,没采 沒採,有云计算 有雲計算,复电 復電,直发 直發,编发 編發',
)

// Ginger that is grown and sold, as against the surname; and healing.
const ginger = [
  ...crossed(pairs('姜 薑'), pairs('苗,种 種,田,芽,地,块 塊,窖,商,价 價,瘟')),
  ...crossed(pairs('鲜 鮮,嫩,子,仔,种 種,卖 賣,挖'), pairs('姜 薑')),
]
const healing = crossed(pairs('伤 傷,病,初,未,自,术 術,难 難,易'), pairs('愈 癒'))

// Lines of railways and roads that have their name from 沈阳.
const lines = pairs(
  '沈丹 瀋丹,沈大 瀋大,沈海 瀋海,沈抚 瀋撫,沈吉 瀋吉,沈白 瀋白,沈阜 瀋阜,沈盘 瀋盤,京沈 京瀋,哈沈 哈瀋',
)

const others = pairs(
  '折子戏 折子戲,干贝 干貝,面糊糊 麵糊糊,楼道里 樓道裏,舍近求远 捨近求遠,舍此 捨此,复议 復議,姜农 薑農,余干 餘干,余干县 餘干縣,余江 餘江,余江区 餘江區,余庆县 餘慶縣,红曲 紅麴,天文历 天文曆,汇算 匯算,汇算清缴 匯算清繳,回绕 迴繞,游得,蛋卷 蛋捲,干重活 幹重活,干重体力活 幹重體力活,压面机 壓麵機,党支书 黨支書,改制为 改制為,改制成,回归线上 回歸線上,回归线下 回歸線下,乡里 鄉裏,个旧 個舊,个旧市 箇舊市,准入,征程,新征程,巡回 巡迴,干流 幹流,遍布,市场准入 市場准入,巡回法庭 巡迴法庭,校历 校曆,自制 自製,自制力,自制能力,回归 回歸,回归分析 迴歸分析,线性回归 線性迴歸,困得 睏得,困了 睏了,并购买 並購買,' +
    '小结发 小結發,总结发 總結發,集结发 集結發,冻结发 凍結發,团结发 團結發,马里 馬里,纤绳 縴繩,犯困 犯睏,留须 留鬚,蓄须 蓄鬚,里干事 里幹事',
)

/**
 * Words that OpenCC lacks or has wrong. Unlike `ownPhrases` they say nothing of what stands beside
 * them: an ordinary word that overlaps one (基石制度) has its say, as with the words of OpenCC.
 */
export const ownWords: Entries = [
  ...made,
  ...making,
  ...permitting,
  ...permitted,
  ...signing,
  ...merging,
  ...rinsing,
  ...drying,
  ...dried,
  ...typhoon,
  ...destroying,
  ...carrying,
  ...afterwards,
  ...growing,
  ...feeding,
  ...issuing,
  ...tying,
  ...bells,
  ...jars,
  ...loosening,
  ...usual,
  ...grain,
  ...rolled,
  ...afterDeeds,
  ...praising,
  ...joining,
  ...sideBySide,
  ...lines,
  ...ginger,
  ...healing,
  ...others,
]

// Money is kept in a 账 on the mainland; Taiwan has 帳, a tent, for it as well.
const accounts = [
  ...crossed(pairs('帳 賬'), pairs('目,戶,冊,本,簿,號,單,款,務,面,項,齡,外,上')),
  ...crossed(
    pairs('轉,記,欠,算,結,查,對,入,出,付,收,賒,還,掛,到,做,壞,呆,爛,流水,明細,台,臺'),
    pairs('帳 賬'),
  ),
]

// OpenCC keeps 於, 乾, 徵, 昇, 祕, 逕 and 釐 in rare names and words, and finds those across the words of
// every day: 對於單位, 餅乾圖案, 特徵調查. What these begin with comes first …
const beforeRare = [
  ...crossed(
    pairs(
      '對 对,由,關 关,位,屬 属,終 终,在,處 处,至,善,等,大,小,高,低,過 过,基,鑑 鉴,鑒 鉴,便,利,適 适,忠,歸 归,出,敢,勇,樂 乐,易,難 难,甘,' +
        '陷,瀕 濒,富,介,趨 趋,用,源,設 设,生,始,定,訂 订,限,立,見 见,免,急,忙,擅,長 长,優 优,劣,早,晚,先,後 后,遲 迟,起,止,載 载,登,發 发,' +
        '刊,寫 写,建,創 创,移,存,置,放,交,送,列,納 纳,現 现,就,業 业,助,力,衷,落,中,業 业,職 职,務 务,作',
    ),
    pairs('於 于'),
  ),
  ...crossed(
    pairs(
      '餅 饼,豆,曬 晒,晒,晾,烘,吹,擦,烤,風 风,果,肉,筍 笋,陰 阴,抽,榨,喝,擰 拧,瀝 沥,杯,魚 鱼,菜,蘿蔔 萝卜,葡萄,芒果,鳳梨 凤梨',
    ),
    pairs('乾 干'),
  ),
  ...crossed(pairs('特,象,表,病,稽,課 课,開 开,廣 广,增'), pairs('徵 征')),
  ...crossed(pairs('主,緊 紧,擴 扩,伸,開 开,鋪 铺'), pairs('張 张')),
]
// … and these stand where nothing does: 於單親家庭, 吳祕書長, 徵調人力, 請逕聯繫, 今年釐清.
const acrossWords = [
  ...crossed(pairs('於 于'), pairs('單 单,則 则,其一,邑,倫 伦,坦,敖,穆,琳,惟一,清言,竹屋,戲 戏')),
  ...crossed(pairs('於潛 于潜'), pairs('移,在,力,伏,水,能,心,艇,藏')),
  ...crossed(pairs('吳 吴,李,袁,辛'), pairs('祕書 秘书')),
  ...pairs('徵調 征调,徵音樂 征音乐'),
  ...crossed(
    pairs('七,九,上,河,水,烏 乌,社,沙,南'),
    pairs(
      '逕行 径行,逕自 径自,逕向 径向,逕洽 径洽,逕依 径依,逕予 径予,逕送 径送,逕寄 径寄,逕於 径于',
    ),
  ),
  ...crossed(pairs('逕聯 径联'), pairs('絡 络,繫 系,繋 系')),
  ...crossed(pairs('年,春,懷 怀'), pairs('釐清 厘清,釐定 厘定,釐訂 厘订,釐正 厘正')),
]

/**
 * Words of traditional text, from Taiwan or Hong Kong, that simplified text writes in another way than
 * OpenCC does: 甚麼, 覆 for an answer, and what it finds across words.
 */
export const traditionalWords: Entries = [
  ...beforeRare,
  ...acrossWords,
  ...crossed(pairs('甚 什'), pairs('麼 么,麽 么')),
  ...crossed(pairs('惠,賜 赐,查,逕 径,徑 径,謹 谨,敬,請 请'), pairs('覆 复')),
  ...crossed(pairs('覆 复'), pairs('函,信,知,電 电')),
]

/**
 * Words of Taiwan that simplified text has in another way than OpenCC. 著 stays where it was written,
 * and is no particle. They are asked on the way from Taiwan's characters only.
 */
export const taiwanWords: Entries = [
  ...crossed(
    pairs('著有'),
    pairs('《,〈,詩集 诗集,文集,散文,小說 小说,專書 专书,專著 专著,論文 论文,多部,多本,多種 多种'),
  ),
  ...crossed(
    pairs('編,主編,合編,原,專,論,譯,遺,新,拙,舊,編譯,選,撰,輯,纂,校,所,代表,彰明較,卓,頗 颇'),
    pairs('著'),
  ),
  ...crossed(pairs('土著'), pairs('民,人,居,文,語 语,部')),
  ...accounts,
]
