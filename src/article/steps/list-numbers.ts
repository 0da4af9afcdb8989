import type {List, ListItem, Paragraph, Parents, Root, RootContent} from 'mdast'

const firstYear = 1000

/**
 * Keeps the numbers that an editor wrote. Markdown counts on from the first number of a list,
 * whatever the others say, but 第三条 must not become the second; and it takes `2023. 会议召开` for
 * the start of a list, though no list of an announcement begins at a year.
 */
export function keepListNumbers(parent: Root | Parents, body: string): void {
  // What comes of a list may stand wherever a list may, which the types cannot say.
  const children: readonly RootContent[] = parent.children
  parent.children = children.flatMap((child): RootContent[] => {
    if ('children' in child) keepListNumbers(child, body)
    return child.type === 'list' && child.ordered ? renumber(child, body) : [child]
  }) as typeof parent.children
}

function renumber(list: List, body: string): RootContent[] {
  const result: RootContent[] = []
  let group: List | undefined
  let next = list.start ?? 1
  for (const item of list.children) {
    const number = numberOf(item, body) ?? next
    if (number >= firstYear) {
      result.push(...toText(item, number))
      group = undefined
    } else if (group) {
      if (number !== next) item.data = {...item.data, hProperties: {value: String(number)}}
      group.children.push(item)
    } else {
      group = {...list, start: number, children: [item]}
      result.push(group)
    }
    next = number + 1
  }
  return result
}

/** The number that stands before an item in the body. */
function numberOf({position}: ListItem, body: string): number | undefined {
  const offset = position?.start.offset
  const marker =
    offset === undefined ? null : /^\d{1,9}(?=[.)])/.exec(body.slice(offset, offset + 10))
  return marker ? Number(marker[0]) : undefined
}

function toText({children}: ListItem, number: number): RootContent[] {
  const [first, ...rest] = children
  if (first?.type !== 'paragraph') return [...children]
  const paragraph: Paragraph = {
    ...first,
    children: [{type: 'text', value: `${number}. `}, ...first.children],
  }
  return [paragraph, ...rest]
}
