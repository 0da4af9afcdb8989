import {expect, test} from 'vitest'
import {findHiddenText} from '../../src/record/hidden-text.ts'

test.each([
  ['正文<span style="display:none">广告</span>', 'display:none'],
  ['<div class="a" style="color:red; VISIBILITY : hidden">广告</div>', 'VISIBILITY : hidden'],
  ["<font style='font-size:0px'>广告</font>", 'font-size:0'],
  ['<p hidden>广告</p>', 'hidden'],
  ['<!-- 内部说明 -->正文', '<!--'],
])('finds what %s hides', (body, sign) => {
  const found = findHiddenText(body)
  expect(found.map((each) => each.sign)).toEqual([sign])
  expect(body.slice(found[0]?.offset)).toMatch(new RegExp(`^${sign.replace(/[()]/g, '.')}`))
})

test.each([
  '<p style="display:block">正文</p>',
  '<span style="font-size:0.9em">正文</span>',
  '<td style="opacity:0.5">正文</td>',
  '<!-- more -->正文',
  '正文 style="display:none" 是写在文章里的话',
  '<input type="hidden">',
])('finds nothing in %s', (body) => {
  expect(findHiddenText(body)).toEqual([])
})
