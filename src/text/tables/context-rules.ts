import type {ContextRule} from '../context-rule.ts'

// Surnames that keep a character which OpenCC takes for another word: 於, 餘, 範, 塗, 鬱, 樸, 鐘.
const surnames = {余: '余', 范: '范', 涂: '涂', 郁: '郁', 朴: '朴', 钟: '鍾'}
const yu = {于: '于'}

// A person by office, profession or place in life; many end in a character that says so.
const persons = endingFast(
  '书记|主任|主席|委员|代表|秘书|[部局处科厅院校所站队组行区县市镇乡村州省会社团连营班馆厂场店庭园庄寨道线片段台船机警组][长長]|' +
    '经理|董事|理事|监事|干事|执事|总监|主管|专员|参事|领事|大使|监理|总编|编剧|编导|制片|出纳|会计|' +
    '(?<![动满全缺减超裁复幅])员|(?<![或前后再])者|(?:工程|设计|会计|评估|造价|建造|规划|农艺|畜牧|兽医|经济|统计|审计|营养|' +
    '咨询|心理|美术|摄影|化妆|美容|理发|按摩|魔术|面点|茶艺|剪辑|录音|灯光|宣讲|培训|厨|技|药|医|护|教|律|讲|导|牧|法|大|老|琴|鼓)师|' +
    '教授|院士|博士|硕士|护士|医生|大夫|法官|检察官|法医|警官|民警|辅警|交警|特警|干警|刑警|片警|导演|选手|教练|司机|船工|舵手|' +
    '(?:职|员|民|技|木|瓦|电|焊|钳|矿|护|社|义|石|长|船|花|杂|校|绣|陶)工|(?:工|木|石|铁|铜|瓦|篾|漆|画|皮)匠|' +
    '(?:作|画|书法|专|音乐|舞蹈|作曲|剧作|评论|收藏|企业|科学|史学|歌唱|艺术|雕塑|摄影|实业|慈善)家|学家|导游|歌手|诗人|学者|乐手|鼓手|' +
    '同志|先生|女士|师傅|学生|同学|考生|新生|研究生|大学生|毕业生|实习生|留学生|居民|村民|农民|渔民|牧民|市民|网民|选民|移民|股民|' +
    '[责言持办头始承理疑告请事受害资护证选荐绍伙驶诉保权务]人|' +
    '模范|标兵|能手|先锋|患者|病人|家长|群众|店主|摊主|车主|船主|老板|房东|户主|业主|业户|农户|商户|工人|军人|老人|盲人|诗人|艺人|猎人|' +
    '老汉|大爷|大妈|大叔|阿姨|奶奶|爷爷|外公|外婆|伯伯|叔叔|小伙|小伙子|姑娘|青年|少年|男子|女子|男孩|女孩|男童|女童|' +
    '儿子|女儿|妻子|丈夫|父亲|母亲|弟弟|妹妹|哥哥|姐姐|儿媳|媳妇|女婿|孙子|孙女|外甥|侄子|侄女|爱人|裁判|校友|老乡|乡贤|' +
    '战士|烈士|勇士|老兵|新兵|士兵|退伍兵|政委|司令|支书|副职|助理|顾问|警长|巡警|房客|乘客|旅客|顾客|租客|游客|保安|保姆|月嫂',
)
const bylines =
  '责编|编辑|审核|校对|校审|撰稿|撰文|供稿|通讯员|记者|作者|摄影|签发|联系人|联系电话|经办人|承办人|监制|主编|文|图'
const titles =
  '书记|主任|主席|委员|代表|[部局处科厅院校所站队组区县市镇乡村馆园厂店社警连排]长|经理|董事|总监|会计(?![师年准制])|出纳|干事|秘书|助理|' +
  '院士|博士|教练|导演|编辑|记者|司机|支书|政委|大使|参事|检察官|法医|药师|护士|技师|工程师|总(?![额数量计和体结值共])|工(?![程作资业期地人厂会序])|教授|老师|医生|大夫|律师|法官|警官|' +
  '先生|女士|同志|师傅|老|叔|伯|婶|嫂|哥|姐|大爷|大妈|大姐|大哥|大嫂|阿姨|奶奶|爷爷'
