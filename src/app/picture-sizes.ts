import {join} from 'node:path'
import type {Permalink} from '../base/brand.ts'
import {assetPermalink} from '../site/permalink.ts'
import {type PictureSize, readPictureSize} from '../site/picture-size.ts'
import {mapConcurrently, readBytes} from './files.ts'
import type {SiteFolder} from './site-folder.ts'

/** The sizes of all pictures under `content/` and `public/`, by the addresses they will have. */
export async function readPictureSizes(
  folder: SiteFolder,
  contentFiles: Iterable<string>,
  publicFiles: Iterable<string>,
): Promise<ReadonlyMap<Permalink, PictureSize>> {
  const pictures = [
    ...[...contentFiles].map((path) => [assetPermalink(path), join(folder.content, path)] as const),
    ...[...publicFiles].map(
      (path) => [`/${path}` as Permalink, join(folder.public, path)] as const,
    ),
  ].filter(([address]) => isPicture(address))
  const sizes = await mapConcurrently(pictures, async ([address, path]) => {
    const size = readPictureSize((await readBytes(path)) ?? new Uint8Array())
    return size && ([address, size] as const)
  })
  return new Map(sizes.filter((each) => each !== undefined))
}

function isPicture(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|svg)$/i.test(path)
}
