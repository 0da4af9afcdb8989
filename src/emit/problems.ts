import type {Problem} from '../base/diagnostic.ts'

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
    zh: '发布的 server 文件夹里有现成的 nginx、Apache、Caddy 设置，见 docs/deploy.md。',
    en: 'The folder `server` of the published site has it for nginx, Apache and Caddy; see docs/deploy.md.',
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
    zh: '请改掉其中一个的名字或旧网址。',
    en: 'Rename one of them, or take the old address out.',
  }),
}
