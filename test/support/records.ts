import type {RandomSequence} from './random.ts'

/** A record as a file of an archive; `fields` are lines of YAML by their names. */
export function recordFile(
  path: string,
  fields: Readonly<Record<string, string>>,
  body = '正文。',
): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`)
  return `-- content/${path} --\n---\n${lines.join('')}---\n${body}\n`
}

/** As many plain records as wanted, `a001.md` and so on, of random days in 2021 to 2023. */
export function randomRecords(count: number, random: RandomSequence): readonly string[] {
  return Array.from({length: count}, (_, index) => {
    const pad = (value: number, length = 2) => String(value).padStart(length, '0')
    const date = `${2021 + random.below(3)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`
    return recordFile(`a${pad(index + 1, 3)}.md`, {
      title: `第${index + 1}号`,
      date,
      column: random.pick(['通知', '动态', '"内部 A&B"']),
      tags: `[${random.pick(['会议', '表彰', '走访'])}, ${random.pick(['会议', 'C++'])}]`,
      source: random.pick(['市关工委', '區關工委', '镇里']),
    })
  })
}
