import {linksOf, targetOf, unescapeMarkup} from './html.ts'

/**
 * How many bytes a reader's machine loads to show an article, over the text itself, nothing
 * compressed: the page, the style sheets it names and the scripts it names.
 *
 * The text itself is what a reader can read on the page: the characters of its body in UTF-8, and in
 * the received text the marks of what was taken out and put in, since they are what is shown there.
 * All else is over it: the head with its metadata, elements and attributes, what waits in a
 * `template`, line ends between elements.
 */
export function weighOverText(path: string, files: ReadonlyMap<string, string>): number {
  const page = files.get(path) ?? ''
  const loaded = linksOf((page.match(/<link rel="stylesheet"[^>]*>|<script[^>]*>/g) ?? []).join(''))
  const others = loaded.map((href) => files.get(targetOf(href, path) ?? ''))
  if (others.length === 0 || others.includes(undefined)) throw new Error(`not styled: ${path}`)
  const body = page.slice(page.indexOf('<body')).replace(/<template[\s\S]*?<\/template>/g, '')
  const text = unescapeMarkup(body.replace(/<(?!\/?(?:del|ins)>)[^>]*>|\n+(?=<)/g, ''))
  return weigh(page) + weigh(others.join('')) - weigh(text)
}

function weigh(text: string): number {
  return new TextEncoder().encode(text).length
}
