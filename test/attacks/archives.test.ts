import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import {type ZipFault, zipRefused} from '../../src/app/problems.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite} from '../support/folder.ts'
import {makeZip} from '../support/zip.ts'
import {readAttacks} from './cases.ts'

interface ArchiveEntry {
  readonly name?: string
  readonly hex?: string
  readonly zeros?: number
  readonly stated?: number
  readonly fault: ZipFault
}

const page = Buffer.from(
  '<h1>植树节活动通知</h1><div>发布日期：2009-03-05</div><p>请各单位按时参加。</p><p>特此通知。</p>',
)

describe('a ZIP file', () => {
  test.each(readAttacks<ArchiveEntry>('archives'))('with %s', async (_, attack) => {
    const {name = '', hex, zeros, stated, fault} = attack
    const hostile = {
      name: hex === undefined ? name : Buffer.from(hex, 'hex'),
      body: zeros === undefined ? page : Buffer.alloc(zeros),
      ...(stated !== undefined && {stated}),
    }
    const folder = await makeSite('')
    const path = join(await makeFolder(), '旧网站.zip')
    await writeFile(path, makeZip([{name: 'b.html', body: page}, hostile]))
    const terminal = createRecordingTerminal()
    expect(await importFiles([path], folder, terminal)).toBe(1)
    expect(terminal.err()).toEqual([expect.stringContaining(zipRefused.reason({fault}).zh)])
    expect(await digestsIn(folder.root)).toEqual({})
  })
})
