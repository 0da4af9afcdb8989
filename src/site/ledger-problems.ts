import type {Problem} from '../base/diagnostic.ts'

/** A mark that a merge left in the ledger. */
export const ledgerConflict: Problem<{readonly mark: string}> = {
  ruleId: 'site/ledger-conflict',
  severity: 'error',
  example: {mark: '<<<<<<< HEAD'},
  reason: ({mark}) => ({
    zh: `两边的改动合并时留下了冲突标记「${mark}」`,
    en: `a merge left the conflict mark ${mark}`,
  }),
  advice: () => ({
    zh: '两边的网址都要保留：只删去以 <<<<<<<、|||||||、=======、>>>>>>> 开头的几行，其余各行不动，顺序和重复不要紧。',
    en: 'Keep the addresses of both sides: delete only the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>. Order and repetition do not matter.',
  }),
}

/** A line of the ledger that cannot be read. */
export const badLedgerLine: Problem<Record<string, never>> = {
  ruleId: 'site/bad-ledger-line',
  severity: 'error',
  example: {},
  reason: () => ({
    zh: '网址总账的这一行读不出来',
    en: 'this line of the ledger of addresses cannot be read',
  }),
  advice: () => ({
    zh: '每行是一个 JSON：address、record、edition、state（live、redirect、tombstone、retired），retired 还要有 reason。从版本库里恢复这一行。',
    en: 'A line is JSON with address, record, edition and state (live, redirect, tombstone, or retired with a reason). Restore the line from version control.',
  }),
}

/** Two lines of the ledger that give one address to two records. */
export const ledgerDisagrees: Problem<{
  readonly address: string
  readonly records: readonly string[]
}> = {
  ruleId: 'site/ledger-disagrees',
  severity: 'error',
  example: {address: '/2004/03/notice/', records: ['notice', 'notice-2']},
  reason: ({address, records}) => ({
    zh: `网址「${address}」记了两次，属于不同的文章或版本：${records.join('、')}`,
    en: `the address ${address} is listed twice, for different records or editions: ${records.join(', ')}`,
  }),
  advice: () => ({
    zh: '保留先发布的那一行，给另一篇换一个编号。',
    en: 'Keep the line that was published first and give the other record another id.',
  }),
}

/** A published address at which nothing would stand any more. */
export const addressLost: Problem<{
  readonly address: string
  /** The same in the first edition, which stands for that of every edition where a person writes it. */
  readonly inFirst: string
  readonly record: string
  readonly now: {readonly file: string; readonly address: string} | undefined
}> = {
  ruleId: 'site/address-lost',
  severity: 'error',
  example: {
    address: '/2004/03/notice/',
    inFirst: '/2004/03/notice/',
    record: 'notice',
    now: {file: 'content/2004/notice.md', address: '/2004/04/notice/'},
  },
  reason: ({address, record, now}) => ({
    zh: now
      ? `发布过的网址「${address}」没有了：这篇文章（${record}）现在在「${now.address}」`
      : `发布过的网址「${address}」没有了：找不到编号为 ${record} 的文章`,
    en: now
      ? `the published address ${address} would be lost: its record (${record}) now stands at ${now.address}`
      : `the published address ${address} would be lost: there is no published record ${record}`,
  }),
  advice: ({inFirst, now}) => ({
    zh: `三种办法任选：一、转到新网址：${now ? `在 ${now.file} 里写 aliases: [${inFirst}]` : `在新的那一篇里写 aliases: [${inFirst}]`}，或在 redirects.csv 里加一行；二、撤回：保留文件，写 withdrawn，网址上留下说明；三、确实不要了：npx dibao retire ${inFirst} --reason 原因。`,
    en: `One of three: redirect it (aliases: [${inFirst}] in ${now ? now.file : 'the record that takes its place'}, or a line in redirects.csv); withdraw the record (keep its file and write \`withdrawn\`); or give the address up: npx dibao retire ${inFirst} --reason WHY.`,
  }),
}

