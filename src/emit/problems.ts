import type {Problem, Wording} from '../base/diagnostic.ts'

/** An old address that plain files cannot answer. */
export const aliasNeedsServer: Problem<{readonly alias: string}> = {
  ruleId: 'emit/alias-needs-server',
  severity: 'info',
  example: {alias: '/show.asp?id=12'},
  reason: ({alias}) => ({
    zh: `旧网址「${alias}」不能做成网页文件，要靠服务器设置转到新网址`,
    en: `the old address ${alias} cannot be a file; the server has to redirect it`,
  }),
  advice: () => ({
    zh: '发布的 server 文件夹里有现成的 nginx、Apache、Caddy 设置，见 node_modules/dibao/docs/deploy.md。',
    en: 'The folder `server` of the published site has it for nginx, Apache and Caddy; see node_modules/dibao/docs/deploy.md.',
  }),
}

/** Two things that would be one file. */
export const outputClash: Problem<{readonly path: string; readonly by: readonly string[]}> = {
  ruleId: 'emit/output-clash',
  severity: 'error',
  example: {path: 'archive/index.html', by: ['public/archive/index.html', 'archive/']},
  reason: ({path, by}) => ({
    zh: `${by.join('、')} 都要写成同一个文件「${path}」`,
    en: `${by.join(' and ')} would both be written to ${path}`,
  }),
  advice: () => ({
    zh: '请给其中一个文件改名；是旧网址的，从 aliases 或 redirects.csv 里删去。',
    en: 'Rename one of the files; take an old address out of aliases or redirects.csv.',
  }),
}

/** What keeps a disk or a server from having a file of a name. */
export type NameFault = 'leaves' | 'sign' | 'end' | 'device' | 'length'

const nameFaults: Readonly<Record<NameFault, Wording>> = {
  leaves: {zh: '走出了网站的文件夹', en: 'leads out of the site'},
  sign: {
    zh: '含有 < > : " | ? * \\ 或看不见的字符',
    en: 'has < > : " | ? * \\ or control characters',
  },
  end: {zh: '有一段以句点或空格结尾', en: 'has a part that ends with a dot or a space'},
  device: {zh: '用了 Windows 保留的名称', en: 'has a name that Windows keeps for a device'},
  length: {zh: '有一段超过 255 字节', en: 'has a part of more than 255 bytes'},
}

/** A file that cannot be copied everywhere. */
export const badOutputName: Problem<{readonly path: string; readonly fault: NameFault}> = {
  ruleId: 'emit/bad-name',
  severity: 'error',
  example: {path: 'files/2004/aux.pdf', fault: 'device'},
  reason: ({path, fault}) => ({
    zh: `要发布的文件「${path}」${nameFaults[fault].zh}，有的电脑和服务器存不下`,
    en: `the file ${path} ${nameFaults[fault].en}; some computers and servers cannot keep it`,
  }),
  advice: () => ({zh: '请给这个文件另起一个名称。', en: 'Give the file another name.'}),
}

/** A drawing that would have run or fetched something. */
export const svgChanged: Problem<{readonly removed: readonly string[]}> = {
  ruleId: 'emit/svg-changed',
  severity: 'warning',
  example: {removed: ['<script>', '<svg> onload']},
  reason: ({removed}) => ({
    zh: `这幅 SVG 图里会运行程序或取用别处内容的部分没有发布：${removed.map((each) => `「${each}」`).join('')}（原件不动）`,
    en: `parts of this SVG picture that would run or fetch something are not published: ${removed.join(', ')} (the file is left as it is)`,
  }),
  advice: () => ({
    zh: '请看一看发布的图；不对就另存为 PNG。',
    en: 'Look at the picture that is published; if it is wrong, save it as PNG.',
  }),
}

/** A drawing that no browser would show. */
export const svgUnreadable: Problem<Readonly<Record<never, never>>> = {
  ruleId: 'emit/svg-unreadable',
  severity: 'warning',
  example: {},
  reason: () => ({
    zh: '这幅 SVG 图不是完好的 XML（UTF-8），没有发布，原处是一幅空图（原件不动）',
    en: 'this SVG picture is not well-formed XML in UTF-8; an empty one is published (the file is left as it is)',
  }),
  advice: () => ({zh: '请另存为 PNG。', en: 'Save it as PNG.'}),
}
