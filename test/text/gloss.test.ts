import {readFileSync} from 'node:fs'
import {pinyin} from 'pinyin-pro'
import {describe, expect, test} from 'vitest'
import {invertByteShifts} from '../../src/text/byte-shift.ts'
import {undoEdits} from '../../src/text/edit.ts'
import {encodeGbk} from '../../src/text/gbk.ts'
import {removeGlosses} from '../../src/text/gloss.ts'
import {characterTables, countHan, isHan} from '../../src/text/han.ts'
import {plainnessOf} from '../../src/text/plain-text.ts'
import {surpriseOf} from '../../src/text/rarity.ts'
import {damagePage} from '../support/byte-damage.ts'
import {growth} from '../support/processor.ts'
import {sequence} from '../support/random.ts'

function readFixture(name: string): string {
  return readFileSync(new URL(`../fixtures/meeting-article.${name}.txt`, import.meta.url), 'utf8')
}

const seed = readFixture('raw')
const clean = {hant: readFixture('hant-tw'), hans: readFixture('hans')}

/** The texts after the rule, one under another. */
function repair(...texts: readonly string[]): string {
  return removeGlosses(texts)
    .map(({text}) => text)
    .join('\n')
}

test('removes the 163 glosses of the meeting article and keeps its three parentheses', () => {
  const [result] = removeGlosses([seed])
  expect(result?.edits).toHaveLength(163)
  expect(result?.text.match(/\([^)]*\)/g)).toEqual(['(單位)', '(街道)', '(工)'])
  expect(result?.text).not.toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/)
  expect(undoEdits(result?.text ?? '', result?.edits ?? [])).toBe(seed)
})

test('judges all texts of a document together', () => {
  const lines = seed.split('\n')
  const results = removeGlosses(lines)
  expect(results.flatMap(({edits}) => edits)).toHaveLength(163)
  expect(results[0]?.text).toBe('攀枝花市仁和區召開慶祝區關工委成立20周年暨全區關心下一代工作會議')
  expect(repair(lines[0] ?? '')).toBe(lines[0])
})

/** Paragraphs whose damage nobody could take for anything else. */
const damaged = {
  toned:
    '區(qū)委書記在會(huì)議上強(qiáng)調(diào),要關(guān)心下一代,全區(qū)各單位要認(rèn)真學(xué)習(xí)。' +
    '會(huì)議要求,區(qū)關(guān)工委要強(qiáng)化責(zé)任,創(chuàng)新方法,落實責(zé)任。',
  toneless:
    '會議(yi)指出,各單位(wei)要認真(zhen)學(xue)(xue)習,落實(shi)責任,完善(shan)機制,' +
    '不斷提高(gao)水平,加強(qiang)宣傳,做好保障(zhang),推動(dong)各項工作(zuo)取得實效(xiao)。',
  simplified:
    '我们将新(xīn)建新(xīn)能(néng)源工程,推动科(kē)技和能(néng)源的科(kē)学发展,' +
    '提高(gāo)质量(liàng),努力(lì)实现高(gāo)质量(liàng)发展,全力(lì)以赴,' +
    '完(wán)成年度目(mù)标,把完(wán)成目(mù)标作为大事。',
}

const cleaned = {
  toned: damaged.toned.replace(/\([^)]*\)/g, ''),
  toneless: damaged.toneless.replace(/\([^)]*\)/g, ''),
  simplified: damaged.simplified.replace(/\([^)]*\)/g, ''),
}

test.each(['toned', 'toneless', 'simplified'] as const)('cleans %s damage', (kind) => {
  expect(repair(damaged[kind])).toBe(cleaned[kind])
})

