import {expect, test} from 'vitest'
import {type Compiled, type CompileFiles, inline} from '../../src/app/compile.ts'
import {threaded} from '../../src/app/compile-threads.ts'
import {textParts} from '../../src/app/packed-texts.ts'
import type {ContentPath} from '../../src/base/brand.ts'
import type {EditionTag} from '../../src/base/script.ts'
import {createSourceFile, type SourceFile} from '../../src/record/source-file.ts'
import {sequence} from '../support/random.ts'

// So many that threads are begun for them.
const many = 5000

const settings = {editions: ['zh-Hans', 'zh-Hant'], glossary: {}, cornerQuotes: []} as const

function batchOf(number: number): readonly SourceFile[] {
  const random = sequence(number)
  return Array.from({length: 40}, (_, index) => {
    const body = random.text(['關(guān)心。', '发展，', '- 项\n', '![图](a.png)', '**重**'], 4)
    const date = random.pick(['2004-03-05', '2004-02-30'])
    const path = `${number}-${index}.md` as ContentPath
    return createSourceFile(path, `---\ntitle: 会议\ndate: ${date}\n---\n${body}\n`)
  })
}

/** Answers with the long texts of each in them. */
function whole(answers: readonly Compiled[]) {
  const partsOf = ({read}: NonNullable<Compiled['value']>) =>
    textParts.map((part) => Buffer.from(read(part)).toString('latin1'))
  return answers.map(({value, diagnostics}) => ({
    ...value,
    read: value && partsOf(value),
    diagnostics,
  }))
}

test('any number of threads gives the answers of one', {timeout: 60_000}, async () => {
  const batches = [1, 2, 3].map(batchOf)
  const ask = (compile: CompileFiles) =>
    Promise.all(batches.map(async (batch) => whole(await compile(batch, settings, many))))
  const wanted = await ask(inline())
  for (const count of [1, 2, 3]) {
    const compile = threaded(count)
    expect(await ask(compile), `${count} threads`).toEqual(wanted)
    // Those that have ended are begun again.
    expect(whole(await compile(batches[1]!, settings, many))).toEqual(wanted[1])
  }
})

test('what a thread fails of is told, and what waits goes on', async () => {
  const compile = threaded(2)
  const editions = ['none' as EditionTag]
  const [failed, waiting] = await Promise.allSettled([
    compile(batchOf(1), {...settings, editions}, many),
    compile(batchOf(2), settings, many),
  ])
  expect([failed.status, waiting.status]).toEqual(['rejected', 'fulfilled'])
})
