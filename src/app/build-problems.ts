import type {Problem} from '../base/diagnostic.ts'

/** Another build of the same site that has not ended. */
export const buildRunning: Problem<{readonly by: number}> = {
  ruleId: 'app/build-running',
  severity: 'error',
  example: {by: 4711},
  reason: ({by}) => ({
    zh: `另一个生成正在进行（进程 ${by}），这一次没有发布`,
    en: `another build is at work (process ${by}); this one published nothing`,
  }),
  advice: () => ({
    zh: '请等它完成再运行。确实没有别的生成在进行，就删去 .cache 里的 build.lock。',
    en: 'Wait until it has ended. If there is none, remove build.lock in the folder .cache.',
  }),
}

/** A link in the place of a folder that builds clear out. */
export const cacheLinked: Problem<{readonly path: string}> = {
  ruleId: 'app/cache-linked',
  severity: 'error',
  example: {path: '.cache/site'},
  reason: ({path}) => ({
    zh: `「${path}」是通到别处的链接；生成网站要清理这个文件夹，那里可能有别的文件，所以没有生成`,
    en: `${path} is a link to another place; a build clears that folder out, and the files there may be others, so nothing was made`,
  }),
  advice: () => ({
    zh: '删去这个链接再运行，缓存会重新建立，只是慢一次。',
    en: 'Remove the link and run it again; the cache is made anew, which takes longer once.',
  }),
}