describe('in a damaged document', () => {
  test.each([
    ['toned', '下屬區(qū)縣有關(guān)部門', '下屬區縣有關部門'],
    ['toned', '下屬區（qū）縣有關（guān）部門', '下屬區縣有關部門'],
    ['toned', '網(wǎng)絡(luò )成立', '網絡成立'],
    ['toned', '樂(lè ),會(huì )計', '樂,會計'],
    ['toned', '樂( lè)章', '樂章'],
    ['toned', '到Y(jié)ouTube觀看', '到YouTube觀看'],
    ['toned', '德國B(niǎo)ALLUFF公司', '德國BALLUFF公司'],
    ['toneless', '家(jia)毅(yi),效率(lv)', '家毅,效率'],
    ['toneless', '學(xue)(xue)(xue)習,社(she)(she)', '學習,社'],
    ['simplified', '重要(yào / yāo)', '重要'],
    ['simplified', '好了(le/liǎo)', '好了'],
    ['simplified', '一(yī / yì /yí)起', '一起'],
    ['toned', '記著(資源美麗zhe)', '記著'],
    ['toned', '時(s高清好姑娘hí)候', '時候'],
    ['toned', '來自中國(gu', '來自中國'],
    ['toned', '來自中國(guó', '來自中國'],
    ['toned', '來自中國(g', '來自中國'],
    ['toned', '愛國(guó)、中國(gu', '愛國、中國'],
    ['simplified', '新(xīn)能(néng)科(kē)', '新能科'],
    ['toned', '綠(lǜ)色', '綠色'],
    ['toned', '綠(lv4)色', '綠色'],
    ['toned', '綠(lu:4)色', '綠色'],
    ['toned', '陽(y\u00e1ng)光', '陽光'],
    ['toned', '陽(ya\u0301ng)光', '陽光'],
    ['toned', '陽(yɑ\u0301nɡ)光', '陽光'],
    ['toned', '講(jiăng)話', '講話'],
    // A third tone before a third, written as it is spoken.
    ['toned', '領(líng)導', '領導'],
  ] as const)('%s: %s becomes %s', (kind, text, expected) => {
    expect(repair(damaged[kind], text)).toBe(`${cleaned[kind]}\n${expected}`)
  })

  test.each([
    '各部門(單位)',
    '黨(工)委',
    '世貿組織(WTO)',
    '德國(DE)、法國(FR)',
    '明體（Ming）',
    '篩選（filter）',
    '百里(bǎilǐ)',
    '甲(A)、乙(B)',
    '國(Guó)',
    '荸薺（bi qi）',
    '函數f(x)和g(n)',
    '開(shān)閉',
    '見圖(a)和圖(b)',
    '20(èr shí)',
    '()（）( )',
    '(qū)',
    'quit(qū)',
  ])('%s stays', (text) => {
    expect(repair(damaged.toned, text)).toBe(`${cleaned.toned}\n${text}`)
  })

  test('what an editor settled by hand keeps its gloss', () => {
    expect(repair(damaged.toned, '-{區(qū)}-某在區(qū)里')).toBe(
      `${cleaned.toned}\n-{區(qū)}-某在區里`,
    )
  })

  test('鄉鎮(街道) keeps the parenthesis that somebody wrote', () => {
    expect(repair(damaged.toned, '鄉(xiāng)鎮(zhèn)(街道)黨(工)委')).toBe(
      `${cleaned.toned}\n鄉鎮(街道)黨(工)委`,
    )
  })

  test.each([
    ['a reading of a name, where the character stands bare elsewhere', '單(shàn)某在簡單的單位。'],
    ['a reading that a character has as a surname only', '證人解(xiè)某出庭。'],
    ['a character of one form, where the table is of characters with two', '阿(ā)姨'],
    ['a reading that the character has not', '開(shān)始'],
  ])('%s keeps its gloss', (_, text) => {
    const [article, last] = removeGlosses([seed, text])
    expect(article?.edits).toHaveLength(163)
    expect(last?.text).toBe(text)
  })
})

