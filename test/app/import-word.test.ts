import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite} from '../support/folder.ts'
import {makeWord, wordParagraph as paragraph, wordPicture} from '../support/word.ts'
import {makeZip} from '../support/zip.ts'

const right = '<w:jc w:val="right"/>'
const note =
  '<w:p><w:r><w:t>有注的一句。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
const table =
  '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>物资</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>沙袋</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>300</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
const notice = `${paragraph('关于防汛工作的通知')}${paragraph('云政发〔2010〕5号')}${paragraph('各单位：')}${paragraph('　　请做好防汛工作。')}${note}${table}${wordPicture}${paragraph('云州市防汛办', right)}${paragraph('2010年3月1日', right)}`

async function importWord(bytes: Uint8Array, name = '通知.docx') {
  const folder = await makeSite('')
  const path = join(await makeFolder(), name)
  await writeFile(path, bytes)
  const tried = createRecordingTerminal()
  await importFiles([path], folder, tried, {isDryRun: true, asJson: true})
  const terminal = createRecordingTerminal()
  const code = await importFiles([path], folder, terminal)
  return {code, terminal, folder, said: JSON.parse(tried.out()[0] ?? '{}')}
}

test('makes a record of a Word file, notes, tables, picture and all', async () => {
  const {code, folder, said} = await importWord(makeWord(notice))
  expect(code).toBe(0)
  const [record] = said.records
  expect(record.accounted).toBe(100)
  expect(record.fields).toMatchObject({
    title: '关于防汛工作的通知',
    date: '2010-03-01',
    documentNumber: '云政发〔2010〕5号',
    provenance: {by: 'dibao import (Word)', file: '通知.docx'},
  })
  expect(record.removed).toEqual([{rule: 'frame', text: '内部资料'}])
  expect(record.body).toMatch(/^各单位：\n\n　　请做好防汛工作。\n\n有注的一句。/)
  expect(record.body).toContain('<td colspan="2">')
  expect(record.body).toContain('注文一条。')
  expect(record.body).toMatch(/云州市防汛办\n\n2010年3月1日/)
  expect(record.body).toMatch(/!\[\]\(\.\.\/files\/[\da-f]{16}\.png\)/)
  const files = Object.keys(await digestsIn(folder.content))
  expect(files.filter((path) => path.endsWith('.png'))).toHaveLength(1)
  const [original = ''] = await readdir(join(folder.content, '.originals'))
  expect(await readFile(join(folder.content, '.originals', original))).toEqual(makeWord(notice))
})

test('refuses a Word file some of whose text would be lost', async () => {
  const odd = '<w:p><w:unknown><w:r><w:t>谁也不认识的一段</w:t></w:r></w:unknown></w:p>'
  const {code, terminal} = await importWord(makeWord(notice + odd))
  expect(code).toBe(1)
  expect(terminal.err()).toContainEqual(expect.stringContaining('有 8 个字说不清去了哪里'))
})

test.each([
  ['a bomb', makeZip([{name: 'word/document.xml', body: Buffer.alloc(8_000_000)}]), '占满磁盘'],
  ['no ZIP', Buffer.from('PK\x03\x04 something else'), '损坏'],
  ['no document', makeZip([{name: 'a.xml', body: Buffer.from('<a/>')}]), '损坏'],
  ['entities', makeWord('', {head: '<!DOCTYPE a [<!ENTITY b "c">]>'}), '定义了实体'],
  ['an old file of Word by that name', Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), '损坏'],
])('refuses %s with a message', async (_, bytes, words) => {
  const {code, terminal, folder} = await importWord(bytes)
  expect(code).toBe(1)
  expect(terminal.err()[0]).toContain(words)
  expect(terminal.err()[0]).toContain(
    words === '定义了实体' ? 'importer/entities' : 'app/word-refused',
  )
  expect(Object.keys(await digestsIn(folder.root))).toEqual([])
})
