import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {createConverter} from '../../src/text/converter.ts'
import {detectScript, isPlainlySimplified} from '../../src/text/source-script.ts'

function readFixture(name: string): string {
  return readFileSync(new URL(`../fixtures/meeting-article.${name}.txt`, import.meta.url), 'utf8')
}

const hans = [
  '区委书记在会议上强调，要认真学习，抓好落实，为群众办实事，发挥老干部的作用。',
  '后勤保障组负责里外联系，干部群众一同准备，只争朝夕，征程万里。',
  '通知',
  '',
  'Dibao 0.1',
  '二〇二三年五月十五日',
]

// Real Taiwan prose has both forms of many characters; none of them proves a machine.
const taiwan = [
  '市政府於週三舉行記者會，說明台灣燈會籌備情形，並邀請民眾踴躍參加，現場設有服務臺與舞台。',
  '教育部公佈本學年度預算，佔總額百分之三，床位與群體宿舍優先分配，秘書處彙整各校意見後公布。',
  '姓范的里長、姓余的鄰長與姓沈、姓岩、姓涂、姓于的代表出席，鍾、姜、游、卜各姓同聲祝賀。',
  '他只吃了一只雞，才知道天才志願兵的志氣；采風隊采集民歌，升旗典禮升起國旗，昆蟲館與崑曲團同場。',
  '塗裝與涂料、糊塗與胡涂；周末與週末；占領與佔領；布置與佈置；吊唁與弔唁；岩石與巖石；杰出與傑出。',
  '干擾、若干、干涉、干預、相干都是常用詞，太后與皇后、公里與鄰里、山谷與穀物、丑角與醜聞也是。',
  '經濟部表示，面對情勢將以積極作為因應；系統整合、關係企業、聯繫窗口均已就緒，制度與製造並重。',
  '著作權法修正草案；沿著道路前進；顯著提升；幾乎、茶几；借鏡、借鑒、借鑑；鑒於；制服、複製、恢復、答覆。',
  '曆法、歷史；準備、批准；捨棄、宿舍；徵收、長征；鬱悶、濃郁；嚮往、方向；籲請、長吁短嘆；徵文、遠征。',
  '秘魯、神祕；跡象、事蹟、古迹；粧點、化妝；鬥爭、北斗；盪漾、掃蕩；託付、拖欠、托兒所；游泳、遊戲。',
  '污染防治、溼地與濕地、洩漏與泄漏、煙害與菸害、屋簷與屋檐，本局將持續關注並適時說明。',
]

const hongKong = [
  '行政長官在記者會上表示，政府會着力改善民生，加強與內地的聯繫，為市民提供優質服務。',
  '教育局公布，裏外一致，為學生提供津貼，說明會於下週舉行，衞生署提醒市民注意，台灣旅客亦可參加。',
  '天文台發出警告，峯面抵達，線路受阻，秘書處發布消息，羣體亦參與，床位充足，才能應付。',
  '税務局就修例作説明，鋭意在今年內完成，閲讀文件的市民無須登記。',
]

const pseudo = [
  '市委老干部局召開會議，傳達學習精神，發揮余熱，成立于2003年，加強聯系，主持會議并講話。',
  '區政府辦公室制作展板，系統學習，干部群眾積極參與，后勤保障到位，回復群眾來信。',
  '會議強調，要發揮銀發力量，五老志愿者參與其中，加強領導干部作風建設。',
]

describe.each([
  ['hans', hans],
  ['hant-tw', taiwan],
  ['hant-hk', hongKong],
  ['pseudo-hant', pseudo],
] as const)('%s', (script, texts) => {
  test.each(texts)('%s', (text) => {
    expect(detectScript([text]).script).toBe(script)
  })

  test('all of them as one document', () => {
    expect(detectScript(texts).script).toBe(script)
    expect(detectScript([texts.join('\n')])).toEqual(detectScript(texts))
  })
})

