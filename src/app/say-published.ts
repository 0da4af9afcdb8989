import type {SiteFolder} from './site-folder.ts'
import type {Terminal} from './terminal.ts'

/** What a build did, and since when it was at work, by `performance.now()`. */
export interface PublishedCounts {
  readonly articles: number
  readonly written: number
  readonly removed: number
  readonly unchanged: number
  readonly startedAt: number
}

/** The last line of a build that published. */
export function sayPublished(
  {articles, written, removed, unchanged, startedAt}: PublishedCounts,
  {output}: SiteFolder,
  terminal: Terminal,
): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const total = written + unchanged
  terminal.say({
    zh: `已发布 ${articles} 篇文章，${total} 个文件到 ${output}（写入 ${written}，删除 ${removed}，未变 ${unchanged}），用时 ${seconds} 秒`,
    en: `Published ${articles} articles, ${total} files, to ${output} (${written} written, ${removed} removed, ${unchanged} unchanged) in ${seconds} s`,
  })
}
