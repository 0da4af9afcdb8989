import type {Problem, Wording} from '../base/diagnostic.ts'
import {countOf} from '../base/plural.ts'
import type {FetchFault} from './fetch-file.ts'
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
    zh: '请用记事本打开，「另存为」时编码选 UTF-8；旧网站导出的原件请用 npx dibao import 导入。',
    en: 'Save it as UTF-8; bring files from an old site in with `npx dibao import`.',
  }),
}

/** A record file that is larger than any announcement; sizes in MiB. */
export const recordTooLarge: Problem<{readonly size: number; readonly limit: number}> = {
  ruleId: 'app/record-too-large',
  severity: 'error',
  example: {size: 9.1, limit: 8},
  reason: ({size, limit}) => ({
    zh: `这份文件有 ${size} MiB，超过上限 ${limit} MiB，没有读`,
    en: `this file has ${size} MiB, more than the ${limit} MiB that are read`,
  }),
  advice: () => ({
    zh: '一篇文章的文字不会这样长。嵌在文字里的图片请另存成文件；很多篇放在一起的，请分开，一篇一份。',
    en: 'No announcement is that long. Save pictures that are embedded in the text as files; where several announcements stand in one file, make a file of each.',
  }),
}

/** Pictures larger than readers need, where nothing is installed that makes smaller ones. */
export const picturesAsTheyAre: Problem<{readonly count: number}> = {
  ruleId: 'app/pictures-as-they-are',
  severity: 'info',
  example: {count: 12},
  reason: ({count}) => ({
    zh: `${count} 张大图片按原样发布，手机上打开较慢`,
    en: `${count} large pictures are published as they are, which is slow on telephones`,
  }),
  advice: () => ({
    zh: '运行 npm install sharp 装上它，再发布时会另外发布较小的；不装也可以。',
    en: 'Run npm install sharp, and smaller ones are published beside them; it is not needed.',
  }),
}

