import {expect, test} from 'vitest'
import {parseXml, textOfChild} from './xml.ts'

const head = '<?xml version="1.0" encoding="utf-8"?>\n'

test('reads elements, attributes and text', () => {
  const root = parseXml(`${head}<a x="1&amp;2"><b>甲&lt;&#39;&#x4e59;</b><c/></a>\n`)
  expect(root.attributes).toEqual({x: '1&2'})
  expect(textOfChild(root, 'b')).toBe("甲<'乙")
  expect(root.children.map(({name}) => name)).toEqual(['b', 'c'])
})

test.each([
  ['no declaration', '<a/>'],
  ['an element that stays open', `${head}<a><b></a>`],
  ['two roots', `${head}<a/><b/>`],
  ['text after the root', `${head}<a/>甲`],
  ['a bare ampersand', `${head}<a>1 & 2</a>`],
  ['a name that XML does not know', `${head}<a>&nbsp;</a>`],
  ['a bare < in an attribute', `${head}<a b="<"/>`],
  ['an attribute without quotes', `${head}<a b=1/>`],
  ['the same attribute twice', `${head}<a b="1" b="2"/>`],
  ['a control character', `${head}<a>\u0001</a>`],
  ['the end of a section', `${head}<a>]]></a>`],
])('refuses %s', (_, source) => {
  expect(() => parseXml(source)).toThrow()
})
