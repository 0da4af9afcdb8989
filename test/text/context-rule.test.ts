import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {createContextReader} from '../../src/text/context-rule.ts'
import {createConverter} from '../../src/text/converter.ts'
import {ownKnowledge} from '../../src/text/knowledge.ts'
import {contextRules} from '../../src/text/tables/context-rules.ts'
import {sequence} from '../support/random.ts'

const toTaiwan = createConverter('s2tw')

test.each([
  // A surname, by what stands before or after it.
  ['主任于伟主持会议', '主任于偉主持會議'],
  ['副县长于建军一行', '副縣長于建軍一行'],
  ['获奖教师于晓梅来自山区', '獲獎教師于曉梅來自山區'],
  ['张三、李四、于伟等出席', '張三、李四、于偉等出席'],
  ['责编：于敏', '責編：于敏'],
  ['于老师来了', '于老師來了'],
  ['于家村的饮水问题', '于家村的飲水問題'],
  ['记者余敏报道', '記者余敏報道'],
  ['余局长作了批示', '余局長作了批示'],
  ['县农业局余志强同志', '縣農業局余志強同志'],
  ['书记范立新讲话', '書記范立新講話'],
  ['模范范桂兰', '模範范桂蘭'],
  ['村民涂大勇', '村民涂大勇'],
  ['副局长的钟国栋，', '副局長的鍾國棟，'],
  ['民警于立新和辅警赶到', '民警于立新和輔警趕到'],
  ['后卫余浩远射得分', '後衛余浩遠射得分'],
  ['干永昌在任期间', '干永昌在任期間'],
  ['余、于两家比邻', '余、于兩家比鄰'],
  // The same characters as words.
  ['记者于当日和同事赶到', '記者於當日和同事趕到'],
  ['干建设工程的人', '幹建設工程的人'],
  ['由于伟大的祖国', '由於偉大的祖國'],
  ['代表于会前提交', '代表於會前提交'],
  ['申请人于收到通知之日起', '申請人於收到通知之日起'],
  ['干部于凌晨赶到', '幹部於凌晨趕到'],
  ['书记于2019年任职', '書記於2019年任職'],
  ['服务于民、于国于民', '服務於民、於國於民'],
  ['其余老师留下', '其餘老師留下'],
  ['二十余名代表', '二十餘名代表'],
  ['示范教师', '示範教師'],
  ['共有范围', '共有範圍'],
  ['没有余地。', '沒有餘地。'],
  ['余工程款未付', '餘工程款未付'],
  ['余总和余工来了', '余總和余工來了'],
  ['居民于社区登记', '居民於社區登記'],
  ['老人于家中去世', '老人於家中去世'],
  // A reading that somebody wrote.
  ['头发(fà)、发(fā)展', '頭髮(fà)、發(fā)展'],
  ['干（gān）净、干(gàn)部', '乾（gān）淨、幹(gàn)部'],
  // What is rolled up, rowed, written, emptied, forged.
  ['农膜三卷，档案三卷', '農膜三捲，檔案三卷'],
  ['皮划艇队划出了好成绩，划出红线', '皮划艇隊划出了好成績，劃出紅線'],
  ['编制了预算，编制数不变', '編製了預算，編制數不變'],
  ['此复。此复杂问题', '此覆。此複雜問題'],
  ['连干三杯，干三年', '連乾三杯，幹三年'],
  ['签字系他人伪造', '簽字係他人偽造'],
  ['只有一只能开', '只有一隻能開'],
  // Numbers.
  ['20只羊', '20隻羊'],
  ['应有二十五只，', '應有二十五隻，'],
  ['5000只发给群众', '5000只發給群眾'],
  ['排名第一只是开始', '排名第一只是開始'],
  ['离县城二十里', '離縣城二十里'],
  ['十几里山路', '十幾里山路'],
  ['二十里面有三个', '二十裡面有三個'],
  // 准, 系.
  ['未经批准不准动工', '未經批准不准動工'],
  ['数据测不准的', '數據測不準的'],
  ['火灾系电线老化所致', '火災係電線老化所致'],
  ['死者系本村村民', '死者係本村村民'],
  ['系好安全带', '繫好安全帶'],
  ['中文系主任', '中文系主任'],
  ['赵某系初次作案', '趙某係初次作案'],
  ['县中心医院系三级医院', '縣中心醫院係三級醫院'],
  ['枪支系自制，', '槍支係自製，'],
  ['直系亲属、学院系部', '直系親屬、學院系部'],
  ['土木工程系由三个教研室组成', '土木工程系由三個教研室組成'],
  ['一头系在腰间，一头系到树上', '一頭繫在腰間，一頭繫到樹上'],
  // Names by profession, in a given name, in a family history.
  ['工程师于和平在会上发言', '工程師于和平在會上發言'],
  ['快递员范小军、导游余晓红', '快遞員范小軍、導遊余曉紅'],
  ['教师范于民获奖', '教師范于民獲獎'],
  ['保洁员于大爷、范会计', '保潔員于大爺、范會計'],
  ['余氏宗祠、范氏族谱', '余氏宗祠、范氏族譜'],
  ['消费者于购物后退货', '消費者於購物後退貨'],
  ['劳动者于入职当日签字', '勞動者於入職當日簽字'],
  ['经营者于明年歇业', '經營者於明年歇業'],
  ['范例、范文、范本', '範例、範文、範本'],
  // Names at the head of a life, after a verb, after 姓, 老 and 小.
  ['范文渊，男，汉族', '范文淵，男，漢族'],
  ['余国栋，一九五八年毕业', '余國棟，一九五八年畢業'],
  ['姜桂兰，女，', '姜桂蘭，女，'],
  ['于大海，男，', '于大海，男，'],
  ['推选余建中为会长', '推選余建中為會長'],
  ['会议由范志强主持', '會議由范志強主持'],
  ['采访了于小兰，她原名于秀莲', '採訪了于小蘭，她原名于秀蓮'],
  ['组织余绍华等人，组织余款清收', '組織余紹華等人，組織餘款清收'],
  ['和游明辉一起', '和游明輝一起'],
  ['他姓范，我姓于，', '他姓范，我姓于，'],
  ['老范说，小于笑着说', '老范說，小于笑著說'],
  ['养殖户老于把鱼捞起', '養殖戶老于把魚撈起'],
  ['百姓于当天领到', '百姓於當天領到'],
  ['养老于法有据，数值小于十', '養老於法有據，數值小於十'],
  ['由余下的人完成，为余晖所染', '由餘下的人完成，為餘暉所染'],
  ['将范文发给学生', '將範文發給學生'],
  ['余杭区、余干县、郁金香', '餘杭區、餘干縣、鬱金香'],
  ['与游客交谈，游泳馆', '與遊客交談，游泳館'],
  ['于嘉靖年间重修，于清晨出发', '於嘉靖年間重修，於清晨出發'],
  // After money, days and dances; so many days; only.
  ['扣除500元后，30天后到期', '扣除500元後，30天後到期'],
  ['跳完舞后，建群后，皇后', '跳完舞後，建群後，皇后'],
  ['历时10余天', '歷時10餘天'],
  ['这只适用于党员，这只羊', '這只適用於黨員，這隻羊'],
  ['最多只需要三天', '最多只需要三天'],
  ['他干的活，土是干的', '他幹的活，土是乾的'],
  // Measures.
  ['走了四十五里，五六里', '走了四十五里，五六里'],
  ['三只手电筒，第一只篮子', '三隻手電筒，第一隻籃子'],
  ['演了几出戏，这出话剧', '演了幾齣戲，這齣話劇'],
  ['三出大戏，演出三场', '三齣大戲，演出三場'],
  ['一出戏院就下雨', '一出戲院就下雨'],
  ['买茶几十斤，摆茶几一张', '買茶幾十斤，擺茶几一張'],
  ['中秋千余人赏月，荡秋千', '中秋千餘人賞月，盪鞦韆'],
  ['永安里小区、这里社区', '永安里小區、這裡社區'],
  ['把船系在避风塘，绳子系于腰间', '把船繫在避風塘，繩子繫於腰間'],
  ['把中文系在校生名单报来', '把中文系在校生名單報來'],
  ['碑文系清代进士所撰', '碑文係清代進士所撰'],
  ['疫情系食用四季豆所致，水系污染所致', '疫情係食用四季豆所致，水系汙染所致'],
  ['他系县民政局干部，他系好鞋带', '他係縣民政局幹部，他繫好鞋帶'],
  ['余姚市与余杭区，余姚梅说', '餘姚市與餘杭區，余姚梅說'],
  ['各厅局限期报送，局限于一地', '各廳局限期報送，侷限於一地'],
  ['家里的表走得不准，今年谷价', '家裡的錶走得不準，今年穀價'],
  // Ginger among what it is sold with; hair in a name.
  ['葱、姜、蒜，姜蒜切片，姜主任', '蔥、薑、蒜，薑蒜切片，姜主任'],
  ['战士胡长发讲述，村民李金发', '戰士胡長發講述，村民李金發'],
  ['演员王长发及腰，一头长发', '演員王長髮及腰，一頭長髮'],
  ['该县水系治理，该校体系完整', '該縣水系治理，該校體系完整'],
  ['一干就是十年', '一幹就是十年'],
  ['镇里约三百户，村里程老师', '鎮裡約三百戶，村裡程老師'],
  // To say, to be dry, short names.
  ['古人云，民为邦本', '古人云，民為邦本'],
  ['天上的云，云层厚', '天上的雲，雲層厚'],
  ['汗水流了又干，衣服干了', '汗水流了又乾，衣服乾了'],
  ['贵阳简称筑，', '貴陽簡稱筑，'],
])('writes %s as %s', (simplified, traditional) => {
  expect(toTaiwan(simplified)).toBe(traditional)
})