/** A site folder without a single record. */
export const noRecords: Problem<{readonly folder: string}> = {
  ruleId: 'app/no-records',
  severity: 'error',
  example: {folder: 'content'},
  reason: ({folder}) => ({
    zh: `「${folder}」里一篇文章也没有（.md 文件）`,
    en: `there is no record (.md file) in ${folder}`,
  }),
  advice: () => ({
    zh: '请确认网站文件夹选对了（--site），或用 npx dibao import 导入文章。',
    en: 'Check the folder (--site), or bring records in with `npx dibao import`.',
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
  advice: () => ({
    zh: '不用管；确实要两篇，用 npx dibao new 另写一份。',
    en: 'Nothing has to be done; for two announcements write the other with npx dibao new.',
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
    zh: '换一个文件夹名；要用现有的网站，进入那个文件夹运行 npx dibao dev。',
    en: 'Name another folder; to use the archive that is there, go to it and run npx dibao dev.',
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

/** Why a ZIP file is not unpacked. */
export type ZipFault = 'entries' | 'size' | 'ratio' | 'encrypted' | 'path' | 'broken'

const zipFaults: Readonly<Record<ZipFault, Wording>> = {
  entries: {zh: '里面的文件多得不正常', en: 'it holds too many files'},
  size: {zh: '解开以后大得不正常', en: 'it would be too large unpacked'},
  ratio: {zh: '有的文件压缩得不正常，解开会占满磁盘', en: 'a file in it would grow beyond reason'},
  encrypted: {zh: '设有密码', en: 'it is locked with a password'},
  path: {zh: '有的文件名指向压缩文件以外的地方', en: 'a name in it leads out of the archive'},
  broken: {zh: '已经损坏，或者没有下载完整', en: 'it is damaged or was not downloaded whole'},
}

/** A ZIP file that cannot be unpacked, or must not be. */
export const zipRefused: Problem<{readonly fault: ZipFault}> = {
  ruleId: 'app/zip-refused',
  severity: 'error',
  example: {fault: 'path'},
  reason: ({fault}) => ({
    zh: `压缩文件没有解开：${zipFaults[fault].zh}`,
    en: `the ZIP file was not unpacked: ${zipFaults[fault].en}`,
  }),
  advice: () => ({
    zh: '确认来源可靠以后，用解压软件解开，再导入文件夹。',
    en: 'If you trust where it comes from, unpack it yourself and import the folder.',
  }),
}

/** A Word file that cannot be read, or must not be. */
export const wordRefused: Problem<{readonly fault: ZipFault}> = {
  ruleId: 'app/word-refused',
  severity: 'error',
  example: {fault: 'broken'},
  reason: ({fault}) => ({
    zh: `这份 Word 文件没有读：${zipFaults[fault].zh}`,
    en: `the Word file was not read: ${zipFaults[fault].en}`,
  }),
  advice: () => ({
    zh: '用 Word 或 WPS 打开，确认完好以后，另存为网页（.htm），再导入。',
    en: 'Open it in Word or WPS and, if it is whole, save it as a web page (.htm) and import that.',
  }),
}

const fetchFaults: Readonly<Record<FetchFault, Wording>> = {
  host: {zh: '不在允许的网站之列', en: 'its host is not in the list'},
  private: {zh: '指向内部网络的地址', en: 'it leads to an address inside a network'},
  status: {zh: '网站上没有了', en: 'the site has it no longer'},
  type: {zh: '得到的是网页，不是文件', en: 'a page came in its place'},
  size: {zh: '超过 64 MB', en: 'it is larger than 64 MB'},
  unreachable: {zh: '连不上', en: 'the site cannot be reached'},
}

/** A picture or an attachment that was not fetched from the old site. */
export const notFetched: Problem<{readonly url: string; readonly fault: FetchFault}> = {
  ruleId: 'app/not-fetched',
  severity: 'warning',
  example: {url: 'http://www.example.org/a.doc', fault: 'status'},
  reason: ({url, fault}) => ({
    zh: `没有取到 ${url}：${fetchFaults[fault].zh}`,
    en: `${url} was not fetched: ${fetchFaults[fault].en}`,
  }),
  advice: () => ({
    zh: '用浏览器打开这个网址看一看；找到文件后放进文件夹，再导入。',
    en: 'Open the address in a browser; put the file into the folder where you find it, and import again.',
  }),
}

/** An archive of the web that ends before its end. */
export const warcBroken: Problem<{readonly count: number}> = {
  ruleId: 'app/warc-broken',
  severity: 'error',
  example: {count: 120},
  reason: ({count}) => ({
    zh: `这份网页归档（WARC）已经损坏或不完整，只读出了前面 ${count} 个网页和文件`,
    en: `this archive of the web (WARC) is damaged or cut off: only its first ${count} pages and files were read`,
  }),
  advice: () => ({
    zh: '重新下载一份完整的，再导入；已经读出的照常导入。',
    en: 'Get a whole copy and import again; what was read is imported as usual.',
  }),
}

/** Pages and files of an archive of the web that are larger than any announcement's. */
export const warcTooLarge: Problem<{readonly addresses: readonly string[]}> = {
  ruleId: 'app/warc-too-large',
  severity: 'warning',
  example: {addresses: ['http://www.example.org/a.mp4']},
  reason: ({addresses}) => ({
    zh: `网页归档里有 ${addresses.length} 个文件大得不正常，没有读，例如 ${addresses[0]}`,
    en: `${countOf(addresses.length, 'file')} of the archive far too large to be read, such as ${addresses[0]}`,
  }),
  advice: () => ({
    zh: '需要的话，用 ReplayWeb.page 打开归档，单独存出来。',
    en: 'Where one is needed, open the archive in ReplayWeb.page and save it from there.',
  }),
}

interface Changes {
  readonly path: string
  readonly changes: readonly string[]
}

/** A record that was written anew because the page it was made of has changed. */
export const recordUpdated: Problem<Changes> = {
  ruleId: 'app/record-updated',
  severity: 'info',
  example: {path: 'content/2023/20230515-0a1b2c.md', changes: ['source: 甲 → 乙', '+2 −1']},
  reason: ({path, changes}) => ({
    zh: `原件比上次导入时有改动，已更新「${path}」：${changes.join('；') || '字段和正文没有变'}`,
    en: `the document has changed since the last import; ${path} was updated: ${changes.join('; ') || 'its fields and text are the same'}`,
  }),
  advice: () => ({
    zh: '看一眼改了什么；不该改的，从旧版本取回这份文件。',
    en: 'See what changed; take the file back from an earlier version if it should not have.',
  }),
}

/** A record that was edited, while the page it was made of has changed. */
export const recordEdited: Problem<Changes> = {
  ruleId: 'app/record-edited',
  severity: 'error',
  example: {path: 'content/2023/20230515-0a1b2c.md', changes: ['source: 甲 → 乙', '+2 −1']},
  reason: ({path, changes}) => ({
    zh: `原件有改动，「${path}」也被人改过，没有覆盖；照原件会改的是：${changes.join('；')}`,
    en: `the document has changed and so has ${path}, which was not overwritten; it would change: ${changes.join('; ')}`,
  }),
  advice: () => ({
    zh: '在终端里运行，会逐篇问要不要覆盖；或者照上面列的，手工改这一篇。',
    en: 'Run it in a terminal to be asked about each, or make the changes by hand.',
  }),
}
