import {expect, test} from 'vitest'
import type {RecordId} from '../../src/base/brand.ts'
import {toIsoDate} from '../../src/base/day.ts'
import type {EditionTag} from '../../src/base/script.ts'
import {filesOf as allFilesOf, type OutputFile} from '../../src/emit/output.ts'
import {emitSearch, searchIndexOf, sharedFiles} from '../../src/emit/search/emit.ts'
import {editionOf, textOf} from '../../src/site/entry.ts'
import type {Site} from '../../src/site/site.ts'
import {foldText} from '../../src/text/fold.ts'
import {buildSiteOf} from '../support/check.ts'
import {type RandomSequence, sequence} from '../support/random.ts'
import {recordFile} from '../support/records.ts'
import {type IndexedText, idsFor, indexedDocument, openIndex} from '../support/search.ts'

const filesOf = (site: Site): readonly OutputFile[] => [...allFilesOf(emitSearch(site, []).value)]

async function siteOf(archive: string, options = {}): Promise<Site> {
  const {snapshot} = await buildSiteOf(archive, options)
  return snapshot.site
}

const openSite = async (archive: string, options = {}) =>
  openIndex(filesOf(await siteOf(archive, options)))

const characters = '关工委会议青少年发展里面后台干部计划复查云溪余于一二三'
const pieces = [
  ...characters.split(''),
  ...[
    '五老宣讲团',
    '裡',
    '國',
    '吴',
    '15',
    '3.5',
    '2023',
    'AI',
    'PM2.5',
    '𠮷',
    '，',
    '。',
    '\n\n',
    ' ',
  ],
]

/** A site of random texts; the same few characters, so that most queries are in several. */
function randomArchive(random: RandomSequence, count: number): string {
  return Array.from({length: count}, (_, index) => {
    const date = `${2019 + random.below(5)}-0${1 + random.below(9)}-1${random.below(9)}`
    const title = random.text(characters, 4 + random.below(8))
    const body = random.text(pieces, 30 + random.below(120))
    return recordFile(`a${index}.md`, {title, date}, `文。${body}`)
  }).join('')
}

/** The text of every entry as search takes it: folded, and without the spaces. */
function plainsIn(site: Site, edition: EditionTag) {
  return new Map(
    site.entries.map((entry) => {
      const {title} = editionOf(entry, edition)
      const {plain} = textOf(entry, edition, site)
      return [entry, foldText(`${title}|${plain}`).replaceAll(' ', '')] as const
    }),
  )
}

test('whatever stands in a text is found, in each edition, and nothing else once it is proved', {
  timeout: 60_000,
}, async () => {
  const random = sequence(611)
  for (let round = 0; round < 3; round++) {
    const site = await siteOf(randomArchive(random, 25))
    const index = await openIndex(filesOf(site))
    const plains = {'zh-Hans': plainsIn(site, 'zh-Hans'), 'zh-Hant': plainsIn(site, 'zh-Hant')}
    for (let count = 0; count < 40; count++) {
      const edition = random.pick(['zh-Hans', 'zh-Hant'] as const)
      const plainOf = (entry: Site['entries'][number]): string => plains[edition].get(entry)!
      const runs = plainOf(random.pick(site.entries)).match(/\p{Script=Han}+/gu) ?? []
      const run = Array.from(random.pick(runs))
      const start = random.below(run.length)
      const query = run.slice(start, start + 1 + random.below(8)).join('')
      const holders = site.entries.filter((entry) => plainOf(entry).includes(query))
      const {numbers, parts} = await index.find(query)
      const found = await Promise.all(numbers.map((number) => index.documentAt(number)))
      const wanted = holders.map(({article}) => article.id)
      expect(found.map(({id}) => id)).toEqual(expect.arrayContaining(wanted))
      const proved = found.filter(({id}) => {
        const entry = site.byId.get(id as RecordId)!
        return index.placesOf(parts[0]!, plainOf(entry)).length > 0
      })
      expect(new Set(proved.map(({id}) => id))).toEqual(new Set(wanted))
    }
  }
})

test('a query finds the same in either script', {timeout: 60_000}, async () => {
  const random = sequence(612)
  for (let round = 0; round < 3; round++) {
    const site = await siteOf(
      `-- dibao.yml --\neditions: [zh-Hans, zh-Hant, zh-HK]\n${randomArchive(random, 25)}`,
    )
    const index = await openIndex(filesOf(site))
    let differing = 0
    for (let count = 0; count < 40; count++) {
      const entry = random.pick(site.entries)
      const texts = (['zh-Hans', 'zh-Hant', 'zh-HK'] as const).map(
        (tag) => editionOf(entry, tag).title,
      )
      const start = random.below(texts[0]!.length)
      const length = 1 + random.below(5)
      const queries = texts.map((text) => text.slice(start, start + length))
      if (new Set(queries).size > 1) differing++
      const found = await Promise.all(queries.map((query) => idsFor(index, query)))
      expect(found[0]).toContain(entry.article.id)
      expect(found[1], queries.join()).toEqual(found[0])
      expect(found[2], queries.join()).toEqual(found[0])
    }
    expect(differing).toBeGreaterThan(5)
  }
})

