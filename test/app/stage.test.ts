import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openStage} from '../../src/app/stage.ts'
import type {WantedFile} from '../../src/app/stage-writer.ts'
import type {OutputPath} from '../../src/base/brand.ts'
import {digestOf} from '../../src/base/digest.ts'
import {digestsIn, makeFolder} from '../support/folder.ts'
import {sequence} from '../support/random.ts'

/** Lots of files with texts and bytes, of which some are published as they are. */
function randomLots(seed: number): readonly (readonly WantedFile[])[] {
  const random = sequence(seed)
  return Array.from({length: 4}, (_, lot) =>
    Array.from({length: random.below(5)}, (_, index) => {
      const text = random.text(['甲', '\u{20000}', 'a', '\ud800', '\n'], 6)
      const body = random.below(2) === 0 ? text : Buffer.from(text)
      const published = [undefined, digestOf(body), digestOf('old')][random.below(3)]
      return {path: `${random.below(3)}/${lot}/${index}.html` as OutputPath, body, published}
    }),
  )
}

async function writeAll(lots: readonly (readonly WantedFile[])[], filesHere: number) {
  const stage = openStage(await makeFolder(), filesHere)
  const digests = await Promise.all(lots.map((lot) => stage.write(lot)))
  await stage.close()
  return {digests, files: await digestsIn(stage.folder)}
}

test('a thread writes the same files as this one, and those alone that are not published', async () => {
  for (let seed = 0; seed < 8; seed++) {
    const lots = randomLots(seed)
    const here = await writeAll(lots, Number.POSITIVE_INFINITY)
    const wanted = lots.flat().filter(({body, published}) => digestOf(body) !== published)
    expect(here.files).toEqual(
      Object.fromEntries(wanted.map(({path, body}) => [path, digestOf(body)])),
    )
    expect(here.digests).toEqual(lots.map((lot) => lot.map(({body}) => digestOf(body))))
    expect(await writeAll(lots, 0)).toEqual(here)
    expect(await writeAll(lots, 5)).toEqual(here)
  }
})

test.each([0, 10])(
  'what cannot be written is told as the system tells it (%i)',
  async (filesHere) => {
    const folder = await makeFolder()
    const stage = openStage(join(folder, 'staged'), filesHere)
    await mkdir(join(folder, 'staged'))
    await writeFile(join(folder, 'staged', 'taken'), '')
    const file = {path: 'taken/a' as OutputPath, body: 'a', published: undefined}
    await expect(stage.write([file])).rejects.toMatchObject({code: 'ENOTDIR', syscall: 'open'})
    await stage.close()
    await stage.remove()
  },
)
