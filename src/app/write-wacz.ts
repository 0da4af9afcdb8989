import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {textOfHtml} from '../article/text-of-html.ts'
import {type WaczFacts, waczFiles} from '../emit/wacz.ts'
import type {Capture} from '../emit/warc.ts'
import {zipPieces} from '../emit/zip.ts'
import {encodePath} from '../render/links.ts'
import {listFiles} from './files.ts'
import {mediaType} from './media-type.ts'
import {writePieces} from './write-pieces.ts'

/**
 * Writes the published site in `output` as a web archive (WACZ) that replays as if the site were
 * served at `facts.home`. Files are read one at a time. Gives the number of files that are in it.
 */
export async function writeWacz(target: string, output: string, facts: WaczFacts): Promise<number> {
  const paths = await listFiles(output)
  await writePieces(target, zipPieces(waczFiles(capturesOf(paths, output, facts.home), facts)))
  return paths.length
}

/** What a server would answer for each file: a folder's page at the folder, its name leading there. */
function* capturesOf(paths: readonly string[], output: string, home: string): Generator<Capture> {
  for (const path of paths) {
    const body = readFileSync(join(output, path))
    const type = mediaType(path)
    const [, folder] = /^(.*\/|)index\.html$/.exec(path) ?? []
    const address = home + encodePath(folder ?? path)
    yield {address, status: 200, mediaType: type, body, ...titleOf(body, type)}
    if (folder === undefined) continue
    const nothing = new Uint8Array()
    const named = home + encodePath(path)
    yield {address: named, status: 301, mediaType: type, location: address, body: nothing}
  }
}

/** The title of a page; none for what is no page, or sends readers on. */
function titleOf(body: Buffer, type: string): {readonly title?: string} {
  if (!type.startsWith('text/html')) return {}
  const text = body.toString('utf8')
  const [, title] = /<title>([^<]*)<\/title>/.exec(text) ?? []
  if (title === undefined || text.includes('http-equiv="refresh"')) return {}
  return {title: textOfHtml(title)}
}
