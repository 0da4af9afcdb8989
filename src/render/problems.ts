import type {Problem, Wording} from '../base/diagnostic.ts'

/** A template that cannot be read or filled. */
export const badTemplate: Problem<{readonly detail: Wording}> = {
  ruleId: 'render/bad-template',
  severity: 'error',
  example: {detail: {zh: 'if doesn’t match unless', en: 'if doesn’t match unless'}},
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
export const unknownName: Problem<{readonly name: string; readonly near: string | undefined}> = {
  ruleId: 'render/unknown-name',
  severity: 'error',
  example: {name: 'titel', near: 'title'},
  reason: ({name}) => ({
    zh: `模板用了「${name}」，这一页没有这个名字`,
    en: `the template asks for ${name}, which this page does not have`,
  }),
  advice: ({near}) => ({
    zh: near ? `是不是「${near}」？` : '可用的名字见 docs 里的模板说明。',
    en: near ? `Is it ${near}?` : 'The names are listed in the documentation of templates.',
  }),
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
    zh: '请从邸报自带的 templates 文件夹复制一份。',
    en: 'Copy it from the templates folder that comes with Dibao.',
  }),
}
