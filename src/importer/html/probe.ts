import type {Element} from 'hast'
import {selectAll} from 'hast-util-select'
import {decodeText} from '../decode.ts'
import type {ForeignDocument} from '../document.ts'
import {findArticle} from './find-article.ts'
import {countFrame} from './frame.ts'
import {type Page, parsePage} from './page.ts'
import {linesOf} from './page-lines.ts'

/**
 * A profile proposed from sample pages of one design: selectors that name the text and the title on
 * each of them, with what all the pages have and what each has of its own as comments.
 */
export function proposeProfile(documents: readonly ForeignDocument[]): string {
  const frame = countFrame(documents)
  const samples = documents.flatMap((document) => {
    const text = decodeText(document).value
    if (text === undefined) return []
    const page = parsePage(text)
    return [{name: document.name, page, place: findArticle(page, linesOf(page.body), frame)}]
  })
  const pages = samples.map(({page}) => page)
  const contents = samples.map(({place}) => place.content)
  const titles = samples.flatMap(({place}) => place.titleLine?.parents.at(-1) ?? [])
  const content = commonSelector(contents, pages)
  const title = commonSelector(titles, pages)
  const own = samples.map(({name, place}) => `# ${name}: ${place.title ?? '?'}`)
  return [
    '# 各页都有的（网页的框架）：',
    ...[...frame].map((line) => `#   ${line}`),
    '# 各页不同的标题：',
    ...own,
    'designs:',
    content === undefined
      ? '  # 这几页的正文没有共同的记号，请填写\n  - content: ""'
      : `  - content: ${JSON.stringify(content)}`,
    ...(title === undefined ? [] : [`    title: ${JSON.stringify(title)}`]),
    '    remove: []',
    '',
  ].join('\n')
}

/** A selector that finds each of these elements, and nothing else, on its own page. */
function commonSelector(elements: readonly Element[], pages: readonly Page[]): string | undefined {
  if (elements.length < pages.length) return undefined
  return elements
    .slice(0, 1)
    .flatMap(selectorsOf)
    .find((selector) => {
      return pages.every(({body}, index) => {
        const found = selectAll(selector, body)
        return found.length === 1 && found[0] === elements[index]
      })
    })
}

function selectorsOf({tagName, properties}: Element): readonly string[] {
  const id = String(properties['id'] ?? '')
  const classes = [properties['className'] ?? []].flat().map(String)
  const isName = (name: string): boolean => /^[A-Za-z_][\w-]*$/.test(name)
  return [
    ...(isName(id) ? [`#${id}`] : []),
    ...classes.filter(isName).map((name) => `.${name}`),
    ...classes.filter(isName).map((name) => `${tagName}.${name}`),
    tagName,
  ]
}
