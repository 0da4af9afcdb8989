/** A word in simplified characters and the same in OpenCC's own traditional. */
export type Pair = readonly [simplified: string, traditional: string]

/**
 * A list written `simplified traditional` with commas between, the traditional left out where both
 * are the same.
 */
export function pairs(list: string): readonly Pair[] {
  return list.split(',').map((item) => {
    const [simplified = '', traditional = simplified] = item.split(' ')
    return [simplified, traditional] as const
  })
}

/** Every head with every tail behind it. */
export function crossed(heads: readonly Pair[], tails: readonly Pair[]): readonly Pair[] {
  return heads.flatMap(([head, headResult]) =>
    tails.map(([tail, tailResult]) => [head + tail, headResult + tailResult] as const),
  )
}
