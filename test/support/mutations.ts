import type {RandomSequence} from './random.ts'

const bits = ['<', '>', '&', '"', "'", '\0', '\\', ',', '\n', '{', '[', '---\n', '<![CDATA[', ']]>']
const tricks = [
  '<div>',
  '</table>',
  '<p',
  '&#x3000;',
  '\uFFFD',
  '：',
  '发布日期：',
  'INSERT INTO `a` VALUES (',
]

/** Bytes changed in one to eight places, as accidents and malice do: flipped, cut, doubled, put in. */
export function mutate(bytes: Uint8Array, {below, pick}: RandomSequence): Buffer {
  let result = Buffer.from(bytes)
  for (let left = 1 + below(8); left > 0 && result.length > 0; left--) {
    const at = below(result.length)
    const end = Math.min(result.length, at + 1 + below(40))
    const piece = result.subarray(at, end)
    const way = below(6)
    if (way === 0) result[at] = below(256)
    else if (way === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(end)])
    else if (way === 2)
      result = Buffer.concat([result.subarray(0, end), piece, result.subarray(end)])
    else if (way === 3) result = result.subarray(0, at)
    else {
      const put = Buffer.from(pick(way === 4 ? bits : tricks))
      result = Buffer.concat([result.subarray(0, at), put, result.subarray(at)])
    }
  }
  return result
}

/** The front of one text of bytes and the end of another, as when a copy went on with a wrong file. */
export function splice(front: Uint8Array, end: Uint8Array, {below}: RandomSequence): Buffer {
  const [cut, rest] = [below(front.length + 1), below(end.length + 1)]
  return Buffer.concat([front.subarray(0, cut), end.subarray(rest)])
}
