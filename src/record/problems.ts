import type {IsoDate} from '../base/day.ts'
import type {AnyProblem, Problem, Wording} from '../base/diagnostic.ts'
import {type SourceScript, sourceScripts} from '../base/script.ts'
import type {PathFault} from './file-path.ts'
import {frontMatterProblems} from './front-matter-problems.ts'
import {idBytesMax} from './record-id.ts'
import {show} from './wording.ts'
import {yamlProblems} from './yaml-problems.ts'

interface Found {
  readonly found: string
}

interface Name {
  readonly name: string
}

export const missingField: Problem<Name & {readonly example: string}> = {
  ruleId: 'record/missing-field',
  severity: 'error',
  example: {name: 'date', example: 'date: 2023-05-15'},
  reason: ({name}) => ({
    zh: `缺少必填的字段「${name}」`,
    en: `the field 「${name}」 is required and missing`,
  }),
  advice: ({example}) => ({zh: `加一行，例如：${example}`, en: `Add a line such as: ${example}`}),
}

export const emptyField: Problem<Name & {readonly example: string}> = {
  ruleId: 'record/empty-field',
  severity: 'error',
  example: {name: 'title', example: 'title: "#3号楼停水通知"'},
  reason: ({name}) => ({
    zh: `必填的字段「${name}」没有内容`,
    en: `the field 「${name}」 is required and has no value`,
  }),
  advice: ({example}) => ({
    zh: `写上内容，例如：${example}。以「#」开头的内容要用双引号括起来，否则是注释。`,
    en: `Give it one, for example: ${example}. Put a value that begins with 「#」 in double quotes, or it is a comment.`,
  }),
}

/** What kind of value stands in a field, or should. */
export type Kind = 'text' | 'flag' | 'list' | 'mapping' | 'textOrMapping'

const kinds: Readonly<Record<Kind, Wording>> = {
  text: {zh: '文字', en: 'a text'},
  flag: {zh: 'true 或 false', en: 'true or false'},
  list: {zh: '列表', en: 'a list'},
  mapping: {zh: '一组「名称: 内容」', en: 'a group of 「name: value」'},
  textOrMapping: {zh: '文字，或一组「版本: 文字」', en: 'a text, or a group of 「edition: text」'},
}

export const wrongKind: Problem<{
  readonly found: Kind
  readonly expected: Kind
  readonly example: string
}> = {
  ruleId: 'record/wrong-kind',
  severity: 'error',
  example: {found: 'list', expected: 'text', example: 'source: 仁和区关工委办公室'},
  reason: ({found, expected}) => ({
    zh: `这里应当是${kinds[expected].zh}，写的却是${kinds[found].zh}`,
    en: `this should be ${kinds[expected].en} and is ${kinds[found].en}`,
  }),
  advice: ({example}) => ({zh: `写法如：${example}`, en: `Write it like this: ${example}`}),
}

export const badDate: Problem<Found> = {
  ruleId: 'record/bad-date',
  severity: 'error',
  example: {found: '五月十五日'},
  reason: ({found}) => ({
    zh: `「${show(found)}」不是能认出的日期`,
    en: `「${show(found)}」 is not a date in a form that can be read`,
  }),
  advice: () => ({
    zh: '写成 2023-05-15，也可以写 2023/5/15、2023.5.15 或 2023年5月15日；只知道年月或年份的，写 2023-05 或 2023。',
    en: 'Write it as 2023-05-15; 2023/5/15, 2023.5.15 and 2023年5月15日 will do as well, and 2023-05 or 2023 where no more is known.',
  }),
}

export const noSuchDay: Problem<Found & {readonly last: IsoDate | undefined}> = {
  ruleId: 'record/no-such-day',
  severity: 'error',
  example: {found: '2004-13-01', last: undefined},
  reason: ({found}) => ({
    zh: `日历上没有「${show(found)}」这一天`,
    en: `「${show(found)}」 is not a day of the calendar`,
  }),
  advice: ({last}) => ({
    zh: last
      ? `那个月的最后一天是 ${last}，请核对原文。`
      : '依次写年、月（1–12）、日（1–31），例如 2023-05-15；请核对原文。',
    en: last
      ? `The last day of that month is ${last}; check the original.`
      : 'Write year, month (1–12) and day (1–31), as 2023-05-15; check the original.',
  }),
}

export const badNumber: Problem<Found & {readonly least: number}> = {
  ruleId: 'record/bad-number',
  severity: 'error',
  example: {found: '约一千次', least: 0},
  reason: ({found, least}) => ({
    zh: `「${show(found)}」不是从 ${least} 起的整数`,
    en: `「${show(found)}」 is not a whole number from ${least}`,
  }),
  advice: () => ({
    zh: '只写数字，不带单位，例如 1209。',
    en: 'Write digits only, without a unit: 1209.',
  }),
}

