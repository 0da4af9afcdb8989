import type {Problem, Wording} from '../base/diagnostic.ts'

/** A setting that is not what it has to be. */
export const badConfig: Problem<{readonly expected: Wording}> = {
  ruleId: 'site/bad-config',
  severity: 'error',
  example: {expected: {zh: '每页条数，1 至 1000 的整数', en: 'announcements a page, 1 to 1000'}},
  reason: () => ({zh: '这一项设置的内容不对', en: 'this setting is not written as it has to be'}),
  advice: ({expected}) => ({zh: `应为：${expected.zh}`, en: `It should be: ${expected.en}`}),
}

/** A setting that does not exist. */
export const unknownConfig: Problem<{
  readonly key: string
  readonly near: string | undefined
  readonly known: readonly string[]
}> = {
  ruleId: 'site/unknown-config',
  severity: 'error',
  example: {key: 'titel', near: 'title', known: ['title', 'url', 'editions']},
  reason: ({key}) => ({zh: `没有「${key}」这项设置`, en: `there is no setting ${key}`}),
  advice: ({near, known}) => ({
    zh: `${near ? `是不是「${near}」？` : ''}可用的设置：${known.join('、')}`,
    en: `${near ? `Is it ${near}? ` : ''}There are: ${known.join(', ')}`,
  }),
}

/** Two records with one id: one of them would have no address. */
export const duplicateId: Problem<{readonly id: string; readonly files: readonly string[]}> = {
  ruleId: 'site/duplicate-id',
  severity: 'error',
  example: {id: 'notice', files: ['content/2004/notice.md', 'content/2005/notice.md']},
  reason: ({id, files}) => ({
    zh: `${files.length} 份文件的编号都是「${id}」：${files.join('、')}`,
    en: `${files.length} records have the id ${id}: ${files.join(', ')}`,
  }),
  advice: () => ({
    zh: '请在其中一份的开头写明另一个编号，如「id: notice-2」；没有写 id 时，编号就是文件名。',
    en: 'Give one of them another id, as `id: notice-2`; without one the id is the file name.',
  }),
}

/** A file that a server or a browser would run. */
export const publishedAsText: Problem<{readonly address: string}> = {
  ruleId: 'site/published-as-text',
  severity: 'warning',
  example: {address: '/files/2004/a-php.txt'},
  reason: ({address}) => ({
    zh: `服务器或浏览器会把这个文件当作程序运行，所以作为文本发布在「${address}」`,
    en: `a server or a browser would run this file, so it is published as a text at ${address}`,
  }),
  advice: () => ({
    zh: '要给人看的内容请另存为 PDF；旧网站留下的程序文件，请查一查是不是被人放进去的。',
    en: 'Save what people should read as PDF. If it is a program left on the old site, find out who put it there.',
  }),
}

/** Two addresses that some file systems cannot tell apart. */
export const addressClash: Problem<{readonly address: string; readonly files: readonly string[]}> =
  {
    ruleId: 'site/address-clash',
    severity: 'error',
    example: {address: '/2004/03/Notice/', files: ['content/Notice.md', 'content/notice.md']},
    reason: ({address, files}) => ({
      zh: `网址「${address}」被两份文件占用（大小写或字形写法不同，有的系统分不开）：${files.join('、')}`,
      en: `two records would stand at ${address} (names that differ only by case or Unicode form): ${files.join(', ')}`,
    }),
    advice: () => ({zh: '请给其中一份另写一个 id。', en: 'Give one of them another id.'}),
  }

/** An old address that two records claim, or that a page already has, be it the record's own. */
export const aliasTaken: Problem<{
  readonly alias: string
  readonly by: string
  readonly isOwn: boolean
}> = {
  ruleId: 'site/alias-taken',
  severity: 'error',
  example: {alias: '/old/1.html', by: 'content/2004/other.md', isOwn: false},
  reason: ({alias, by, isOwn}) =>
    isOwn
      ? {
          zh: `「${alias}」就是这篇文章现在的网址，不是旧网址`,
          en: `${alias} is where this record stands now and no old address`,
        }
      : {
          zh: `旧网址「${alias}」已经属于 ${by}`,
          en: `the old address ${alias} already belongs to ${by}`,
        },
  advice: ({isOwn}) =>
    isOwn
      ? {zh: '请从 aliases 里删去它。', en: 'Take it out of `aliases`.'}
      : {
          zh: '一个旧网址只能转到一处，请从其中一份的 aliases 里删去。',
          en: 'An old address leads to one place only; take it out of one of the two.',
        },
}