/** Documents of random words, oldest first, from 2001 on. */
function randomDocuments(random: RandomSequence, count: number): readonly IndexedText[] {
  return Array.from({length: count}, (_, index) => ({
    id: `d${index}` as RecordId,
    date: toIsoDate(`${2001 + Math.floor((index * 4) / count)}-01-01`)!,
    titles: [random.text('甲乙丙丁𠮷', 3)],
    texts: [random.text(['甲', '乙', '丙', '𠮷𠮷', ' ab ', ' 3.5', '7', '|'], 12)],
    facets: [`=column/${random.pick(['x', 'y'])}`],
  }))
}

const nothingShared = {
  files: [
    {
      path: 'assets/search/fold.js' as OutputFile['path'],
      body: 'document.currentScript.take("", "")',
      from: '',
    },
  ],
  names: {fold: 'fold.js', names: {}},
}

/** The files of an index over documents, with what is before a year in a tier of its own. */
function indexFiles(texts: readonly IndexedText[], currentYear: string) {
  const documents = texts.map(indexedDocument)
  return [...allFilesOf(searchIndexOf(documents, currentYear, nothingShared))]
}

const words = ['甲', '乙', '甲乙', '丙丁', '𠮷', '𠮷𠮷', '丁𠮷', 'ab', '3.5', '7', '甲7', '3.5丙']

test('an index of any size gives back which document has which term, and in which title', async () => {
  const random = sequence(613)
  for (const count of [1, 2, 63, 64, 65, 700]) {
    const documents = randomDocuments(random, count)
    const index = await openIndex(indexFiles(documents, '2004'))
    for (const word of words) {
      const has = (text: string): boolean =>
        word.length === 1 || /^\p{Script=Han}+$/u.test(word)
          ? text.replaceAll(' ', '').includes(word) &&
            (word !== '7' || /(?<![\dab.])7(?![\dab])/.test(text))
          : text.includes(word)
      const {numbers} = await index.find(word)
      const titled = documents.flatMap(({titles}, number) => (has(titles[0]!) ? number : []))
      if (!/[a-z\d]/.test(word)) {
        const all = documents.flatMap(({titles, texts}, number) =>
          has(titles[0]!) || has(texts[0]!) ? number : [],
        )
        expect(
          [...numbers].toSorted((left, right) => left - right),
          word,
        ).toEqual(all)
        expect(numbers.slice(0, titled.length), word).toEqual(titled.toReversed())
      }
      for (const number of numbers.slice(0, 5)) {
        expect(await index.documentAt(number)).toEqual({
          id: documents[number]!.id,
          date: documents[number]!.date,
        })
      }
    }
  }
})

test('of a text of any length each term is told once', async () => {
  const random = sequence(617)
  const points = Array.from({length: 400}, () => 0x4e00 + random.below(0x5000))
  const characters = [...points.map((point) => String.fromCodePoint(point)), '々', '﨑', '𠮷']
  const documents = [1, 2].map((number) => ({
    id: `d${number}` as RecordId,
    date: toIsoDate('2001-01-01')!,
    titles: [foldText(random.text(characters, 10))],
    texts: [foldText(random.text(characters, 20_000))],
    facets: [],
  }))
  const index = await openIndex(indexFiles(documents, '2001'))
  for (let count = 0; count < 300; count++) {
    const query = foldText(random.text(characters.slice(-100), 1 + random.below(2)))
    const holders = documents.flatMap(({titles, texts}, number) =>
      [...titles, ...texts].some((text) => text.includes(query)) ? number : [],
    )
    const {numbers} = await index.find(query)
    const sorted = numbers.toSorted((one, other) => one - other)
    expect(sorted, query).toEqual(holders)
  }
})

test('an index in two parts answers as one that is whole', async () => {
  const random = sequence(614)
  for (let round = 0; round < 4; round++) {
    const documents = randomDocuments(random, 40 + random.below(500))
    const [parted, whole] = await Promise.all(
      ['2004', '9999'].map((year) => openIndex(indexFiles(documents, year))),
    )
    for (const word of [...words, '甲 乙', '甲 -乙', '"甲乙丙"', '无', '甲 无']) {
      for (const filters of [{}, {year: '2002'}, {year: '2004', column: 'x'}, {order: 'oldest'}]) {
        expect(await parted!.find(word, filters)).toEqual(await whole!.find(word, filters))
      }
    }
  }
})