// What a person does, right after the name in an announcement; the long forms tell a name alone.
const acts =
  '同志|主持|出席|参加|列席|致辞|致词|带领|陪同|强调|指出|要求|表示|介绍|担任|当选|兼任|代表|宣布|宣读|传达|汇报|通报|发言|' +
  '讲话|发表|部署|总结|点评|主讲|先后|一行|分别|来到|深入|走访|慰问|检查|调研|督导|查看|告诉|认为|回忆|率队|作了|荣获|被评'
// After these 于 with a place or a time cannot stand, so it is a name.
const actsOfName = `${acts}|在(?!于)|一同|一起|共同|两人|二人`
const shortActs =
  '作|做|在|对|向|为|与|和|及|等|就|从|率|说|讲|任|获|被|因|系|以|到|自|原|现|男|女|两|三|四|五'
const clauseStart = '(?:^|[，。；：、！？“”（）《》「」\\s,;:!?()])'
const clauseEnd = '(?:$|[，。；：、！？“”（）《》「」\\s,;:!?()])'
const han = '\\p{Script=Han}'
const given = `${han}{1,2}`
const bodies = '[局厅委办院校村镇乡县区市社所站部处科室组队会司厂店]'
// 于 in a given name stands before one character, which is none of a time or place.
const notAfterYuInName =
  '(?![\\d一二两三四五六七八九十几今昨明当上下本会前此近同年月周每其各该这那是])'
// The surnames that are met most.
const commonSurnames =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田任姜范方石姚谭廖' +
  '邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]'
// 于 before these is "at", "in", "to": a time, a place, or a word of its own (于是, 于民).
const notAfterYu =
  '(?![\\d〇一二三四五六七八九十两几今昨当上下本会前日去此近同年月周每早晚午次翌其各该这那后现途在期间开闭终始是凌' +
  '省市县区镇乡村校院厅局馆所京沪津渝情理法民己公私我他它她你您人心党企社]|' +
  `明[年天日早晚晨确显知白]|国[家内外际庆有务于]|家[中里庭人]|${han}[上下中前后内里外间时日年月初末底期处市县省区])`
const notAfterSurname =
  `(?!(?<=范)(?:[围例畴式儿]|[文本](?:${clauseEnd}|[和与及或的写]))|` +
  '(?<=余)[下额热款量数粮震温音波味生暇兴钱料悸威辜力利项]|(?<=涂)[料层抹装改鸦写色黑上满油]|(?<=郁)[闷结郁金]|(?<=朴)[实素]|' +
  '(?<=钟)[爱情头表声点楼]|(?<=[余范涂郁朴钟])[的了在和与等])'
const notBeforeSurname =
  '(?<!(?:[规示模典防师风就垂](?=范)|[其业剩多富残课工空公结盈冗绪劫有月年之\\d十百千万几](?=余)|[糊泥](?=涂)|' +
  '[忧抑浓葱馥](?=郁)|[俭质古纯简](?=朴)|[分点秒时敲挂闹座警编](?=钟)))'

