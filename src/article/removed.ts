import type {Root} from 'hast'
import {sanitiseSchema} from './sanitise-schema.ts'
import {visitElements} from './tree.ts'

/** A record's body as a tree of safe HTML, and what of its own HTML was not kept. */
export interface ParsedBody {
  /** Its texts know where they stand in the body. */
  readonly tree: Root
  readonly removed: readonly RemovedElement[]
}

/** An element that is not published, or one whose attribute is not. */
export interface RemovedElement {
  readonly name: string
  /** The name of an event handler, or the scheme of an address that no page may lead to. */
  readonly attribute?: string
  /** Line of the body, from 1. */
  readonly line: number
  readonly column: number
}

/** What of a tree the sanitiser will take out. */
export function findRemoved(tree: Root): readonly RemovedElement[] {
  const kept = new Set(sanitiseSchema.tagNames)
  const removed: RemovedElement[] = []
  visitElements(tree, (target, parent) => {
    const {tagName: name, properties} = target
    // A bare address that became a link has no place of its own.
    const {line = 1, column = 1} = (target.position ?? parent.position)?.start ?? {}
    if (!kept.has(name)) {
      removed.push({name, line, column})
      return
    }
    for (const [property, value] of Object.entries(properties)) {
      const attribute = /^on/i.test(property)
        ? property.toLowerCase()
        : refusedScheme(property, String(value))
      if (attribute !== undefined) removed.push({name, attribute, line, column})
    }
  })
  return firstOfEach(removed)
}

/** Each element and attribute once, where it stands first. */
export function firstOfEach(removed: readonly RemovedElement[]): readonly RemovedElement[] {
  const first = new Map<string, RemovedElement>()
  for (const each of removed) {
    const key = `${each.name} ${each.attribute ?? ''}`
    if (!first.has(key)) first.set(key, each)
  }
  return [...first.values()]
}

/** The scheme for which the sanitiser takes an address out: `javascript:`. */
function refusedScheme(name: string, value: string): string | undefined {
  const schemes = sanitiseSchema.protocols?.[name]
  const scheme = /^([^/?#:]*):/.exec(value)?.[1]
  if (!schemes || scheme === undefined || schemes.includes(scheme)) return undefined
  return `${scheme.replace(/\s/g, '').toLowerCase()}:`
}
