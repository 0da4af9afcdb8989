import type {ContentPath, Permalink, RecordId} from '../base/brand.ts'
import type {Entry} from './entry.ts'
import type {Site} from './site.ts'

/** What a reference of an article leads to. */
export interface Target {
  /** An announcement, which has an address in each edition; or the address itself. */
  readonly at: Entry | Permalink
  /** What follows the address, `?query` and `#anchor`, ready for a link. */
  readonly suffix: string
}

/**
 * What a reference leads to: `record:ID`, `asset:PATH`, `site:/PATH`, each with an anchor if
 * wanted. Ids and paths of the site may be percent-encoded, as Markdown writes them, or not.
 * Undefined when nothing is there; whether a path of the site is there is not known here.
 */
export function findTarget(reference: string, site: Site): Target | undefined {
  const {kind, name} = splitReference(reference)
  if (kind === 'asset') {
    const [path, anchor] = splitAsset(name, (known) => findAsset(known, site) !== undefined)
    const at = findAsset(path, site)
    return at && {at, suffix: toAnchor(anchor)}
  }
  const [, path = '', query = '', anchor] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(name) ?? []
  if (kind === 'record') {
    const at = site.byId.get(decode(path).normalize('NFC') as RecordId)
    return at && {at, suffix: toAnchor(anchor)}
  }
  const at = path.split('/').map(decode).join('/') as Permalink
  return {at, suffix: encodeOnce(query) + toAnchor(anchor)}
}

/** The file under `content/` that a reference names; undefined when it names none of `files`. */
export function assetPathOf(reference: string, files: ReadonlySet<string>): string | undefined {
  const {kind, name} = splitReference(reference)
  if (kind !== 'asset') return undefined
  const [path] = splitAsset(name, (known) => files.has(known))
  return files.has(path) ? path : undefined
}

/** The id or the path of a reference, for messages: as people write it, without its anchor. */
export function nameOfReference(reference: string): string {
  const {kind, name} = splitReference(reference)
  return kind === 'record' ? decode(name.replace(/[?#].*$/s, '')) : name
}

function splitReference(reference: string): {kind: string; name: string} {
  // A lone surrogate cannot stand in an address.
  const text = reference.replace(/\p{Cs}/gu, '\ufffd')
  const colon = text.indexOf(':')
  return {kind: text.slice(0, colon), name: text.slice(colon + 1)}
}

/** Path and anchor. The name of a file may hold `#`, so the whole is tried first. */
function splitAsset(
  name: string,
  isKnown: (path: string) => boolean,
): readonly [string, string | undefined] {
  const hash = name.lastIndexOf('#')
  if (hash === -1 || isKnown(name) || !isKnown(name.slice(0, hash))) return [name, undefined]
  return [name.slice(0, hash), name.slice(hash + 1)]
}

function findAsset(path: string, {assets, byFile}: Site): Permalink | Entry | undefined {
  return assets.get(path) ?? byFile.get(path as ContentPath)
}

function toAnchor(anchor: string | undefined): string {
  return anchor === undefined ? '' : `#${encodeURI(decode(anchor))}`
}

function encodeOnce(query: string): string {
  return encodeURI(query).replace(/%25(?=[0-9a-f]{2})/gi, '%')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
