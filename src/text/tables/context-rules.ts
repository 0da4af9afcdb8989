import type {ContextRule} from '../context-rule.ts'
import {readingRules} from './reading-rules.ts'
import {
  clauseEnd,
  clauseStart,
  commonSurnames,
  endingFast,
  han,
  persons,
  titles,
} from './rule-parts.ts'
import {surnameDoubt, surnameRules} from './surname-rules.ts'

const numeral = '[\\d一二两三四五六七八九十百千万亿几]'
// After these 只 is "only", whatever stands before.
const onlyBefore =
  '[能有要是会可需须为用在限剩占够因见凭靠对向想做办供许准得求讲看说知顾管收发写填应作被由从当差好此不凡及负接受' +
  '允保打开招设算适提针增减降升涨跌获完进出参到给让把将听按以足]'

// What is counted with 隻: animals, limbs, vessels, one of a pair, small things.
const countedWithZhi =
  '[羊牛猪鸡鸭鹅狗猫鸟兔虎豹熊鹿猴鹤雀燕鹰蛙龟蟹虾蝉蝶蜂鼠狼狐鹭雁鹳鸽犬' +
  '手脚眼耳臂腿翅碗杯盘碟盆桶罐瓶壶锅缸箱盒篮筐篓袋囊笼船艇鞋靴袜灯铃鼓枕瓮坛戒镯箭哨]'

const rolledUp =
  '(?:[农地薄棚塑料]膜|胶带|胶布|[电网光]线|电缆|光缆|布料|布匹|纱布|绷带|卫生纸|壁纸|地毯|铁丝|钢丝|油毡|围网|胶卷)'

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
  // 只有一只能开: the first 只 has said "only".
  {forms: {只: '隻'}, before: `[只仅][有剩]${numeral}`, after: '[能可会]'},
  // What is sold by the roll: 农膜三卷, 两卷胶带.
  {
    forms: {卷: '捲'},
    before: `${rolledUp}${numeral}{1,4}|${numeral}(?=卷${rolledUp})`,
    after: '',
  },
  // A distance: 20里, 几十里, 五里路.
  {
    forms: {里: '里'},
    before: `\\d\\s?|[\\d一二两三四五六七八九十百千万几数上][十百千万]|[十百千][一二三四五六七八九]|[二三四五六七八九][三四五六七八九]|[十百千万][余多几]|${numeral}[余多]?(?=里(?:路|地|外|长|远|内|坡|山|河|堤|水))`,
    after: '(?![面边头不没包含])',
  },
  // After so much money or so many days: 500元后, 30天后, not a queen; and so many of them: 10余天.
  {
    forms: {后: '後'},
    before: `(?:${numeral}|[半多两余])\\s?[元天]|[跳起]完?舞`,
    after: '',
  },
  {forms: {余: '餘'}, before: '\\d\\s?', after: '[天车男]'},
  // 这只适用于, 最多只需要.
  {
    forms: {只: '只'},
    before: '[这那]|[最至][多少]',
    after:
      '(?:适用|限|需|要|能|会|接受|收|包括|涉及|占|用|针对|代表|说明|为|对|算|准|许|允许|考虑|关注|解决|影响|改变)',
  },
  // The lid of a watch that was spoken of.
  {
    forms: {表: '錶'},
    before: '[怀手腕](?:表|錶)[^。！？]{1,20}',
    after: '(?:盖|壳|链|针|带)(?!章)',
  },
  // 家里的表走得不准.
  {forms: {表: '錶'}, before: '[的块只这那]', after: '走(?:得|时|慢|快|准)'},
  // An office, and what it may not go beyond: 各厅局限期报送.
  {forms: {局: '局'}, before: '[厅各该本我分市县省区]', after: '限[期时令额]'},
  // A neighbourhood: 永安里小区.
  {
    forms: {里: '里'},
    before: `${han}(?<![这那哪村城镇市县区校园乡街院家楼巷店厂心])`,
    after: '(?:小区|社区|胡同|弄堂|菜市场|派出所)',
  },
  // Inside an office: 镇里约三百户, 村里程老师.
  {
    forms: {里: '裡'},
    before: '[村镇乡县市区校院厂店]',
    after: `(?:约(?!热)|程(?:${titles}))`,
  },
  // Tea is weighed, tables are counted: 买茶几十斤.
  {forms: {几: '幾'}, before: '茶', after: '[十百千万]*[多余]?(?:斤|两|公斤|千克|吨|担)'},
  // 中秋千余人: people, not a swing.
  {forms: {千: '千'}, before: '[中立今去金年月初深]秋', after: '(?:[余多]?[名人户家位]|余)'},
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
// 体系, 水系, 中文系 and the like are words of their own.
const notWordWithXi = '(?<![体水派谱根世直嫡母父星语菜联关维干院山河文学科程品株息统技律术理化])'
const notAfterXi = '(?![统列主数办里友别谱副党科所着好紧上在部级])'