const meant: Readonly<Record<string, string>> = {
  'one lone gloss in prose': '会议由区委书记邵(shào)明主持，邵明同志作总结讲话，全体人员参加。',
  'a few glosses of names':
    '代表有曾(zēng)某、单(shàn)某、仇(qiú)某、解(xiè)某，曾某发言，单某记录。',
  'a poem, every character annotated':
    '床(chuáng)前(qián)明(míng)月(yuè)光(guāng)，疑(yí)是(shì)地(dì)上(shàng)霜(shuāng)。' +
    '举(jǔ)头(tóu)望(wàng)明(míng)月(yuè)，低(dī)头(tóu)思(sī)故(gù)乡(xiāng)。',
  'a poem in traditional characters':
    '舉(jǔ)頭(tóu)望(wàng)明(míng)月(yuè)，低(dī)頭(tóu)思(sī)故(gù)鄉(xiāng)。' +
    '國(guó)破(pò)山(shān)河(hé)在(zài)，城(chéng)春(chūn)草(cǎo)木(mù)深(shēn)。',
  'a lesson with two readings of a character':
    '多音字：长(cháng)短、长(zhǎng)大；重(zhòng)要、重(chóng)复；发(fā)展、头发(fà)；' +
    '干(gān)净、干(gàn)部；还(hái)有、还(huán)书；为(wéi)人、为(wèi)了；行(háng)业、行(xíng)人。',
  'a lesson in traditional characters':
    '請同學們注意下列多音字的讀法，並且各造一個句子，下週一以前交給老師：長(cháng)短、長(zhǎng)大；發(fā)展、頭髮(fà)；樂(lè)事、樂(yuè)曲；' +
    '還(hái)有、還(huán)書；為(wéi)人、為(wèi)了；調(tiáo)整、調(diào)查；傳(chuán)達、傳(zhuàn)記。',
  'notes on words often misread':
    '易读错的字：暴露(pù)、供给(jǐ)、炽热(chì)、粗犷(guǎng)、对峙(zhì)、氛围(fēn)、教诲(huì)、' +
    '惩罚(chéng)、处理(chǔ)、档案(dàng)、逮捕(dài)、潜力(qián)、脂肪(zhī)、符合(fú)、友谊(yì)、质量(zhì)。',
  'vocabulary, new words once':
    '生词：机构（gòu）、网络（luò）、态势（shì）。本课讲机构改革与网络态势，请说明机构改革怎样影响网络态势。' +
    '练习：组织（zhī）、缓解（jiě）、遗产（yí），谈谈组织怎样缓解遗产纠纷。',
  'tone digits':
    '词语：重(zhong4)要、重(chong2)复、长(chang2)短、长(zhang3)大、行(hang2)业、行(xing2)人、乐(le4)。',
  'whole words':
    '荸荠（bí qi）、百里(bǎilǐ)、葡萄(pútao)、琵琶(pípa)、玫瑰(méigui)、蝴蝶(húdié)、蜻蜓(qīngtíng)。',
  'country codes':
    '德国(DE)、法国(FR)、中国(CN)、日本(JP)、韩国(KR)、英国(GB)、美国(US)、德国(de)、法国(fr)、中国(cn)。',
  terms:
    '筛选（filter）、明體（Ming）、排序（sort）、类型（type）、列表（list）、网（net）、变量（var）、函数（fun）。',
  'numbered figures':
    '见图(a)、图(b)、图(e)，式(a)至式(e)，表(o)、表(a)，图(a)与图(e)相同，式(a)成立。',
}

test.each(Object.entries(meant))('leaves %s alone', (_, text) => {
  expect(repair(text)).toBe(text)
  expect(repair(...text.split(/(?<=[，。；、])/))).toBe(text.split(/(?<=[，。；、])/).join('\n'))
})

test.each(Object.entries(meant))('leaves %s alone after clean news', (_, text) => {
  expect(repair(clean.hans, text)).toBe(`${clean.hans}\n${text}`)
})

