import {createHash} from 'node:crypto'
import {createReadStream, createWriteStream} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import {dirname, join, relative, sep} from 'node:path'
import {pipeline} from 'node:stream/promises'
import type {Digest} from '../base/brand.ts'
import {type BagFacts, type Payload, tagFilesOf} from '../emit/bag.ts'
import {exists, listFiles} from './files.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'

/**
 * Writes a bag of the whole archive: records with their files, the originals as they were received,
 * settings, templates, and the published site. Files are copied in pieces, however long they are.
 */
export async function writeBag(
  target: string,
  folder: SiteFolder,
  facts: BagFacts,
): Promise<readonly Payload[]> {
  const payload: Payload[] = []
  for (const source of await listPayload(folder)) {
    const path = `data/${relative(folder.root, source).split(sep).join('/')}`
    payload.push({path, ...(await copyFile(source, join(target, path)))})
  }
  for (const [name, text] of tagFilesOf(payload, facts)) {
    await replaceFile(join(target, name), text)
  }
  return payload
}

async function listPayload(folder: SiteFolder): Promise<readonly string[]> {
  const {config, glossary, ledger, redirects, content, templates, output} = folder
  const folders = [content, join(content, '.originals'), folder.public, templates, output]
  const listed = await Promise.all(
    folders.map(async (each) => (await listFiles(each)).map((path) => join(each, path))),
  )
  const files: string[] = []
  for (const file of [config, glossary, ledger, redirects]) if (await exists(file)) files.push(file)
  return [...files, ...listed.flat()]
}

async function copyFile(from: string, to: string): Promise<Omit<Payload, 'path'>> {
  await mkdir(dirname(to), {recursive: true})
  const hash = createHash('sha256')
  let bytes = 0
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await pipeline(createReadStream(from), measured, createWriteStream(to, {flags: 'wx'}))
  return {digest: hash.digest('hex') as Digest, bytes}
}
