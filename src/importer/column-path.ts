import {isLocationPath} from './labels.ts'

/** The column that the path to a page names: 通知公告 of `当前位置：首页 > 通知公告 > 正文`. */
export function columnOf(lines: readonly string[]): string | undefined {
  const path = lines.find(isLocationPath)
  const steps = path?.split(/\s*(?:[>＞›»→]+|&gt;)\s*/).slice(1) ?? []
  return steps.map((step) => step.trim()).findLast((step) => step !== '' && !places.has(step))
}

/** What paths end with besides a column. */
const places = new Set(['正文', '内容', '详细内容', '文章内容', '查看', '浏览', '首页', '网站首页'])
