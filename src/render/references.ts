import type {ContentPath, Permalink, RecordId} from '../base/brand.ts'
import type {EditionTag} from '../base/script.ts'
import type {Entry} from '../site/entry.ts'
import {permalinkOf} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import {escapeMarkup} from './html.ts'
import type {Links} from './links.ts'

/** The address that a reference of an article leads to; undefined when nothing is there. */
export function resolveReference(
  reference: string,
  edition: EditionTag,
  site: Site,
): Permalink | undefined {
  const colon = reference.indexOf(':')
  const target = reference.slice(colon + 1)
  const addressIn = (entry: Entry | undefined): Permalink | undefined =>
    entry && permalinkOf(entry.path, edition, site.config.editions)
  switch (reference.slice(0, colon)) {
    case 'record':
      return addressIn(site.byId.get(target as RecordId))
    case 'asset':
      return site.assets.get(target) ?? addressIn(site.byFile.get(target as ContentPath))
    default:
      return target as Permalink
  }
}

// The article floor writes a reference as the first attribute, and the text around it has no `<`.
const linkTag = /<a href="((?:record|asset|site):[^"]*)"/g
const imageTag = /<img src="((?:asset|site):[^"]*)"((?: [a-zA-Z-]+(?:="[^"]*")?)*)>/g

/**
 * The HTML of an edition with its references resolved. A link that leads nowhere keeps its text;
 * a picture that is not there gives way to its name and `missing`, the word for it.
 */
export function resolveReferences(
  html: string,
  edition: EditionTag,
  site: Site,
  links: Links,
  missing: string,
): string {
  const hrefOf = (reference: string): string | undefined => {
    const [target = '', anchor] = unescapeAttribute(reference).split('#')
    const permalink = resolveReference(target, edition, site)
    if (permalink === undefined) return undefined
    return links.href(permalink) + (anchor === undefined ? '' : `#${anchor}`)
  }
  return html
    .replace(linkTag, (_, reference: string) => {
      const href = hrefOf(reference)
      return href === undefined ? '<a class="dead-link"' : `<a href="${escapeMarkup(href)}"`
    })
    .replace(imageTag, (_, reference: string, rest: string) => {
      const href = hrefOf(reference)
      if (href !== undefined) return `<img src="${escapeMarkup(href)}"${rest}>`
      const name = reference.slice(Math.max(reference.lastIndexOf('/'), reference.indexOf(':')) + 1)
      return `<span class="missing-picture">${name}<span class="missing-picture-note">（${missing}）</span></span>`
    })
}

function unescapeAttribute(value: string): string {
  return value
    .replace(/&#x22;/g, '"')
    .replace(/&#x26;/g, '&')
    .replace(/&amp;/g, '&')
}