test('of a long phrase as many terms are looked up as tell it from what only has some of them', async () => {
  const phrase = '甲乙丙丁戊己庚辛'
  const mixed = '甲乙，丙丁，戊己，庚辛'
  const documents = Array.from({length: 60}, (_, number) => ({
    id: `d${number}` as RecordId,
    date: toIsoDate('2001-01-01')!,
    titles: ['文'],
    texts: [number === 30 ? phrase : mixed],
    facets: [],
  }))
  const find = async (count: number) => {
    const index = await openIndex(indexFiles(documents.slice(0, count), '2001'))
    const {numbers, known} = await index.find(phrase)
    expect(known).toBe(false)
    return numbers
  }
  expect(await find(60)).toEqual([30])
  expect(await find(31)).toEqual([30])
  // Few pages are proved sooner than more of the index is read.
  expect(await find(10)).toHaveLength(10)
})

test('the same site gives the same bytes, in whatever order its files are read', async () => {
  const random = sequence(615)
  const records = randomArchive(random, 30).split(/(?=^-- )/m)
  const once = filesOf(await siteOf(records.join('')))
  const again = filesOf(await siteOf(records.toReversed().join('')))
  expect(again).toEqual(once)
})

test('new announcements leave the files of closed years as they are', async () => {
  const random = sequence(616)
  const archive = randomArchive(random, 60)
  const before = filesOf(await siteOf(archive))
  const added = [1, 2].map((day) =>
    recordFile(`new${day}.md`, {title: '新消息', date: `2023-12-0${day}`}, '青少年会议。'),
  )
  const after = filesOf(await siteOf(archive + added.join('')))
  const old = new Map(before.map(({path, body}) => [path, body]))
  const changed = after.filter(({path, body}) => String(old.get(path)) !== String(body))
  const folders = new Set(changed.map(({path}) => path.split('/').slice(0, -1).join('/')))
  expect(folders.size).toBe(2)
  expect(changed.length).toBeLessThan(after.length)
  const kept = after.filter((file) => !changed.includes(file))
  expect(kept.some(({path}) => path.endsWith('/documents-0.js'))).toBe(true)
})

const archive = `-- dibao.yml --
title: 云溪档案
columns: [{name: 通知, slug: tongzhi}, {name: 动态, slug: dongtai}]
${recordFile(
  'tongzhi.md',
  {
    title: '关于报送计划的通知',
    date: '2023-05-15',
    column: '通知',
    source: '云溪县关工委',
    documentNumber: '云关办〔2023〕8号',
    author: '余某',
  },
  `各乡镇：第15名学员使用ＡＩ工具，时速3.5公里。国家标准在册。

第一行\\
第二行。

| 甲乙 | 丙丁 |
| --- | --- |
| 12 | 34 |

会议[^1]召开。

[^1]: 注释里的话。`,
)}${recordFile('dongtai.md', {title: '国庆活动', date: '2023-10-01', column: '动态'}, '关工委的通知已经收到，𠮷田老师出席。')}${recordFile(
  'jiuwen.md',
  {title: '旧闻', date: '2009-10-01', column: '动态'},
  '关工委成立。国庆活动报道，计 划。葛󠄀先生。',
)}${recordFile('chehui.md', {title: '撤回的消息', date: '2009-10-02', withdrawn: 'true'}, '作废文字。')}${recordFile(
  'caogao.md',
  {title: '草稿', date: '2009-10-02', draft: 'true'},
  '草稿文字。',
)}`

let opened: ReturnType<typeof openSite> | undefined
/** The archive above, opened once for all that ask it. */
const openArchive = () => {
  opened ??= openSite(archive)
  return opened
}

test.each([
  ['关工委', ['dongtai', 'tongzhi', 'jiuwen']],
  ['關工委', ['dongtai', 'tongzhi', 'jiuwen']],
  ['关工委 通知', ['dongtai', 'tongzhi']],
  ['关工委、通知', ['dongtai', 'tongzhi']],
  ['关工委　－通知', ['jiuwen']],
  ['国庆活动', ['dongtai', 'jiuwen']],
  ['國慶活動', ['dongtai', 'jiuwen']],
  ['国', ['dongtai', 'tongzhi', 'jiuwen']],
  ['國', ['dongtai', 'tongzhi', 'jiuwen']],
  ['15名', ['tongzhi']],
  ['第15名', ['tongzhi']],
  ['１５名', ['tongzhi']],
  ['5名', []],
  ['ai工具', ['tongzhi']],
  ['3.5公里', ['tongzhi']],
  ['5公里', []],
  ['云关办〔2023〕8号', ['tongzhi']],
  ['云关办[2023]8号', ['tongzhi']],
  ['2023年5月', ['tongzhi']],
  ['第一行第二行', ['tongzhi']],
  ['计划', ['tongzhi', 'jiuwen']],
  ['会议召开', ['tongzhi']],
  ['注释里的话', ['tongzhi']],
  ['余某', ['tongzhi']],
  ['𠮷田', ['dongtai']],
  ['吉田', []],
  ['葛先生', ['jiuwen']],
  ['作废', []],
  ['撤回的消息', []],
  ['草稿文字', []],
  ['', []],
  ['，。', []],
  ['-关工委', []],
  ['关工委 -', ['dongtai', 'tongzhi', 'jiuwen']],
])('%s finds %j', async (query, ids) => {
  expect(await idsFor(await openArchive(), query)).toEqual(ids)
})

