import {type RandomSequence, sequence} from './random.ts'

const news = [
  '市关工委召开会议。',
  '　　会议指出，',
  '（一）',
  '2023年5月',
  '“五老”',
  'A级景区',
  '12.5万元',
  '国办发[2008]12号',
  '1.加强',
  '5~10天',
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
    '\ufe00',
    '\u{e0100}',
    '\ud83d\ude00',
    '\ud83d',
  ],
  ...[
    '1. ',
    '2) ',
    '10. ',
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
    '**',
    '**重点**',
    '**（一）**',
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
    '[页](record:r1)',
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
    '\\*',
    '\\[',
    '\\\n',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<br>',
    '- [ ] ',
    '[ ] ',
    '[x] ',
  ],
]

/** A body of lines of news among which signs stand, more or fewer of them. */
export function scatteredBody(seed: number): string {
  const {below, pick} = sequence(seed)
  const many = 1 + below(40)
  let text = ''
  for (let count = 2 + below(12); count > 0; count--) {
    for (let part = below(4); part > 0; part--) text += below(many) === 0 ? pick(signs) : pick(news)
    text += pick(['\n', '\n\n', '\n\n', '\n\n\n', ' \n', '\n \t\n', ''])
  }
  return text
}

/**
 * A body of the blocks that news has – paragraphs with links and strong text, headings, lists,
 * tables, pictures – some of which have lost a character or won a sign.
 */
export function nearlyPlainBody(seed: number): string {
  const random = sequence(seed)
  const {below, pick} = random
  let text = ''
  for (let count = 1 + below(5); count > 0; count--) {
    text += `${blockOf(random)}${pick(['\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n'])}`
  }
  for (let count = Math.max(0, below(5) - 2); count > 0; count--) {
    const at = below(text.length)
    text = `${text.slice(0, at)}${pick([...signs, '', '\n', '\n\n'])}${text.slice(at + below(2))}`
  }
  return text
}

function blockOf(random: RandomSequence): string {
  const {below, pick} = random
  const lines = (line: (index: number) => string): string =>
    Array.from({length: 1 + below(4)}, (_, index) => line(index)).join('\n')
  const [first, mark, bullet] = [
    pick([0, 1, 1, 1, 2, 9, 998, 2023]),
    pick(['.', ')']),
    pick('-*+-'.split('')),
  ]
  const numbered = (index: number): string => `${first + index}${mark} ${inlineOf(random)}`
  const bulleted = (): string => `${bullet} ${inlineOf(random)}`
  const paragraph = (): string => lines(() => inlineOf(random))
  const width = 1 + below(3)
  const row = (cell: () => string): string =>
    `|${Array.from({length: width + (below(20) === 0 ? 1 : 0)}, cell).join('|')}|`
  const table = (): string => {
    const cells = (): string =>
      row(() => pick([' ', '', '  ']) + pick([inlineOf(random), '', '36', '-']) + pick([' ', '']))
    return `${cells()}\n${row(() => pick([' --- ', '---', ':-', ' -: ', ':-:', '-']))}\n${lines(cells)}`
  }
  return pick([
    paragraph,
    paragraph,
    () => `${pick(['#', '##', '###'])} ${inlineOf(random)}`,
    () => lines(bulleted),
    () => lines(numbered),
    () => `${paragraph()}\n${lines(pick([bulleted, numbered]))}`,
    table,
    table,
    () => '![图](a/b.png)',
  ])()
}

function inlineOf({below, pick}: RandomSequence): string {
  let text = ''
  for (let count = 1 + below(3); count > 0; count--) {
    const words = pick(news)
    text += pick([
      ...Array.from({length: 8}, () => words),
      `**${words}**`,
      `[${words}](${pick(['http://a.example/b', 'record:r1', 'c/d.html?e=f#g', '/h%E4', '#i', 'javascript:j', 'k:l'])})`,
      `${words}${pick(signs)}`,
    ])
  }
  return text
}
