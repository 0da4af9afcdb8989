import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {readPictureSize} from '../../src/site/picture-size.ts'
import {sequence} from '../support/random.ts'

const ascii = (text: string): readonly number[] => [...text].map((sign) => sign.charCodeAt(0))
const big = (value: number): readonly number[] => [value >> 8, value & 255]
const little = (value: number): readonly number[] => [value & 255, value >> 8]
const zeros = (count: number): readonly number[] => Array.from({length: count}, () => 0)

const exif = (orientation: number): readonly number[] => [
  ...[0xff, 0xe1, ...big(34)],
  ...[...ascii('Exif'), 0, 0, ...ascii('MM'), 0, 42, 0, 0, 0, 8],
  ...[...big(1), ...big(0x0112), ...big(3), 0, 0, 0, 1, ...big(orientation), 0, 0],
  ...[0, 0, 0, 0],
]
const jpeg = (...segments: readonly (readonly number[])[]): readonly number[] => [
  ...[0xff, 0xd8, 0xff, 0xe0, ...big(6), ...ascii('JFIF')],
  ...segments.flat(),
  // A table of which the marker looks like a frame's, then the frame itself.
  ...[0xff, 0xc4, ...big(4), 9, 9],
  ...[0xff, 0xc2, ...big(11), 8, ...big(480), ...big(640), 1, 1, 0x11, 0],
]
const webp = (kind: string, body: readonly number[]): readonly number[] => [
  ...[...ascii('RIFF'), ...zeros(4), ...ascii('WEBP'), ...ascii(kind), ...zeros(4)],
  ...body,
]
const svg = (attributes: string): readonly number[] =>
  ascii(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g/></svg>`)

const landscape = {width: 640, height: 480}

test.each([
  [
    'PNG',
    [
      137,
      ...ascii('PNG'),
      13,
      10,
      26,
      10,
      0,
      0,
      0,
      13,
      ...ascii('IHDR'),
      0,
      0,
      2,
      128,
      0,
      0,
      1,
      224,
    ],
    landscape,
  ],
  ['GIF', [...ascii('GIF89a'), ...little(640), ...little(480)], landscape],
  ['JPEG', jpeg(), landscape],
  ['an upright photograph', jpeg(exif(1)), landscape],
  ['a photograph on its side', jpeg(exif(6)), {width: 480, height: 640}],
  ['lossy WebP', webp('VP8 ', [...zeros(6), ...little(640), ...little(480), 0, 0]), landscape],
  // 14 bits of width and of height, each less one: 639 and 479.
  ['lossless WebP', webp('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0, ...zeros(9)]), landscape],
  ['extended WebP', webp('VP8X', [...zeros(4), 127, 2, 0, 223, 1, 0]), landscape],
  ['SVG of a size', svg('width="640px" height="480" viewBox="0 0 4 3"'), landscape],
  ['SVG with a view box alone', svg('viewBox="0 0 640 480"'), landscape],
  [
    'SVG as wide as its place',
    svg('width="100%" height="100%" viewBox="0, 0, 640, 480"'),
    landscape,
  ],
  ['SVG of no size', svg('id="a"'), undefined],
  ['a picture of no height', [...ascii('GIF89a'), ...little(640), 0, 0], undefined],
  ['a text', ascii('just words'), undefined],
  ['nothing', [], undefined],
] as const)('tells the size of %s', (_, bytes, size) => {
  expect(readPictureSize(Uint8Array.from(bytes))).toEqual(size)
})

test('tells the sizes of the sample archive’s pictures', async () => {
  const sizeOf = async (path: string) => readPictureSize(await readFile(`content/${path}`))
  expect(await sizeOf('2014/zhishu-jie/xinlin.png')).toEqual({width: 880, height: 500})
  expect(await sizeOf('2019/tongji-2018/yuelanshi-shuliang.svg')).toEqual(expect.anything())
})

test('bytes that are cut off or damaged never break it', () => {
  const random = sequence(7)
  const whole = [jpeg(exif(6)), webp('VP8X', zeros(12)), webp('VP8L', zeros(12)), svg('width="4"')]
  for (let turn = 0; turn < 2000; turn++) {
    const bytes = Uint8Array.from(random.pick(whole)).slice(0, random.below(80))
    if (bytes.length > 0) bytes[random.below(bytes.length)] = random.below(256)
    const size = readPictureSize(bytes)
    if (size) expect(size.width > 0 && size.height > 0).toBe(true)
  }
  expect(readPictureSize(Uint8Array.from(jpeg()).slice(0, 24))).toBeUndefined()
})