/** A link to a record that is not published. */
export const deadRecordLink: Problem<{readonly id: string; readonly near: string | undefined}> = {
  ruleId: 'site/dead-record-link',
  severity: 'warning',
  example: {id: 'notise', near: 'notice'},
  reason: ({id}) => ({
    zh: `正文链接到「record:${id}」，但没有发布这个编号的文章；网页上只显示文字`,
    en: `the text links to record:${id}, which is not published; the page shows the text alone`,
  }),
  advice: ({near}) => ({
    zh: near ? `是不是「record:${near}」？` : '请核对编号；编号是那份文件的 id 或文件名。',
    en: near ? `Is it record:${near}?` : 'Check the id; it is that record’s id or file name.',
  }),
}

/** A picture or an attachment that is not where the record says. */
export const missingFile: Problem<{readonly path: string; readonly isAttachment: boolean}> = {
  ruleId: 'site/missing-file',
  severity: 'warning',
  example: {path: 'content/2004/photo.jpg', isAttachment: false},
  reason: ({path}) => ({
    zh: `找不到文件「${path}」，网页上标明缺失`,
    en: `${path} does not exist; the page says that it is missing`,
  }),
  advice: ({isAttachment}) =>
    isAttachment
      ? {
          zh: '请把文件放到这个位置；确已丢失的，照样发布，网页和“待补资料”里写明缺失。',
          en: 'Put the file there; if it is lost, publish all the same: the page says so, and so does the list of what is missing.',
        }
      : {
          zh: '请把文件放到这个位置；确已丢失的图片，在 pictures 里写 missing: true。',
          en: 'Put the file there; for a picture that is lost write `missing: true` under `pictures`.',
        },
}

/** A record that waits for its day. */
export const heldBack: Problem<{readonly date: string}> = {
  ruleId: 'site/held-back',
  severity: 'info',
  example: {date: '2099-01-01'},
  reason: ({date}) => ({
    zh: `发布日期 ${date} 还没有到，暂不发布`,
    en: `its day, ${date}, has not come; it is not published yet`,
  }),
  advice: () => ({
    zh: '到了那一天再运行 npx dibao build 就会发布；要现在发布，把 date 改成今天。',
    en: 'Run npx dibao build on that day; to publish it now, put today for date.',
  }),
}

/** A column that the settings do not list, though they list some. */
export const unknownColumn: Problem<{readonly name: string; readonly near: string | undefined}> = {
  ruleId: 'site/unknown-column',
  severity: 'warning',
  example: {name: '通知公吿', near: '通知公告'},
  reason: ({name}) => ({
    zh: `dibao.yml 的 columns 里没有「${name}」这个栏目，网站上会多出这一栏`,
    en: `there is no column ${name} in dibao.yml; the site gets one more`,
  }),
  advice: ({near}) => ({
    zh: near ? `是不是「${near}」？` : '请改成已有的栏目，或在 columns 里加上它。',
    en: near ? `Is it ${near}?` : 'Use one of the columns there are, or add it to `columns`.',
  }),
}

/** Names that have one address, and therefore one page. */
export const sharedTerm: Problem<{readonly names: readonly string[]; readonly slug: string}> = {
  ruleId: 'site/shared-term',
  severity: 'warning',
  example: {names: ['C', 'C++'], slug: 'c'},
  reason: ({names, slug}) => ({
    zh: `${names.map((name) => `「${name}」`).join('')}的网址都是「${slug}」，合在一页里`,
    en: `${names.join(', ')} have one address, ${slug}, and stand on one page`,
  }),
  advice: () => ({
    zh: '网址只取文字和数字。要分开，请改其中一个的名称；本来就是一回事，请统一写法。',
    en: 'An address has letters and digits only. Rename one of them, or write them alike.',
  }),
}

/** Two columns in the settings that nothing tells apart. */
export const sameColumn: Problem<{readonly name: string; readonly slug: string}> = {
  ruleId: 'site/same-column',
  severity: 'error',
  example: {name: '通知公告', slug: 'tongzhi'},
  reason: ({name, slug}) => ({
    zh: `栏目「${name}」的名称或网址（slug: ${slug}）和前面的栏目相同`,
    en: `the column ${name} has the name or the slug (${slug}) of one before it`,
  }),
  advice: () => ({
    zh: '每个栏目的 name 和 slug 都要与其他栏目不同。',
    en: 'Every column has a name and a slug of its own.',
  }),
}
