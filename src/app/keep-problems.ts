import type {Problem} from '../base/diagnostic.ts'

/** A record that was asked for and that there is not. */
export const noSuchRecord: Problem<{readonly name: string; readonly near: string | undefined}> = {
  ruleId: 'app/no-such-record',
  severity: 'error',
  example: {name: 'tongzi', near: 'tongzhi'},
  reason: ({name}) => ({
    zh: `没有「${name}」这篇文章`,
    en: `there is no record ${name}`,
  }),
  advice: ({near}) => ({
    zh: near ? `是不是「${near}」？` : '请写文章的编号，或它的文件名，如 content/2023/tongzhi.md。',
    en: near ? `Is it ${near}?` : 'Write its id, or its file, as content/2023/tongzhi.md.',
  }),
}

/** The text of a record that has been kept today already. */
export const versionKept: Problem<{readonly record: string}> = {
  ruleId: 'app/version-kept',
  severity: 'error',
  example: {record: 'content/2023/tongzhi.md'},
  reason: ({record}) => ({
    zh: `${record} 今天已经留过一份，没有覆盖`,
    en: `the text of ${record} has been kept today already and was not overwritten`,
  }),
  advice: () => ({
    zh: '读者在今天以前看到的是那一份，直接改正文章就可以。',
    en: 'It is what readers saw until today; just correct the record.',
  }),
}
