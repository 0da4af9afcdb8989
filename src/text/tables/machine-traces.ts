/**
 * What shows that a machine made a traditional text out of a simplified one, character by
 * character: words that nobody who writes traditional characters writes. Either the machine left
 * the simplified character, which traditional text has too in other words (干部 for 幹部), or it
 * chose the wrong one of several (批準 for 批准).
 *
 * Each pattern stands for words of everyday prose and gives way where two proper words meet in the
 * same characters: 機關系統, 若干部門, 毛髮生長. Names of persons and places use these characters
 * freely (于, 余, 后, 里, 范), so such a character counts in the company of a word only. What
 * careful writers write both ways – 台臺, 布佈, 占佔, 周週, 了瞭 – is in no pattern.
 */
export const machineTraces: readonly string[] = [
  // 于 於
  '[關由對處位屬等用基至便利源立建始限忠致急設置落集敢善勇將]于|于(?=\\d{1,4}[年月日])',
  // 系 係 繫
  '[聯關維]系(?![列統所科主友別])',
  '干系',
  '(?<!關)[係繫]統|體[係繫](?!數)|聯係',
  // 干 幹 乾
  '(?<!若)干部|骨干|干勁|實干|苦干|干群',
  '干[淨凈燥旱枯]|曬干|烘干',
  '若[幹乾]|幹[淨燥旱脆杯枯涉擾預]|餅幹|乾[部涉擾預]',
  // 余 餘
  '[\\d十百千萬]余(?=[人名個家萬元次件年戶]|$)|[業其剩結空盈]余|余[熱額款暇]',
  // 后 後
  '[以然之最今先落背事隨往]后(?![妃宮里])|后[續勤來果代悔退]',
  '皇後(?![代裔人])|太後|後妃',
  // 里 裡 裏
  '[這那哪心手夜屋眼懷]里|里[邊頭]',
  '[公英鄰][裡裏](?![面邊頭])|[裡裏]程碑',
  // 愿 願
  '[志自意心祝]愿|愿[意望景]',
  // 制 製
  '[縫錄繪研印複復仿]制(?![度定式約衡])|(?:展板|影片|視頻|節目|課件)制作',
  '[體法強限控機抑管專]製(?![品造作程圖])',
  // 復 複 覆
  '復[雜印]|重復(?![胖原健發])',
  '[恢光康]複|複[興甦蘇]',
  // 發 髮
  '理發[店師廳室]|銀發(?=[老族志經力人])',
  '(?<![頭毛理白銀秀美染護脫長短金黑假])髮[展現佈布揮言達揚掘票]',
  // 面 麵
  '方便面(?![對臨向])|面粉|面條(?![件款例目])',
  '[方全對表局書層]麵|麵[對向臨積貌前試]',
  // 谷 穀
  '稻谷|谷物|五谷|[山峽河]穀',
  // 准 準
  '[批核]準(?![則確])|獲準(?![確備])|準予|準考證',
  // 簽 籤
  '(?<![標書抽求竹])籤[到訂署字收約發證]',
  // 征 徵
  '遠徵|[長出]徵(?![求集收詢選調信用])|徵[程途戰服]',
  // 游 遊
  '[上下中]遊(?![戲覽客行玩艇學街樂程])|遊泳',
  // 曆 歷
  '[農掛]歷|日歷(?![經史練時任年屆來])',
  '曆[史屆任經]|[經學]曆',
  // 松 鬆
  '[放輕寬]松(?!鼠)|鬆[樹柏林針]',
  // 采 採
  '風採(?![取用集訪購納樣行])|[神文]採',
  '(?<![風神文光精丰])采[集訪納購樣取用]',
  // 并 並
  '(?<![兼合吞歸火])并[且向非將由]',
  // 沖 衝, 鐘 鍾, 獲 穫, 郁 鬱, 斗 鬥, 云 雲
  '衝[洗刷澡]|分鍾|鍾[點錶頭]|收獲(?![利得益准獎悉知])|濃鬱|北鬥|人雲亦雲',
]

/** Forms of OpenCC's own standard, which neither Taiwan nor Hong Kong prints: 爲 for 為, 衆 for 眾. */
export const machineForms = '[爲衆喫竈纔僞]'

/**
 * Words of mainland institutions, and the quotation mark of the mainland, which conversion keeps.
 * A writer elsewhere may speak of the ones and use the other.
 */
export const mainlandWords: readonly string[] = [
  '黨[委組員]|黨支部|黨工委|黨中央',
  '[市區縣省]委(?!員)',
  '關工委|紀委|團委|工會主席',
  '書記|領導小組|領導幹部|領導干部|老幹部|老干部|干部|街道辦|居委會|村委會|鄉鎮黨',
  '人民政府|國務院|辦公廳|人大常委|政協',
  '志願者|志愿者|少先隊|共青團|民警|派出所民警',
  '“',
  '信息|視頻|貫徹|新時代|精神文明|[抓狠]落實|通知精神',
]
