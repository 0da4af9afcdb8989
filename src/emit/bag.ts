import type {Digest} from '../base/brand.ts'
import {compareText} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {SiteConfig} from '../site/config.ts'

/** A file of a bag's payload: where it lies in the bag, its digest and its length. */
export interface Payload {
  readonly path: string
  readonly digest: Digest
  readonly bytes: number
}

/** What a bag says of itself besides what follows from its payload. */
export interface BagFacts {
  /** Labels and values that the site settles, in their order. */
  readonly info: Readonly<Record<string, string>>
  readonly day: string
  readonly agent: string
}

/**
 * What the settings say of an archive, under reserved labels of BagIt (RFC 8493, 2.2.2) and those
 * that sites are registered by; `bagInfo` of the site says the rest, and the same otherwise.
 */
export function bagInfoOf(config: SiteConfig): Readonly<Record<string, string>> {
  const {title, tagline, owner, filings, url, editions, bagInfo} = config
  const [first = 'zh-Hans'] = editions
  const known = {
    'Source-Organization': owner?.[first],
    'External-Description': [title[first], tagline?.[first]].filter(Boolean).join('：'),
    'External-Identifier': url,
    网站名称: title[first],
    主办单位: owner?.[first],
    承办单位: filings.operator?.[first],
    网站标识码: filings.siteCode,
    ICP备案号: filings.icp,
  }
  const stated = Object.entries(known).filter((entry): entry is [string, string] => !!entry[1])
  return {...Object.fromEntries(stated), ...bagInfo}
}

/** The tag files of a bag (BagIt 1.0, RFC 8493) with this payload, by their names. */
export function tagFilesOf(
  payload: readonly Payload[],
  {info, day, agent}: BagFacts,
): ReadonlyMap<string, string> {
  const bytes = payload.reduce((sum, each) => sum + each.bytes, 0)
  const labels = {
    ...info,
    'Bagging-Date': day,
    'Bag-Software-Agent': agent,
    'Payload-Oxum': `${bytes}.${payload.length}`,
  }
  const files = new Map([
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', Object.entries(labels).map(infoLine).join('')],
    ['manifest-sha256.txt', manifest(payload)],
  ])
  const tags = [...files].map(([path, text]) => ({path, digest: digestOf(text)}))
  return files.set('tagmanifest-sha256.txt', manifest(tags))
}

/** A value of several lines goes on after a tab (RFC 8493, section 2.2.2). */
function infoLine([label, value]: readonly [string, string]): string {
  return `${label}: ${value.trim().replace(/\s*\r?\n\s*/g, '\n\t')}\n`
}

/** Signs in a path that a line cannot hold are percent-encoded (RFC 8493, section 2.1.3). */
function manifest(files: readonly Omit<Payload, 'bytes'>[]): string {
  return files
    .toSorted((left, right) => compareText(left.path, right.path))
    .map(({path, digest}) => `${digest}  ${path.replace(/[%\r\n]/g, encodeURIComponent)}\n`)
    .join('')
}