describe('a few glosses', () => {
  test.each([
    ['問(wèn)答題建設(shè)工程質(zhì)量的特性', '問答題建設工程質量的特性'],
    ['攀枝花市仁和區(qū)召開(kāi)工作會(huì)議', '攀枝花市仁和區召開工作會議'],
    ['縣(xiàn)人民醫(yī)院開(kāi)展義診(zhěn)活動(dòng)', '縣人民醫院開展義診活動'],
  ])('on common characters of running text are damage: %s', (received, expected) => {
    expect(repair(received)).toBe(expected)
  })

  test.each([
    ['fewer than three', '攀枝花市仁和區(qū)召開會(huì)議'],
    [
      'on characters of several readings',
      '著(zhuó)陸以後還(huán)要調(diào)查，並且傳(zhuàn)記也要興(xīng)寫。',
    ],
    ['where a character stands bare as well', '問(wèn)答題的設(shè)計與質(zhì)量，問題在設計。'],
    ['in full-width parentheses', '問（wèn）答題建設（shè）工程的內（nèi）涵'],
    ['on rare characters', '訪問閩(mǐn)地、鄞(yín)地與歙(shè)地的同鄉會成員'],
  ])('stay: %s', (_, text) => {
    expect(repair(text)).toBe(text)
  })
})

test('a place that was passed over in a damaged document keeps no other gloss of its character', () => {
  expect(repair(damaged.toned, '互聯網的網(wǎng)民說網(wǎng)站不少')).toBe(
    `${cleaned.toned}\n互聯網的網民說網站不少`,
  )
})

describe('glosses at random', () => {
  const scattered =
    '模具設計有(yǒu)限公司,郵箱(xiāng)見下。產品完成一個成形(xíng)周期後開模,會包裹在模具的一邊,必須將其取下來(lái),' +
    '此工作由頂出係統來完成。它是整套結構中(zhōng)的一部分,一(yī)般由三部分組成。當模具(jù)開(kāi)模後(hòu),' +
    '由人工操縱頂出產品(pǐn),產品不易變形,一般在開模時使用(yòng)。它(tā)推動頂針,來達到(dào)脫模的目(mù)的(de),' +
    '也可在模板上安裝定(dìng)距拉杆,用開模力拖動頂出機構頂出產品(pǐn),可(kě)在合(hé)模之前先回(huí)位。'

  test('are damage where characters stand bare before and behind', () => {
    expect(repair(scattered)).toBe(scattered.replace(/\([^)]*\)/g, ''))
  })

  test.each([
    [
      'where each character is glossed when it first comes',
      '秋(qiū)天到了,天气(qì)凉了。树(shù)叶(yè)黄了,一片片叶子从树上落下来。天空那么蓝(lán),那么高。一群大雁(yàn)往南飞。' +
        '秋天来了,小松鼠(shǔ)忙(máng)着过冬,小熊(xióng)也准备睡觉。农(nóng)民在田里收(shōu)稻谷,苹(píng)果红了,梨(lí)子黄了。',
    ],
    [
      'where readings are noted at the end of a text',
      '烈日炽热,氛围热烈。他粗犷豪放,与人对峙,不畏惩罚,处理得当,符合规定,友谊长存,质量上乘,潜力很大,档案齐全,脂肪不多。' +
        '炽(chì)字、氛(fēn)字、犷(guǎng)字、峙(zhì)字、惩(chéng)字、处(chǔ)字、符(fú)字、谊(yì)字、质(zhì)字、潜(qián)字、档(dàng)字、脂(zhī)字要读准。',
    ],
  ])('are meant %s', (_, text) => {
    expect(repair(text)).toBe(text)
  })
})

describe('a lesson that glosses exhaustively', () => {
  test.each([
    [
      '國(guó)、學(xué)、關(guān)、會(huì)、區(qū)、發(fā)、業(yè)、機(jī)、動(dòng)、時(shí)，請各讀三遍，再抄寫一遍。',
    ],
    [
      '生詞：國(guó)家、學(xué)習、關(guān)心、發(fā)展、經(jīng)濟、開(kāi)會、黨(dǎng)員、鄉(xiāng)村，請每個詞造一個句子。',
    ],
    [
      '國(guó)\n學(xué)\n關(guān)\n會(huì)\n區(qū)\n發(fā)\n請各讀三遍，再抄寫一遍，下週交給老師批改。',
    ],
  ])('stays: %s', (text) => {
    expect(repair(text)).toBe(text)
  })
})

