import type {OutputPath} from '../base/brand.ts'
import {encodePath} from '../render/links.ts'
import type {Emitter} from './output.ts'
import {exactly, queryPattern, type ServerRules, serverRulesOf} from './server-rules.ts'

/**
 * The redirects in the languages of web servers, which also know addresses with a query and can say
 * that a page is gone. The files are there even when they say nothing, so that a server that reads
 * them starts in any case.
 */
export const emitServerRedirects: Emitter = (site) => {
  const rules = serverRulesOf(site)
  const file = (path: string, body: string) => ({
    path: path as OutputPath,
    body: head + body,
    from: 'redirects',
  })
  return {
    value: [
      file('server/nginx.conf', formatNginx(rules)),
      file('server/apache.conf', formatApache(rules)),
      file('server/caddy.conf', formatCaddy(rules)),
      file('_redirects', formatHosts(rules)),
    ],
    diagnostics: [],
  }
}

const head = '# 旧网址的转向，由邸报生成 · Redirects of old addresses, made by dibao\n'

/** For `include` inside `server { }`. */
function formatNginx({redirects, withdrawn, retired}: ServerRules): string {
  const moved = redirects.map(({path, redirects: targets}) => {
    const lines = targets.map(({query, to}) =>
      query.length === 0
        ? `  return 301 "${to}";\n`
        : `  if ($args ~ "${queryPattern(query)}") { return 301 "${to}"; }\n`,
    )
    return `location = "${quoted(path)}" {\n${lines.join('')}}\n`
  })
  const gone = withdrawn.map(
    (path) =>
      `location = "${quoted(path)}" {\n  error_page 410 "${encodePath(path)}index.html";\n  return 410;\n}\n`,
  )
  const given = retired.map((path) => `location = "${quoted(path)}" { return 410; }\n`)
  return [...moved, ...gone, ...given].join('')
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&')
}

/** For `Include` in a virtual host, or as `.htaccess`; needs mod_rewrite. */
function formatApache({redirects, withdrawn, retired}: ServerRules): string {
  const moved = redirects.flatMap(({path, redirects: targets}) =>
    targets.map(({query, to}) => {
      const condition =
        query.length === 0 ? '' : `RewriteCond "%{QUERY_STRING}" "${queryPattern(query)}"\n`
      // A percent sign and a digit would be a part of the condition.
      const target = to.replaceAll('%', '\\%')
      return `${condition}RewriteRule "${pattern(path)}" "${target}" [R=301,NE,QSD,L]\n`
    }),
  )
  const gone = [...withdrawn, ...retired].map((path) => `RewriteRule "${pattern(path)}" - [G]\n`)
  const pages = withdrawn.map(
    (path) =>
      `<If "%{REQUEST_URI} == '${path}'">\n  ErrorDocument 410 "${encodePath(path)}index.html"\n</If>\n`,
  )
  return ['RewriteEngine On\n', ...moved, ...gone, ...pages].join('')
}

function pattern(path: string): string {
  return `^/?${exactly(path.slice(1))}$`
}

/** For `import` inside the block of a site. */
function formatCaddy({redirects, withdrawn, retired}: ServerRules): string {
  const all = redirects.flatMap(({path, redirects: targets}) =>
    targets.map((target) => ({path, ...target})),
  )
  const moved = all.map(({path, query, to}, index) => {
    const name = `@dibao_moved_${index + 1}`
    const queries =
      query.length === 0
        ? ''
        : `  vars_regexp {http.request.uri.query} \`${queryPattern(query)}\`\n`
    return `${name} {\n  path_regexp \`^${exactly(path)}$\`\n${queries}}\nredir ${name} \`${to}\` 301\n`
  })
  const matcher = (name: string, paths: readonly string[]): string =>
    `@${name} path_regexp \`^(?:${paths.map(exactly).join('|')})$\`\n`
  const gone =
    withdrawn.length === 0
      ? ''
      : `${matcher('dibao_withdrawn', withdrawn)}handle @dibao_withdrawn {
  rewrite * {path}index.html
  file_server {
    status 410
  }
}
`
  const given =
    retired.length === 0 ? '' : `${matcher('dibao_retired', retired)}respond @dibao_retired 410\n`
  return [...moved, gone, given].join('')
}

/** `_redirects`, as Netlify and Cloudflare Pages read it; only the former reads queries. */
function formatHosts({redirects}: ServerRules): string {
  const lines = redirects.flatMap(({path, redirects: targets}) =>
    targets.map(({query, to}) => {
      const parts = query.map((part) => (part.includes('=') ? part : `${part}=`))
      return `${[encodePath(path), ...parts, to, '301'].join(' ')}\n`
    }),
  )
  // Those with a query come last: Cloudflare passes over lines that it cannot read.
  const hasQuery = (line: string): boolean => line.split(' ').length > 3
  return [...lines.filter((line) => !hasQuery(line)), ...lines.filter(hasQuery)].join('')
}