test('a search is narrowed by year, column, source and document code, and put in order', async () => {
  const index = await openArchive()
  expect(await idsFor(index, '关工委', {year: '2009'})).toEqual(['jiuwen'])
  expect(await idsFor(index, '关工委', {year: '2011'})).toEqual(['dongtai', 'tongzhi', 'jiuwen'])
  expect(await idsFor(index, '关工委', {column: 'dongtai'})).toEqual(['dongtai', 'jiuwen'])
  expect(await idsFor(index, '关工委', {column: 'dongtai', year: '2023'})).toEqual(['dongtai'])
  expect(await idsFor(index, '关工委', {source: '云溪县关工委'})).toEqual(['tongzhi'])
  expect(await idsFor(index, '关工委', {code: '云关办'})).toEqual(['tongzhi'])
  expect(await idsFor(index, '关工委', {order: 'oldest'})).toEqual(['jiuwen', 'tongzhi', 'dongtai'])
  expect(await idsFor(index, '通知', {order: 'newest'})).toEqual(['dongtai', 'tongzhi'])
  expect(await idsFor(index, '通知')).toEqual(['tongzhi', 'dongtai'])
})

test('a word that is nowhere is named, and so finds nothing', async () => {
  const index = await openArchive()
  const {numbers, nowhere} = await index.find('关工委 飞碟 "国庆活动"')
  expect(numbers).toEqual([])
  expect(nowhere.map(({text}) => text)).toEqual(['飞碟'])
  expect((await index.find('旧闻 15名')).nowhere).toEqual([])
  expect((await index.find('旧闻 15名')).numbers).toEqual([])
})

test('a phrase is proved by the text, at whole words, and its place is told', async () => {
  const index = await openArchive()
  const placeIn = async (query: string, text: string) => {
    const {parts} = await index.find(query)
    return index.placesOf(parts[0]!, text).map(([start, end]) => text.slice(start, end))
  }
  expect(await placeIn('国庆活动', '昨日國慶\n 活動，国庆 活动')).toEqual([
    '國慶\n 活動',
    '国庆 活动',
  ])
  expect(await placeIn('15名', '115名，第 １５ 名')).toEqual(['１５ 名'])
  expect(await placeIn('5', '3.5，5、15')).toEqual(['5'])
  expect(await placeIn('2023', '写于2023. 甲 2023.5 x.2023')).toEqual(['2023', '2023'])
  expect(await placeIn('"a b"', 'A  B ab')).toEqual(['A  B'])
  expect(await placeIn('𠮷', '有𠮷。')).toEqual(['𠮷'])
  expect(await placeIn('云关办[2023]', '云关办〔2023〕8号')).toEqual(['云关办〔2023'])
})

test('what is not said is known from what may have to be proved', async () => {
  const index = await openArchive()
  const known = async (query: string) => (await index.find(query)).known
  expect(await Promise.all(['关', '国庆', '15名', 'AI', '关工委', '2023年5月'].map(known))).toEqual(
    [...[true, true, true, true], ...[false, false]],
  )
})

test('names are offered by the letters of their pinyin, in each edition', async () => {
  const index = await openArchive()
  expect(await index.names('zh-Hans')).toEqual([
    [
      'dt dongtai 动态',
      'yxxggw yunxixianguangongwei 云溪县关工委',
      'ym yumou 余某',
      'tz tongzhi 通知',
    ].join('\n'),
  ])
  expect((await index.names('zh-Hant'))[0]).toContain('yxxggw yunxixianguangongwei 雲溪縣關工委')
})

test('a site without announcements has an index that finds nothing', async () => {
  const index = await openSite('-- dibao.yml --\ntitle: 空\n')
  expect((await index.find('关')).numbers).toEqual([])
})

test('drafts are found by the editor who looks at them', async () => {
  const index = await openSite(archive, {preview: true})
  expect(await idsFor(index, '草稿文字')).toEqual(['caogao'])
})

test('what every index shares is small', async () => {
  const {files} = sharedFiles(await siteOf(archive))
  expect(files.map(({path}) => path.replace(/\.[0-9a-f]{10}\./, '.'))).toEqual([
    'assets/search/fold.js',
    'assets/search/names-zh-hans.js',
    'assets/search/names-zh-hant.js',
  ])
})
