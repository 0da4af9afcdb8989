import type {Paragraph, Parents, Root, RootContent} from 'mdast'

const firstYear = 1000

/**
 * Makes `2023. 会议召开` the text it is. Markdown takes a number and a full stop for the start of a
 * list, but no list of an announcement begins at a year.
 */
export function keepYears(parent: Root | Parents): void {
  // What comes of a list may stand wherever a list may, which the types cannot say.
  const children: readonly RootContent[] = parent.children
  parent.children = children.flatMap((child): RootContent[] => {
    if ('children' in child) keepYears(child)
    if (child.type !== 'list' || (child.start ?? 0) < firstYear) return [child]
    return child.children.flatMap((item, index) => {
      const [first, ...rest] = item.children
      const number = `${(child.start ?? 0) + index}. `
      if (first?.type !== 'paragraph') return item.children
      const paragraph: Paragraph = {
        ...first,
        children: [{type: 'text', value: number}, ...first.children],
      }
      return [paragraph, ...rest]
    })
  }) as typeof parent.children
}
