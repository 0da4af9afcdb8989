import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import type {Diagnostic} from '../../src/base/diagnostic.ts'
import {digestOf} from '../../src/base/digest.ts'
import {encodeText} from '../support/encode.ts'
import {createRecordingTerminal} from '../support/folder.ts'
import {mutate, splice} from '../support/mutations.ts'
import {type RandomSequence, sequence} from '../support/random.ts'
import {makeWarc} from '../support/warc.ts'
import {makeZip} from '../support/zip.ts'

/** How many archives in all: thousands are run by hand, `ARCHIVES=5000`. */
const count = Number(process.env['ARCHIVES'] ?? 68)
const host = 'http://www.yunzhou-county.cn'
const page = encodeText(
  '<h1>植树节活动通知</h1><div>发布日期：2009-03-05</div><div><p>请各单位按时参加，自带工具。</p><p>特此通知。</p></div>',
  'gb18030',
)!
const text = Buffer.from('放假通知\n发布日期：2009-04-01\n　　清明节放假三天，请安排值班。\n')

/** An archive of each kind that has these two documents. */
function archivesOf(first: Uint8Array, second: Uint8Array) {
  const warc = makeWarc([
    {uri: `${host}/a.html`, body: first},
    {uri: `${host}/b.txt`, body: second, type: 'text/plain'},
  ])
  const index = {name: 'datapackage.json', body: Buffer.from('{"resources":[]}')}
  const files = [
    {name: '通知/a.html', body: first},
    {name: 'b.txt', body: second},
  ]
  return [
    {name: 'a.zip', isProved: true, bytes: makeZip(files)},
    // What is not packed has no checksum: another byte is another text.
    {name: 'b.warc', isProved: false, bytes: gunzipSync(warc)},
    {name: 'c.warc.gz', isProved: true, bytes: warc},
    {
      name: 'd.wacz',
      isProved: true,
      bytes: makeZip([{name: 'archive/data.warc.gz', body: warc}, index]),
    },
  ]
}

const sound = archivesOf(page, text)
const soundDigests = [page, text].map(digestOf)

/** The archive of this kind, one bit or more of it changed, or spliced, or with changed documents. */
function damage(kind: number, random: RandomSequence) {
  const {bytes, ...archive} = sound[kind]!
  const way = random.pick(['bit', 'bytes', 'splice', 'documents'] as const)
  if (way === 'documents') {
    return {...archivesOf(mutate(page, random), mutate(text, random))[kind]!, isProved: false}
  }
  if (way === 'bytes') return {...archive, bytes: mutate(bytes, random)}
  if (way === 'splice') return {...archive, bytes: splice(bytes, random.pick(sound).bytes, random)}
  const changed = Buffer.from(bytes)
  changed[random.below(changed.length)]! ^= 2 ** random.below(8)
  return {...archive, bytes: changed}
}

let scratch = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'dibao-mutated-'))
})
afterAll(() => rm(scratch, {recursive: true, force: true}))

async function importArchive(name: string, bytes: Uint8Array) {
  const path = join(scratch, name)
  await writeFile(path, bytes)
  const said: Diagnostic[] = []
  const report = (some: readonly Diagnostic[]) => void said.push(...some)
  const terminal = {...createRecordingTerminal(), report}
  await importFiles([path], toSiteFolder(scratch), terminal, {isDryRun: true, asJson: true})
  const outcomes = terminal.out().flatMap((line) => (line === '' ? [] : JSON.parse(line)))
  // What a person reads must say where and what to do.
  const unclear = said.filter(({file, advice}) => !file?.startsWith(path) || !advice)
  return {said, unclear, outcomes, records: outcomes.flatMap(({records}) => records)}
}

test.each(sound)('imports all that is in $name', async ({name, bytes}) => {
  const {said, records} = await importArchive(name, bytes)
  expect(said).toEqual([])
  expect(records.map(({fields}) => fields.provenance.sha256).toSorted()).toEqual(
    soundDigests.toSorted(),
  )
})

test('never fails, hangs or loses a document in silence, whatever has happened to an archive', async () => {
  // The reader of web archives says to the console what it stumbles over.
  vi.spyOn(console, 'warn').mockReturnValue()
  const kept = new Map<string, number>()
  let slowest = 0
  for (let seed = 0; seed < count; seed++) {
    const {name, bytes, isProved} = damage(seed % sound.length, sequence(seed))
    const begun = process.cpuUsage().user
    const {said, unclear, outcomes, records} = await importArchive(name, bytes)
    slowest = Math.max(slowest, process.cpuUsage().user - begun)
    expect([seed, unclear]).toEqual([seed, []])
    for (const {accounted, fields} of records) {
      expect([seed, accounted]).toEqual([seed, 100])
      const isSound = soundDigests.includes(fields.provenance.sha256)
      expect([seed, isProved && !isSound]).toEqual([seed, false])
    }
    for (const outcome of outcomes) {
      expect([seed, outcome.records.length + outcome.messages.length > 0]).toEqual([seed, true])
    }
    if (isProved && said.length === 0) expect([seed, records.length]).toEqual([seed, 2])
    kept.set(name, (kept.get(name) ?? 0) + records.length)
  }
  // An archive that takes a minute is a hang; what is usual is milliseconds.
  expect(slowest / 1e6).toBeLessThan(60)
  // Every kind survives some changes: the records that were made prove something.
  expect([...kept].filter(([, records]) => records > 0)).toHaveLength(sound.length)
  if (count > 1000)
    process.stdout.write(
      `${count} archives, slowest ${slowest / 1e6} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB, records ${JSON.stringify([...kept])}\n`,
    )
}, 3_600_000)