// What is written or put together from many parts: 编制了手册, 编制应急预案.
const compiled =
  '规划|方案|预案|预算|决算|计划|报告|手册|指南|目录|清单|名录|教材|标准|规程|规范|导则|大纲|要点|年报|图集|地图|图则|概算|说明书|设计|报表|表格|索引|年鉴'

const verbRules: readonly ContextRule[] = [
  {
    forms: {制: '製'},
    before: '编',
    after: `(?:了|出|完成|完毕|(?!管理|标准|规划|[办数员委外内核限])[《“]?${han}{0,8}(?:${compiled}))`,
  },
  // At the end of a reply: 此复.
  {forms: {复: '覆'}, before: `${clauseStart}[特专]?此`, after: clauseEnd},
  // To empty a cup: 连干三杯.
  {forms: {干: '乾'}, before: '', after: `了?${numeral}大?[杯碗盅](?!部)`},
  // To row: 皮划艇队划出了最好成绩.
  {
    forms: {划: '划'},
    before: '(?:龙舟|赛艇|划艇|小船|木船|竹筏|桨手?)[^，。；！？]{0,12}',
    after: '[出进到过完了着向得至]',
  },
  // 签字系他人伪造.
  {
    forms: {系: '係'},
    before: `${notWordWithXi}${han}`,
    after: '(?:他人|本人|其本?人?)(?:所|代|伪造|冒用|冒充|签|编造|盗用|捏造)',
  },
  // To be, in findings.
  {
    forms: {系: '係'},
    before: `${foundToBe}|(?:该${han}{1,3}|上述${han}{2})${notWordWithXi}`,
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
  // 他系县民政局干部.
  {
    forms: {系: '係'},
    before: `${clauseStart}[他她]`,
    after: '(?:[该本某我原][^，。]|[省市县区镇乡村]|[一二两三]名|退休|在[职编读]|现役|由|因|被)',
  },
  // 疫情系食用四季豆所致.
  {
    forms: {系: '係'},
    before: `${han}${notWordWithXi}`,
    after: `${notAfterXi}[^，。；：、！？\\s]{2,16}(?:所致|所为|引[起发])${clauseEnd}`,
  },
  // 碑文系清代进士所撰.
  {
    forms: {系: '係'},
    before: `${han}{2}`,
    after: `(?:[汉唐宋元明清][朝代初末]|民国|清末|当[地时年]|后人|前人|今人|匠人)${han}{0,8}(?:[所撰书刻铸建造修制立作绘题写刊]|遗[存物址])`,
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
  // 把船系在避风塘, 绳子系于腰间.
  {
    forms: {系: '繫'},
    before: `(?:[把将用被][^，。；]{1,6}${notWordWithXi}|[绳索带巾布条线丝筏船艇舟马牛羊驴狗灯笼球铃结]|(?<![联维关])[紧牢绑])`,
    after: '(?:在(?![校编职读籍建])|[到于住着紧牢好上了]|成(?!员))',
  },
  // Ginger among what it is sold with: 葱、姜、蒜.
  {forms: {姜: '薑'}, before: '[葱蒜椒]、?', after: ''},
  {forms: {姜: '薑'}, before: '', after: '、?[葱蒜椒]'},
  // 老战士胡长发, 村民李金发: what is hair elsewhere, in a name.
  {
    forms: {发: '發'},
    before: `${persons}${commonSurnames}[长金]`,
    after: '(?![的如披飘及丝])',
  },
  // To do: 一干就是十年.
  {forms: {干: '幹'}, before: '一', after: '(?:就是|便是|到底)'},
  // To say: 古人云，….
  {
    forms: {云: '云'},
    before:
      '(?:古人|古语|俗话|俗语|谚语|古谚|古诗|前人|先贤|先哲|圣人|老话|常言|诗|[书语谚诗古]有|》|联|赋|偈)',
    after: '[，：:,“「『]',
  },
  // The short names of 贵阳 and 沈阳.
  {forms: {筑: '筑', 沈: '瀋'}, before: '简称[“「]?', after: `${clauseEnd}|[或和]`},
  {
    forms: {干: '乾'},
    before: '(?:[土泥地路衣裳服被柴草河井塘墙叶沙]|[地路墙]面)(?:都|全|还|也)?是',
    after: '的',
  },
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
export const contextRules: readonly ContextRule[] = [
  ...readingRules,
  ...surnameRules,
  ...measureRules,
  ...verbRules,
]

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
  surnameDoubt,
  {forms: alone, before: '', after: `(?!${titles})`},
]

/** The same for places that stay in doubt whatever word holds the character: 3只能繁育的. */
export const openDoubts: readonly ContextRule[] = [
  {forms: {只: '隻'}, before: `${numeral}\\s?`, after: '[能可供用收发在需]'},
]
