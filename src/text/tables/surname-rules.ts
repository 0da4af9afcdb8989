import type {ContextRule} from '../context-rule.ts'
import {clauseEnd, clauseStart, commonSurnames, given, han, persons, titles} from './rule-parts.ts'

// Surnames that keep a character which OpenCC takes for another word: 於, 餘, 範, 塗, 鬱, 樸, 鐘.
const surnames = {余: '余', 范: '范', 涂: '涂', 郁: '郁', 朴: '朴', 钟: '鍾'}
const yu = {于: '于'}
// … and, where a given name follows, those that a phrase takes for something else: 薑桂, 遊明.
const namedSurnames = {...surnames, 姜: '姜', 游: '游'}

const bylines =
  '责编|编辑|审核|校对|校审|撰稿|撰文|供稿|通讯员|记者|作者|摄影|签发|联系人|联系电话|经办人|承办人|监制|主编|文|图'
// What a person does, right after the name in an announcement; the long forms tell a name alone.
const acts =
  '同志|主持|出席|参加|列席|致辞|致词|带领|陪同|强调|指出|要求|表示|介绍|担任|当选|兼任|代表|宣布|宣读|传达|汇报|通报|发言|' +
  '讲话|发表|部署|总结|点评|主讲|先后|一行|分别|来到|深入|走访|慰问|检查|调研|督导|查看|告诉|认为|回忆|率队|作了|荣获|被评'
// After these 于 with a place or a time cannot stand, so it is a name.
const actsOfName = `${acts}|在(?!于)|一同|一起|共同|两人|二人`
const shortActs =
  '作|做|在|对|向|为|与|和|及|等|就|从|率|说|讲|任|获|被|因|系|以|到|自|原|现|男|女|两|三|四|五'
const bodies = '[局厅委办院校村镇乡县区市社所站部处科室组队会司厂店]'
// 于 in a given name stands before one character, which is none of a time or place.
const notAfterYuInName =
  '(?![\\d一二两三四五六七八九十几今昨明当上下本会前此近同年月周每其各该这那是])'
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
  '(?<!(?:[规示模典防师风就垂](?=范)|[其业剩多富残课工空公结盈冗绪劫有月年之\\d两十百千万亿几](?=余)|[糊泥](?=涂)|' +
  '[忧抑浓葱馥](?=郁)|[俭质古纯简](?=朴)|[分点秒时敲挂闹座警编](?=钟)))'

// Words and particles that a name follows.
const beforeName =
  '[由请与和跟及向对给让把将被为是有即受见随替问送带扶陪接派叫]|名[叫为]|[原改化笔]名|推选|选举|当选|任命|聘[请任]|授予|表彰|邀请|采访|看望|找到|慰问'
// What a person called 老余 or 小于 does.
const familiarActs =
  '说|告诉|笑|介绍|回忆|[一全]家|家[里的]|[把和在是就从也正却便总用有没不种养带对指每又想听看做当走拿接的]'

/** Our rules for surnames. */
export const surnameRules: readonly ContextRule[] = [
  // Places, not persons: 余姚市与余杭区.
  {forms: {余: '餘'}, before: '', after: '[姚杭庆江][市县区]'},
  // 他姓范; but 百姓于.
  {forms: {...namedSurnames, ...yu}, before: '(?<!百)姓', after: `${clauseEnd}|[的是和与]|名|，叫`},
  // 范文渊，男; 推选余建中为会长.
  {forms: namedSurnames, before: `${clauseStart}|${beforeName}`, after: '', givenName: 'any'},
  {
    forms: yu,
    before: clauseStart,
    after: `${notAfterYu}${han}{2}(?:${clauseEnd}|${actsOfName}|[说被因获男女为])`,
    givenName: 'no word',
  },
  {
    forms: yu,
    before: '叫|[原改化笔]名|推选|选举|当选|任命|聘[请任]|表彰|邀请|采访了?|看望',
    after: `${han}{1,2}(?:${clauseEnd}|${actsOfName}|[说被因获男女为的])`,
    givenName: 'any',
  },
  {
    forms: {...namedSurnames, ...yu},
    before: clauseStart,
    after: `${han}{1,2}[，,、][男女](?:${clauseEnd})`,
  },
  // 干永昌在任期间: rare, and a name beyond doubt.
  {forms: {干: '干'}, before: clauseStart, after: '', givenName: 'sure'},
  // 余、于两家: the first of them, and the last.
  {
    forms: {...surnames, ...yu},
    before: clauseStart,
    after: `(?:[、和]${han}){1,4}[两二三四五六]?(?:大?姓|家|氏)`,
  },
  {
    forms: {...surnames, ...yu},
    before: `${clauseStart}(?:${han}、){0,3}${han}[、和]`,
    after: `[两二三四五六](?:大?姓|家(?![公企医单银工商])|氏)`,
  },
  // 组织余绍华等人.
  {forms: surnames, before: `${han}${notBeforeSurname}`, after: notAfterSurname, givenName: 'sure'},
  // 老范, 养殖户老于说.
  {
    forms: {...surnames, 姜: '姜'},
    before: `(?:${clauseStart}|${persons}|[和与跟同给向对请问让叫是])[老小]`,
    after: `(?![围例畴文本地额热料层抹表声楼摆点片汤茶汁丝末块]|(?<=[钟姜])${clauseEnd})`,
  },
  {
    forms: yu,
    before: `(?:${clauseStart}|${persons})老|(?:${clauseStart}|${persons})小(?=于(?:说|告诉|笑|介绍|回忆|[一全]家))`,
    after: `(?:${familiarActs})`,
  },
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
  {forms: yu, before: `${persons}`, after: notAfterYu, givenName: 'no word'},
  // 民警于立新和辅警赶到.
  {forms: yu, before: persons, after: `${notAfterYu}${given}[和及与]`, givenName: 'any'},
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

/** Where a surname may stand that no rule tells. */
export const surnameDoubt: ContextRule = {
  forms: {...surnames, ...yu},
  before: `${persons}|${clauseStart}|${han}、`,
  after: `${notAfterYu}${notAfterSurname}${given}`,
}
