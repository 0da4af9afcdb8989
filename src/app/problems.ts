import type {Problem} from '../base/diagnostic.ts'
import {reasonOf} from './trouble.ts'

/** A file whose bytes are not UTF-8. */
export const notUtf8: Problem<Record<string, never>> = {
  ruleId: 'app/not-utf8',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '这份文件不是 UTF-8 编码，读不出文字',
    en: 'this file is not UTF-8 and cannot be read',
  }),
  advice: () => ({
    zh: '请用记事本打开，「另存为」时编码选 UTF-8；旧网站导出的原件请用 dibao import 导入。',
    en: 'Save it as UTF-8; bring files from an old site in with `dibao import`.',
  }),
}

/** Pictures larger than readers need, where nothing is installed that makes smaller ones. */
export const picturesAsTheyAre: Problem<{readonly count: number}> = {
  ruleId: 'app/pictures-as-they-are',
  severity: 'info',
  example: {count: 12},
  reason: ({count}) => ({
    zh: `${count} 张大图片按原样发布；安装 sharp（npm install sharp）后会另外发布较小的`,
    en: `${count} large pictures are published as they are; with sharp (npm install sharp) smaller ones are published beside them`,
  }),
}

/** A site folder without a single record. */
export const noRecords: Problem<{readonly folder: string}> = {
  ruleId: 'app/no-records',
  severity: 'error',
  example: {folder: 'content'},
  reason: ({folder}) => ({
    zh: `「${folder}」里没有一份文章（.md 文件）`,
    en: `there is no record (.md file) in ${folder}`,
  }),
  advice: () => ({
    zh: '请确认网站文件夹选对了（--site），或用 dibao import 导入文章。',
    en: 'Check the folder (--site), or bring records in with `dibao import`.',
  }),
}

/** A file to import that is there already with other content. */
export const recordExists: Problem<{readonly path: string}> = {
  ruleId: 'app/record-exists',
  severity: 'error',
  example: {path: 'content/2023/20230515-0a1b2c.md'},
  reason: ({path}) => ({
    zh: `「${path}」已经存在，而且内容不同，没有覆盖`,
    en: `${path} exists and differs; it was not overwritten`,
  }),
  advice: () => ({
    zh: '同一份原件已经导入过，之后又改动过。要重新导入，请先把旧文件移走。',
    en: 'The same original was imported before and edited since. Move that file away to import again.',
  }),
}

/** A file to import whose bytes are those of another that was imported before. */
export const alreadyImported: Problem<{readonly path: string; readonly name: string}> = {
  ruleId: 'app/already-imported',
  severity: 'info',
  example: {path: 'content/2023/20230515-0a1b2c.md', name: '通知.txt'},
  reason: ({path, name}) => ({
    zh: `与已经导入的「${name}」内容完全相同，用原有的「${path}」，没有再写一份`,
    en: `the same bytes were imported before as ${name}; ${path} stands for both`,
  }),
}

/** A file that cannot be opened. */
export const cannotRead: Problem<{readonly path: string; readonly code: string}> = {
  ruleId: 'app/cannot-read',
  severity: 'error',
  example: {path: '旧文章.txt', code: 'ENOENT'},
  reason: ({path, code}) => ({
    zh: code === 'ENOENT' ? `找不到文件「${path}」` : `读不了文件「${path}」：${reasonOf(code).zh}`,
    en:
      code === 'ENOENT'
        ? `there is no file ${path}`
        : `${path} cannot be read: ${reasonOf(code).en}`,
  }),
  advice: () => ({
    zh: '请核对文件名和所在文件夹。',
    en: 'Check the name and the folder.',
  }),
}

/** A folder that holds no published site to compare with. */
export const noPublishedLogs: Problem<{readonly folder: string}> = {
  ruleId: 'app/no-published-logs',
  severity: 'error',
  example: {folder: 'dist-2023'},
  reason: ({folder}) => ({
    zh: `「${folder}」里没有已发布的改动记录（repairs.json），无法比较`,
    en: `there are no published logs (repairs.json) in ${folder} to compare with`,
  }),
  advice: () => ({
    zh: '--against 后面写上次发布的文件夹，例如升级以前的 dist。',
    en: 'Name the folder of an earlier build after --against, as the dist of before an upgrade.',
  }),
}

/** A folder that is no archive. */
export const noSite: Problem<{readonly folder: string}> = {
  ruleId: 'app/no-site',
  severity: 'error',
  example: {folder: '档案'},
  reason: ({folder}) => ({
    zh: `「${folder}」不是网站文件夹：里面没有 dibao.yml，也没有 content`,
    en: `${folder} is no archive: it has neither dibao.yml nor content`,
  }),
  advice: () => ({
    zh: '请先进入网站文件夹，或用 --site 指明它。',
    en: 'Go to the folder of the archive first, or name it with --site.',
  }),
}

/** A column that was asked for and is not among those of the settings. */
export const noSuchColumn: Problem<{readonly name: string; readonly names: readonly string[]}> = {
  ruleId: 'app/no-such-column',
  severity: 'error',
  example: {name: '通知', names: ['工作动态', '通知公告']},
  reason: ({name}) => ({
    zh: `dibao.yml 里没有「${name}」这个栏目，没有新建文件`,
    en: `there is no column ${name} in dibao.yml; no file was made`,
  }),
  advice: ({names}) => ({
    zh: `请写其中一个：${names.join('、')}；或先在 dibao.yml 的 columns 里加上它。`,
    en: `Write one of ${names.join(', ')}, or add it to columns in dibao.yml first.`,
  }),
}

/** A new record whose id another one has. */
export const idTaken: Problem<{readonly id: string}> = {
  ruleId: 'app/id-taken',
  severity: 'error',
  example: {id: '20241210-0a1b2c'},
  reason: ({id}) => ({
    zh: `编号「${id}」已经属于这份文件，没有新建，也没有覆盖`,
    en: `this file has the id ${id} already; nothing was made or overwritten`,
  }),
  advice: () => ({
    zh: '今天已经新建过同一标题的文章就直接改那一份；确实是另一篇，用 --id 另给一个编号。',
    en: 'If it is the same announcement, edit that file; if it is another one, give an id with --id.',
  }),
}

/** A folder that an archive is in already. */
export const alreadySite: Problem<{readonly folder: string; readonly file: string}> = {
  ruleId: 'app/already-site',
  severity: 'error',
  example: {folder: '档案', file: 'dibao.yml'},
  reason: ({folder, file}) => ({
    zh: `「${folder}」里已经有 ${file}，没有新建任何文件`,
    en: `${folder} has ${file} already; no file was made`,
  }),
  advice: () => ({
    zh: '换一个文件夹名；要用现有的网站，进入那个文件夹运行 dibao dev。',
    en: 'Name another folder; to use the archive that is there, go to it and run dibao dev.',
  }),
}

/** An edition that was asked for and that there is not. */
export const noSuchEdition: Problem<{readonly name: string}> = {
  ruleId: 'app/no-such-edition',
  severity: 'error',
  example: {name: 'zh-TW'},
  reason: ({name}) => ({
    zh: `没有「${name}」这个版本，没有新建任何文件`,
    en: `there is no edition ${name}; no file was made`,
  }),
  advice: () => ({
    zh: '可用的版本：zh-Hans（简体）、zh-Hant（繁体，台湾用字）、zh-HK（繁体，香港用字），用逗号隔开。',
    en: 'The editions are zh-Hans, zh-Hant and zh-HK; write commas between them.',
  }),
}
