import type {RandomSequence} from './random.ts'

const places =
  '云州 临江 青石 白沙 东湖 安平 丰泽 柳河 金坪 望海 石门 双溪 长宁 宁远 西岭 南浦'.split(' ')
const ranks = '市 县 区 镇 乡 街道'.split(' ')
const offices =
  '人民政府 老干部局 民政局 教育局 林业局 水务局 档案馆 图书馆 卫生院 妇联 团委 总工会 文化馆 关工委 气象局 敬老院'.split(
    ' ',
  )
const topics =
  '防汛抗旱 安全生产 森林防火 春季植树 义务教育 乡村道路 饮水工程 健康体检 档案管理 读书活动 秋粮收购 社区服务 非遗传承 食品安全'.split(
    ' ',
  )
const acts =
  '召开专题会议部署 组织志愿者开展 印发通知要求做好 举办培训班学习 到基层调研 总结上半年 现场督导检查 公开征求意见推进'.split(
    ' ',
  )
const closings = [
  '会议强调，各单位要提高认识，压实责任，把各项任务落到实处。',
  '活动现场气氛热烈，群众纷纷表示受益匪浅。',
  '下一步，将继续完善制度，加强协调，确保按期完成。',
  '有关负责同志及工作人员共三十余人参加。',
  '请各地结合实际，认真贯彻执行，并于月底前报送书面材料。',
  '来信来电请在工作时间联系办公室，电话０５３１—８６０１２３４５。',
]

/** The name of an invented office: 云州市老干部局. */
export function inventedOffice({pick}: RandomSequence): string {
  return pick(places) + pick(ranks) + pick(offices)
}

/** The title of an invented announcement. */
export function inventedTitle(random: RandomSequence): string {
  return `${inventedOffice(random)}${random.pick(acts)}${random.pick(topics)}工作`
}

/** A paragraph of an invented announcement, of so many sentences. */
export function inventedParagraph(random: RandomSequence, sentences: number): string {
  const {pick, below} = random
  let text = ''
  for (let count = 0; count < sentences; count++) {
    const day = `${below(12) + 1}月${below(28) + 1}日`
    text += `${day}，${inventedOffice(random)}${pick(acts)}${pick(topics)}有关工作。${pick(closings)}`
  }
  return text
}
