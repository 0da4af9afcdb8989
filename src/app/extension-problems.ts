import type {Problem} from '../base/diagnostic.ts'

/** The module of a site's extensions cannot be loaded. */
export const extensionsNotLoaded: Problem<{readonly message: string}> = {
  ruleId: 'app/extensions-not-loaded',
  severity: 'error',
  example: {message: "Cannot find package 'rehype-x'"},
  reason: ({message}) => ({
    zh: `本站的扩展装不进来：${message}`,
    en: `the site's extensions cannot be loaded: ${message}`,
  }),
  advice: () => ({
    zh: '请先运行 npm install；还不行，就把这一条交给写扩展的人。',
    en: 'Run npm install first; if that does not help, give this to whoever wrote them.',
  }),
}

/** Something of what a site's extensions export is not of its shape. */
export const badExtensions: Problem<{readonly where: string}> = {
  ruleId: 'app/bad-extensions',
  severity: 'error',
  example: {where: 'listings.0.keysOf'},
  reason: ({where}) => ({
    zh: where === '' ? '没有用 export default 导出扩展' : `默认导出里的「${where}」写得不对`,
    en:
      where === ''
        ? 'extensions are not exported by default'
        : `${where} of the default export is not right`,
  }),
  advice: () => ({
    zh: '应为 {textRules, steps, listings, emitters}，各是一个列表，写法见 node_modules/dibao/docs/extending.md；名称用小写字母、数字、连字符，不能和邸报自己的规则同名。',
    en: 'It is {textRules, steps, listings, emitters}, each a list, as node_modules/dibao/docs/extending.md shows; names are of a-z 0-9 - and not those of Dibao itself.',
  }),
}
