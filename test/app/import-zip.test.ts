import {readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, onTestFinished, test, vi} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import {makeDeadSite} from '../support/dead-site.ts'
import {encodeText} from '../support/encode.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite} from '../support/folder.ts'
import {makeZip, type ZipEntry} from '../support/zip.ts'

async function importZip(bytes: Uint8Array) {
  const folder = await makeSite('')
  const path = join(await makeFolder(), '旧网站.zip')
  await writeFile(path, bytes)
  const terminal = createRecordingTerminal()
  const code = await importFiles([path], folder, terminal)
  return {code, terminal, path, written: Object.keys(await digestsIn(folder.root))}
}

const page = Buffer.from(
  '<h1>植树节活动通知</h1><div>发布日期：2009-03-05</div><div><p>请各单位按时参加。</p><p>特此通知。</p></div>',
)

test('imports a packed site, pictures and all, and leaves nothing behind', async () => {
  const {files} = makeDeadSite(6, 2)
  const entries = [...files].map(([name, body]) => ({name, body}))
  const gbk = {name: encodeText('通知公告栏目/植树节活动.html', 'gb18030')!, body: page}
  const temporary = await makeFolder()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  const {terminal, path, written} = await importZip(makeZip([...entries, gbk]))
  const said = terminal.out()
  expect(said.some((line) => line.startsWith(`${path}:通知公告栏目/植树节活动.html → `))).toBe(true)
  expect(said.at(-1)).toBe('导入 7 份，未导入 1 份')
  expect(written.filter((name) => name.endsWith('.png'))).toHaveLength(2)
  const left = await readdir(temporary)
  expect(left.filter((name) => name.startsWith('dibao-import-'))).toEqual([])
})

const refused: readonly (readonly [string, readonly ZipEntry[], string])[] = [
  ['a path that leads out', [{name: '../../a.html', body: page}], '压缩文件以外'],
  ['a path from the root', [{name: '/etc/a.html', body: page}], '压缩文件以外'],
  ['a path of a drive', [{name: 'C:\\a.html', body: page}], '压缩文件以外'],
  ['a bomb', [{name: 'a.html', body: Buffer.alloc(8_000_000)}], '占满磁盘'],
  [
    'a file longer than it says',
    [{name: 'a.html', body: Buffer.alloc(900_000), stated: 9}],
    '损坏',
  ],
]

test.each(refused)('refuses a ZIP file with %s, and writes nothing', async (_, entries, words) => {
  const {code, terminal, written} = await importZip(
    makeZip([{name: 'b.html', body: page}, ...entries]),
  )
  expect(code).toBe(1)
  expect(terminal.err()).toEqual([expect.stringContaining('(app/zip-refused)')])
  expect(terminal.err()[0]).toContain(words)
  expect(written).toEqual([])
})

test('refuses a ZIP file that was cut off', async () => {
  const {terminal} = await importZip(makeZip([{name: 'a.html', body: page}]).subarray(0, 80))
  expect(terminal.err()).toEqual([expect.stringContaining('(app/zip-refused)')])
})

test.each([
  ['a file whose checksum is another', 16],
  ['a file that has two names', 46],
])('refuses a ZIP file with %s', async (_, offset) => {
  const bytes = makeZip([{name: 'a.html', body: page}])
  bytes[bytes.indexOf('PK\x01\x02') + offset]! ^= 1
  const {terminal, written} = await importZip(bytes)
  expect(terminal.err()).toEqual([expect.stringContaining('(app/zip-refused)')])
  expect(written).toEqual([])
})