const surnameRules: readonly ContextRule[] = [
  // 于家村.
  {
    forms: {...surnames, ...yu},
    before: '',
    after: '家[村庄屯沟湾坪岭寨营铺堡坝岗塘洼桥店台集坑坞宅浜圩巷祠]',
  },
  // 主任范明, 记者 余敏, 责编：于敏.
  {forms: surnames, before: `${persons}`, after: `${notAfterSurname}${given}`},
  {
    forms: {...surnames, ...yu},
    before: `(?:${bylines})[\\s：:/]{1,3}`,
    after: `${notAfterYu}${given}${clauseEnd}`,
  },
  {forms: yu, before: `${persons}`, after: `${notAfterYu}${given}(?:${actsOfName})`},
  // 教师范于民: in a given name.
  {
    forms: yu,
    before: `${persons}${commonSurnames}`,
    after: `${notAfterYuInName}${han}(?:${clauseEnd}|${actsOfName}|[、说和的被因获])`,
  },
  {forms: yu, before: `${persons}`, after: notAfterYu, isSurname: true},
  // 农业局余敏同志.
  {
    forms: surnames,
    before: bodies,
    after: `${notAfterSurname}${given}(?:同志|先生|女士|老师|[现拟]?任[职免县市区镇乡局]|当选)`,
  },
  {
    forms: {范: '范', 涂: '涂', 钟: '鍾'},
    before: '的',
    after: `${notAfterSurname}${han}{2}${clauseEnd}`,
  },
  {forms: yu, before: bodies, after: `${notAfterYu}${given}(?:同志|先生|女士)`},
  // 余老师, 于主任.
  {forms: surnames, before: notBeforeSurname, after: `(?:${titles})`},
  {forms: yu, before: `${clauseStart}|[请跟找和与的让]`, after: `(?:${titles})`},
  {forms: yu, before: persons, after: '(?:先生|女士|师傅|老师|大[爷妈姐哥嫂]|阿姨|奶奶|爷爷)'},
  // 余氏宗祠, 始祖余公于明初迁来.
  {forms: {...surnames, ...yu}, before: `(?:${clauseStart}|[的本族与和及是祖])`, after: '氏'},
  {
    forms: {...surnames, ...yu},
    before: `(?:${clauseStart}|[祖族])`,
    after: '公[于讳之墓祠率携自迁]',
  },
  // 余敏同志, 于敏说 at the head of a clause.
  {
    forms: surnames,
    before: clauseStart,
    after: `${notAfterSurname}${given}(?:${acts}|${shortActs})`,
  },
  {
    forms: yu,
    before: clauseStart,
    after: `${notAfterYu}${given}(?:同志|先生|女士|老师|教授|说|表示|介绍|主持|出席|、${han}{2,3}(?:、|等|同志))`,
  },
  // 张三、于伟、李四等.
  {
    forms: {...surnames, ...yu},
    before: `${han}、`,
    after: `${notAfterYu}${notAfterSurname}${given}(?:、|等|和${han}{2,3}${clauseEnd}|[两三四五六]人|[两三四五六]位|同志)`,
  },
]

const numeral = '[\\d一二两三四五六七八九十百千万亿几]'
// After these 只 is "only", whatever stands before.
const onlyBefore =
  '[能有要是会可需须为用在限剩占够因见凭靠对向想做办供许准得求讲看说知顾管收发写填应作被由从当差好此不凡及负接受' +
  '允保打开招设算适提针增减降升涨跌获完进出参到给让把将听按以足]'

// What is counted with 隻: animals, limbs, vessels, one of a pair, small things.
const countedWithZhi =
  '[羊牛猪鸡鸭鹅狗猫鸟兔虎豹熊鹿猴鹤雀燕鹰蛙龟蟹虾蝉蝶蜂鼠狼狐鹭雁鹳鸽犬' +
  '手脚眼耳臂腿翅碗杯盘碟盆桶罐瓶壶锅缸箱盒篮筐篓袋囊笼船艇鞋靴袜灯铃鼓枕瓮坛戒镯箭哨]'

const measureRules: readonly ContextRule[] = [
  // 三只手电筒, 第一只篮子.
  {
    forms: {只: '隻'},
    before: `(?<![唯统划同单如万其])${numeral}`,
    after: `(?!${onlyBefore})${han}{0,2}${countedWithZhi}`,
  },
  {
    forms: {只: '隻'},
    before: `\\d\\s?|[十百千万亿几]|[\\d十百千万][余多]|(?<![唯统划同单如万第之])[一两]|[\\d十百千万几][二三四五六七八九]`,
    after: `(?!${onlyBefore})(?:${han}|${clauseEnd})`,
  },
  // A distance: 20里, 几十里, 五里路.
  {
    forms: {里: '里'},
    before: `\\d\\s?|[\\d一二两三四五六七八九十百千万几数上][十百千万]|[十百千][一二三四五六七八九]|[二三四五六七八九][三四五六七八九]|[十百千万][余多几]|${numeral}[余多]?(?=里(?:路|地|外|长|远|内|坡|山|河|堤|水))`,
    after: '(?![面边头])',
  },
  // A neighbourhood: 永安里小区.
  {
    forms: {里: '里'},
    before: `${han}(?<![这那哪村城镇市县区校园乡街院家楼巷店厂心])`,
    after: '(?:小区|社区|胡同|弄堂|菜市场|派出所)',
  },
  // Tea is weighed, tables are counted: 买茶几十斤.
  {forms: {几: '幾'}, before: '茶', after: '[十百千万]*[多余]?(?:斤|两|公斤|千克|吨|担)'},
  // 中秋千余人: people, not a swing.
  {forms: {千: '千'}, before: '[中立今去金]秋', after: '(?:[余多]?[名人户家位]|余)'},
  // A play: 演了三出大戏, 这出话剧, 唱了一出《空城计》.
  {
    forms: {出: '齣'},
    before: `(?:[\\d一二两三四五六七八九十几多数这那整每该首])`,
    after:
      '(?:[大小好新老旧古短整独地方传统经典精彩折子新编原创优秀木偶皮影现代神话生活历史武文悲喜闹话京越豫昆川粤沪淮评黄梅儿童]|本土){0,4}' +
      '(?:戏(?![台院服份])|剧(?![场院组团本照务烈毒]))',
  },
  {forms: {出: '齣'}, before: `[演唱排看听编写导](?:[了过完的出])?${numeral}`, after: '[《“]'},
]

