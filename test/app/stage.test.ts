import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {Lots} from '../../src/app/lots.ts'
import {openStage} from '../../src/app/stage.ts'
import type {OutputPath} from '../../src/base/brand.ts'
import {digestOf} from '../../src/base/digest.ts'
import {OutputDiff} from '../../src/emit/diff.ts'
import type {OutputFile} from '../../src/emit/output.ts'
import {digestsIn, makeFolder} from '../support/folder.ts'
import {sequence} from '../support/random.ts'

/** Texts and bytes, some longer than a lot. */
function randomFiles(seed: number): readonly OutputFile[] {
  const random = sequence(seed)
  return Array.from({length: random.below(40)}, (_, index) => {
    const longer = random.below(5) === 0 ? 'ab甲'.repeat(random.below(200_000)) : ''
    const text = random.text(['甲', '\u{20000}', 'a', '\ud800', '\n'], 6) + longer
    const body = random.below(2) === 0 ? text : Buffer.from(text)
    return {path: `${random.below(3)}/${index}.html` as OutputPath, body, from: 'test'}
  })
}

async function stageAll(files: readonly OutputFile[], filesHere: number, published: OutputDiff) {
  const stage = openStage(await makeFolder(), filesHere)
  const {manifest} = published
  const diff = new OutputDiff(manifest, new Set(manifest.keys()))
  const lots = new Lots(stage, diff)
  for (const file of files) await lots.add(file)
  await lots.end()
  await stage.close()
  const staged = [...lots.staged].map(([path, at]) => [path, at === join(stage.folder, path)])
  return {digests: diff.manifest, staged, written: await digestsIn(stage.folder)}
}

test('a thread writes the same files as this one, and those alone that are not published', async () => {
  for (let seed = 0; seed < 8; seed++) {
    const files = randomFiles(seed)
    const published = new OutputDiff(new Map(), new Set())
    for (const {path, body} of files.filter((_, index) => index % 3 === 0))
      published.take(path, digestOf(body))
    const missing = files.filter((_, index) => index % 3 !== 0)
    const digests = ({path, body}: OutputFile) => [path, digestOf(body)] as const
    const here = await stageAll(files, Number.POSITIVE_INFINITY, published)
    expect(here.digests).toEqual(new Map(files.map(digests)))
    expect(here.written).toEqual(Object.fromEntries(missing.map(digests)))
    expect(here.staged).toEqual(missing.map(({path}) => [path, true]))
    expect(await stageAll(files, 0, published)).toEqual(here)
    expect(await stageAll(files, 20, published)).toEqual(here)
  }
})

test.each([0, 10])(
  'what cannot be written is told as the system tells it (%i)',
  async (filesHere) => {
    const folder = await makeFolder()
    const stage = openStage(join(folder, 'staged'), filesHere)
    await mkdir(join(folder, 'staged'))
    await writeFile(join(folder, 'staged', 'taken'), '')
    const lots = new Lots(stage, new OutputDiff(new Map(), new Set()))
    await lots.add({path: 'taken/a' as OutputPath, body: 'a', from: 'test'})
    await expect(lots.end()).rejects.toMatchObject({code: 'ENOTDIR', syscall: 'open'})
    await stage.close()
    await stage.remove()
  },
)
