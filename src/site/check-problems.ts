import type {Problem, Wording} from '../base/diagnostic.ts'
import type {EditionTag} from '../base/script.ts'

/** A link to a path of the site at which nothing is. */
export const deadPath: Problem<{readonly path: string; readonly near: string | undefined}> = {
  ruleId: 'site/dead-path',
  severity: 'warning',
  example: {path: '/2024/01/notice/', near: undefined},
  reason: ({path}) => ({
    zh: `正文链接到本站的「${path}」，那里没有网页，也没有文件`,
    en: `the text links to ${path} on this site, where there is neither a page nor a file`,
  }),
  advice: ({near}) => ({
    zh: near
      ? `是不是「${near}」？`
      : '链接到另一篇文章，请写 record: 加它的编号；文件要放进 public 文件夹。',
    en: near
      ? `Is it ${near}?`
      : 'For another announcement write record: and its id; a file belongs into the folder public.',
  }),
}

/** A link to a place within an announcement that is not there. */
export const deadAnchor: Problem<{
  readonly anchor: string
  readonly target: string | undefined
  readonly near: string | undefined
}> = {
  ruleId: 'site/dead-anchor',
  severity: 'warning',
  example: {anchor: '总体要求', target: 'shishi-yijian', near: '一-总体要求'},
  reason: ({anchor, target}) => ({
    zh: `${target === undefined ? '本篇' : `「record:${target}」那一篇`}里没有「#${anchor}」这个位置`,
    en: `there is no place #${anchor} in ${target === undefined ? 'this announcement' : `record:${target}`}`,
  }),
  advice: ({near}) => ({
    zh: near
      ? `是不是「#${near}」？`
      : '位置的名称由小标题得来，标点变成“-”；请打开那一篇的网页核对。',
    en: near ? `Is it #${near}?` : 'Places are named after headings, marks as -; see that page.',
  }),
}

/** A picture of which nothing is said in words. */
export const missingAlt: Problem<{readonly path: string}> = {
  ruleId: 'site/missing-alt',
  severity: 'warning',
  example: {path: 'content/2004/photo.jpg'},
  reason: ({path}) => ({
    zh: `图片「${path}」没有说明，看不见图的人不知道它是什么`,
    en: `nothing says what the picture ${path} shows to those who cannot see it`,
  }),
  advice: () => ({
    zh: '在方括号里写说明，如 ![会议现场](图片文件名)；登记在 pictures 里的，写 caption。',
    en: 'Write it between the brackets, ![the meeting](file name), or as caption under pictures.',
  }),
}

/** Two records with the same text, or nearly. */
export const duplicateText: Problem<{readonly other: string; readonly share: number}> = {
  ruleId: 'site/duplicate-text',
  severity: 'warning',
  example: {other: 'content/2019/tongzhi.md', share: 96},
  reason: ({other, share}) => ({
    zh: `正文与 ${other} 有 ${share}% 相同，可能是同一篇`,
    en: `${share} % of the text is that of ${other}; it may be the same announcement`,
  }),
  advice: () => ({
    zh: '确是同一篇，只留一份，把另一份的网址写进留下那份的 aliases；都要留，就不用管。',
    en: 'If it is the same, keep one and put the address of the other under its aliases.',
  }),
}

const editionNames: Readonly<Record<EditionTag, string>> = {
  'zh-Hans': '简体版',
  'zh-Hant': '繁体版',
  'zh-HK': '香港版',
}

/** Characters in an edition that only the other script has. */
export const wrongScript: Problem<{
  readonly edition: EditionTag
  readonly characters: string
  readonly context: string
}> = {
  ruleId: 'site/wrong-script',
  severity: 'warning',
  example: {edition: 'zh-Hans', characters: '為', context: '認為'},
  reason: ({edition, characters, context}) => ({
    zh: `${editionNames[edition]}里有不属于这个版本的字「${characters}」（…${context}…）`,
    en: `the edition ${edition} has characters that are not of its script: ${characters} (…${context}…)`,
  }),
  advice: () => ({
    zh: '来稿字形判断错了，写 script；要固定写法的，写 conversion 或 glossary.yml；有意这样写的，不用管。',
    en: 'State the script if it was taken for another, or settle the form under conversion or in glossary.yml.',
  }),
}

/** Which of two days is on the wrong side of the other. */
export type DateFault = 'written' | 'updated' | 'withdrawn' | 'number' | 'early'

const dateFaults: Readonly<Record<DateFault, Wording>> = {
  written: {zh: '成文日期晚于发布日期', en: 'it was signed after it was published'},
  updated: {zh: '更新日期早于发布日期', en: 'it was changed before it was published'},
  withdrawn: {zh: '撤回日期早于发布日期', en: 'it was withdrawn before it was published'},
  number: {zh: '发文字号的年份晚于发布日期', en: 'its number is of a year after its publication'},
  early: {zh: '发布日期早于1949年', en: 'it was published before 1949'},
}

/** Days that cannot be right together. */
export const oddDate: Problem<{
  readonly fault: DateFault
  readonly found: string
  readonly date: string
}> = {
  ruleId: 'site/odd-date',
  severity: 'warning',
  example: {fault: 'written', found: '2024-12-05', date: '2024-12-01'},
  reason: ({fault, found, date}) => ({
    zh: `${dateFaults[fault].zh}：${found}，发布日期 ${date}`,
    en: `${dateFaults[fault].en}: ${found}, published ${date}`,
  }),
  advice: () => ({
    zh: '请对照原件，改正写错的那个日期；已经发布的文章改 date 会改变网址。',
    en: 'Compare the original and correct the day that is wrong; a new date gives a published text a new address.',
  }),
}

/** A word that the site watches for. */
export const watchedWord: Problem<{readonly word: string; readonly instead: string | undefined}> = {
  ruleId: 'site/watched-word',
  severity: 'warning',
  example: {word: '云溪区', instead: '云溪市'},
  reason: ({word}) => ({
    zh: `这里有「${word}」，是 dibao.yml 的 words 里列出的词`,
    en: `here is ${word}, which is listed under words in dibao.yml`,
  }),
  advice: ({instead}) => ({
    zh: instead ? `应为：${instead}` : '请核对这一处的用词。',
    en: instead ? `It should be: ${instead}` : 'Look at the wording here.',
  }),
}
