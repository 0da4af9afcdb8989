import type {PictureFormat} from '../site/picture-version.ts'

/** Makes smaller pictures. Another program than sharp can stand behind it. */
export interface PictureService {
  /** Its name and version: what it makes is kept under them. */
  readonly name: string
  /** A picture of this width, turned upright as its camera says; rejects when it cannot be read. */
  readonly resize: (bytes: Uint8Array, width: number, format: PictureFormat) => Promise<Uint8Array>
}

/**
 * The service of the package sharp where it is installed, which nobody need do: it is an optional
 * peer, since it is a program in machine code for each kind of computer.
 */
export async function findPictureService(): Promise<PictureService | undefined> {
  const {default: sharp} = await import('sharp').catch(() => ({default: undefined}))
  return (
    sharp && {
      name: `sharp ${sharp.versions.sharp}`,
      resize: (bytes, width, format) =>
        sharp(bytes).rotate().resize({width, withoutEnlargement: true}).toFormat(format).toBuffer(),
    }
  )
}
