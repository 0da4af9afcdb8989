import type {OutputPath} from '../base/brand.ts'
import {report} from '../base/diagnostic.ts'
import {escapeMarkup} from '../render/html.ts'
import {encodePath} from '../render/links.ts'
import {type Entry, editionOf, whereOf} from '../site/entry.ts'
import {permalinkOf} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import type {Emitter, OutputFile} from './output.ts'
import {aliasNeedsServer} from './problems.ts'

/**
 * A page at each old address that sends readers on. An address with a query, or one whose ending
 * no server sends as a page, cannot be a file: that is said, and left to the server.
 */
export const emitRedirects: Emitter = (site) => {
  const entries = [...site.entries, ...site.withdrawn]
  const aliases = entries.flatMap((entry) =>
    entry.article.aliases.map((alias) => ({entry, alias, path: fileOf(alias)})),
  )
  return {
    value: entries.flatMap((entry) => {
      const paths = entry.article.aliases.flatMap((alias) => fileOf(alias) ?? [])
      // Two ways to write one address, `/old/` and `/old/index.html`, are one file.
      return [...new Set(paths)].map((path) => stub(path, entry, site))
    }),
    diagnostics: aliases.flatMap(({entry, alias, path}) =>
      path === undefined
        ? [
            report(
              aliasNeedsServer,
              whereOf(entry.article, 'aliases', entry.article.aliases.indexOf(alias)),
              {alias},
            ),
          ]
        : [],
    ),
  }
}

function fileOf(alias: string): OutputPath | undefined {
  if (/[?#]/.test(alias)) return undefined
  // A server decodes an address before it looks for the file.
  const path = decode(alias.slice(1)).replace(/\/{2,}/g, '/')
  if (notInFileNames.test(path)) return undefined
  if (path === '' || path.endsWith('/')) return `${path}index.html` as OutputPath
  if (/\.s?html?$/i.test(path)) return path as OutputPath
  return /\.[^/]*$/.test(path) ? undefined : (`${path}/index.html` as OutputPath)
}

/** What no file of Windows may be called, and what only a query can hold. */
const notInFileNames = /[\p{Cc}<>:"|?*\\]|[. ](?:\/|$)/u

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function stub(path: OutputPath, entry: Entry, {config}: Site): OutputFile {
  const [edition = 'zh-Hans'] = config.editions
  const target = encodePath(permalinkOf(entry.path, edition, config.editions))
  // From the old page's own folder, so that it works under any base and from a disk.
  const up = path
    .split('/')
    .slice(1)
    .map(() => '../')
    .join('')
  const href = escapeMarkup(
    `${up}${target.slice(1)}${config.links === 'relative' ? 'index.html' : ''}`,
  )
  const canonical = config.url
    ? `<link rel="canonical" href="${escapeMarkup(config.url + target.slice(1))}">\n`
    : ''
  const {title} = editionOf(entry, edition)
  const body = `<!doctype html>
<html lang="${edition}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(title)}</title>
<meta name="robots" content="noindex">
${canonical}<meta http-equiv="refresh" content="0; url=${href}">
</head>
<body>
<p><a href="${href}">${escapeMarkup(title)}</a></p>
</body>
</html>
`
  return {path, body, from: `content/${entry.article.file}`}
}
