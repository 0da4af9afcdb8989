import type {Element, Root} from 'hast'
import rehypeRaw from 'rehype-raw'
import {unified} from 'unified'
import {visitElements} from '../../src/article/tree.ts'

/** What a browser would run, load or obey of a record's text, as an HTML parser reads it. */
export function dangersOf(html: string): readonly string[] {
  return find(html, ({tagName}) => active.test(tagName))
}

/** What a browser would run or load on a whole page that is not of the page's own kinds. */
export function pageDangersOf(page: string): readonly string[] {
  return find(page, ({tagName, properties}) => {
    if (tagName !== 'script') return foreign.test(tagName)
    const isData = properties['type'] === 'application/ld+json'
    return !isData && !/^(?!\/\/)[^:]+$/.test(String(properties['src'] ?? ''))
  })
}

function find(html: string, isDanger: (element: Element) => boolean): readonly string[] {
  const raw: Root = {type: 'root', children: [{type: 'raw', value: html}]}
  const dangers: string[] = []
  visitElements(parser.runSync(raw), (element) => {
    const {tagName, properties} = element
    if (isDanger(element)) dangers.push(tagName)
    for (const [name, value] of Object.entries(properties)) {
      const isAddress = name === 'href' || name === 'src'
      const text = String(value).replace(/[^!-~]/g, '')
      const isUnsafe = /^[^/?#]*:/.test(text) && !safeScheme.test(text)
      if (isAddress ? isUnsafe : handler.test(name)) dangers.push(`${tagName} ${name}`)
    }
  })
  return dangers
}

const parser = unified().use(rehypeRaw).freeze()
const active =
  /^(?:script|style|svg|math|iframe|object|embed|template|noscript|base|meta|link|form|video|audio|button|textarea|select)$/
const foreign = /^(?:iframe|frame|object|embed|base|video|audio|math|applet|portal)$/
const safeScheme = /^(?:https?|mailto|tel|record|asset|site):/
const handler = /^(?:on\w+|style|srcDoc|formAction|background|data|xLinkHref)$/
