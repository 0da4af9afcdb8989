import type {Link, Parents, PhrasingContent, Root, RootContent, Text} from 'mdast'

/**
 * Ends a bare web address at the first character that is not ASCII: in `http://www.gov.cn/，谢谢。`
 * GFM takes the whole clause for the address. An address that was written as a link is left alone.
 */
export function cutBareLinks(parent: Root | Parents): void {
  // What comes of a link may stand wherever a link may, which the types cannot say.
  const children: readonly RootContent[] = parent.children
  parent.children = children.flatMap((child): RootContent[] => {
    if (child.type === 'link') return cutBareLink(child)
    if ('children' in child) cutBareLinks(child)
    return [child]
  }) as typeof parent.children
}

const bareAddress = /(?:https?:\/\/|www\.)[\x21-\x7e]+/gi

function cutBareLink(link: Link): PhrasingContent[] {
  const [text] = link.children
  if (link.children.length !== 1 || text?.type !== 'text' || !isBare(link, text)) return [link]
  const pieces: PhrasingContent[] = []
  let at = 0
  for (const {0: address, index} of text.value.matchAll(bareAddress)) {
    if (at < index) pieces.push({type: 'text', value: text.value.slice(at, index)})
    const url = /^www/i.test(address) ? `http://${address}` : address
    pieces.push({...link, url, children: [{...text, value: address}]})
    at = index + address.length
  }
  if (pieces.length === 0) return [link]
  if (at < text.value.length) pieces.push({type: 'text', value: text.value.slice(at)})
  return pieces
}

/** Whether a link is the address that it shows, with or without the scheme that GFM adds. */
function isBare({url}: Link, {value}: Text): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(value) && (url === value || url === `http://${value}`)
}
