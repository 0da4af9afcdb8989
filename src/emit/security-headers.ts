import type {OutputPath} from '../base/brand.ts'
import type {Emitter} from './output.ts'

/**
 * What a page may load (Content Security Policy Level 3): files of the site itself, and pictures
 * that stand in its style sheet. No script, style or event handler stands in a page, so none is
 * allowed there.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The headers that a server should send with every file of the site. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
}

/** The theme's files have names that change with their content, so they may be kept for a year. */
export const lastingFiles = 'public, max-age=31536000, immutable'

/** The headers in the file `_headers`, which hosts of static files read and others pass over. */
export const emitHeaders: Emitter = ({config}) => {
  const base = config.url ? new URL(config.url).pathname : '/'
  const body = headersFile(base)
  return {value: [{path: '_headers' as OutputPath, body, from: 'headers'}], diagnostics: []}
}

/** What such a file says for a site whose pages stand under `base`: `/archive/`. */
export function headersFile(base: string): string {
  const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}\n`)
  return `${base}*\n${lines.join('')}${base}assets/*\n  Cache-Control: ${lastingFiles}\n`
}
