import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {createConverter} from '../../src/text/converter.ts'
import {machineTraces} from '../../src/text/tables/machine-traces.ts'

/** For each pattern in its order: what a machine leaves, and proper text that comes near. */
const examples: readonly (readonly [left: readonly string[], proper: readonly string[]])[] = [
  [
    ['關于', '成立于', '位于山下'],
    ['姓于的代表', '于先生'],
  ],
  [
    ['聯系群眾', '關系到', '維系'],
    ['相關系列', '機關系統', '相關系所'],
  ],
  [['無干系'], ['干涉']],
  [
    ['係統', '體繫', '聯係'],
    ['關係統計', '體系', '大體係數'],
  ],
  [
    ['老干部', '骨干', '干勁', '實干', '干群關係'],
    ['若干部門', '幹部', '若干'],
  ],
  [
    ['干凈', '干燥', '曬干'],
    ['乾淨', '干擾', '豆干'],
  ],
  [
    ['若幹', '幹淨', '幹擾', '餅幹', '乾部'],
    ['若干', '才幹', '幹線', '乾杯'],
  ],
  [
    ['20余名', '百余人', '業余', '余熱'],
    ['姓余名二', '余先生', '餘額'],
  ],
  [
    ['以后', '最后', '后續', '后勤'],
    ['太后', '皇后', '后里', '先后妃而後'],
  ],
  [
    ['皇後', '太後', '後妃'],
    ['帝皇後代', '後方'],
  ],
  [
    ['這里', '心里', '里邊'],
    ['里長', '公里', '鄰里'],
  ],
  [
    ['公裏', '鄰裡', '裏程碑'],
    ['裡面', '村裡'],
  ],
  [['志愿', '愿意', '愿景'], ['願意']],
  [
    ['研制', '復制', '展板制作'],
    ['控制作業', '制度', '複印制度'],
  ],
  [
    ['體製', '限製', '專製'],
    ['控製品', '強制', '監製'],
  ],
  [
    ['復雜', '重復'],
    ['恢復', '體重復胖', '複雜'],
  ],
  [
    ['恢複', '複興'],
    ['複製', '重複'],
  ],
  [
    ['理發店', '銀發族'],
    ['管理發展', '白銀發現', '銀髮'],
  ],
  [
    ['髮展', '髮揮'],
    ['頭髮展開', '理髮'],
  ],
  [
    ['方便面', '面粉', '面條'],
    ['方便面對', '書面條件', '表面'],
  ],
  [
    ['方麵', '全麵', '麵對'],
    ['湯麵', '麵粉'],
  ],
  [
    ['稻谷', '谷物', '山穀'],
    ['山谷', '谷歌'],
  ],
  [
    ['批準', '核準', '準予'],
    ['批準則', '標準', '獲準備'],
  ],
  [
    ['籤到', '籤署'],
    ['標籤名稱', '抽籤發證', '簽署'],
  ],
  [
    ['遠徵', '長徵', '徵程'],
    ['校長徵求', '提出徵集', '徵收'],
  ],
  [
    ['下遊', '遊泳'],
    ['線上遊戲', '上遊覽車', '旅遊'],
  ],
  [
    ['農歷', '日歷'],
    ['近日歷經', '平日歷史課', '學歷'],
  ],
  [
    ['曆史', '學曆'],
    ['農曆', '日曆'],
  ],
  [
    ['放松', '鬆樹'],
    ['放松鼠', '肉鬆'],
  ],
  [
    ['風採', '神採'],
    ['颱風採取', '采風', '採風'],
  ],
  [
    ['采集', '采訪', '采取措施'],
    ['風采取勝', '神采用筆', '采風'],
  ],
  [
    ['并且', '并向', '并將'],
    ['合并且', '吞并將', '并州'],
  ],
  [
    ['衝洗', '十分鍾', '鍾點', '收獲', '濃鬱', '北鬥', '人雲亦雲'],
    ['衝突', '吸收獲得', '鍾先生', '鬱悶'],
  ],
]

const compiled = machineTraces.map((pattern) => new RegExp(pattern))

test('every pattern has its examples', () => {
  expect(examples).toHaveLength(compiled.length)
})

test.each(examples.map((each, index) => [index, ...each] as const))(
  'pattern %i finds %j and passes %j',
  (index, left, proper) => {
    const finds = (text: string): boolean => compiled[index]?.test(text) ?? false
    expect(left.filter((text) => !finds(text))).toEqual([])
    expect(proper.filter(finds)).toEqual([])
  },
)

test.each(['s2tw', 's2hk'] as const)('what %s makes of official prose has no trace', (name) => {
  const convert = createConverter(name)
  const all = new RegExp(machineTraces.join('|'))
  const lines = readFileSync('test/cases/official-prose.tsv', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.length).toBeGreaterThan(400)
  const columns = lines.map((line) => line.split('\t'))
  const texts = columns.flatMap(([simplified = '', gold = '']) => [convert(simplified), gold])
  expect(texts.filter((text) => all.test(text))).toEqual([])
})
