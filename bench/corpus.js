import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {converterOf} from './program.js'
import {cleanArticle, damagedArticle, sequence} from './texts.js'

/** The columns of the generated archive, with the part of an address that each has. */
export const columns = [
  ['工作动态', 'dongtai'],
  ['通知公告', 'tongzhi'],
  ['政策文件', 'zhengce'],
  ['人事信息', 'renshi'],
  ['公示公告', 'gongshi'],
  ['基层风采', 'jiceng'],
  ['会议报道', 'huiyi'],
  ['史料专题', 'shiliao'],
]

const sources = ['云溪市关工委办公室', '白鹭县关工委', '青石区教育局', '云溪日报', '望江镇党政办']
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/**
 * One record of the archive: its fields and the Markdown of its body, 1,200 to 2,000 characters
 * about a town that does not exist, spread over the years 2005 to 2025 in the order of its number.
 * @param {number} number From 0.
 * @param {number} count How many records there are.
 */
export function createRecord(number, count) {
  const below = sequence(number * 7919 + 1)
  const day = new Date(Date.UTC(2005, 0, 1) + Math.floor((number / count) * 7665) * 86_400_000)
  const date = day.toISOString().slice(0, 10)
  const [column = '', slug = ''] = columns[below(columns.length)] ?? []
  const blocks = cleanArticle(number + 1, 1200 + below(800)).split(/\n\n/)
  const half = blocks.length >> 1
  blocks.splice(half, 0, `![活动现场](/img/p${number % 20}.png)`)
  if (below(3) === 0) blocks.splice(half + 1, 0, '## 二、下一步工作')
  if (below(4) === 0) blocks.push('- 云溪市第一小学\n- 白鹭县松林乡中心小学\n- 青石区柳桥街道')
  if (below(5) === 0) blocks.push('参见[市里的说明](https://www.example.cn/shuoming.html)。')
  if (below(6) === 0) {
    blocks.push(
      '| 单位 | 人数 | 备注 |\n| --- | --- | --- |\n| 松林乡 | 36 | 全部到校 |\n| 望江镇 | 128 | 分两批 |',
    )
  }
  return {
    path: `${date.slice(0, 4)}/${String(number).padStart(6, '0')}.md`,
    id: `r${String(number).padStart(6, '0')}`,
    title: `云溪市第${number + 1}次${['走访慰问', '座谈会', '主题教育', '检查工作', '表扬先进'][below(5)]}情况`,
    source: sources[below(sources.length)] ?? '',
    date,
    column,
    slug,
    body: blocks.join('\n\n'),
  }
}

/**
 * Writes an archive for the program into a folder.
 * @param {string} folder
 * @param {{count: number, editions: readonly string[], damaged?: boolean}} options
 */
export async function writeArchive(folder, {count, editions, damaged = false}) {
  const toTraditional = converterOf('s2tw')
  await writeFiles(folder, count, (record, number) => {
    const body = damaged ? damagedArticle(number + 1, toTraditional) : `${record.body}\n`
    const {id, title, date, column, source} = record
    return [
      `content/${record.path}`,
      `---\nid: ${id}\ntitle: ${title}\ndate: ${date}\ncolumn: ${column}\nsource: ${source}\n---\n\n${body}`,
    ]
  })
  for (let index = 0; index < 20; index++)
    await put(join(folder, `public/img/p${index}.png`), picture)
  const listed = columns.map(([name, slug]) => `  - name: ${name}\n    slug: ${slug}\n`).join('')
  await put(
    join(folder, 'dibao.yml'),
    `title: 云溪市档案\nurl: https://archive.example.cn/\neditions: [${editions.join(', ')}]\nperPage: 20\ncolumns:\n${listed}`,
  )
}

/** @param {string} folder @param {number} count @param {(record: ReturnType<typeof createRecord>, number: number) => readonly [string, string]} write */
export async function writeFiles(folder, count, write) {
  for (let number = 0; number < count; number++) {
    const [path, text] = write(createRecord(number, count), number)
    await put(join(folder, path), text)
  }
}

/** Writes a file, and the folder it is in. @param {string} path @param {string | Uint8Array} body */
export async function put(path, body) {
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, body)
}