test('takes a reading in a tone that dictionaries have not for damage where others are', () => {
  expect(repair(damaged.toned, '工作成績(jī)優(yōu)秀')).toBe(`${cleaned.toned}\n工作成績優秀`)
  expect(repair('工作成績(jī)')).toBe('工作成績(jī)')
})

test('leaves clean texts as they are', () => {
  for (const text of [...Object.values(clean), '', '(', '(qū', '()', '區(']) {
    expect(removeGlosses([text])).toEqual([{text, edits: [], notices: []}])
  }
  expect(removeGlosses([])).toEqual([])
})

test('leaves a text alone in which every character has its reading', () => {
  for (const text of Object.values(clean)) {
    const annotated = damage(text, new Set([...text].filter(isHan)), 'symbol')
    expect(repair(annotated)).toBe(annotated)
  }
})

test('leaves a title alone that is all there is', () => {
  expect(repair('攀枝花市仁和區(qū)召開會(huì)議')).toBe('攀枝花市仁和區(qū)召開會(huì)議')
})

type Tone = 'symbol' | 'num' | 'none'

/** Glosses every place of the characters in `table`, as the replacement of bytes does. */
function damage(text: string, table: ReadonlySet<string>, tone: Tone): string {
  return [...text]
    .map((character) =>
      table.has(character)
        ? `${character}(${pinyin(character, {toneType: tone, v: tone !== 'symbol'})})`
        : character,
    )
    .join('')
}

describe.each(Object.entries(clean))('random damage to the clean %s text', (_, text) => {
  const used = [...new Set([...text].filter(isHan))]
  const withTwoForms = used.filter((character) => characterTables().counterparts.has(character))

  test.each([
    ['characters with two forms', withTwoForms, 'symbol'],
    ['characters with two forms, tones as digits', withTwoForms, 'num'],
    ['any characters', used, 'symbol'],
    ['any characters, no tones', used, 'none'],
  ] as const)('on %s is removed and leaves the text as it was', (_kind, characters, tone) => {
    const {below} = sequence(characters.length)
    for (let round = 0; round < 60; round++) {
      const rate = 15 + below(15)
      const table = new Set(characters.filter(() => below(100) < rate))
      const received = damage(text, table, tone)
      const [result] = removeGlosses([received])
      expect(result?.text).toBe(text)
      expect(undoEdits(result?.text ?? '', result?.edits ?? [])).toBe(received)
      expect(repair(...received.split('\n'))).toBe(text)
    }
  })

  test('is none when each character is glossed once only', () => {
    const {below} = sequence(9)
    for (let round = 0; round < 60; round++) {
      const waiting = new Set(used.filter(() => below(100) < 10))
      const received = [...text]
        .map((character) =>
          waiting.delete(character) ? `${character}(${pinyin(character)})` : character,
        )
        .join('')
      expect(countHan(received)).toBe(countHan(text))
      expect(repair(received)).toBe(received)
    }
  })
})

