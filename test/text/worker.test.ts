import {readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {Worker} from 'node:worker_threads'
import {expect, test} from 'vitest'
import {editionTags} from '../../src/base/script.ts'
import {normaliseText} from '../../src/text/normalise-text.ts'
import {sequence} from '../support/random.ts'

// The compiled package, as another thread loads it.
const worker = `
import {parentPort, workerData} from 'node:worker_threads'
const {normaliseText} = await import(workerData.package)
parentPort.postMessage(
  workerData.texts.map((text) =>
    workerData.editions.map((edition) => normaliseText(text, {edition})),
  ),
)
`

test('another thread gives the same answer', async () => {
  const random = sequence(61)
  const raw = readFileSync('test/fixtures/meeting-article.raw.txt', 'utf8')
  const alphabet = [...raw.slice(0, 300), '(shù)', '?', '发', '后', '台', '于', '，', '\u{20000}']
  const texts = [raw, ...Array.from({length: 100}, () => random.text(alphabet, random.below(120)))]
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(worker)}`), {
    workerData: {package: pathToFileURL('lib/index.js').href, texts, editions: editionTags},
  })
  const made = await new Promise((resolve, reject) => {
    thread.once('message', resolve).once('error', reject)
  })
  expect(made).toEqual(
    texts.map((text) => editionTags.map((edition) => normaliseText(text, {edition}))),
  )
})
