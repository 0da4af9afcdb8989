import {makeZip} from './zip.ts'

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A paragraph of Word markup. */
export function wordParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A drawing that shows the picture of the file. */
export const wordPicture =
  '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'

/** A Word file (.docx) with this body, one picture, a header, and a note to a place `note`. */
export function makeWord(body: string, {head = '', picture = Buffer.from('PNG')} = {}): Buffer {
  const note = `<w:footnote w:id="2"><w:p><w:r><w:t>注文一条。</w:t></w:r></w:p></w:footnote>`
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeTypes}/${kind}" Target="${target}"/>`
  const list = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': list(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': list(
      `${relation('rId8', 'footnotes', 'footnotes.xml')}${relation('rId9', 'image', 'media/1.png')}`,
    ),
    'word/document.xml': `<w:document ${main} ${relations}>${head}<w:body>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${main}>${note}</w:footnotes>`,
    'word/header1.xml': `<w:hdr ${main}>${wordParagraph('内部资料')}</w:hdr>`,
  }
  const parts = Object.entries(files).map(([name, text]) => ({name, body: Buffer.from(text)}))
  return makeZip([...parts, {name: 'word/media/1.png', body: picture}])
}
