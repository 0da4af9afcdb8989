import type {RandomSequence} from './random.ts'
import {recordFile} from './records.ts'

/** A site of random parts: its settings, then files, each of which it may do without. */
export type RandomSite = readonly string[]

/** What stands in records that are not to be read by anybody, in characters that no edition changes. */
export const secret = '山川田土'

const words = [
  '关心',
  '下一代',
  '會議',
  '通知',
  '台风',
  '里',
  '發展',
  '（一）',
  ' ',
  '，',
  'NBA',
  '2004',
]
const oddities = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '-->',
  '{{x}}',
  '-{',
  '}-',
  '\\',
  '`',
  '\u200b',
  '\u202e',
]
const wilder = [
  '\u0007',
  '\ufffd',
  '\ue000',
  '𠮷',
  '?',
  '关(guān)',
  '锟斤拷',
  '\u00a0',
  '[[',
  '%',
  '#',
  '|',
]

const blocks = [
  '## 一、总则',
  '- 甲\n  - 乙\n- 丙',
  '| 姓名 | 单位 |\n| --- | --- |\n| 甲 | 乙 |',
  '> 引文',
  '[甲](record:r1) 和 [乙](r2.md)',
  '[丙](record:none) ![](none.png)',
  '![图](图.png "说明")',
  '<table><tr><td rowspan=2>甲<td>乙</table>',
  '<p align=center>居中<br>第二行',
  '<ruby>漢<rt>hàn</rt></ruby>',
  '<img src=x onerror=alert(1)> <a href="javascript:alert(1)">a</a>',
  '</div></body></html>',
  '脚注[^1]。\n\n[^1]: 注。',
  '```\n<b>\n```',
  '<!-- 注释',
  '*甲**乙_丙`丁',
  '    代码',
  'http://a.example/?a=1&b=2',
]

/**
 * Settings and up to six records, of which some are drafts, withdrawn, of the future, or broken, and
 * some have an earlier version.
 */
export function randomSite(random: RandomSequence): RandomSite {
  const text = (length: number): string =>
    random.text([...words, ...words, ...words, ...oddities, ...wilder], 1 + random.below(length))
  const quoted = (length: number): string => JSON.stringify(text(length))
  const settings = [
    `title: ${quoted(4)}`,
    `editions: ${random.pick(['[zh-Hans]', '[zh-Hans, zh-Hant]', '[zh-HK, zh-Hans]'])}`,
    `perPage: ${1 + random.below(4)}`,
    `links: ${random.pick(['root', 'relative'])}`,
    ...random.pick([['url: https://example.cn/'], []]),
  ]
  const recordFiles = (_: unknown, index: number): readonly string[] => {
    const isHidden = random.below(4) === 0
    const body = Array.from({length: random.below(5)}, () => random.pick([...blocks, text(12)]))
    const hidden: Readonly<Record<string, string>> = random.pick([
      {date: '2023-05-05', draft: 'true'},
      {date: '2023-05-05', withdrawn: '{reason: 有误}'},
      {date: '2030-05-05'},
    ])
    const open: Readonly<Record<string, string>> = {
      date: random.pick(['2023-05-05', '2023-05-06', '2024-02-29', '2023-02-30']),
      ...random.pick<Readonly<Record<string, string>>>([
        {},
        {id: 'same'},
        {aliases: '[/old.html]'},
      ]),
    }
    const fields = {
      title: quoted(6),
      ...(isHidden ? hidden : open),
      ...random.pick([{}, {column: quoted(3)}, {tags: `[${quoted(2)}, ${quoted(2)}]`}]),
      ...random.pick([{}, {source: quoted(3)}, {author: quoted(2)}]),
      ...random.pick([{}, {}, {}, {titel: quoted(2)}, {summary: quoted(9)}]),
    }
    const all = isHidden ? [...body, secret] : body
    const file = recordFile(`r${index}.md`, fields, all.join('\n\n'))
    // What an announcement said before is no more to be read than what it says.
    const day = random.pick([
      '2023-06-01',
      '2023-06-01',
      '2023-06-01',
      '2023',
      '2023',
      '2023.6.1',
      '旧',
    ])
    const version = recordFile(
      `r${index}@${day}.md`,
      {title: quoted(6), date: '2023-05-05'},
      [text(12), ...all].join('\n\n'),
    )
    return random.below(3) === 0 ? [file, version] : [file]
  }
  return [
    `-- dibao.yml --\n${settings.join('\n')}\n`,
    ...Array.from({length: 1 + random.below(6)}, recordFiles).flat(),
    '-- content/图.png --\n1\n',
  ]
}

/**
 * The smallest site found that still fails: files, then blocks and lines of them, are left out as
 * long as `fails` says so.
 */
export async function shrinkSite(
  site: RandomSite,
  fails: (site: RandomSite) => Promise<boolean>,
): Promise<RandomSite> {
  const withoutFiles = await shrinkList(site, fails)
  let smallest = withoutFiles
  for (const [index, file] of withoutFiles.entries()) {
    const [header = '', ...lines] = file.split('\n').slice(0, -1)
    const withLines = (left: readonly string[]): RandomSite =>
      smallest.with(index, [header, ...left, ''].join('\n'))
    const left = await shrinkList(lines, (each) => fails(withLines(each)))
    smallest = withLines(left)
  }
  return smallest
}

async function shrinkList(
  items: readonly string[],
  fails: (items: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  let left = items
  for (let index = items.length - 1; index >= 0; index--) {
    const fewer = left.toSpliced(index, 1)
    if (await fails(fewer)) left = fewer
  }
  return left
}
