import {readdir, readFile} from 'node:fs/promises'
import {join, sep} from 'node:path'
import {digestOf} from '../../src/base/digest.ts'

/**
 * What is wrong with a bag by BagIt 1.0 (RFC 8493, section 3), read from that text alone: whether it
 * has all that it must (complete), and every file the digest that is listed (valid).
 */
export async function faultsOfBag(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = new Map<string, Buffer>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length + 1).replaceAll(sep, '/'), await readFile(path))
  }
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? ''
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'))
  const tags = [...files.keys()].filter((path) => !payload.includes(path))
  const listed = readManifest(text('manifest-sha256.txt'))
  const tagsListed = readManifest(text('tagmanifest-sha256.txt'))
  // 2.1.1: two lines, in this order, in UTF-8 without a mark.
  const declared = /^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n$/
  return [
    ...(declared.test(text('bagit.txt')) ? [] : ['bagit.txt is no declaration']),
    // 2.1.2: the payload is in data/, which every payload manifest lists whole (3).
    ...(payload.length > 0 ? [] : ['there is no payload']),
    ...payload.filter((path) => !listed.has(path)).map((path) => `${path} is not listed`),
    ...findChanged(listed, files),
    // 2.2.1: a tag manifest lists tag files, and no tag manifest.
    ...tags
      .filter((path) => !path.startsWith('tagmanifest-') && !tagsListed.has(path))
      .map((path) => `${path} is not listed`),
    ...findChanged(tagsListed, files),
    ...faultsOfInfo(text('bag-info.txt'), payload, files),
  ]
}

/** 2.1.3: digest, white space, path; only CR, LF and % are encoded, and case of digits is free. */
function readManifest(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [, digest = '', path = ''] = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line) ?? []
      return [path.replace(/%(?:0[AD]|25)/gi, decodeURIComponent), digest.toLowerCase()]
    }),
  )
}

function findChanged(
  listed: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, Buffer>,
): readonly string[] {
  return [...listed].flatMap(([path, digest]) => {
    const body = files.get(path)
    if (!body) return [`${path} is missing`]
    return digestOf(body) === digest ? [] : [`${path} is changed`]
  })
}

/** 2.2.2: `label: value` lines that may be folded; Payload-Oxum is bytes and number of files. */
function faultsOfInfo(
  info: string,
  payload: readonly string[],
  files: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const lines = info.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const bad = lines.filter((line) => line !== '' && !/^[^\s:][^:]*:[ \t].*\S/.test(line))
  const bytes = payload.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0)
  const oxum = `Payload-Oxum: ${bytes}.${payload.length}`
  return [
    ...bad.map((line) => `bag-info.txt: ${line}`),
    ...(lines.includes(oxum) ? [] : [`bag-info.txt has no ${oxum}`]),
  ]
}