/** A published address of an earlier version that is not there any more. */
export const versionLost: Problem<{readonly address: string; readonly file: string}> = {
  ruleId: 'site/version-lost',
  severity: 'error',
  example: {address: '/2004/03/notice/2004-05-20/', file: 'content/2004/notice.md'},
  reason: ({address}) => ({
    zh: `发布过的历史版本「${address}」没有了`,
    en: `the earlier version that was published at ${address} would be lost`,
  }),
  advice: ({address, file}) => ({
    zh: `三种办法任选：一、把那份历史版本放回 ${file} 旁边；二、转到现在的文字：在 ${file} 里写 aliases: [${address}]；三、确实不要了：npx dibao retire ${address} --reason 原因。`,
    en: `One of three: put the file of that version back beside ${file}; lead to the present text (aliases: [${address}] in ${file}); or give the address up: npx dibao retire ${address} --reason WHY.`,
  }),
}

/** A published address at which another record would stand. */
export const addressGivenAway: Problem<{
  readonly address: string
  readonly record: string
  readonly by: string
}> = {
  ruleId: 'site/address-given-away',
  severity: 'error',
  example: {address: '/2004/03/notice/', record: 'notice-1', by: 'notice'},
  reason: ({address, record, by}) => ({
    zh: `网址「${address}」发布时属于文章 ${record}，不能再给 ${by}`,
    en: `the address ${address} was published for the record ${record} and cannot be given to ${by}`,
  }),
  advice: () => ({
    zh: '引用这个网址的人要看到的是原来那一篇。请给这一篇另写一个 id。',
    en: 'Whoever cited it meant the other one. Give this record another id.',
  }),
}

/** An edition whose addresses would all be lost or changed. */
export const editionMoved: Problem<{readonly edition: string; readonly count: number}> = {
  ruleId: 'site/edition-moved',
  severity: 'error',
  example: {edition: 'zh-HK', count: 1200},
  reason: ({edition, count}) => ({
    zh: `版本 ${edition} 发布过的 ${count} 个网址都不再是它的了`,
    en: `the ${count} published addresses of the edition ${edition} would no longer be its own`,
  }),
  advice: ({edition}) => ({
    zh: `请在 editions 里恢复 ${edition} 和原来的顺序；确实不再出这一版，运行 npx dibao retire /${edition.toLowerCase()}/ --reason 原因。`,
    en: `Put ${edition} and the order of \`editions\` back; or, for an edition given up, npx dibao retire /${edition.toLowerCase()}/ --reason WHY.`,
  }),
}

/** A line of `redirects.csv` that is no pair of addresses. */
export const badRedirectLine: Problem<{readonly found: string}> = {
  ruleId: 'site/bad-redirect-line',
  severity: 'error',
  example: {found: 'show.asp?id=3'},
  reason: ({found}) => ({
    zh: `「${found}」不是一对网址`,
    en: `${found} is not a pair of addresses`,
  }),
  advice: () => ({
    zh: '每行写「旧网址,新网址」，或「旧网址,文章编号」；旧网址从「/」写起或写完整网址，不写「#」后面的部分，如 /show.asp?id=3,2004-notice。',
    en: 'A line is `old,new` or `old,id`; the old address begins with / or is a full one, without #, as /show.asp?id=3,2004-notice.',
  }),
}

/** A redirect that leads nowhere. */
export const deadRedirect: Problem<{readonly to: string; readonly near: string | undefined}> = {
  ruleId: 'site/dead-redirect',
  severity: 'error',
  example: {to: 'notise', near: 'notice'},
  reason: ({to}) => ({
    zh: `要转到的「${to}」不存在`,
    en: `the redirect leads to ${to}, which does not exist`,
  }),
  advice: ({near}) => ({
    zh: near
      ? `是不是「${near}」？`
      : '请写已发布的文章编号、本站的网址，或 https:// 开头的完整网址。',
    en: near
      ? `Is it ${near}?`
      : 'Name a published record, an address of this site, or a full one.',
  }),
}

/** A redirect to an address that is redirected itself. */
export const redirectChain: Problem<{readonly from: string; readonly to: string}> = {
  ruleId: 'site/redirect-chain',
  severity: 'error',
  example: {from: '/old/1.html', to: '/older/1.html'},
  reason: ({from, to}) => ({
    zh:
      from === to
        ? `旧网址「${from}」转到它自己`
        : `旧网址「${from}」转到「${to}」，而那里又要转走`,
    en:
      from === to
        ? `the old address ${from} leads to itself`
        : `the old address ${from} leads to ${to}, which is redirected itself`,
  }),
  advice: () => ({
    zh: '请直接转到最后的网址，最好写文章编号。',
    en: 'Lead straight to the last address; best to the id of a record.',
  }),
}
