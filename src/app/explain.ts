import type {Wording} from '../base/diagnostic.ts'
import type {NamedFile} from '../emit/diff.ts'
import {relatedMax} from '../site/page-key.ts'
import {outputPathOf} from '../site/permalink.ts'
import type {Page} from '../site/plan.ts'
import {relatedTo} from '../site/related.ts'
import type {Site} from '../site/site.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * For every file of the published site a line with what it was made from: records, the template,
 * copied files, or in words what all of it goes into. Settings and templates' parts go into all.
 */
export function explainOutput(
  origins: readonly NamedFile[],
  {pages, site}: Snapshot,
): readonly Wording[] {
  const byPath = new Map([...pages].map(([address, page]) => [outputPathOf(address), page]))
  return origins.map(({path, from}) => {
    const page = byPath.get(path)
    const origin = page ? originOfPage(page, site) : (makers[from] ?? {zh: from, en: from})
    return {zh: `${path} ← ${origin.zh}`, en: `${path} ← ${origin.en}`}
  })
}

// What the files about the whole site are made from, by the name their makers give.
const makers: Readonly<Record<string, Wording>> = {
  checksums: {zh: '其余全部文件', en: 'all other files'},
  feeds: {zh: '最新的文章和更正', en: 'the newest announcements and corrections'},
  headers: {zh: '程序', en: 'the program'},
  redirects: {
    zh: 'redirects.csv、permalinks.jsonl、文章的 aliases 和 withdrawn',
    en: 'redirects.csv, permalinks.jsonl, aliases and withdrawn of records',
  },
  search: {zh: '全部文章', en: 'all announcements'},
  sitemap: {zh: '全部网页', en: 'all pages'},
}

function originOfPage(page: Page, site: Site): Wording {
  const template = `templates/${page.kind}.hbs`
  switch (page.kind) {
    case 'article': {
      const {entry, newer, older} = page
      const others = [newer, older, ...relatedTo(entry, site, relatedMax)]
      const titles = [...new Set(others.flatMap((other) => other?.article.file ?? []))]
      const linked = titles.map((file) => `content/${file}`).join(', ')
      const own = `content/${entry.article.file}, ${template}`
      if (linked === '') return {zh: own, en: own}
      return {zh: `${own}；题目：${linked}`, en: `${own}; titles of ${linked}`}
    }
    case 'version': {
      const {entry, version} = page
      const files = [version, entry].map(({article}) => `content/${article.file}`)
      const all = [...files, template].join(', ')
      return {zh: all, en: all}
    }
    case 'listing': {
      const files = page.entries.map(({article}) => `content/${article.file}`)
      const all = [...files, template].join(', ')
      return {zh: all, en: all}
    }
    case 'not-found':
    case 'search':
      return {zh: template, en: template}
    default:
      return {zh: `全部文章, ${template}`, en: `all announcements, ${template}`}
  }
}
