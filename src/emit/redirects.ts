import type {OutputPath} from '../base/brand.ts'
import {report} from '../base/diagnostic.ts'
import {escapeMarkup} from '../base/markup.ts'
import {encodePath} from '../render/links.ts'
import {editionOf} from '../site/entry.ts'
import {addressOfTarget, type Redirect} from '../site/redirects.ts'
import type {Site} from '../site/site.ts'
import type {Emitter, OutputFile} from './output.ts'
import {findNameFault} from './output-name.ts'
import {aliasNeedsServer} from './problems.ts'

/**
 * A page at each old address that sends readers on. An address with a query, or one whose ending
 * no server sends as a page, cannot be a file: that is said, and left to the server.
 */
export const emitRedirects: Emitter = (site) => {
  // Two ways to write one address of a target, `/old/` and `/old/index.html`, are one file.
  const stubs = new Map<string, OutputFile>()
  for (const redirect of site.redirects) {
    const path = fileOf(redirect.from)
    if (path === undefined) continue
    stubs.set(`${path} ${addressOfTarget(redirect.to)}`, stub(path, redirect, site))
  }
  return {
    value: [...stubs.values()],
    diagnostics: site.redirects.flatMap(({from, where}) =>
      fileOf(from) === undefined ? [report(aliasNeedsServer, where, {alias: from})] : [],
    ),
  }
}

function fileOf(from: string): OutputPath | undefined {
  if (/[?#]/.test(from)) return undefined
  // A server decodes an address before it looks for the file.
  const path = decode(from.slice(1)).replace(/\/{2,}/g, '/')
  const file = pageAt(path)
  return file === undefined || findNameFault(file) ? undefined : (file as OutputPath)
}

/** The file that a server sends for a path; undefined for one that it does not send as a page. */
function pageAt(path: string): string | undefined {
  if (path === '' || path.endsWith('/')) return `${path}index.html`
  if (/\.s?html?$/i.test(path)) return path
  return /\.[^/]*$/.test(path) ? undefined : `${path}/index.html`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function stub(path: OutputPath, {to, where}: Redirect, site: Site): OutputFile {
  const {href, canonical} = linksTo(path, to, site)
  const edition = editionAt(to, site)
  const title = escapeMarkup(typeof to === 'string' ? to : editionOf(to.entry, edition).title)
  const canonicalLink = canonical
    ? `<link rel="canonical" href="${escapeMarkup(canonical)}">\n`
    : ''
  const body = `<!doctype html>
<html lang="${edition}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="robots" content="noindex">
${canonicalLink}<meta http-equiv="refresh" content="0; url=${escapeMarkup(href)}">
</head>
<body>
<p><a href="${escapeMarkup(href)}">${title}</a></p>
</body>
</html>
`
  return {path, body, from: where.file ?? 'redirects'}
}

/** The edition that a target stands in, of which the page says its language. */
function editionAt(to: Redirect['to'], {config}: Site) {
  const [first = 'zh-Hans'] = config.editions
  const address = addressOfTarget(to)
  return config.editions.find((tag) => address.startsWith(`/${tag.toLowerCase()}/`)) ?? first
}

function linksTo(path: OutputPath, to: Redirect['to'], {config}: Site) {
  const address = addressOfTarget(to)
  if (/^https?:/i.test(address)) return {href: address, canonical: address}
  const [, name = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
  const target = encodePath(decode(name)) + rest
  // From the old page's own folder, so that it works under any base and from a disk.
  const up = path
    .split('/')
    .slice(1)
    .map(() => '../')
    .join('')
  const file = config.links === 'relative' ? target.replace(/\/(?=[?#]|$)/, '/index.html') : target
  return {
    href: `${up}${file.slice(1)}`,
    canonical: config.url && config.url + target.slice(1),
  }
}
