import type {Article} from '../../article/article.ts'
import type {Wording} from '../../base/diagnostic.ts'
import type {Outcome, Verdict} from '../examination.ts'
import type {Site} from '../site.ts'

/** A requirement that is met. */
export function passed(zh: string, en: string): Outcome {
  return {verdict: 'pass', detail: {zh, en}}
}

/** What a setting says, or how heavily it weighs that it says nothing. */
export function ofSetting(
  value: string | undefined,
  name: string,
  missing: Verdict,
  note?: Wording,
): Outcome {
  if (value !== undefined) return passed(value, value)
  const more = {zh: note ? `；${note.zh}` : '', en: note ? `; ${note.en}` : ''}
  return {
    verdict: missing,
    detail: {
      zh: `没有写；在 dibao.yml 里写 ${name}${more.zh}`,
      en: `not stated; write ${name} in dibao.yml${more.en}`,
    },
  }
}

/** How many announcements fall short of something, with their files. */
export function ofArticles(
  site: Site,
  fallsShort: (article: Article) => boolean,
  verdict: Verdict,
  advice: Wording,
): Outcome {
  const articles = site.entries.map(({article}) => article)
  const short = articles.filter(fallsShort)
  const total = articles.length
  if (short.length === 0) return passed(`${total} 篇都符合`, `all ${total} announcements`)
  return {
    verdict,
    detail: {
      zh: `${total} 篇里有 ${short.length} 篇不符合；${advice.zh}`,
      en: `${short.length} of ${total} announcements fall short; ${advice.en}`,
    },
    places: short.map(({file}) => `content/${file}`),
  }
}
