import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import type {PictureService} from '../../src/app/picture-service.ts'
import type {PictureFormat} from '../../src/site/picture-version.ts'
import {createRecordingTerminal, makeSite} from '../support/folder.ts'

const record = (name: string, more = ''): string =>
  `-- content/${name}.md --\n---\ntitle: ${name}\ndate: 2024-01-01\n${more}---\n![图](${name}.png)\n`

/** A file that begins as a PNG of 1024 × 512 does. */
const png = (rest: string): string =>
  `xPNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x02\0${rest}${'.'.repeat(100)}`

/** Stands for the program that makes pictures, and notes what it is asked for. */
function standIn(name = 'stand-in 1') {
  const asked: string[] = []
  const resize = async (bytes: Uint8Array, width: number, format: PictureFormat) => {
    const text = Buffer.from(bytes).toString()
    if (text.includes('damaged')) throw new Error('cannot be read')
    asked.push(`${width} ${format}`)
    return Buffer.from(text.includes('dense') && format === 'webp' ? text : `${format}${width}`)
  }
  const service: PictureService = {name, resize}
  return {asked, findService: async () => service}
}

async function makePictures(pictures: Readonly<Record<string, string>>, more = '') {
  const folder = await makeSite(
    Object.keys(pictures)
      .map((name) => record(name, more))
      .join(''),
  )
  for (const [name, text] of Object.entries(pictures)) {
    await writeFile(join(folder.content, `${name}.png`), text)
  }
  return folder
}

test('smaller pictures are published beside a picture, for browsers to choose from', async () => {
  const folder = await makePictures({photo: png('')})
  const {asked, findService} = standIn()
  expect(await build(folder, createRecordingTerminal(), findService)).toBe(0)
  expect(asked).toEqual(['480 avif', '960 avif', '1024 avif', '480 webp', '960 webp', '1024 webp'])
  const page = await readFile(join(folder.output, '2024/01/photo/index.html'), 'utf8')
  const set = (format: string) =>
    [480, 960, 1024]
      .map((width) => `../../../files/photo.png.${width}.${format} ${width}w`)
      .join(', ')
  expect(page).toContain(
    `<picture><source type="image/avif" srcset="${set('avif')}" sizes="(min-width: 42rem) 646px, 92vw">` +
      `<source type="image/webp" srcset="${set('webp')}" sizes="(min-width: 42rem) 646px, 92vw">` +
      '<img src="../../../files/photo.png" width="1024" height="512" alt="图"',
  )
  expect(await readFile(join(folder.output, 'files/photo.png.960.avif'), 'utf8')).toBe('avif960')
})

test('each is made once, and again when the picture or the program is another', async () => {
  const folder = await makePictures({photo: png('')})
  const {asked, findService} = standIn()
  await build(folder, createRecordingTerminal(), findService)
  await build(folder, createRecordingTerminal(), findService)
  expect(asked).toHaveLength(6)
  await writeFile(join(folder.content, 'photo.png'), png('other'))
  await build(folder, createRecordingTerminal(), findService)
  expect(asked).toHaveLength(12)
  const newer = standIn('stand-in 2')
  await build(folder, createRecordingTerminal(), newer.findService)
  expect(newer.asked).toHaveLength(6)
})

test('what cannot be read is published as it is, and so is what would be no smaller', async () => {
  const folder = await makePictures({damaged: png('damaged'), dense: png('dense')})
  expect(await build(folder, createRecordingTerminal(), standIn().findService)).toBe(0)
  const page = (name: string) => readFile(join(folder.output, `2024/01/${name}/index.html`), 'utf8')
  expect(await page('damaged')).toContain('<figure><img src="../../../files/damaged.png"')
  expect(await page('dense')).toContain('image/avif')
  expect(await page('dense')).not.toContain('image/webp')
})

test('no smaller picture is published of an announcement that is not', async () => {
  const folder = await makePictures({photo: png('')}, 'draft: true\n')
  await writeFile(join(folder.content, 'b.md'), '---\ntitle: 乙\ndate: 2024-01-01\n---\n正文\n')
  expect(await build(folder, createRecordingTerminal(), standIn().findService)).toBe(0)
  await expect(readFile(join(folder.output, 'files/photo.png.480.avif'))).rejects.toThrow('ENOENT')
})

test('without the program everything is published, and one line says what is missing', async () => {
  const folder = await makePictures({photo: png(''), other: png('')})
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal, async () => undefined)).toBe(0)
  const page = await readFile(join(folder.output, '2024/01/photo/index.html'), 'utf8')
  expect(page).toContain('<figure><img src="../../../files/photo.png" width="1024"')
  expect(page).not.toContain('<picture')
  expect(terminal.err()).toEqual([
    '说明: 2 张大图片按原样发布，手机上打开较慢 (app/pictures-as-they-are)',
  ])
})