// Persons and things of which findings say what they are: 火灾系电线老化所致.
const foundToBe = endingFast(
  '事故|火灾|事件|案件|该案|死者|伤者|逝者|男子|女子|男童|女童|儿童|老人|嫌疑人|被告|被告人|原告|申请人|当事人|被害人|受害人|上诉人|证人|' +
    '驾驶人|驾驶员|司机|行人|网民|第三人|行为|现象|原因|起因|火因|死因|病因|信息|消息|传言|谣言|言论|图片|视频|照片|截图|录音|说法|内容|文件|' +
    '货物|物品|款项|资金|债务|债权|房屋|土地|宅基地|车辆|文物|作品|商品|食品|药品|证据|签名|笔录|指纹|血迹|遗体|尸体|合同|协议|关系|' +
    '损坏|死亡|起火|爆炸|受伤|双方|[两二三四五]人|[两二三]者|其|此|均|皆|确|实|乃|纯|经查|据查|查明',
)
const notAfterXi = '(?![统列主数办里友别谱副党科所着好紧上在部级])'

const verbRules: readonly ContextRule[] = [
  // To be, in findings.
  {
    forms: {系: '係'},
    before: `${foundToBe}|该${han}{1,3}|上述${han}{2}`,
    after: `${notAfterXi}${han}`,
  },
  // 朴某系外籍人员.
  {
    forms: {系: '係'},
    before: `(?:${commonSurnames}|[余于范涂郁朴钟卜仇尚洪])(?:某{1,2}[甲乙丙丁]?|某${han})`,
    after: `${notAfterXi}${han}`,
  },
  // 县人民医院系三级医院; 嫌疑人李明系该公司职工.
  {
    forms: {系: '係'},
    before:
      '(?:医院|公司|企业|单位|中心|机构|银行|协会|学会|商会|合作社|工厂|集团|事务所|学校|小学|中学|基地|景区|园区|村|社区|项目|古树|遗址|墓葬|寺庙|祠堂|故居|大桥)',
    after:
      '(?:[一二三四五六七八九十]|国家|全[国省市县]|[省市县区][级内属]|我[国省市县区]|首[个家批座]|由|经|依[法托]|因|原|集体|民[办营]|公[办益]|私|某|其|该|具有)',
  },
  {forms: {系: '係'}, before: `${persons}${han}{2,3}`, after: '(?:[该其某]|本[案市县村]|我[市县])'},
  // 枪支系自制.
  {
    forms: {系: '係'},
    before: `(?![直旁嫡父母派体谱])${han}`,
    after:
      '(?:自制|伪造|虚假|谣言|误[传报读]|无证|酒后|初犯|夫妻|父[子女]|母[子女]|兄弟|姐妹|亲属|情侣|人为|[他自]杀|意外|过失|假冒|仿冒|盗[窃版]|非法)',
  },
  // …，系某高校学生.
  {
    forms: {系: '係'},
    before: clauseStart,
    after:
      '(?:某|[一两]?名|一[名家起种件座所处]|由|因|被|国家|全[国省市]|我[国省市]|本[市县村案]|其|该|首[次个]|在[读逃]|未成年|酒后|人为)',
  },
  // To forbid; but 测得不准, 不准确, 不准备.
  {
    forms: {准: '准'},
    before: '(?<![说拿摸吃看猜算测瞄把校对认踩押估得位]|(?<![批核获])准)不',
    after: `(?![确时备的了绳星则头度])${han}`,
  },
  // To fasten, by what is fastened or by what to.
  {
    forms: {系: '繫'},
    before: '',
    after:
      '(?:好|紧|牢|上|着)?(?:安全[带帽绳]|保险[带绳]|鞋带|领带|领结|红领巾|围裙|围巾|头巾|丝巾|哈达|蝴蝶结|腰带|皮带|扣子|纽扣|绳|缆|' +
      '[红黄蓝绿白彩](?:丝带|绸|布|绳|线))',
  },
  {
    forms: {系: '繫'},
    before: '',
    after:
      '[在到](?:[了一]?[根棵个条])?(?:[松柳柏榕槐桃大小老门窗船车石木铁高]{0,2}(?:树|枝|杆|柱|桩|栏|窗|门|桥|岸|旗|绳|灯|船头|车把)|' +
      '腰|身上|颈|脖|手[上腕臂]|腕|胳膊|脚|头上|胸前|背上|尾巴|裤|衣|一起|一块)',
  },
  // To say: 古人云，….
  {
    forms: {云: '云'},
    before:
      '(?:古人|古语|俗话|俗语|谚语|古谚|古诗|前人|先贤|先哲|圣人|老话|常言|诗|[书语谚诗古]有|》|联|赋|偈)',
    after: '[，：:,“「『]',
  },
  // The short names of 贵阳 and 沈阳.
  {forms: {筑: '筑', 沈: '瀋'}, before: '简称[“「]?', after: `${clauseEnd}|[或和]`},
  // 湿了又干, 衣服干了.
  {forms: {干: '乾'}, before: '[湿流淋透]了又', after: `${clauseEnd}|[了、]`},
  {
    forms: {干: '乾'},
    before:
      '(?:衣[服裳物]|被褥|毛巾|头发|沙子|泥[土巴]|[泪汗河塘井渠泉溪湖库][水里]?|油漆|墨迹|[墙地路]面|粮食|稻谷)(?:都|全|也|就|又)?(?:快|已经?|早|没|未)?',
    after: '[了透掉]',
  },
]

