import type {Problem, Wording} from '../base/diagnostic.ts'

/** A template that cannot be read or filled. */
export const badTemplate: Problem<{readonly detail: Wording}> = {
  ruleId: 'render/bad-template',
  severity: 'error',
  example: {
    detail: {zh: '{{#if}} 的结尾写成了 {{/unless}}', en: '{{#if}} ends with {{/unless}}'},
  },
  reason: ({detail}) => ({
    zh: `模板有误：${detail.zh}`,
    en: `the template is wrong: ${detail.en}`,
  }),
  advice: () => ({
    zh: '请检查这一行的 {{ }} 是否成对、{{#if}} 与 {{/if}} 是否对应。',
    en: 'Check that every {{ }} is closed and every {{#if}} has its {{/if}}.',
  }),
}

/** A template that names something its view does not have. */
export const unknownName: Problem<{
  readonly name: string
  /** What was probably meant, the likeliest first. */
  readonly near: readonly string[]
  /** What there is at this place. */
  readonly names: readonly string[]
}> = {
  ruleId: 'render/unknown-name',
  severity: 'error',
  example: {name: 'titel', near: ['title'], names: ['title', 'href', 'date']},
  reason: ({name}) => ({
    zh: `模板用了「${name}」，这里没有这个名字`,
    en: `the template asks for ${name}, and there is no such name here`,
  }),
  advice: ({near, names}) => ({
    zh: [
      ...(near.length > 0 ? [`是不是${near.map((name) => `「${name}」`).join('或')}？`] : []),
      ...(names.length > 0 ? [`这里有：${listNames(names, '、', '等')}。`] : []),
      '全部名字见 node_modules/dibao/docs/theming.md。',
    ].join(''),
    en: [
      ...(near.length > 0 ? [`Is it ${near.join(' or ')}?`] : []),
      ...(names.length > 0 ? [`Names here: ${listNames(names, ', ', ' and more')}.`] : []),
      'All names are in node_modules/dibao/docs/theming.md.',
    ].join(' '),
  }),
}

const namesMax = 15

function listNames(names: readonly string[], comma: string, more: string): string {
  return names.slice(0, namesMax).join(comma) + (names.length > namesMax ? more : '')
}

/** A template that every site needs and that is not there. */
export const missingTemplate: Problem<{readonly file: string}> = {
  ruleId: 'render/missing-template',
  severity: 'error',
  example: {file: 'article.hbs'},
  reason: ({file}) => ({
    zh: `缺少模板「templates/${file}」`,
    en: `the template templates/${file} is missing`,
  }),
  advice: () => ({
    zh: '请从邸报自带的 node_modules/dibao/templates 复制一份。',
    en: 'Copy it from node_modules/dibao/templates, which comes with Dibao.',
  }),
}

/** A template whose name is nearly that of another one, and that nothing is made of. */
export const unusedTemplate: Problem<{readonly file: string; readonly near: string}> = {
  ruleId: 'render/unused-template',
  severity: 'warning',
  example: {file: 'artcle.hbs', near: 'article.hbs'},
  reason: ({file}) => ({
    zh: `没有网页用到模板「templates/${file}」`,
    en: `no page is made of the template templates/${file}`,
  }),
  advice: ({near}) => ({
    zh: `是不是「templates/${near}」？要换掉一个模板，文件名要与自带的一字不差。`,
    en: `Is it templates/${near}? A file replaces the one that has exactly its name.`,
  }),
}
