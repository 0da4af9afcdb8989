import {expect, test} from 'vitest'
import {readMarkdown} from '../../src/article/pipeline.ts'
import {readPlainBlocks} from '../../src/article/plain-blocks.ts'
import {sequence} from '../support/random.ts'

const news = [
  '市关工委召开会议。',
  '　　会议指出，',
  '（一）',
  '2023年5月',
  '“五老”',
  'A级景区',
  '12.5万元',
]
// Every sign that Markdown, GFM or the sanitiser may see, and what makes it see it.
const signs = [
  ...'\\`*_~<>[]&|@!()#+-=:.;,/"\'{}^$%?',
  ...[
    ' ',
    '  ',
    '\t',
    '    ',
    '\u3000',
    '\u00a0',
    '\ufeff',
    '\0',
    '\v',
    '\f',
    '\u2028',
    '\ud83d\ude00',
    '\ud83d',
  ],
  ...[
    '1. ',
    '2) ',
    '- ',
    '+ ',
    '* ',
    '# ',
    '## ',
    '###### 标题 ##',
    '####### ',
    '> ',
    '---',
    '===',
    '***',
    ':-:',
    '| a | b |',
    '| - | - |',
  ],
  ...[
    '![图](a/b.png)',
    '![](c.jpg)',
    '![图片14](图.png)',
    '![图](/img/a.png "题")',
    '[网](http://a.example/)',
    '[x][y]',
    '[y]: z',
    '[^1]',
    '[^1]: 注',
  ],
  ...[
    'http://a.example/',
    'www.a.example',
    'WWW.A.EXAMPLE',
    'a@b.example',
    'mailto:a@b.example',
    'xmpp:a@b.example',
    'javascript:',
    '://',
  ],
  ...[
    '&amp;',
    '&#20013;',
    '&copy',
    '```',
    '~~~',
    '~~',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<br>',
    '- [ ] ',
    '[ ] ',
  ],
]

/** A body of lines of news among which signs stand, more or fewer of them. */
function body(seed: number): string {
  const {below, pick} = sequence(seed)
  const many = 1 + below(40)
  let text = ''
  for (let count = 2 + below(12); count > 0; count--) {
    for (let part = below(4); part > 0; part--) text += below(many) === 0 ? pick(signs) : pick(news)
    text += pick(['\n', '\n\n', '\n\n', '\n\n\n', ' \n', '\n \t\n', ''])
  }
  return text
}

test('gives the answer of the parser that it stands in front of, whatever the body', () => {
  let all = 0
  let saved = 0
  const read = readPlainBlocks((text) => {
    saved -= text.length
    return readMarkdown(text)
  })
  for (let seed = 0; seed < count; seed++) {
    const text = body(seed)
    all += text.length
    saved += text.length
    expect(read(text), JSON.stringify(text)).toEqual(readMarkdown(text))
  }
  // Otherwise the parser would be compared with itself.
  expect(saved / all).toBeGreaterThan(0.3)
})

const count = Number(process.env['DIBAO_RANDOM_BODIES'] ?? 5000)