/**
 * Our rules for single characters in their context. They are asked before any table.
 *
 * Source: our own reading of official news.
 */
export const contextRules: readonly ContextRule[] = [...surnameRules, ...measureRules, ...verbRules]

const alone = {
  干: '乾',
  冲: '沖',
  卷: '捲',
  松: '鬆',
  舍: '捨',
  谷: '穀',
  困: '睏',
  姜: '薑',
  曲: '麴',
  制: '製',
  系: '係',
}

/**
 * Where a character alone may be another one than we take it for, and what it would be: looser than
 * `contextRules`, which come first. Where a word holds it there is no doubt.
 */
export const aloneDoubts: readonly ContextRule[] = [
  {
    forms: {...surnames, ...yu},
    before: `${persons}|${clauseStart}|${han}、`,
    after: `${notAfterYu}${notAfterSurname}${given}`,
  },
  {forms: alone, before: '', after: `(?!${titles})`},
]

/** The same for places that stay in doubt whatever word holds the character: 3只能繁育的. */
export const openDoubts: readonly ContextRule[] = [
  {forms: {只: '隻'}, before: `${numeral}\\s?`, after: '[能可供用收发在需]'},
]

/**
 * Alternatives to be looked for before a character. Their last characters come first, in a class of
 * their own, so that a place where none of them stands costs one look.
 */
function endingFast(alternatives: string): string {
  const lasts = alternatives
    .replace(/\(\?[^)]*\)/g, '')
    .split('|')
    .map((word) => /\[([^\]]+)\]$/.exec(word)?.[1] ?? word.at(-1)!)
  // What looks back reads from right to left.
  return `(?:${alternatives})(?<=[${[...new Set(lasts.join(''))].join('')}])`
}
