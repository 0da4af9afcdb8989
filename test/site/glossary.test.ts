import {test} from 'vitest'
import {checkSite} from '../support/check.ts'

const record = (conversion = ''): string =>
  `-- content/a.md --\n---\ntitle: 涂先生与于乐\ndate: 2023-01-01\n${conversion}---\n涂先生发言。\n`

test('a site glossary settles names in every record, and a record says otherwise for itself', async () => {
  const glossary = '-- glossary.yml --\n涂先生: {zh-Hant: 涂先生}\n于乐: {zh-Hant: 于樂}\n'
  await checkSite(glossary + record(), {
    'zh-hant/2023/01/a/index.html': ['<h1>涂先生<wbr>與于樂</h1>', '<p>涂先生發言。</p>'],
  })
  await checkSite(glossary + record('conversion: {涂先生: {zh-Hant: 塗先生}}\n'), {
    'zh-hant/2023/01/a/index.html': ['<h1>塗先生<wbr>與于樂</h1>', '<p>塗先生發言。</p>'],
  })
})

test('a mistake in the glossary is reported with its line', async () => {
  await checkSite(`-- glossary.yml --\n甲: {zh-TW: 乙}\n${record()}`, {}, [
    'glossary.yml:1:5: 错误: [甲] 没有「zh-TW」这个版本 (record/unknown-edition)',
  ])
})