export const badFlag: Problem<Found> = {
  ruleId: 'record/bad-flag',
  severity: 'error',
  example: {found: '是'},
  reason: ({found}) => ({
    zh: `「${show(found)}」既不是 true（是）也不是 false（否）`,
    en: `「${show(found)}」 is neither true nor false`,
  }),
  advice: () => ({zh: '「是」写 true，「否」写 false。', en: 'Write true for yes, false for no.'}),
}

const scriptNames: Readonly<Record<SourceScript, string>> = {
  hans: '简体',
  'hant-tw': '台湾繁体',
  'hant-hk': '香港繁体',
  'pseudo-hant': '简体稿被逐字转成的繁体',
  mixed: '简繁混杂',
}

export const unknownScript: Problem<Found> = {
  ruleId: 'record/unknown-script',
  severity: 'error',
  example: {found: '简体'},
  reason: ({found}) => ({
    zh: `「${show(found)}」不是认得的原文字体`,
    en: `「${show(found)}」 is not a script that is known`,
  }),
  advice: () => ({
    zh: `写下面的一个：${sourceScripts.map((tag) => `${tag}（${scriptNames[tag]}）`).join('、')}；不写则自动判断。`,
    en: `Write one of ${sourceScripts.join(', ')}; without the field it is detected.`,
  }),
}

export const unknownEdition: Problem<Found> = {
  ruleId: 'record/unknown-edition',
  severity: 'error',
  example: {found: 'zh-TW'},
  reason: ({found}) => ({
    zh: `没有「${show(found)}」这个版本`,
    en: `there is no edition 「${show(found)}」`,
  }),
  advice: () => ({
    zh: '版本有 zh-Hans（简体）、zh-Hant（台湾繁体字形）、zh-HK（香港繁体字形）。',
    en: 'The editions are zh-Hans, zh-Hant and zh-HK.',
  }),
}

export const badAlias: Problem<Found & {readonly fixed: string}> = {
  ruleId: 'record/bad-alias',
  severity: 'error',
  example: {found: 'show.asp?id=3', fixed: '/show.asp?id=3'},
  reason: ({found}) => ({
    zh: `「${show(found)}」不是本站的旧地址：旧地址以「/」开头，不含「..」、反斜杠和控制字符`,
    en: `「${show(found)}」 is not an old address on this site, which begins with 「/」 and has no 「..」, backslash or control character in it`,
  }),
  advice: ({fixed}) => ({
    zh: `写旧网址里域名以后的部分，例如 ${show(fixed)}`,
    en: `Write what follows the host name in the old address: ${show(fixed)}`,
  }),
}

const pathFaults: Readonly<Record<PathFault, Wording>> = {
  address: {zh: '是网址，不是文件', en: 'is a web address, not a file'},
  drive: {zh: '带有盘符，别的电脑上没有', en: 'has a drive letter, which is of one computer only'},
  backslash: {zh: '用了反斜杠', en: 'has a backslash in it'},
  control: {zh: '含有看不见的控制字符', en: 'has an invisible control character in it'},
  leaves: {zh: '用「..」走出了网站的文件夹', en: 'leads out of the site by its 「..」'},
}

const pathAdvice: Wording = {
  zh: '把文件放在本文件旁边，写它的文件名，如 附件1.pdf；或放进 public 文件夹，从「/」写起，如 /files/附件1.pdf。',
  en: 'Put the file beside this one and write its name, as report.pdf; or put it into the folder public and begin with 「/」, as /files/report.pdf.',
}

export const badPath: Problem<Found & {readonly fault: PathFault}> = {
  ruleId: 'record/bad-path',
  severity: 'error',
  example: {found: 'D:\\公文\\附件1.pdf', fault: 'drive'},
  reason: ({found, fault}) => ({
    zh: `文件路径「${show(found)}」${pathFaults[fault].zh}`,
    en: `the path 「${show(found)}」 ${pathFaults[fault].en}`,
  }),
  advice: ({found, fault}) => {
    if (fault === 'address') {
      return {
        zh: '网上的文件请在正文里写成链接；要存档，就下载下来和本文件放在一起。',
        en: 'Link to a file on the web in the text; to archive it, download it and put it beside this file.',
      }
    }
    if (fault !== 'backslash') return pathAdvice
    const fixed = show(found.replaceAll('\\', '/'))
    return {zh: `改成正斜杠：${fixed}`, en: `Write slashes: ${fixed}`}
  },
}

