import type {Problem} from '../base/diagnostic.ts'
import {countOf} from '../base/plural.ts'

/** Nothing was built that could be published. */
export const notBuilt: Problem<{readonly folder: string}> = {
  ruleId: 'app/not-built',
  severity: 'error',
  example: {folder: 'dist'},
  reason: ({folder}) => ({
    zh: `「${folder}」里没有生成好的网站，什么也没有发`,
    en: `there is no built site in ${folder}; nothing was sent`,
  }),
  advice: () => ({
    zh: '请先运行 npx dibao build，没有错误以后再发。',
    en: 'Run npx dibao build first, and publish when it has no errors.',
  }),
}

/** A file of somebody else where one of the site belongs. */
export const publishForeign: Problem<{readonly path: string; readonly count: number}> = {
  ruleId: 'app/publish-foreign',
  severity: 'error',
  example: {path: 'index.html', count: 3},
  reason: ({path, count}) => ({
    zh: `目的地有 ${count} 个同名文件（如 ${path}）不是邸报放的，没有覆盖，什么也没有发`,
    en: `${countOf(count, 'file')} of the same name, such as ${path}, put there by somebody else; nothing was overwritten or sent`,
  }),
  advice: () => ({
    zh: '请换一个空文件夹；确认那些文件没有用，就先把它们移走。',
    en: 'Name an empty folder, or move those files away first if nobody needs them.',
  }),
}

/** A place to publish to that is the site's own folder, or in the way of it. */
export const publishIntoSite: Problem<{readonly target: string}> = {
  ruleId: 'app/publish-into-site',
  severity: 'error',
  example: {target: 'content'},
  reason: ({target}) => ({
    zh: `不能发到「${target}」：那是网站自己的文件夹`,
    en: `cannot publish to ${target}: it is a folder of the site itself`,
  }),
  advice: () => ({
    zh: '请写网站文件夹以外的地方，如 U 盘上的文件夹，或 用户@服务器:文件夹。',
    en: 'Name a place outside, as a folder of a USB stick, or user@server:folder.',
  }),
}

/** The folder that the place would be made in is not there. */
export const noPublishParent: Problem<{readonly target: string; readonly parent: string}> = {
  ruleId: 'app/no-publish-parent',
  severity: 'error',
  example: {target: 'E:\\档案', parent: 'E:\\'},
  reason: ({target, parent}) => ({
    zh: `发不到「${target}」：没有「${parent}」`,
    en: `cannot publish to ${target}: there is no ${parent}`,
  }),
  advice: () => ({
    zh: '请看看 U 盘插好没有、盘符和文件夹名对不对；确要发到新的地方，先建好上一级文件夹。',
    en: 'Is the disk plugged in, and its name right? For a new place make the folder above it first.',
  }),
}

/** There is no rsync on this computer. */
export const noRsync: Problem<Record<string, never>> = {
  ruleId: 'app/no-rsync',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '这台电脑没有 rsync，发不到别的机器，什么也没有发',
    en: 'there is no rsync on this computer to reach another one; nothing was sent',
  }),
  advice: () => ({
    zh: '请装上 rsync（Windows 可在 WSL 里装），或先发到本机的文件夹，再用上传工具传。',
    en: 'Install rsync (on Windows in WSL), or publish to a folder here and upload that.',
  }),
}

/** rsync could not do its work. */
export const rsyncFailed: Problem<{readonly said: string}> = {
  ruleId: 'app/rsync-failed',
  severity: 'error',
  example: {said: 'ssh: connect to host archive.example.cn port 22: Connection refused'},
  reason: ({said}) => ({
    zh: `rsync 没有做完，它说：${said}`,
    en: `rsync did not finish; it said: ${said}`,
  }),
  advice: () => ({
    zh: '请核对服务器、用户名、文件夹和网络，再运行一次：已经发过的不会重发。',
    en: 'Check server, user, folder and network, and run it again: what was sent is not sent again.',
  }),
}
