/** Reads a page as a strict reader would, for tests: enough of HTML to follow its links. */

/** Where a page leads and what it loads, its forms and its scripts too, as the browser reads it. */
export function linksOf(page: string): readonly string[] {
  const tags = page.match(/<[a-z][^>]*>/gi) ?? []
  return tags.flatMap((tag) =>
    [...tag.matchAll(/ (?:href|src|action|data-index|data-more)="([^"]*)"/g)].map(
      ([, value = '']) => unescapeMarkup(value),
    ),
  )
}

/** The values of `id` on a page. */
export function idsOf(page: string): ReadonlySet<string> {
  return new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => unescapeMarkup(id)))
}

/** The text of the first element of this name. */
export function textOfElement(page: string, name: string): string {
  const found = new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`).exec(page)?.[1] ?? ''
  return unescapeMarkup(found.replace(/<[^>]*>/g, ''))
}

/** Text with its character references resolved: the named five, and numbers. */
export function unescapeMarkup(text: string): string {
  const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })
}

/**
 * The file that a link on the page at `from` opens, seen from the folder in which the site lies
 * (`base`, with a slash at both ends); undefined for a link that leads out of the site.
 */
export function targetOf(href: string, from: string, base = '/'): string | undefined {
  const origin = 'https://site.invalid'
  const page = `${origin}${base}${from.split('/').map(encodeURIComponent).join('/')}`
  const url = new URL(href, page)
  if (url.origin !== origin) return undefined
  const path = decodeURIComponent(url.pathname)
  if (!path.startsWith(base)) return `outside ${base}: ${path}`
  const inside = path.slice(base.length)
  return inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
}

/** The links of all pages of a site that lead to no file of it, each as `page: href`. */
export function findBrokenLinks(files: ReadonlyMap<string, string>, base = '/'): readonly string[] {
  const pages = [...files].filter(([path]) => path.endsWith('.html'))
  return pages.flatMap(([path, page]) =>
    linksOf(page)
      .filter((href) => !leadsSomewhere(href, path, files, base))
      .map((href) => `${path}: ${href}`),
  )
}

function leadsSomewhere(
  href: string,
  from: string,
  files: ReadonlyMap<string, string>,
  base: string,
): boolean {
  // Absolute links name the site by its own address: those of canonical and alternates.
  if (/^[a-z]+:/i.test(href)) return true
  const target = targetOf(href, from, base)
  if (target === undefined) return true
  const page = files.get(target)
  if (page === undefined) return false
  const anchor = /#(.+)$/.exec(href)?.[1]
  if (!target.endsWith('.html')) return true
  if (anchor === undefined) return true
  const ids = idsOf(page)
  // As it stands first, then decoded: the HTML standard, "find a potential indicated element".
  return ids.has(anchor) || ids.has(decodeURIComponent(anchor))
}

const voidNames = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)([^>]*)>|([^<]+)/gi
const readAttributes = / (?:alt|title|content|aria-label|label)="([^"]*)"/g

/**
 * What readers are shown or told on a page: its texts, and the attributes that are read out or
 * passed on. Elements of which `isSkipped` says so, by the whole of their opening tag, are left out.
 */
export function readableTexts(
  page: string,
  isSkipped: (tag: string) => boolean,
): readonly string[] {
  const texts: string[] = []
  const open = [{name: '', skipped: false}]
  for (const [whole, closing, name, , text] of page.matchAll(token)) {
    const parent = open.at(-1)
    if (!parent) throw new Error('closed once too often')
    const skipped = parent.skipped || (name !== undefined && isSkipped(whole))
    if (closing !== undefined && open.pop()?.name !== closing)
      throw new Error(`unexpected ${whole}`)
    if (name !== undefined && !voidNames.has(name)) open.push({name, skipped})
    if (skipped) continue
    if (text !== undefined) texts.push(text)
    if (name !== undefined) {
      texts.push(...[...whole.matchAll(readAttributes)].map(([, value = '']) => value))
    }
  }
  return texts.map(unescapeMarkup)
}

const strictToken =
  /<!--[\s\S]*?-->|<!doctype html>|<\/([a-z][a-z0-9-]*)>|<([a-z][a-z0-9-]*)(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*(\/?)>|[^<]+/giy
const rawNames = new Set(['script', 'style'])

/** Throws unless every tag of a page is whole, closed where it has to be, and in its order. */
export function checkNesting(page: string): void {
  const open: string[] = []
  for (let at = 0; at < page.length; ) {
    strictToken.lastIndex = at
    const match = strictToken.exec(page)
    if (!match) throw new Error(`not well-formed: ${page.slice(at, at + 80)}`)
    const [, closing, name, ended] = match
    at = strictToken.lastIndex
    if (closing !== undefined && open.pop() !== closing) throw new Error(`unexpected ${match[0]}`)
    if (name === undefined || voidNames.has(name) || ended === '/') continue
    open.push(name)
    if (rawNames.has(name)) at = page.indexOf(`</${name}>`, at)
    if (at < 0) throw new Error(`${name} is never closed`)
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(' ')}`)
}
