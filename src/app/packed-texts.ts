import type {ArticleTexts} from '../article/texts.ts'

/** The parts of an article's long texts, of which each is kept and read by itself. */
export const textParts = ['shown', 'plain', 'log', 'terms'] as const
export type TextPart = (typeof textParts)[number]

/** Reads one part. */
export type ReadPart = (part: TextPart) => Uint8Array

/** What of the texts is one part each, as bytes. */
export function packTexts({editions, repaired, log, terms}: ArticleTexts): ReadPart {
  const parts: Readonly<Record<TextPart, Uint8Array>> = {
    shown: pack({html: editions.map(({html}) => html), repaired}),
    plain: pack(editions.map(({plain}) => plain)),
    log,
    terms,
  }
  return (part) => parts[part]
}

/** The texts again: each part is read, once, when somebody asks for something in it. */
export function unpackTexts(read: ReadPart): ArticleTexts {
  const shown = once(() => unpack<Shown>(read('shown')))
  const plain = once(() => unpack<readonly string[]>(read('plain')))
  const editions = once(() =>
    shown().html.map((html, index) => ({
      html,
      get plain() {
        return plain()[index]!
      },
    })),
  )
  return {
    get editions() {
      return editions()
    },
    get repaired() {
      return shown().repaired
    },
    get log() {
      return read('log')
    },
    get terms() {
      return read('terms')
    },
  }
}

interface Shown extends Pick<ArticleTexts, 'repaired'> {
  readonly html: readonly string[]
}

// Chinese takes two bytes a character in UTF-16, and three in UTF-8. It is also what strings are in
// memory, so that reading one is a copy, forty times as fast.
const encoding = 'utf16le'

function pack(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), encoding)
}

function unpack<T>({buffer, byteOffset, length}: Uint8Array): T {
  return JSON.parse(Buffer.from(buffer, byteOffset, length).toString(encoding))
}

function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}
