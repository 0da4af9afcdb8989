import {type Diagnostic, isError} from '../base/diagnostic.ts'
import {frontMatterProblems} from '../record/front-matter-problems.ts'
import {yamlProblems} from '../record/yaml-problems.ts'
import type {Terminal} from './terminal.ts'

const unreadable: ReadonlySet<string> = new Set(
  [...frontMatterProblems, ...yamlProblems].map(({ruleId}) => ruleId),
)

/** Says that more may come to light where files could not be read well enough to look at each field. */
export function sayUnread(diagnostics: readonly Diagnostic[], {complain}: Terminal): void {
  const files = new Set(
    diagnostics
      .filter((each) => isError(each) && unreadable.has(each.ruleId))
      .map(({file}) => file ?? ''),
  )
  if (files.size === 0) return
  complain({
    zh: `其中 ${files.size} 份文件的写法有误，改好以后才能检查它们的其他字段，可能还会有新的提示。`,
    en: `${files.size} of the files cannot be read as they are written; once they can, more may be told of their fields.`,
  })
}
