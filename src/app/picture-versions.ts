import {mkdir, rename, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Permalink} from '../base/brand.ts'
import {type Checked, report} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {OutputFile} from '../emit/output.ts'
import {assetPermalink, outputPathOf} from '../site/permalink.ts'
import type {PictureSize} from '../site/picture-size.ts'
import {type PictureVersion, versionsOf} from '../site/picture-version.ts'
import {mapConcurrently, readBytes} from './files.ts'
import type {PictureService} from './picture-service.ts'
import {picturesAsTheyAre} from './problems.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Sources} from './sources.ts'

/** Smaller files of the pictures of a site, by the addresses of the pictures they stand for. */
export interface MadeVersions {
  readonly versions: ReadonlyMap<Permalink, readonly PictureVersion[]>
  readonly files: ReadonlyMap<Permalink, readonly OutputFile[]>
}

/**
 * Makes the versions of every photograph beside the records, or takes them from `.cache/pictures/`,
 * where each is kept under the digest of what it is made of. A picture that the service cannot
 * read, or whose versions turn out no smaller, is published as it is; without a service all are.
 */
export async function makeVersions(
  {files, pictureSizes}: Pick<Sources, 'files' | 'pictureSizes'>,
  folder: SiteFolder,
  service: PictureService | undefined,
): Promise<Checked<MadeVersions>> {
  if (!service) return withoutService([...pictureSizes])
  const made = await mapConcurrently([...files], async (path) => {
    const address = assetPermalink(path)
    const size = pictureSizes.get(address)
    const planned = size ? versionsOf(address, size) : []
    const bytes = planned.length > 0 ? await readBytes(join(folder.content, path)) : undefined
    if (!bytes) return undefined
    const bodies: Uint8Array[] = []
    for (const version of planned) {
      const body = await makeVersion(bytes, version, folder, service).catch(() => undefined)
      if (!body) return undefined
      bodies.push(body)
    }
    const kept = planned.flatMap((version, index) =>
      bodies[index]!.length < bytes.length ? [{version, body: bodies[index]!}] : [],
    )
    return {address, from: `content/${path}`, kept}
  })
  const found = made.filter((each) => each !== undefined)
  const value = {
    versions: new Map(found.map(({address, kept}) => [address, kept.map(({version}) => version)])),
    files: new Map(
      found.map(({address, from, kept}) => [
        address,
        kept.map(({version, body}) => ({path: outputPathOf(version.address), body, from})),
      ]),
    ),
  }
  return {value, diagnostics: []}
}

/** Pictures wider than this are larger than most screens need. */
const largeMin = 960

/** Says in one line that pictures could be lighter; nothing where all are small. */
function withoutService(
  pictures: readonly (readonly [Permalink, PictureSize])[],
): Checked<MadeVersions> {
  const count = pictures.filter(
    ([at, size]) => size.width > largeMin && versionsOf(at, size).length > 0,
  ).length
  const diagnostics = count > 0 ? [report(picturesAsTheyAre, {}, {count})] : []
  return {value: {versions: new Map(), files: new Map()}, diagnostics}
}

async function makeVersion(
  bytes: Uint8Array,
  {width, format}: PictureVersion,
  folder: SiteFolder,
  service: PictureService,
): Promise<Uint8Array> {
  const key = digestOf(`${service.name} ${width} ${digestOf(bytes)}`)
  const path = join(folder.cache, 'pictures', `${key}.${format}`)
  const kept = await readBytes(path)
  if (kept) return kept
  const body = await service.resize(bytes, width, format)
  await mkdir(dirname(path), {recursive: true})
  // Under its own name only when it is whole.
  await writeFile(`${path}.part`, body)
  await rename(`${path}.part`, path)
  return body
}
