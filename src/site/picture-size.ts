/** Width and height of a picture in CSS pixels, as a browser shows it. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * The size of a picture, from the first bytes of its file: PNG, JPEG, GIF, WebP or SVG, told by
 * what is in it and not by its name. Undefined for everything else and for a damaged file.
 */
export function readPictureSize(bytes: Uint8Array): PictureSize | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = readers.find(({marks}) => marks(data))?.read(data)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}

interface Reader {
  readonly marks: (data: DataView) => boolean
  readonly read: (data: DataView) => PictureSize | undefined
}

const readers: readonly Reader[] = [
  {marks: (data) => textAt(data, 1, 3) === 'PNG' && textAt(data, 12, 4) === 'IHDR', read: readPng},
  {marks: (data) => textAt(data, 0, 4) === 'GIF8', read: readGif},
  {marks: (data) => textAt(data, 8, 4) === 'WEBP', read: readWebp},
  {marks: (data) => data.byteLength > 4 && data.getUint16(0) === 0xffd8, read: readJpeg},
  {marks: () => true, read: readSvg},
]

function textAt(data: DataView, offset: number, length: number): string {
  const end = Math.min(offset + length, data.byteLength)
  const codes = Array.from({length: Math.max(0, end - offset)}, (_, at) =>
    data.getUint8(offset + at),
  )
  return String.fromCharCode(...codes)
}

/** PNG, 11.2.1: the first chunk is the header. */
function readPng(data: DataView): PictureSize | undefined {
  if (data.byteLength < 24) return undefined
  return {width: data.getUint32(16), height: data.getUint32(20)}
}

/** GIF89a, 18: the logical screen. */
function readGif(data: DataView): PictureSize | undefined {
  if (data.byteLength < 10) return undefined
  return {width: data.getUint16(6, true), height: data.getUint16(8, true)}
}

/** RFC 9649: a lossy frame, a lossless one, or the extended header. */
function readWebp(data: DataView): PictureSize | undefined {
  if (data.byteLength < 30) return undefined
  switch (textAt(data, 12, 4)) {
    case 'VP8 ':
      return {width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff}
    case 'VP8L': {
      const bits = data.getUint32(21, true)
      return {width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1}
    }
    case 'VP8X':
      return {
        width: (data.getUint32(24, true) & 0xffffff) + 1,
        height: (data.getUint32(26, true) >>> 8) + 1,
      }
    default:
      return undefined
  }
}

/** ITU-T T.81, B.1 and B.2.2: segments up to the frame header. A turned photograph is seen upright. */
function readJpeg(data: DataView): PictureSize | undefined {
  let turned = false
  let at = 2
  while (at + 9 < data.byteLength) {
    if (data.getUint8(at) !== 0xff) return undefined
    const marker = data.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else {
      if (isFrame(marker)) {
        const [height, width] = [data.getUint16(at + 5), data.getUint16(at + 7)]
        return turned ? {width: height, height: width} : {width, height}
      }
      if (marker === 0xe1) turned ||= isTurned(data, at + 4)
      at += 2 + data.getUint16(at + 2)
    }
  }
  return undefined
}

/** SOF0 to SOF15, without the tables that stand between them: DHT, JPG, DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Exif 2.3, 4.6.4 A: an orientation of 5 to 8 stands on its side. */
function isTurned(data: DataView, start: number): boolean {
  const tiff = start + 6
  if (textAt(data, start, 4) !== 'Exif' || tiff + 8 > data.byteLength) return false
  const little = textAt(data, tiff, 2) === 'II'
  const directory = tiff + data.getUint32(tiff + 4, little)
  if (directory + 2 > data.byteLength) return false
  const count = data.getUint16(directory, little)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 10 > data.byteLength) return false
    if (data.getUint16(entry, little) === 0x0112) return data.getUint16(entry + 8, little) >= 5
  }
  return false
}

const svgStartMax = 4096

/** SVG 2, 8: width and height in pixels, or else the sides of the view box. */
function readSvg(data: DataView): PictureSize | undefined {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, Math.min(data.byteLength, svgStartMax))
  const tag = /<svg\s[^>]*>/.exec(new TextDecoder().decode(bytes))?.[0]
  if (tag === undefined) return undefined
  const attribute = (name: string): string =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]?.trim() ?? ''
  const [, , across = '', down = ''] = attribute('viewBox').split(/[\s,]+/)
  const width = pixels(attribute('width')) ?? pixels(across)
  const height = pixels(attribute('height')) ?? pixels(down)
  return width !== undefined && height !== undefined ? {width, height} : undefined
}

function pixels(length: string): number | undefined {
  const number = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(length)?.[1]
  return number === undefined ? undefined : Math.round(Number(number))
}
