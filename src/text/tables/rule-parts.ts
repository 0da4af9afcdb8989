// What the rules for single characters are put together from: sources of regular expressions.

/** A person by office, profession or place in life; many end in a character that says so. */
export const persons = endingFast(
  '书记|主任|主席|委员|代表|秘书|[部局处科厅院校所站队组行区县市镇乡村州省会社团连营班馆厂场店庭园庄寨道线片段台船机警组][长長]|' +
    '经理|董事|理事|监事|干事|执事|总监|主管|专员|参事|领事|大使|监理|总编|编剧|编导|制片|出纳|会计|' +
    '(?<![动满全缺减超裁复幅])员|(?<![或前后再])者|(?:工程|设计|会计|评估|造价|建造|规划|农艺|畜牧|兽医|经济|统计|审计|营养|' +
    '咨询|心理|美术|摄影|化妆|美容|理发|按摩|魔术|面点|茶艺|剪辑|录音|灯光|宣讲|培训|厨|技|药|医|护|教|律|讲|导|牧|法|大|老|琴|鼓)师|' +
    '教授|院士|博士|硕士|护士|医生|大夫|法官|检察官|法医|警官|民警|辅警|交警|特警|干警|刑警|片警|导演|选手|教练|司机|船工|舵手|' +
    '(?:职|员|民|技|木|瓦|电|焊|钳|矿|护|社|义|石|长|船|花|杂|校|绣|陶)工|(?:工|木|石|铁|铜|瓦|篾|漆|画|皮)匠|' +
    '(?:作|画|书法|专|音乐|舞蹈|作曲|剧作|评论|收藏|企业|科学|史学|歌唱|艺术|雕塑|摄影|实业|慈善)家|学家|导游|歌手|诗人|学者|乐手|鼓手|' +
    '后卫|前锋|中锋|前卫|门将|主帅|名将|小将|老将|宿将|国手|[棋拳骑车旗鼓歌鼓舵水猎枪炮号射]手|[中西名军村校]医|名家|名角|名师|' +
    '其[子女父母妻夫弟兄妹孙]|[长次幼养独][子女]|弟子|传人|徒弟|学徒|武生|花旦|老生|小生|青衣|丑角|班主|' +
    '同志|先生|女士|师傅|学生|同学|考生|新生|研究生|大学生|毕业生|实习生|留学生|居民|村民|农民|渔民|牧民|市民|网民|选民|移民|股民|' +
    '[责言持办头始承理疑告请事受害资护证选荐绍伙驶诉保权务]人|' +
    '模范|标兵|能手|先锋|患者|病人|家长|群众|店主|摊主|车主|船主|老板|房东|户主|业主|业户|[农商殖植困]户|工人|军人|老人|盲人|诗人|艺人|猎人|' +
    '老汉|大爷|大妈|大叔|阿姨|奶奶|爷爷|外公|外婆|伯伯|叔叔|小伙|小伙子|姑娘|青年|少年|男子|女子|男孩|女孩|男童|女童|' +
    '侨胞|台胞|侨眷|烈属|军属|子弟|儿子|女儿|妻子|丈夫|父亲|母亲|弟弟|妹妹|哥哥|姐姐|儿媳|媳妇|女婿|孙子|孙女|外甥|侄子|侄女|爱人|裁判|校友|老乡|乡贤|' +
    '战士|烈士|勇士|老兵|新兵|士兵|退伍兵|政委|司令|支书|副职|助理|顾问|警长|巡警|房客|乘客|旅客|顾客|租客|游客|保安|保姆|月嫂',
)

/** What stands behind a name: offices and ways to address somebody. */
export const titles =
  '书记|主任|主席|委员|代表|[部局处科厅院校所站队组区县市镇乡村馆园厂店社警连排]长|经理|董事|总监|会计(?![师年准制])|出纳|干事|秘书|助理|' +
  '院士|博士|教练|导演|编辑|记者|司机|支书|政委|大使|参事|检察官|法医|药师|护士|技师|工程师|总(?![额数量计和体结值共])|工(?![程作资业期地人厂会序])|教授|老师|医生|大夫|律师|法官|警官|' +
  '先生|女士|同志|师傅|老|叔|伯|婶|嫂|哥|姐|大爷|大妈|大姐|大哥|大嫂|阿姨|奶奶|爷爷'

/** The beginning of a clause … */
export const clauseStart = '(?:^|[，。；：、！？“”（）《》「」\\s,;:!?()])'

/** … and the end. */
export const clauseEnd = '(?:$|[，。；：、！？“”（）《》「」\\s,;:!?()])'

/** A Chinese character, of those that news is written with. */
export const han = '[\\u4e00-\\u9fff]'

/** What may be a given name, by its length. */
export const given = `${han}{1,2}`

/** The surnames that are met most. */
export const commonSurnames =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田任姜范方石姚谭廖' +
  '邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]'

/**
 * Alternatives to be looked for before a character. Their last characters come first, in a class of
 * their own, so that a place where none of them stands costs one look.
 */
export function endingFast(alternatives: string): string {
  const lasts = alternatives
    .replace(/\(\?[^)]*\)/g, '')
    .split('|')
    .map((word) => /\[([^\]]+)\]$/.exec(word)?.[1] ?? word.at(-1)!)
  // What looks back reads from right to left.
  return `(?:${alternatives})(?<=[${[...new Set(lasts.join(''))].join('')}])`
}