test.each([
  ['区委书记主持会议。人大常委会主任出席。會議傳達學習精神，各單位要認真貫徹落實。', 'mixed'],
  ['區委書記主持會議，引用“国、区”两字。', 'mixed'],
  // A single traditional name in simplified text is a quotation.
  ['区委书记主持会议，认真学习贯彻落实各项决策部署，参观“國”字展览，听取汇报。', 'hans'],
])('%s is %s', (text, script) => {
  expect(detectScript([text]).script).toBe(script)
})

test.each([
  ['区委召开会议', 'hans'],
  ['區委召開會議', 'hant-tw'],
  ['關於開展工作的通知', 'hant-tw'],
  ['關于開展工作的通知', 'hant-tw'],
  ['台灣參訪團', 'hant-tw'],
  ['裡面', 'hant-tw'],
  ['裏面', 'hant-hk'],
  ['里面', 'hans'],
])('the title %s alone is %s', (title, script) => {
  expect(detectScript([title]).script).toBe(script)
})

test.each([
  ['本里訂於十二日上午九時辦理環境清潔日，請各鄰里民踴躍參加，洽里辦公處。', 'hant-tw'],
  ['主旨：公告本縣示例鄉公所停車場暫停開放，113年6月1日起恢復。', 'hant-tw'],
  ['國小學童放學時段，請駕駛人放慢速度，本府將加派志工維護交通。', 'hant-tw'],
  ['示例區議會將於星期日舉行嘉年華，市民可免費入場，查詢請致電民政事務處。', 'hant-hk'],
  ['屋邨範圍內單車徑暫停使用，街坊毋須預約，的士站照常運作。', 'hant-hk'],
  ['運輸署署理署長表示，巴士服務維持正常，乘客請留意站內廣播。', 'hant-hk'],
  // A page of Hong Kong typed with Taiwan's forms.
  ['特區政府鼓勵市民參與，標誌著屋邨更新計劃正式展開，區議員到場支持。', 'hant-hk'],
  // Nothing tells: the text stays as it is in the edition that most readers are given.
  ['圖書館開放時間自即日起調整，請讀者留意。', 'hant-tw'],
])('a short notice, %s, is %s', (text, script) => {
  expect(detectScript([text]).script).toBe(script)
})

test.each([
  '用户須繳税，溫度即温度；脱鞋入內，閲覽室説明見下，銀行存户請留意。',
  '雇主應採取措施追踪進度，爐灶與掛鐘各一，群眾在床邊圍坐。',
  '會場掛出「国」字橫幅。',
])('what both scripts have, or a single quoted character, makes no mixture: %s', (text) => {
  expect(detectScript([text]).script).toMatch(/^hant-/)
})

test.each([
  // OpenCC's own forms, two kinds of them.
  '爲進一步做好羣衆工作，各單位要認真組織，按時上報。',
  // One trace beside the words of mainland institutions.
  '區委書記要求各村委會及時聯系群眾，認真組織學習。',
  '各街道要認真組織青年幹部學習，批準后續事項。',
])('a machine made %s', (text) => {
  expect(detectScript([text]).script).toBe('pseudo-hant')
})

test('the mainland may be spoken of, and its quotation marks used, in proper characters', () => {
  const visit = '市委書記會見訪問團，介紹“新時代”少先隊和共青團的工作，並贈送視頻資料。'
  expect(detectScript([visit]).script).toBe('hant-tw')
  expect(detectScript([visit.replace('並', '并')]).script).toBe('pseudo-hant')
})

test('words of a region stand against a slip, and a machine that speaks of a region does not hide', () => {
  const slips = '區委書記聯系里長與鄉公所，說明民國113年計畫。'
  expect(detectScript([slips]).script).toBe('hant-tw')
  const visit = '老干部一行成立于去年的聯系組到香港參訪，發揮余熱，與青年座談。'
  expect(detectScript([visit]).script).toBe('pseudo-hant')
})

