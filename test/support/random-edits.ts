import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import type {RandomSequence} from './random.ts'

/** Bytes that are not UTF-8. */
export const gbk = Buffer.from([0xb1, 0xea, 0xcc, 0xe2])

/** A site of two records to begin with. */
export const smallSite = `-- dibao.yml --
title: 云溪市档案
-- content/a.md --
---
title: 台风后维护
date: 2004-03-05
column: 工作动态
tags: [防汛]
---
老干部参加维护，见[座谈会](record:b)。
-- content/2004/b.md --
---
title: 座谈会
date: 2004-06-01
---
![图](../pic.svg)
-- content/pic.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
`

/** What edits have made of a site. */
export interface EditState {
  readonly folder: SiteFolder
  readonly random: RandomSequence
  /** Records that there are, sound or broken, from the site's folder. */
  records: readonly string[]
}

/** Makes one random edit on the disk, and names the files that it touched. */
export async function editOnce(state: EditState): Promise<readonly string[]> {
  const {folder, random, records} = state
  const at = (path: string): string => join(folder.root, path)
  const write = async (path: string, body: string | Uint8Array): Promise<readonly string[]> => {
    await mkdir(dirname(at(path)), {recursive: true})
    await writeFile(at(path), body)
    return [at(path)]
  }
  const remove = async (path: string): Promise<readonly string[]> => {
    await rm(at(path), {force: true})
    return [at(path)]
  }
  const anyRecord = (): string => (records.length > 0 ? random.pick(records) : 'content/a.md')
  const lead = 'templates/partials/lead.hbs'
  const kinds: readonly (() => Promise<readonly string[]>)[] = [
    () => write(anyRecord(), soundRecord(random)),
    () => write(anyRecord(), soundRecord(random)),
    () => {
      const path = `content/${random.pick(['', '2004/', '文/'])}${random.text('abcd', 2)}.md`
      state.records = [...new Set([...records, path])]
      return write(path, soundRecord(random))
    },
    () => {
      const path = anyRecord()
      state.records = records.filter((each) => each !== path)
      return remove(path)
    },
    async () => {
      const [from, to] = [anyRecord(), `content/moved/${random.text('efgh', 3)}.md`]
      await mkdir(dirname(at(to)), {recursive: true})
      const moved = await rename(at(from), at(to)).then(
        () => true,
        () => false,
      )
      if (moved) state.records = [...records.filter((each) => each !== from), to]
      return [at(from), at(to)]
    },
    () => write(versionOf(anyRecord(), random), soundRecord(random)),
    () => write(versionOf(anyRecord(), random), soundRecord(random)),
    () => remove(versionOf(anyRecord(), random)),
    () => write(anyRecord(), `---\ntitle: 坏\ndate: 2004-02-3${random.below(10)}\n---\n坏\n`),
    () => write(anyRecord(), random.pick(['', '---\n', '---\ntitle: "\n---\n', 'text'])),
    () => write(anyRecord(), gbk),
    () => write('dibao.yml', random.pick(['', 'title: 甲\nperPage: 1\n', 'editions: [zh-HK]\n'])),
    () => write('dibao.yml', random.pick(['titel: 甲\n', 'title: "', String(gbk)])),
    () => write('dibao.yml', gbk),
    () => write('glossary.yml', random.pick(['', '座谈:\n  zh-Hant: 懇談\n', '- "', String(gbk)])),
    () => write(lead, random.pick(['<p>{{words.tags}}</p>\n', '<p>x</p>\n'])),
    () => write(lead, random.pick(['{{#if x}}\n', '{{nothing}}\n'])),
    () => write(lead, gbk),
    () => remove(lead),
    () => write('templates/assets/extra.css', `p { order: ${random.below(3)} }\n`),
    () => (random.below(2) === 0 ? remove('content/pic.svg') : write('content/pic.svg', '<svg/>')),
    () => write('public/logo.svg', '<svg/>'),
  ]
  return random.pick(kinds)()
}

/** Where an earlier version of a record lies, of one of a few days. */
function versionOf(record: string, random: RandomSequence): string {
  return record.replace(/\.md$/, `@${random.pick(['2020-01-01', '2021', '2021', '坏'])}.md`)
}

function soundRecord(random: RandomSequence): string {
  const fields = [
    `title: ${random.text('关心下一代工作会议', 4)}`,
    `date: 20${random.pick(['04', '05', '19', '99'])}-0${1 + random.below(9)}-01`,
    ...random.pick([[], ['column: 工作动态'], ['column: 公告', 'tags: [甲, 乙]'], ['draft: true']]),
    ...random.pick([
      [],
      [],
      ['id: same'],
      ['withdrawn: {reason: 有误}'],
      ['aliases: [/old/1.html]'],
    ]),
  ]
  const body = random.pick(['正文,正文。', '见[会](record:b)。', '![图](pic.svg)', '關(guān)心。'])
  return `---\n${fields.join('\n')}\n---\n${body}\n`
}
