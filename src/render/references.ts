import type {Permalink} from '../base/brand.ts'
import {escapeMarkup} from '../base/markup.ts'
import type {EditionTag} from '../base/script.ts'
import {permalinkOf} from '../site/permalink.ts'
import {pictureFormats} from '../site/picture-version.ts'
import {findTarget, type Target} from '../site/reference.ts'
import type {Site} from '../site/site.ts'
import type {Links} from './links.ts'

/** The address that a reference of an article leads to; undefined when nothing is there. */
export function hrefOfReference(
  reference: string,
  edition: EditionTag,
  site: Site,
  links: Links,
): string | undefined {
  const target = findTarget(reference, site)
  return target && hrefOfTarget(target, edition, site, links)
}

function hrefOfTarget(
  {at, suffix}: Target,
  edition: EditionTag,
  {config: {editions}}: Site,
  links: Links,
): string {
  return links.href(typeof at === 'string' ? at : permalinkOf(at.path, edition, editions)) + suffix
}

// The article floor writes a reference as the first attribute; text and attributes around it hold
// no `<a ` and no `<img `, since `<` is escaped in text and a quote in attributes.
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
  return html
    .replace(linkTag, (_, reference: string) => {
      const href = hrefOfReference(unescapeAttribute(reference), edition, site, links)
      return href === undefined ? '<a class="dead-link"' : `<a href="${escapeMarkup(href)}"`
    })
    .replace(imageTag, (_, reference: string, rest: string) => {
      const path = unescapeAttribute(reference)
      const target = findTarget(path, site)
      if (target) {
        const href = hrefOfTarget(target, edition, site, links)
        const image = `<img src="${escapeMarkup(href)}"${sizeOf(target, site)}${rest}>`
        const sources = sourcesOf(target, site, links)
        return sources === '' ? image : `<picture>${sources}${image}</picture>`
      }
      const name = path.slice(Math.max(path.lastIndexOf('/'), path.indexOf(':')) + 1)
      // An attribute may hold `<` as it is; what is shown as text may not.
      return `<span class="missing-picture">${escapeMarkup(name)}<span class="missing-picture-note">（${missing}）</span></span>`
    })
}

/** The address of the first picture of an edition's HTML that is there. */
export function findFirstPicture(html: string, site: Site): Permalink | undefined {
  for (const [, reference = ''] of html.matchAll(imageTag)) {
    const at = findTarget(unescapeAttribute(reference), site)?.at
    if (typeof at === 'string') return at
  }
  return undefined
}

/** Attributes that keep a picture's place on the page while it is loading. */
function sizeOf({at}: Target, site: Site): string {
  const size = typeof at === 'string' ? site.pictureSizes.get(at) : undefined
  return size ? ` width="${size.width}" height="${size.height}"` : ''
}

// The column of text: its measure, or on a phone the screen without its margins.
const sizes = '(min-width: 42rem) 646px, 92vw'

/** The smaller files of a picture, for the browser to choose from; empty where there are none. */
function sourcesOf({at}: Target, site: Site, links: Links): string {
  const versions = (typeof at === 'string' && site.pictureVersions.get(at)) || []
  return pictureFormats
    .map((format) => versions.filter((version) => version.format === format))
    .filter((ofFormat) => ofFormat.length > 0)
    .map((ofFormat) => {
      const set = ofFormat.map(({address, width}) => `${links.href(address)} ${width}w`)
      const type = `image/${ofFormat[0]!.format}`
      return `<source type="${type}" srcset="${escapeMarkup(set.join(', '))}" sizes="${sizes}">`
    })
    .join('')
}

function unescapeAttribute(value: string): string {
  return value.replace(/&(?:#x26|amp|#x22|quot);/g, (entity) => (/26|amp/.test(entity) ? '&' : '"'))
}
