import type {Encoding} from '../../src/importer/encoding.ts'

/**
 * A text in an encoding, by turning round what Node decodes; undefined when the encoding lacks a
 * character of it. GB 18030 in two bytes or four, Big5 with the characters of Hong Kong.
 */
export function encodeText(text: string, encoding: Encoding): Buffer | undefined {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16()
    default:
      return encodeBy(encoding === 'big5' ? big5() : gb18030(), text)
  }
}

type Codes = ReadonlyMap<string, readonly number[]>

function encodeBy(codes: Codes, text: string): Buffer | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const code = character < '\x80' ? [character.charCodeAt(0)] : codes.get(character)
    if (!code) return undefined
    bytes.push(...code)
  }
  return Buffer.from(bytes)
}

let big5Codes: Codes | undefined
let gb18030Codes: Codes | undefined

function big5(): Codes {
  // The rows from A1 are Big5 itself, of which its lower rows hold some characters again.
  big5Codes ??= new Map([...pairs('big5', 0x81, 0xa0), ...pairs('big5', 0xa1, 0xfe)])
  return big5Codes
}

function gb18030(): Codes {
  gb18030Codes ??= new Map([...quadruples(), ...pairs('gb18030', 0x81, 0xfe)])
  return gb18030Codes
}

function pairs(encoding: string, from: number, to: number): readonly [string, number[]][] {
  const found: [string, number[]][] = []
  for (let lead = from; lead <= to; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) add(found, encoding, [lead, trail])
  }
  return found
}

/** The four-byte codes of the Basic Multilingual Plane, and those of Extension B's first rows. */
function quadruples(): readonly [string, number[]][] {
  const found: [string, number[]][] = []
  for (const lead of [0x81, 0x82, 0x83, 0x84, 0x95, 0x96]) {
    for (let second = 0x30; second <= 0x39; second++) {
      for (let third = 0x81; third <= 0xfe; third++) {
        for (let last = 0x30; last <= 0x39; last++) {
          add(found, 'gb18030', [lead, second, third, last])
        }
      }
    }
  }
  return found
}

const decoders = new Map(
  ['big5', 'gb18030'].map((name) => [name, new TextDecoder(name, {fatal: true})] as const),
)

function add(found: [string, number[]][], encoding: string, code: number[]): void {
  try {
    const text = decoders.get(encoding)!.decode(Uint8Array.from(code))
    if ([...text].length === 1) found.push([text, code])
  } catch {
    // No character has this code.
  }
}
