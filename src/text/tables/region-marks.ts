/**
 * What tells a text of Taiwan from one of Hong Kong. Forms come first in weight, since a word may
 * be borrowed; but web pages of Hong Kong are often typed with Taiwan's forms, so that words decide
 * most short texts. A word used in both – 資訊, 程式, 民眾, 機關 – is in neither list.
 */
export interface RegionMarks {
  /** Characters that the other region hardly types, as parts of a pattern. */
  readonly forms: readonly string[]
  readonly words: readonly string[]
}

/** Taiwan: forms of its standard (常用國字標準字體表) and words of its public offices. */
export const taiwanMarks: RegionMarks = {
  forms: [
    '[裡臺溼汙]',
    // The particle; 著名 and 顯著 are written so in Hong Kong too.
    '(?<![顯卓名原編論遺專拙土合譯巨])著(?![名作述稱者錄書])',
  ],
  words: [
    '民國',
    '(?<!\\d)1[0-2]\\d(?:年|學年)',
    '新[臺台]幣',
    '直轄市|縣市|縣（?\\(?市|[本該貴各]縣|縣府|本府|縣長|鄉長|鎮長',
    '[里鄰]長|里民|里辦公處|[鄉鎮區市]公所|鄉親|鄉民代表',
    '國中|國小|高中職|學年度|技職|樂齡',
    '立法院|行政院|監察院|司法院|立法委員|議長|衛福部|衛生福利部|內政部|教育部|經濟部|國教署|衛生局|勞工局|民政局|文化局',
    '計畫|規畫|企畫',
    '網路|軟體|硬體|數位|影片|專案|螢幕|滑鼠|介面',
    '志工|捷運|公車|機車|計程車|腳踏車|替代役|營運',
    '公告事項|主旨：|爰|惠請|洽公|彙整|致詞|辦理情形',
  ],
}

/** Hong Kong: forms of its standard (常用字字形表) and words of its public offices. */
export const hongKongMarks: RegionMarks = {
  forms: ['[裏着衞綫説鋭閲邨滙埗巿羣]', '税|脱|悦|温'],
  words: [
    '特區|特首|行政長官|本港|全港|港[元幣島鐵]|來港|訪港|香港|九龍|新界',
    '政務司|財政司|律政司|司長|保安局|教育局局長|入境處|警務處|民政事務|[運輸房屋社會福利衛生路政渠務]署',
    '食環署|康文署|漁護署|社署|署方|署理|康樂及文化|公營|處方|局方',
    '區議[會員]|立法會|撲滅罪行|督導委員會',
    '屋邨|公屋|院舍|樓宇|街坊|食肆|商場',
    '的士|小巴|巴士|單車|渡輪',
    '內地|市民|傳媒|質素|甚麼|毋[須需]|僱員|薪酬|義工|幼稚園|致電|網上|智能|軟件|硬件',
    '天文台|警告信號|熱帶氣旋|公眾假期|時段|[一二三四五六七八九十]號風球',
    '逢星期|即場|名額有限|派完即止|嘉年華|導賞',
  ],
}
