/**
 * Arrays of numbers as one run of bytes: how many there are, how long each is in bytes, and the
 * arrays, each at a multiple of four, in the byte order of the machine that packs them.
 */
export function packSections(sections: readonly ArrayBufferView[]): Uint8Array {
  const head = Uint32Array.of(sections.length, ...sections.map(({byteLength}) => byteLength))
  const all = [head, ...sections]
  const packed = new Uint8Array(all.reduce((sum, {byteLength}) => sum + padded(byteLength), 0))
  let at = 0
  for (const {buffer, byteOffset, byteLength} of all) {
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += padded(byteLength)
  }
  return packed
}

/** The sections of what `packSections` packed: views of the same memory, nothing is copied. */
export function unpackSections(packed: Uint8Array): readonly Uint8Array[] {
  const count = asNumbers(packed.subarray(0, 4))[0]!
  const lengths = asNumbers(packed.subarray(4, 4 + count * 4))
  let at = 4 + count * 4
  return Array.from(lengths, (length) => {
    const section = packed.subarray(at, at + length)
    at += padded(length)
    return section
  })
}

/** A section as numbers of 32 bits. */
export function asNumbers({buffer, byteOffset, byteLength}: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}

/** A section as UTF-16 code units. */
export function asUnits({buffer, byteOffset, byteLength}: Uint8Array): Uint16Array {
  return new Uint16Array(buffer, byteOffset, byteLength / 2)
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}
