import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {inline} from '../../src/app/compile.ts'
import {mediaType} from '../../src/app/media-type.ts'
import {makeAllOutput} from '../../src/app/output.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {takeSnapshot} from '../../src/app/snapshot.ts'
import {readSources} from '../../src/app/sources.ts'
import {toIsoDate} from '../../src/base/day.ts'
import {isError} from '../../src/base/diagnostic.ts'
import {filesOf} from '../../src/emit/output.ts'
import {securityHeaders} from '../../src/emit/security-headers.ts'

/** The files of a published site, by their paths. */
export type Published = ReadonlyMap<string, Uint8Array>

/** This repository's own site in every edition there can be, as it is published on 2025-01-01. */
export async function buildSample(): Promise<Published> {
  const folder = toSiteFolder('.')
  const sources = await readSources(folder)
  const config = (await readFile('dibao.yml', 'utf8')).replace('# - zh-HK', '- zh-HK')
  const today = toIsoDate('2025-01-01')!
  const options = {todayIn: () => today, preview: false, compile: inline()}
  const snapshot = await takeSnapshot({...sources, config}, options)
  const output = makeAllOutput(snapshot, sources, folder, () => {})
  const files = new Map<string, Uint8Array>()
  for (const {path, body} of filesOf(output.files)) files.set(path, Buffer.from(body))
  const wrong = [...snapshot.diagnostics, ...output.diagnostics()].filter(isError)
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
  return files
}

/** The pages of a site as texts, by their paths. */
export function pagesOf(files: Published): ReadonlyMap<string, string> {
  const pages = [...files].filter(([path]) => /\.html?$/.test(path))
  return new Map(pages.map(([path, body]) => [path, Buffer.from(body).toString('utf8')]))
}

/** A server of plain files that sends the headers we advise, as any web host does. */
export async function serveFiles(files: Published) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://a').pathname).slice(1)
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const body = files.get(file)
    const type = mediaType(body ? file : '404.html')
    response.writeHead(body ? 200 : 404, {...securityHeaders, 'Content-Type': type})
    response.end(body ?? files.get('404.html'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const {port} = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
