/** A stretch of a record that a reader would not see, or that was meant not to be seen. */
export interface HiddenText {
  readonly kind: 'style' | 'comment'
  readonly offset: number
  /** The sign of it: `display:none`, `<!--`. */
  readonly sign: string
}

// Pages keep no styles: what an old page hid this way is shown.
const hiding =
  /<[a-z][^<>]*?(?:\bstyle\s*=\s*["'][^"'<>]*?(display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![\d.]*[1-9])|opacity\s*:\s*0(?![.\d]))|\s(hidden)(?=[\s>=/]))/gi
const comment = /<!--(?=[\s\S]*?\p{Script=Han})/gu

/**
 * Hidden text in a record's body: elements that a style or an attribute hides – old sites were
 * filled with such advertisements – and comments in which something is written.
 */
export function findHiddenText(body: string): readonly HiddenText[] {
  const styled = [...body.matchAll(hiding)].map(({0: match, 1: style, 2: attribute, index}) => {
    const sign = style ?? attribute ?? ''
    return {kind: 'style', offset: index + match.lastIndexOf(sign), sign} as const
  })
  const comments = [...body.matchAll(comment)]
    .filter(({index}) => /\p{Script=Han}/u.test(body.slice(index, endOf(body, index))))
    .map(({index}) => ({kind: 'comment', offset: index, sign: '<!--'}) as const)
  return [...styled, ...comments].toSorted((left, right) => left.offset - right.offset)
}

function endOf(body: string, start: number): number {
  const end = body.indexOf('-->', start)
  return end === -1 ? body.length : end
}
