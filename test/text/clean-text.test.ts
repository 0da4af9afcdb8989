import {expect, test} from 'vitest'
import {normaliseDocument} from '../../src/text/normalise.ts'
import {type RandomSequence, sequence} from '../support/random.ts'

/** Lines as they stand in clean official texts, one kind of trouble each. */
const lines: Readonly<Record<'hans' | 'hant-tw' | 'hant-hk', readonly string[]>> = {
  hans: [
    '——一是抓落实；二是抓整改……三是见成效。',
    '“十四五”期间，“两新”（新经济组织、新社会组织）党建全覆盖。',
    '他问：“你来吗？”“来！”他说：‘好’字写得不错。',
    '《〈管理办法〉解读》《关于印发〈云溪市“五老”工作办法〉的通知》',
    'GDP同比增长5.2%，CPI上涨0.3%；R&D经费占比2.6%，PM2.5为35μg/m³，0.5‰、-3℃、＞60%。',
    'COVID-19、5G+工业互联网、“互联网+”、“Wi-Fi 6”、C919大飞机、C++语言、A/B测试',
    '2023.5.15—2023.6.1，上午9:00-11:30，下午14:00—16:30，9:00～11:30',
    '第29、30条；第3—5页；约1～2小时、20%～30%；比分3∶2，比例3:2，占1/3，1:10000',
    '附件：1. 名单；2. 表格\n1）总则\n（2）分则\n①目标②任务\n1.1 总体要求\n1.1.1 指导思想',
    '咨询电话：(0571)12345678，0571-12345678转801；邮编：310000',
    '网址：https://www.yunxi.example.cn/a/b?c=1,2&d=(3)#e；邮箱：a.b@yunxi.example.cn、c@d.cn。',
    '云政办〔2023〕5号（ISBN 978-7-5000-0000-0，定价：38.00元）',
    '与ABC Co., Ltd.签约，见 RFC 2616, section 3.2，No.1，e.g. 云溪',
    '函数f(x)=x^2，若a+b=c，则f(x,y)成立；iPhone 15（128GB）',
    '张三（男，1980年生，汉族），王某某、李某（化名）；责任编辑：张三　校对：李四',
    '□是 □否　√ 已完成 × 未完成 ★ 重点 → 点击“报名”→ 提交 :-)',
    '请见报名表.docx、《填写说明.docx》和图片14.png，运行`a,b(c)`。',
    'The 14th Five-Year Plan (2021-2025) was adopted; "yes," he said: it\'s fine.',
    '序号 姓名 1,209 12.5\n甲 乙 丙 丁 12 34,567 8.9',
    '卡尔·马克思，二〇一〇年十一月一日，李○○，谢谢:-)',
  ],
  'hant-tw': [
    '主旨：公告本縣113年度「樂齡學習」計畫，請查照。',
    '依據：示例縣政府中華民國113年5月15日示府教字第1130001234號函。',
    '他說：「我問她：『為什麼？』她笑著說：『沒事！』」',
    '報名表（附件1）請於5月31日前寄至 service@example.com，或洽(02)1234-5678分機123。',
    '《紅樓夢》、〈春曉〉；新臺幣100元、NT$1,200；增加12.5%（較去年同期）。',
    '馬可‧波羅遊記、二○二三年五月十五日；',
    '里長表示，裡面的設備已經更新，民眾可以多加利用……',
    '時間：113年6月1日（星期六）上午9:00-11:30；地點：示例鄉公所3樓。',
    '依 ISO 9001:2015、CNS 12345 辦理，詳見 https://www.example.com/a?b=1。',
  ],
  'hant-hk': [
    '示例區民政事務處今日（五月十五日）宣布，屋邨遊園會如期舉行。',
    '「裏面很熱鬧，」一位街坊說，「孩子們跟着長者學剪紙。」',
    '查詢請致電2123 4567或(852) 2123 4568，或電郵至 info@example.com。',
    '活動時間為下午二時至六時，費用全免；港幣20元押金即場退還。',
    '「一個夏日‧一條溪」攝影展；約翰‧史密斯先生；二○一四至二○一六年度。',
    '衞生署署理助理署長出席，並參觀東綫巴士總站。',
    '詳情見《示例區二○二三年工作計劃》（第3版），第12至15頁。',
  ],
}

