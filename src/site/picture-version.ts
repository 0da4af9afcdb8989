import type {Permalink} from '../base/brand.ts'
import type {PictureSize} from './picture-size.ts'

/** A smaller file that a picture is also published as. */
export interface PictureVersion {
  readonly address: Permalink
  /** In pixels. */
  readonly width: number
  readonly format: PictureFormat
}

/** What browsers of today read, the smaller first. */
export const pictureFormats = ['avif', 'webp'] as const

export type PictureFormat = (typeof pictureFormats)[number]

// A phone's column, a desktop's, and both on a screen of twice the density.
const widths = [480, 960, 1440]

/**
 * The versions of the photograph at an address: each width below its own, and its own up to the
 * greatest of them. Drawings (SVG) and what may move (GIF, WebP) are left as they are.
 */
export function versionsOf(address: Permalink, {width}: PictureSize): readonly PictureVersion[] {
  if (!/\.(?:png|jpe?g)$/i.test(address)) return []
  const greatest = Math.min(width, widths.at(-1)!)
  const steps = [...widths.filter((each) => each < greatest), greatest]
  return pictureFormats.flatMap((format) =>
    steps.map((step) => ({
      address: `${address}.${step}.${format}` as Permalink,
      width: step,
      format,
    })),
  )
}
