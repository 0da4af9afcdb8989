import {readFileSync} from 'node:fs'
import {parse} from 'yaml'

/** Head, part, how often, end: texts that are too long to be written out. */
export type Many = readonly [string, string, number, string]

/** The attacks of one door, each under what it is, from the file beside this one. */
export function readAttacks<Shape>(door: string): readonly (readonly [string, Shape])[] {
  const attacks: ({readonly it: string} & Shape)[] = parse(
    readFileSync(new URL(`${door}.yml`, import.meta.url), 'utf8'),
  )
  const names = attacks.map(({it}) => it)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`${door}.yml has twice: ${twice}`)
  return attacks.map((attack) => [attack.it, attack])
}

/** A text as it is written out, or made of many parts. */
export function textOf(text: string | undefined, many: Many | undefined): string {
  const [head, part, times, end] = many ?? [text ?? '', '', 0, '']
  return head + part.repeat(times) + end
}

/**
 * A line of the report without its sentence: its place, its rule, and what it names.
 * `5:1 article/removed-html <img> onerror`
 */
export function brief(line: string): string {
  const place = /^((?:[^:\s]+:)?\d+:\d+|[^:\s]+):/.exec(line)?.[1] ?? ''
  const rule = /\(([\w/-]+)\)$/.exec(line)?.[1] ?? ''
  const names = [...line.matchAll(/「([^」]*)」/g)].map(([, name = '']) => name.slice(0, nameMax))
  return [place, rule, ...names].filter((part) => part !== '').join(' ')
}

const nameMax = 80
