import type {Problem} from './diagnostic.ts'

/** Code that the site adds broke off. */
export const extensionFailed: Problem<{readonly name: string; readonly message: string}> = {
  ruleId: 'base/extension-failed',
  severity: 'error',
  example: {name: 'house-style', message: 'Unexpected token'},
  reason: ({name, message}) => ({
    zh: `本站的扩展「${name}」出错：${message}`,
    en: `the site's extension ${name} failed: ${message}`,
  }),
  advice: () => ({
    zh: '请把这一条交给写扩展的人；先不用它，就在 dibao.config.mjs 里去掉它。',
    en: 'Give this to whoever wrote it; to do without, take it out of dibao.config.mjs.',
  }),
}
