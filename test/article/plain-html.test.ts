import type {Element, ElementContent, Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {writePlainTree} from '../../src/article/fast-path/plain-html.ts'
import {sanitiseSchema} from '../../src/article/sanitise-schema.ts'
import {type RandomSequence, sequence} from '../support/random.ts'

const definition = unified().use(rehypeStringify).freeze()
const text = [
  ...'校，会 \n\u00a0\0<>&"\'`=/;',
  '\ud83d\ude00',
  '\ud83d',
  '&amp;',
  '<b>',
  '</p>',
  '<!--',
]
const usual = 'a br img li p strong table td ul'.split(' ')
const unusual = [
  ...sanitiseSchema.tagNames!,
  'script',
  'style',
  'svg',
  'template',
  'IMG',
  'path',
  'x-y',
]
const usualNames = 'alt ariaLabel className colSpan href id src tabIndex title'.split(' ')
const unusualNames =
  'accept checked dataFootnoteRef dateTime disabled download hidden lang onClick reversed start style translate value ariaHidden class'.split(
    ' ',
  )

/** A tree that is more or less like those of articles. */
function randomTree(random: RandomSequence): Root {
  const {below, pick} = random
  const strangeness = 1 + below(60)
  const isStrange = (): boolean => below(strangeness) === 0
  const words = (): string => random.text(text, below(6))
  const value = (): Element['properties'][string] =>
    isStrange()
      ? pick([true, false, null, Number.NaN, Number.POSITIVE_INFINITY, '', 'hidden'])
      : pick([words(), below(9), -1.5, [words(), words()], [], [' ', below(3)]])
  const content = (depth: number): ElementContent[] =>
    Array.from({length: below(4)}, () => {
      if (isStrange()) return {type: 'comment', value: words()}
      if (depth === 0 || below(2) === 0) return {type: 'text', value: words()}
      const name = (): string => pick(isStrange() ? unusualNames : usualNames)
      const properties = Object.fromEntries(Array.from({length: below(4)}, () => [name(), value()]))
      const tagName = pick(isStrange() ? unusual : usual)
      const isVoid = ['br', 'img'].includes(tagName) && !isStrange()
      return {type: 'element', tagName, properties, children: isVoid ? [] : content(depth - 1)}
    })
  return {type: 'root', children: content(3)}
}

test('writes a tree as rehype-stringify does, or leaves it alone', () => {
  let written = 0
  for (let seed = 0; seed < count; seed++) {
    const tree = randomTree(sequence(seed))
    const html = writePlainTree(tree)
    if (html !== undefined && tree.children.length > 0) written++
    expect(html ?? definition.stringify(tree), JSON.stringify(tree)).toBe(
      definition.stringify(tree),
    )
  }
  expect(written / count).toBeGreaterThan(0.3)
})

const count = Number(process.env['DIBAO_RANDOM_TREES'] ?? 3000)
