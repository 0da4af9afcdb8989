const blocks =
  'blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul'
const noText =
  /<(rt|rp)\b[^>]*>[^<]*<\/\1>|<sup><a [^>]*data-footnote-ref[^>]*>[^<]*<\/a><\/sup>|<span class="missing-picture-note">[^<]*<\/span>/g
const blockTags = new RegExp(`</?(?:${blocks})\\b[^>]*>`, 'g')
const references: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"'}

/**
 * The text of an edition's own HTML as a reader sees it, footnotes too, for search: a block a line.
 * Readings over characters, the numbers of notes and words of ours are left out, since a phrase goes
 * on behind them.
 */
export function textOfHtml(html: string): string {
  return html
    .replace(noText, '')
    .replace(blockTags, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|([a-z]+));/gi, (whole, hex: string | undefined, name: string) =>
      hex === undefined
        ? (references[name] ?? whole)
        : String.fromCodePoint(Number.parseInt(hex, 16)),
    )
}

const betweenCells = /<\/t[dh]>\s*<t[dh]\b[^>]*>/g

/** The same for people to compare: a row of a table is a line too, and no line is empty. */
export function linesOfHtml(html: string): string {
  return textOfHtml(html.replace(betweenCells, ' ｜ '))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
