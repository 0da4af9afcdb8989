import {beforeAll, describe, expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {brief, type Many, readAttacks, textOf} from './cases.ts'

/** A line of front matter, the files that are published for it, and what the editor is told. */
interface Path {
  readonly front?: string
  readonly many?: Many
  readonly adds?: readonly string[]
  readonly report?: readonly string[]
}

const archive = (front: string): string =>
  `-- dibao.yml --\ntitle: 档案\n-- content/2024/a.md --\n---\ntitle: 标题\ndate: 2024-01-02\n${front}\n---\n正文\n`

let usual: ReadonlySet<string>

beforeAll(async () => {
  usual = new Set((await buildSiteOf(archive('author: 张三'))).files.keys())
})

describe('front matter', () => {
  test.each(readAttacks<Path>('paths'))('with %s', async (_, attack) => {
    const {files, report} = await buildSiteOf(archive(textOf(attack.front, attack.many)))
    expect(report.map(brief)).toEqual(attack.report ?? [])
    // A record with an error has no page, and what is built without it is not published.
    if (report.some((line) => line.includes(' 错误: '))) return
    const added = [...files.keys()].filter((path) => !usual.has(path))
    expect(added.filter((path) => !path.startsWith('assets/search/'))).toEqual(attack.adds ?? [])
  })
})
