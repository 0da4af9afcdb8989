import type {Diagnostic, Wording} from '../base/diagnostic.ts'
import {archiveRequirements} from './examination/archive.ts'
import {contentRequirements} from './examination/content.ts'
import {footerRequirements} from './examination/footer.ts'
import {readingRequirements} from './examination/reading.ts'
import {tagRequirements} from './examination/tags.ts'
import type {Site} from './site.ts'

/** How a requirement is met. */
export type Verdict = 'pass' | 'warn' | 'fail'

/** What an examination looks at. */
export interface Examined {
  readonly site: Site
  /** The home page and the page of the newest announcement, as they are published. */
  readonly pages: readonly string[]
  /** What checking found. */
  readonly diagnostics: readonly Diagnostic[]
}

/** How one requirement was found to be met, and where it is not. */
export interface Outcome {
  readonly verdict: Verdict
  readonly detail: Wording
  /** Files, with line and column where they are known: `content/2004/a.md:3:1`. */
  readonly places?: readonly string[]
}

/** Something that an inspector asks of a site, and where it is written that he may. */
export interface Requirement {
  readonly id: string
  readonly title: Wording
  readonly source: Wording
  readonly examine: (examined: Examined) => Outcome
}

/** A group of requirements, as a chapter of the report has them. */
export interface Chapter {
  readonly title: Wording
  readonly requirements: readonly Requirement[]
}

/** Everything that a site is examined for, in the order of the report. */
export const chapters: readonly Chapter[] = [
  {title: {zh: '网站标签', en: 'Official tags'}, requirements: tagRequirements},
  {title: {zh: '页脚登记信息', en: 'What the footer states'}, requirements: footerRequirements},
  {
    title: {zh: '适老化与无障碍', en: 'For old and disabled readers'},
    requirements: readingRequirements,
  },
  {title: {zh: '归档字段', en: 'Fields of an archive'}, requirements: archiveRequirements},
  {title: {zh: '内容检查', en: 'Content'}, requirements: contentRequirements},
]

/** A chapter with what was found. */
export interface ExaminedChapter {
  readonly title: Wording
  readonly findings: readonly (Requirement & Outcome)[]
}

/** Examines a site by every requirement. */
export function examineSite(examined: Examined): readonly ExaminedChapter[] {
  return chapters.map(({title, requirements}) => ({
    title,
    findings: requirements.map((each) => ({...each, ...each.examine(examined)})),
  }))
}
