import {inflateSync} from 'node:zlib'

/** What a printed page says: enough of PDF (ISO 32000-1) to read what Chromium writes. */
export interface PrintedText {
  readonly pages: number
  /** All text, without blanks and line ends, in the order in which it was set. */
  readonly text: string
}

/** Reads a document: how many pages it has, and its text by the tables that fonts carry for that. */
export function readPdf(bytes: Uint8Array): PrintedText {
  const source = Buffer.from(bytes).toString('latin1')
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(
      ([, number = '', body = '']) => [number, body] as const,
    ),
  )
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  for (const [, name = '', number = ''] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number) ?? '')?.[1]
    fonts.set(name, readCharacterMap(streamOf(objects.get(table ?? '') ?? '')))
  }
  const contents = [...source.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)]
  return {
    pages: contents.length,
    text: contents
      .map(([, number = '']) => shownText(streamOf(objects.get(number) ?? ''), fonts))
      .join(''),
  }
}

function streamOf(object: string): string {
  const stream = /stream\n([\s\S]*)\nendstream/.exec(object)?.[1] ?? ''
  const bytes = Buffer.from(stream, 'latin1')
  return object.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : stream
}

/** A ToUnicode table: glyphs, of as many hexadecimal digits as it has, with what they show. */
function readCharacterMap(table: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>()
  for (const [, body = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of body.matchAll(/<(\w+)> <(\w+)>/g)) {
      characters.set(glyph.toUpperCase(), decodeUtf16(text))
    }
  }
  for (const [, body = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of body.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++) {
        const code = (Number.parseInt(text, 16) + glyph - first).toString(16).padStart(4, '0')
        characters.set(
          glyph.toString(16).padStart(from.length, '0').toUpperCase(),
          decodeUtf16(code),
        )
      }
    }
  }
  return characters
}

function decodeUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

const operator = /\/ActualText <FEFF([\dA-F]+)>([\s\S]*?)EMC|\/(F\d+) [\d.]+ Tf|<([\dA-F]+)>/gi

/** The text that a page's operators show, each glyph by the table of the font that is chosen. */
function shownText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>) {
  let text = ''
  let font: ReadonlyMap<string, string> = new Map()
  for (const [, actual, span = '', name, shown = ''] of content.matchAll(operator)) {
    // A glyph of several characters says which it stands for.
    if (actual !== undefined) text += decodeUtf16(actual)
    const chosen = name ?? [...span.matchAll(/\/(F\d+) [\d.]+ Tf/g)].at(-1)?.[1]
    if (chosen !== undefined) font = fonts.get(chosen) ?? new Map()
    const [first = '00'] = font.keys()
    for (let at = 0; at < shown.length; at += first.length) {
      text += font.get(shown.slice(at, at + first.length).toUpperCase()) ?? ''
    }
  }
  return text.replace(/\s/g, '')
}