describe('pages of official prose', () => {
  const rows = readFileSync('test/cases/bureau-prose.tsv', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  const {below, pick} = sequence(31)
  const pageOf = (column: number, sentences: number): string =>
    Array.from({length: sentences}, () => pick(rows)[column]!).join('\n')
  // In its usual reading, at the places that `isGlossed` says.
  const glossed = (text: string, isGlossed: (character: string) => boolean): string =>
    [...text]
      .map((each) => (isHan(each) && isGlossed(each) ? `${each}(${pinyin(each)})` : each))
      .join('')
  const tableOf = (text: string, rate: number): ReadonlySet<string> =>
    new Set([...new Set(text)].filter(() => below(100) < rate))
  const {counterparts} = characterTables()

  test.each([
    ['with a table of two forms that slips now and then', 1, 10, 15, true],
    ['in simplified characters, with a table of two forms', 0, 10, 0, true],
    ['with a table of any characters that slips now and then', 1, 30, 10, false],
  ] as const)(
    '%s lose nearly all glosses and nothing else',
    (_, column, sentences, slips, keepsToTwo) => {
      let [left, all] = [0, 0]
      for (let round = 0; round < 40; round++) {
        const text = pageOf(column, sentences)
        const table = tableOf(text, keepsToTwo ? 25 + below(40) : 10 + below(25))
        const received = glossed(
          text,
          (each) =>
            table.has(each) && (!keepsToTwo || counterparts.has(each)) && below(100) >= slips,
        )
        const result = repair(...received.split('\n'))
        all += received.split('(').length - 1
        left += result.split('(').length - 1
        expect(result.replace(/\([^)]*\)/g, '')).toBe(text)
      }
      expect(left).toBeLessThan(0.005 * all)
    },
  )

  test('keep the readings of hard characters, wherever they stand', () => {
    const touched: string[] = []
    for (let round = 0; round < 40; round++) {
      const text = pageOf(round % 2, 20)
      const hard = new Set([...text].filter((each) => surpriseOf(each) > 12.5))
      const received = glossed(text, (each) => hard.has(each))
      if (repair(...received.split('\n')) !== received) touched.push(received)
    }
    expect(touched).toEqual([])
  })

  test('keep the readings that teach characters where they come first, or poems', () => {
    const touched: string[] = []
    for (let round = 0; round < 60; round++) {
      const text = pageOf(round % 2, 2 + below(20))
      const table = tableOf(text, 10 + below(20))
      const waiting = new Set(table)
      for (const received of [
        glossed(text, (each) => waiting.delete(each)),
        `${text}\n${glossed(pageOf(round % 2, 2), () => true)}`,
      ]) {
        if (repair(...received.split('\n')) !== received) touched.push(received)
      }
    }
    expect(touched).toEqual([])
  })

  test.each([
    [
      'several readings at some places',
      '要(yào / yāo)求各地要(yào)办好(hǎo)学校,大家要(yào)叫好(hǎo / hào)。',
    ],
  ])('have one table in spite of %s', (_, text) => {
    expect(repair(damaged.simplified, text)).toBe(
      `${cleaned.simplified}\n${text.replace(/\([^)]*\)/g, '')}`,
    )
  })
})

test('gives the clean text back from pages damaged as bytes', () => {
  const {below, pick} = sequence(12)
  const sentences = clean.hant.replace(/[\n「」]/g, '').split(/(?<=。)/)
  const entries = [...characterTables().traditional]
    .filter((character) => encodeGbk(character) && plainnessOf(character) === 'common')
    .map((character) => [character, pinyin(character)] as const)
  let whole = 0
  for (let round = 0; round < 200; round++) {
    const text = Array.from({length: 20}, () => pick(sentences)).join('')
    const rate = 10 + below(90)
    const readings = new Map(entries.filter(() => below(100) < rate))
    const page = damagePage(text, {readings, marks: below(2) === 0 ? '' : '？！；'})
    const [shifted] = invertByteShifts([page?.text ?? ''])
    const isWhole = shifted?.edits.length === page?.shifts
    if (isWhole) whole++
    const result = repair(shifted?.text ?? '')
    // A place that lost a byte stays; nothing else does.
    expect(isWhole ? result : result.replace(/[？！；]/g, '')).not.toMatch(/[一-鿿]\([a-zà-ǜ]+\)/)
    if (isWhole) expect(result.replace(/ (?=[？！；])/g, '')).toBe(text)
  }
  expect(whole).toBeGreaterThan(100)
})

test.each(['(', '區(', '區(qū'])('the time grows with the length of %s over and over', (unit) => {
  const repairOf = (length: number) => (): void => void repair(unit.repeat(length))
  // Eight times the text: eight times the work, sixty-four if anything were quadratic.
  expect(growth(repairOf(4_000), repairOf(32_000))).toBeLessThan(30)
})