test.each(Object.entries(lines).flatMap(([script, all]) => all.map((line) => [script, line])))(
  'a clean line in %s is not touched: %s',
  (script, line) => {
    expect(changesTo([line], script)).toEqual([])
  },
)

test('a clean document of any lines in any order is not touched', () => {
  const random = sequence(834)
  const documents = Array.from({length: 400}, () => {
    const script = random.pick(['hans', 'hant-tw', 'hant-hk'] as const)
    const texts = Array.from({length: 1 + random.below(6)}, () => random.pick(lines[script]))
    return {script, texts}
  })
  const touched = documents.filter(({script, texts}) => changesTo(texts, script).length > 0)
  expect(touched).toEqual([])
})

test('clean clauses stay clean however they are joined', () => {
  const random = sequence(1911)
  const texts = Array.from({length: 4_000}, () => sentences(random))
  expect(texts.filter((text) => changesTo([text], 'hans').length > 0)).toEqual([])
})

test('in typed text only widths and blanks are made right', () => {
  const random = sequence(606)
  const wide = (text: string): string =>
    text.replace(/[\dA-Za-z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
  const plain = ['会议召开', '增长12个', 'A座301室', '共5人参加', '第3届']
  const texts = Array.from({length: 1_000}, () => {
    const clauses = Array.from({length: 1 + random.below(5)}, () => random.pick(plain))
    const typed = clauses.map((clause) => (random.below(2) === 0 ? wide(clause) : clause))
    const gap = random.pick(['，', ' ，', '， ', '　，'])
    return {clean: `${clauses.join('，')}。`, typed: `　　${typed.join(gap)}。`}
  })
  const repaired = texts.map(({typed}) =>
    normaliseDocument([{text: typed, isLabel: false}], 'hans'),
  )
  expect(repaired.map((document) => document.texts[0]?.text)).toEqual(texts.map(({clean}) => clean))
  const rules = repaired.flatMap(({stages}) =>
    stages.filter(({results}) => results.some(({edits}) => edits.length > 0)).map(({rule}) => rule),
  )
  expect(new Set(rules)).toEqual(new Set(['width', 'spaces']))
})

/** One to six sentences of proper punctuation, with quotations, brackets, numbers and Latin in them. */
function sentences(random: RandomSequence): string {
  const words = [
    '会议',
    '各单位',
    '12.5%',
    '3:2',
    'GDP',
    '5月15日',
    'Wi-Fi',
    '云溪市',
    '第3项',
    '他',
  ]
  const clause = (depth: number): string => {
    const inner =
      depth > 0 ? [() => `“${clause(0)}”`, () => `（${clause(0)}）`, () => `《${clause(0)}》`] : []
    const parts = Array.from({length: 1 + random.below(3)}, () => {
      const kind = random.below(8)
      return inner[kind]?.() ?? random.pick(words)
    })
    return `会${parts.join('和')}好`
  }
  const count = 1 + random.below(6)
  return Array.from({length: count}, () => {
    const clauses = Array.from({length: 1 + random.below(3)}, () => clause(2))
    return (
      clauses.join(random.pick(['，', '、', '；', '：', '——'])) +
      random.pick(['。', '！', '……', '！——'])
    )
  }).join('')
}

/** What any rule would change in a document: the rule, and what it would put for what. */
function changesTo(texts: readonly string[], script: string): readonly string[] {
  const document = normaliseDocument(texts.map((text) => ({text, isLabel: false})))
  const edits = document.stages.flatMap(({results}) => results.flatMap((result) => result.edits))
  const changes = edits.map(({rule, before, after}) => `${rule}: ${before} → ${after}`)
  const expected = script === 'hans' ? ['hans'] : ['hant-tw', 'hant-hk']
  return expected.includes(document.script) ? changes : [...changes, `taken for ${document.script}`]
}