test('tells what a decision rests on, with a few examples each once', () => {
  const nothing = {count: 0, examples: []}
  expect(detectScript(['老干部成立于處所，臺北里長', '干部說着'])).toEqual({
    script: 'pseudo-hant',
    traditional: 4,
    simplified: nothing,
    marks: {
      glosses: nothing,
      traces: {count: 3, examples: ['干部', '立于']},
      machineForms: nothing,
      mainland: {count: 2, examples: ['老干部', '干部']},
      taiwan: {forms: {count: 1, examples: ['臺']}, words: {count: 1, examples: ['里長']}},
      hongKong: {forms: {count: 1, examples: ['着']}, words: nothing},
    },
  })
  expect(detectScript(['区委区政府召开会议'])).toEqual({
    script: 'hans',
    traditional: 0,
    simplified: {count: 5, examples: ['区', '开', '会', '议']},
    marks: undefined,
  })
})

test('a traditional text that readings were taken out of is no one’s own', () => {
  const text = '臺北里長說明裡面的情況'
  expect(detectScript([text]).script).toBe('hant-tw')
  expect(detectScript([text], ['(lǐ)'])).toMatchObject({
    script: 'pseudo-hant',
    marks: {glosses: {count: 1, examples: ['(lǐ)']}},
  })
  expect(detectScript(['台北里长说明里面的情况'], ['(lǐ)']).script).toBe('hans')
})

test('the meeting article was converted by a machine, its repaired texts were not', () => {
  const {script, traditional, simplified, marks} = detectScript([
    readFixture('raw').replace(/\([a-zà-ǜ]+\)/g, ''),
  ])
  expect({script, traditional, simplified}).toEqual({
    script: 'pseudo-hant',
    traditional: 396,
    simplified: {count: 1, examples: ['并']},
  })
  expect(marks?.traces).toEqual({count: 6, examples: ['干部', '立于', '志愿', '銀發']})
  expect(detectScript([readFixture('hans')]).script).toBe('hans')
  expect(detectScript([readFixture('hant-tw')]).script).toBe('hant-tw')
})

test('a long text stays genuine with a few slips, and a short one does not', () => {
  const [slips = ''] = pseudo
  const long = readFixture('hant-tw').repeat(3)
  expect(detectScript([long, slips]).script).toBe('hant-tw')
  expect(detectScript([taiwan[0]!, slips]).script).toBe('pseudo-hant')
})

test.each([
  ['s2tw', 'hant-tw'],
  ['s2hk', 'hant-hk'],
] as const)('what %s writes is taken for what it is', (name, script) => {
  const text = `${readFixture('hans')}沿着里面的道路，说明税务。`
  expect(detectScript([createConverter(name)(text)]).script).toBe(script)
})

const gold = readFileSync('test/cases/official-prose.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))

test.each([20, 40, 80, 200])(
  'no stretch of %i characters of proper traditional prose is sent back',
  (length) => {
    const proper = gold.map(([, traditional]) => traditional).join('')
    const hongKongProse = createConverter('s2hk')(gold.map(([simplified]) => simplified).join(''))
    const pieces = [proper, hongKongProse].flatMap((text) => stretches(text, length))
    const scripts = pieces.map((piece) => detectScript([piece]).script)
    expect(scripts.filter((script) => script === 'pseudo-hant' || script === 'mixed')).toEqual([])
    expect(scripts.filter((script) => script.startsWith('hant')).length).toBeGreaterThan(50)
  },
)

function stretches(text: string, length: number): readonly string[] {
  const starts = Array.from(
    {length: Math.floor(text.length / length)},
    (_, index) => index * length,
  )
  return starts.map((start) => text.slice(start, start + length))
}

test.each([
  ['区委', true],
  ['區委', false],
  ['区委區', false],
  ['后台', false],
  ['', false],
])('whether %j is plainly simplified: %s', (name, expected) => {
  expect(isPlainlySimplified(name)).toBe(expected)
})