export const badDigest: Problem<Found> = {
  ruleId: 'record/bad-digest',
  severity: 'error',
  example: {found: 'd41d8cd98f00b204e9800998ecf8427e'},
  reason: ({found}) => ({
    zh: `「${show(found)}」不是 SHA-256 校验值：应当是 64 个 0–9、a–f 的字符`,
    en: `「${show(found)}」 is not a SHA-256 digest, which has 64 characters of 0–9 and a–f`,
  }),
  advice: () => ({
    zh: '这一项由导入程序填写；请从原来的记录照抄，或整行删去。',
    en: 'The importer fills this in. Copy it from the earlier record, or delete the line.',
  }),
}

export const badId: Problem<Found & {readonly fixed: string}> = {
  ruleId: 'record/bad-id',
  severity: 'error',
  example: {found: '2023/通知 1', fixed: '2023-通知-1'},
  reason: ({found}) => ({
    zh: `「${show(found)}」不能用作编号：编号会成为网址的一段`,
    en: `「${show(found)}」 cannot be an id, which becomes a part of the address`,
  }),
  advice: ({fixed}) => ({
    zh: `只用汉字、字母、数字、-、_ 和 .，首尾不用「.」，不超过 ${idBytesMax} 字节，也不用 page、con 等保留名称；例如 ${show(fixed)}`,
    en: `Use letters and digits of any script, -, _ and . (not at either end), at most ${idBytesMax} bytes, and no reserved name such as page or con: ${show(fixed)}`,
  }),
}

export const unknownField: Problem<Name & {readonly nearest: string}> = {
  ruleId: 'record/unknown-field',
  severity: 'warning',
  example: {name: 'colunm', nearest: 'column'},
  reason: ({name}) => ({
    zh: `没有「${show(name)}」这个字段，它的内容不起作用`,
    en: `there is no field 「${show(name)}」; what it says has no effect`,
  }),
  advice: ({nearest}) => ({
    zh: `是不是想写「${nearest}」？`,
    en: `Was 「${nearest}」 meant?`,
  }),
}

/** A field by which another generator keeps a record from the public, or until a day. */
export const foreignSwitch: Problem<Name> = {
  ruleId: 'record/foreign-switch',
  severity: 'warning',
  example: {name: 'published'},
  reason: ({name}) => ({
    zh: `「${name}」是别的程序控制是否公开的字段，这里不起作用，文章会照常发布`,
    en: `「${name}」 keeps a record from the public elsewhere; here it has no effect and the record is published`,
  }),
  advice: () => ({
    zh: '不想公开的写 draft: true；要撤回的写 withdrawn；到期才发布的改 date。',
    en: 'Write `draft: true` to keep it back, `withdrawn` to take it back, or a later `date`.',
  }),
}

export const extraField: Problem<Name> = {
  ruleId: 'record/extra-field',
  severity: 'info',
  example: {name: 'layout'},
  reason: ({name}) => ({
    zh: `字段「${show(name)}」不是这里用的，它的内容不起作用`,
    en: `the field 「${show(name)}」 is none of ours; what it says has no effect`,
  }),
  advice: () => ({
    zh: '留着不碍事；想用的字段见 docs/front-matter.md。',
    en: 'It may stay; docs/front-matter.md lists the fields there are.',
  }),
}

/** The name of an earlier version that does not say until when its text stood. */
export const badVersionDay: Problem<Found> = {
  ruleId: 'record/bad-version-day',
  severity: 'error',
  example: {found: '修改前'},
  reason: ({found}) => ({
    zh: `文件名里有「@」的是历史版本，后面的「${show(found)}」不是日期`,
    en: `a file with @ in its name is an earlier version, and 「${show(found)}」 after it is no date`,
  }),
  advice: () => ({
    zh: '「@」后面写这份文字用到哪一天，如 tongzhi@2024-05-20.md；不是历史版本的，文件名里不要用「@」。',
    en: 'Write the day until which its text stood, as tongzhi@2024-05-20.md; take the @ out of the name of a file that is none.',
  }),
}

/** Everything that reading a record can report, for the manual's list of messages. */
export const recordProblems: readonly AnyProblem[] = [
  ...frontMatterProblems,
  ...yamlProblems,
  missingField,
  emptyField,
  wrongKind,
  badDate,
  noSuchDay,
  badNumber,
  badFlag,
  unknownScript,
  unknownEdition,
  badAlias,
  badPath,
  badDigest,
  badId,
  unknownField,
  extraField,
  foreignSwitch,
  badVersionDay,
]
