/** A stream of choices, the same for the same seed (the generator of Numerical Recipes). */
export function sequence(/** @type {number} */ seed) {
  let state = seed >>> 0
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** The parts of a sentence of official prose, all of it about a town that does not exist. */
const parts = {
  when: '三月十二日上午|近日|上周|今年以来|入汛以后|会议结束后|一年来|五月下旬|春节前后|连日来|截至本月底|汛期过后',
  who: '云溪市委书记|市发展改革局|区关工委|镇干部群众|校长王某|老干部局党支部|里长和志愿者|市场监管部门|街道办事处|县卫生院|水利局有关负责同志|合作社社员',
  how: '深入基层|冒着大风|带头|专门|认真|联合有关单位|组织力量|依据规划|按照准则|及时|会同社区|克服困难',
  does: '发布|召开|修复|征集|整理|统计|监测|采购|检查|推广|筹备|协调|签订|发放|清理|讨论',
  what: '台风灾后重建方案|干旱地区的供水系统|面粉和杂粮的储备|历史文化街区|制造业发展规划|里面包含的各项制度|头发采集样本|松散的堤坝|复杂的账目|谷物种植户名册|钟楼周边的游览路线|一批御寒物资|余下的工程款项|医疗卫生机构的回访情况|关系统一的台账|后勤准备工作',
  result:
    '取得了显著成效|得到群众好评|为下一步工作打下了基础|累计发放资金12.5万元|参加人数达到1,209人|只能分批进行|仍须继续努力|解决了长期未能解决的问题|范围覆盖全部三十六个村庄|较去年同期增长8.3%|预计十月底前完成|被评为“先进集体”',
}

const lists = Object.values(parts).map((list) => list.split('|'))

/** An article of about `length` characters in simplified Chinese, without any damage. */
export function cleanArticle(/** @type {number} */ seed, length = 1500) {
  const below = sequence(seed)
  const pick = (/** @type {readonly string[]} */ list) => list[below(list.length)] ?? ''
  let text = ''
  while (text.length < length) {
    const [when, who, how, does, what, result] = lists.map(pick)
    const second = lists.slice(1, 5).map(pick).join('')
    text += `${when}，${who}${how}${does}${what}，${second}，${result}。`
    if (below(4) === 0) text += '\n\n'
  }
  return text
}

// What a broken converter left: every one of these characters with its reading behind it.
const glosses = new Map(
  '會huì 區qū 黨dǎng 開kāi 發fā 動dòng 關guān 員yuán 務wù 準zhǔn 備bèi 團tuán 縣xiàn 鎮zhèn 類lèi 項xiàng 達dá 監jiān'
    .split(' ')
    .map((pair) => /** @type {const} */ ([pair.slice(0, 1), pair.slice(1)])),
)
const halfWidth = new Map([
  ['，', ','],
  ['：', ':'],
  ['；', ';'],
])

/** An article as the broken converter left it: traditional, with readings and half-width marks. */
export function damagedArticle(
  /** @type {number} */ seed,
  /** @type {(text: string) => string} */ toTraditional,
) {
  const damaged = Array.from(toTraditional(cleanArticle(seed, 1200)), (character) => {
    const reading = glosses.get(character)
    return reading ? `${character}(${reading})` : (halfWidth.get(character) ?? character)
  })
  return `${damaged.join('').trimEnd()}?\n`
}
