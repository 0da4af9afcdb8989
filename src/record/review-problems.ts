import type {Problem} from '../base/diagnostic.ts'

/** An answer that names a choice there is not. */
export const unknownChoice: Problem<{readonly found: string}> = {
  ruleId: 'record/unknown-choice',
  severity: 'error',
  example: {found: '3'},
  reason: ({found}) => ({
    zh: `没有第 ${found} 种写法`,
    en: `there is no choice ${found}`,
  }),
  advice: () => ({
    zh: '请写上面列出的序号，或直接写应有的写法；不确定就留空。',
    en: 'Write one of the numbers above, or the right form itself; leave it empty when unsure.',
  }),
}
