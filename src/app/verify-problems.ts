import type {Problem} from '../base/diagnostic.ts'
import {countOf} from '../base/plural.ts'

/** Nothing to check a site against. */
export const noChecksums: Problem<{readonly at: string}> = {
  ruleId: 'app/no-checksums',
  severity: 'error',
  example: {at: 'dist/manifest-sha256.txt'},
  reason: ({at}) => ({
    zh: `读不到校验清单「${at}」，无法核对`,
    en: `there is no readable list of checksums at ${at}`,
  }),
  advice: () => ({
    zh: '请写发布好的文件夹（如 dist）或网站的网址；清单由 npx dibao build 写在那里。',
    en: 'Name the folder of a published site, as dist, or its address; npx dibao build puts the list there.',
  }),
}

/** A file of the list that is not there. */
export const verifyMissing: Problem<Record<string, never>> = {
  ruleId: 'app/verify-missing',
  severity: 'error',
  example: {},
  reason: () => ({zh: '清单里有，实际没有这个文件', en: 'is in the list and is missing'}),
  advice: () => ({
    zh: '请从发布好的文件夹补上，或重新发布。',
    en: 'Put it back from the published folder, or publish again.',
  }),
}

/** A file whose bytes are not those that were published. */
export const verifyChanged: Problem<{readonly bytes: number}> = {
  ruleId: 'app/verify-changed',
  severity: 'error',
  example: {bytes: 10_240},
  reason: ({bytes}) => ({
    zh: `内容和发布时不同（现在 ${bytes} 字节）`,
    en: `differs from what was published (${bytes} bytes now)`,
  }),
  advice: () => ({
    zh: '可能是存储损坏，也可能有人改过；请保留现在的样子备查，再从发布好的文件夹换回。',
    en: 'The disk may have failed or somebody changed it; keep a copy to look into, and put the published file back.',
  }),
}

/** A file that the list does not have. */
export const verifyExtra: Problem<Record<string, never>> = {
  ruleId: 'app/verify-extra',
  severity: 'error',
  example: {},
  reason: () => ({zh: '清单里没有这个文件', en: 'is not in the list'}),
  advice: () => ({
    zh: '不是邸报发布的。不认得的，请查明是谁放的。',
    en: 'Dibao did not publish it. If nobody knows it, find out who put it there.',
  }),
}

/** A file that could not be read, so that nothing is known of it. */
export const verifyUnread: Problem<{readonly detail: string}> = {
  ruleId: 'app/verify-unread',
  severity: 'error',
  example: {detail: 'HTTP 503'},
  reason: ({detail}) => ({
    zh: `读不到，没有核对（${detail}）`,
    en: `could not be read (${detail})`,
  }),
  advice: () => ({
    zh: '请过一会再核对；加 --resume 可以只核对还没核对的。',
    en: 'Try again later; with --resume only what is left is checked.',
  }),
}

interface Redirected {
  readonly count: number
  readonly to: string
}

/** Addresses that a server redirects, as it does with old ones: what stood there was not seen. */
export const verifyRedirected: Problem<Redirected> = {
  ruleId: 'app/verify-redirected',
  severity: 'warning',
  example: {count: 12, to: '/2009/03/notice/'},
  reason: ({count, to}) => ({
    zh: `有 ${count} 个文件的网址由服务器转走（这一个转到「${to}」），没有核对`,
    en: `${countOf(count, 'file')} at addresses that the server redirects (this one to ${to}) not compared`,
  }),
  advice: () => ({
    zh: '旧网址本来就要转走；不是旧网址的，请看服务器的设置。要全部核对，请核对文件夹。',
    en: 'Old addresses should be; for any other look at the settings of the server. Verify the folder to compare all.',
  }),
}

/** The same of every file, as where the whole site has moved to https. */
export const verifyNothing: Problem<Redirected> = {
  ...verifyRedirected,
  ruleId: 'app/verify-nothing',
  severity: 'error',
  reason: ({count, to}) => ({
    zh: `全部 ${count} 个文件的网址由服务器转走（这一个转到「${to}」），什么也没有核对`,
    en: `the server redirects every address, ${countOf(count, 'file')} (this one to ${to}): nothing was compared`,
  }),
  advice: () => ({
    zh: '请改写转到的网址，例如 https:// 开头的，再核对。',
    en: 'Name the address that it leads to, as one with https://, and verify again.',
  }),
}
