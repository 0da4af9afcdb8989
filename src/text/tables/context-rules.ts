import type {ContextRule} from '../context-rule.ts'

// Surnames that keep a character which OpenCC takes for another word: 於, 餘, 範, 塗, 鬱, 樸, 鐘.
const surnames = {余: '余', 范: '范', 涂: '涂', 郁: '郁', 朴: '朴', 钟: '鍾'}
const yu = {于: '于'}

const persons = endingFast(
  '书记|主任|主席|委员|代表|秘书|秘书长|[部局处科厅院校所站队组行区县市镇乡村州省会社团连营班馆厂场店庭][长長]|' +
    '经理|董事|理事|监事|总监|主管|专员|巡视员|调研员|研究员|教授|教师|老师|讲师|导师|院士|博士|医生|医师|护士|药师|' +
    '工程师|技师|律师|法官|检察官|警官|民警|辅警|干警|干事|干部|会计|记者|编辑|作者|导演|演员|选手|教练|司机|驾驶员|' +
    '通讯员|摄影师|摄影记者|同志|先生|女士|师傅|学生|同学|居民|村民|职工|员工|党员|团员|队员|社员|会员|志愿者|网格员|联络员|负责人|发言人|主持人|' +
    '模范|标兵|能手|先锋|患者|病人|考生|家长|群众|店主|摊主|老板|房东|工人|农民|农户|渔民|牧民|老汉|大爷|大妈|大叔|阿姨|奶奶|爷爷|' +
    '小伙|姑娘|青年|男子|女子|男孩|女孩|儿子|女儿|妻子|丈夫|父亲|母亲|弟弟|妹妹|哥哥|姐姐|教练员|裁判|队长|' +
    '带头人|创始人|继承人|传承人|代理人|嫌疑人|被告人|申请人|当事人|户主|业主|校友|老人|战士|烈士|政委|司令员|指导员|支书|副职|助理|顾问',
)
const bylines =
  '责编|编辑|审核|校对|校审|撰稿|撰文|供稿|通讯员|记者|作者|摄影|签发|联系人|联系电话|经办人|承办人|监制|主编|文|图'
const titles =
  '书记|主任|主席|委员|代表|[部局处科厅院校所站队组区县市镇乡村]长|经理|总(?![额数量计和体结值共])|工(?![程作资业期地人厂会序])|教授|老师|医生|大夫|律师|法官|警官|' +
  '先生|女士|同志|师傅|老|叔|大爷|大妈|大姐|阿姨|奶奶|爷爷'
// What a person does, right after the name in an announcement; the long forms tell a name alone.
const acts =
  '同志|主持|出席|参加|列席|致辞|致词|带领|陪同|强调|指出|要求|表示|介绍|担任|当选|兼任|代表|宣布|宣读|传达|汇报|通报|发言|' +
  '讲话|发表|部署|总结|点评|主讲|先后|一行|分别|来到|深入|走访|慰问|检查|调研|督导|查看|告诉|认为|回忆|率队|作了|荣获|被评'
const shortActs =
  '作|做|在|对|向|为|与|和|及|等|就|从|率|说|讲|任|获|被|因|系|以|到|自|原|现|男|女|两|三|四|五'
const clauseStart = '(?:^|[，。；：、！？“”（）《》「」\\s,;:!?()])'
const clauseEnd = '(?:$|[，。；：、！？“”（）《》「」\\s,;:!?()])'
const han = '\\p{Script=Han}'
const given = `${han}{1,2}`
const bodies = '[局厅委办院校村镇乡县区市社所站部处科室组队会司厂店]'
// 于 before these is "at", "in", "to": a time, a place, or a word of its own (于是, 于民).
const notAfterYu =
  '(?![\\d〇一二三四五六七八九十两几今昨明当上下本会前日去此近同年月周每早晚午次翌其各该这那后现途在期间开闭终始是凌' +
  '省市县区镇乡村校院厅局馆所京沪津渝情理法国家民己公私我他它她你您人心党企社]|' +
  `${han}[上下中前后内里外间时日年月初末底期处市县省区])`
const notAfterSurname =
  '(?!(?<=范)[围例畴式]|(?<=余)[下额热款量数粮震温音波味生]|(?<=涂)[料层抹装改]|(?<=郁)[闷结郁金]|(?<=朴)[实素]|' +
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
  {forms: yu, before: `${persons}`, after: `${notAfterYu}${given}(?:${acts})`},
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

const measureRules: readonly ContextRule[] = [
  {
    forms: {只: '隻'},
    before: `\\d\\s?|[十百千万亿几]|[\\d十百千万][余多]|(?<![唯统划同单如万第之])[一两]|[\\d十百千万几][二三四五六七八九]`,
    after: `(?!${onlyBefore})(?:${han}|${clauseEnd})`,
  },
  // A distance: 20里, 几十里, 五里路.
  {
    forms: {里: '里'},
    before: `\\d\\s?|[\\d一二两三四五六七八九十百千万几数上][十百千万]|[十百千万][余多几]|${numeral}[余多]?(?=里(?:路|地|外|长|远|内|坡|山|河|堤|水))`,
    after: '(?![面边头])',
  },
]

const verbRules: readonly ContextRule[] = [
  // To be, in findings: 火灾系电线老化所致.
  {
    forms: {系: '係'},
    before:
      '(?:事故|火灾|事件|案件|死者|伤者|男子|女子|嫌疑人|被告人?|原告|申请人|当事人|行为|现象|原因|信息|消息|传言|言论|图片|视频|照片|' +
      '说法|内容|文件|货物|物品|款项|房屋|土地|损坏|死亡|起火|爆炸|双方|[两二三四]人|[两二三]者|其|此|均|皆|确|实|乃|纯|经查|据查|查明|' +
      '该\\p{Script=Han}{1,3}|上述\\p{Script=Han}{2})',
    after: '(?![统列数主办里友别谱副党办科所着好紧上在])\\p{Script=Han}',
  },
  // To forbid; but 测得不准, 不准确, 不准备.
  {
    forms: {准: '准'},
    before: '(?<![说拿摸吃看猜算测瞄把校对认踩押估得位]|(?<![批核获])准)不',
    after: '(?![确时备的了绳星则头度])\\p{Script=Han}',
  },
  // To fasten.
  {
    forms: {系: '繫'},
    before: '',
    after:
      '(?:好|紧|牢|上|着)?(?:安全[带帽绳]|保险[带绳]|鞋带|领带|领结|红领巾|围裙|围巾|腰带|皮带|扣子|纽扣|绳|缆|[红黄蓝]丝带)',
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
    .split('|')
    .map((word) => /\[([^\]]+)\]$/.exec(word)?.[1] ?? word.at(-1)!)
  // What looks back reads from right to left.
  return `(?:${alternatives})(?<=[${[...new Set(lasts.join(''))].join('')}])`
}
