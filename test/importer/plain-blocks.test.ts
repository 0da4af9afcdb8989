import {expect, test} from 'vitest'
import {parsePage, textOf} from '../../src/importer/html/page.ts'
import {textOfMarkdown, toBody, toMarkdown} from '../../src/importer/html/to-markdown.ts'
import {sequence} from '../support/random.ts'

const pieces =
  '会议 。 要求， 2023 12. - + # = : 　　 &nbsp; （一） A b 3.5 % " \' / ; <br> <br><br> <p> </p> <p>　　 <div> </div> <center> </center> <span> </span> <font\tsize=2> </font> <b>重</b> <a\thref="http://a.cn/">链</a> <img\tsrc="http://a.cn/x.png"> <ul><li>甲<li>乙</ul> <h2>标题</h2> <hr> * _ ` http://b.cn @ | ~'.split(
    ' ',
  )

test('writes plain paragraphs as the whole conversion does, and knows what it wrote', () => {
  let asMarkdown = 0
  for (let seed = 0; seed < 200; seed++) {
    const random = sequence(seed)
    const html = random.text([...pieces, ' ', '\n', '<br>\n　　'], 1 + random.below(30))
    const bodyOf = () => parsePage(html).body
    const {markdown, text} = toBody(bodyOf())
    expect([html, text]).toEqual([html, textOfMarkdown(markdown)])
    expect([html, text]).toEqual([html, textOf(bodyOf()).replace(/\s/g, '')])
    if (markdown.startsWith('<div>')) continue
    asMarkdown++
    expect([html, markdown]).toEqual([html, toMarkdown(bodyOf())])
  }
  expect(asMarkdown).toBeGreaterThan(170)
}, 60_000)
