import type {Problem, Wording} from '../base/diagnostic.ts'

/** An earlier version of a record that there is not. */
export const versionOfNothing: Problem<{readonly id: string; readonly near: string | undefined}> = {
  ruleId: 'site/version-of-nothing',
  severity: 'warning',
  example: {id: 'tongzi', near: 'tongzhi'},
  reason: ({id}) => ({
    zh: `这是「${id}」的历史版本，可是没有编号为「${id}」的文章，这一份没有发布`,
    en: `this is an earlier version of ${id}, but there is no record ${id}; it is not published`,
  }),
  advice: ({near}) => ({
    zh: `${near ? `是不是「${near}」的？` : ''}文件名里「@」前面的部分要和那篇文章的文件名一样；文章写明了 id 的，这一份也写同一个 id。`,
    en: `${near ? `Is it of ${near}? ` : ''}What stands before the @ is the name of that record’s file; where the record states an id, its versions state the same.`,
  }),
}

/** Two earlier versions of a record that stood until the same day, and would have one address. */
export const versionsOfOneDay: Problem<{readonly day: string; readonly files: readonly string[]}> =
  {
    ruleId: 'site/versions-of-one-day',
    severity: 'error',
    example: {
      day: '2024-05-20',
      files: ['content/a@2024-05-20.md', 'content/a@2024.5.20.md'],
    },
    reason: ({day, files}) => ({
      zh: `同一篇文章有 ${files.length} 份 ${day} 的历史版本：${files.join('、')}`,
      en: `one record has ${files.length} earlier versions of ${day}: ${files.join(', ')}`,
    }),
    advice: () => ({
      zh: '一天只留一份：当天改了几次的，留最早的那一份。',
      en: 'Keep one for a day; of several, the first, which readers had until then.',
    }),
  }

/** What keeps an earlier version from being of use. */
export type VersionFault = 'early' | 'late' | 'same'

const faults: Readonly<Record<VersionFault, (day: string) => Wording>> = {
  early: (day) => ({
    zh: `历史版本的日期 ${day} 比文章发布的日期还早`,
    en: `the earlier version is of ${day}, a day before the record was published`,
  }),
  late: (day) => ({
    zh: `历史版本的日期 ${day} 还没有到`,
    en: `the earlier version is of ${day}, a day that has not come`,
  }),
  same: (day) => ({
    zh: `${day} 的历史版本和现在的文字一字不差，没有可以对照的`,
    en: `the earlier version of ${day} reads as the present text does; there is nothing to compare`,
  }),
}

/** An earlier version that a person should look at. */
export const oddVersion: Problem<{readonly fault: VersionFault; readonly day: string}> = {
  ruleId: 'site/odd-version',
  severity: 'warning',
  example: {fault: 'same', day: '2024-05-20'},
  reason: ({fault, day}) => faults[fault](day),
  advice: ({fault}) =>
    fault === 'same'
      ? {
          zh: '还没有更正的，现在改正文章；不更正了，就删去这一份（已经发布过的，再用 npx dibao retire 取消它的网址）。',
          en: 'If the record is still to be corrected, do so now; else delete this file (and, if it was published, give its address up with npx dibao retire).',
        }
      : {
          zh: '文件名里「@」后面写这份文字用到哪一天，即更正的那一天。',
          en: 'After the @ in its name stands the day until which its text stood, that of the correction.',
        },
}
