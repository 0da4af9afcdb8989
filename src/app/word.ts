import {mkdtemp, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type Checked, report} from '../base/diagnostic.ts'
import type {ForeignDocument} from '../importer/document.ts'
import {entities} from '../importer/problems.ts'
import {textOfPart, type WordMarkup, wordParts} from '../importer/word-text.ts'
import {declaresEntities} from '../importer/xml-entities.ts'
import {wordRefused} from './problems.ts'
import {unzipInMemory} from './unzip.ts'

/** A Word file as the importer reads it. */
export interface WordFile {
  readonly markup: WordMarkup
  /** Where its pictures are on the disk, by the addresses that the HTML has for them. */
  readonly pictures: ReadonlyMap<string, string>
}

/** Whether a document is a Word file of the kind that can be read. */
export function isWord({name}: Pick<ForeignDocument, 'name'>): boolean {
  return /\.docx$/i.test(name)
}

/**
 * What a Word file says, by mammoth, which is loaded for it. Its pictures go into a folder of their
 * own in `scratch`. A package that is a trap, or XML with entities of its own, is refused unread.
 */
export async function readWord(
  {name: file, bytes}: ForeignDocument,
  scratch: string,
): Promise<Checked<WordFile | undefined>> {
  const parts = await unzipInMemory(bytes, /\.(?:xml|rels)$/i)
  if (typeof parts === 'string') return refuse(report(wordRefused, {file}, {fault: parts}))
  const texts = new Map([...parts].map(([name, part]) => [name, new TextDecoder().decode(part)]))
  if ([...texts.values()].some(declaresEntities)) return refuse(report(entities, {file}, {}))
  const textsOf = (names: RegExp): readonly string[] =>
    [...texts].filter(([name]) => names.test(name)).map(([, xml]) => textOfPart(xml))
  const folder = await mkdtemp(join(scratch, 'word-'))
  try {
    const {html, pictures} = await convert(bytes, folder)
    const markup = {html, text: textsOf(wordParts.text).join(''), frame: textsOf(wordParts.frame)}
    return {value: {markup, pictures}, diagnostics: []}
  } catch {
    return refuse(report(wordRefused, {file}, {fault: 'broken'}))
  }
}

async function convert(
  bytes: Uint8Array,
  folder: string,
): Promise<{readonly html: string; readonly pictures: ReadonlyMap<string, string>}> {
  const {default: mammoth} = await import('mammoth')
  const pictures = new Map<string, string>()
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = endings[image.contentType] ?? image.contentType.replace(/^.*\/|\W.*$/g, '')
    const path = join(folder, `${pictures.size + 1}.${ending}`)
    const address = `/word-picture-${pictures.size + 1}.${ending}`
    pictures.set(address, path)
    await writeFile(path, await image.readAsBuffer())
    return {src: address}
  })
  const {value} = await mammoth.convertToHtml(
    {buffer: Buffer.from(bytes)},
    {styleMap, convertImage},
  )
  // The arrows from a note back to its place are not the document's.
  return {html: value.replace(/ ?<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, ''), pictures}
}

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]
const endings: Readonly<Record<string, string>> = {'image/jpeg': 'jpg', 'image/x-emf': 'emf'}

function refuse(diagnostic: ReturnType<typeof report>): Checked<undefined> {
  return {value: undefined, diagnostics: [diagnostic]}
}