test('what a rule gives is the same in every traditional edition', () => {
  const results = new Set(contextRules.flatMap(({forms}) => Object.values(forms)))
  expect(results.size).toBeGreaterThan(8)
  for (const name of ['t2tw', 't2hk'] as const) {
    const convert = createConverter(name)
    expect([...results].filter((result) => convert(result) !== result)).toEqual([])
  }
})

test('the first rule that fits decides, and each character once', () => {
  const read = createContextReader([
    {forms: {于: '甲'}, before: '主任', after: ''},
    {forms: {于: '乙', 余: '丙'}, before: '', after: ''},
  ])
  expect(read('主任于余于')).toEqual([
    {offset: 2, result: '甲'},
    {offset: 3, result: '丙'},
    {offset: 4, result: '乙'},
  ])
  expect(read('')).toEqual([])
  expect(createContextReader([])('于')).toEqual([])
})

test('a sentence comes out the same whatever stands around it', () => {
  const sentences = ['official-prose', 'everyday-prose', 'varied-prose'].flatMap((list) =>
    readFileSync(`test/cases/${list}.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t', 1)[0]!),
  )
  const {pick} = sequence(33)
  for (let count = 0; count < 500; count++) {
    const three = [pick(sentences), pick(sentences), pick(sentences)]
    expect(toTaiwan(three.join(''))).toBe(three.map(toTaiwan).join(''))
  }
})

test('the rules speak of simplified text only', () => {
  expect(ownKnowledge().rules.length).toBeGreaterThan(10)
  expect(createConverter('t2tw')('主任於偉')).toBe('主任於偉')
})
