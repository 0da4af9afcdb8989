import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {compareText} from '../../src/base/diagnostic.ts'
import {buildSiteOf} from '../support/check.ts'

const site = `-- dibao.yml --
title: 云溪档案
url: https://archive.example.cn/
editions: [zh-Hans, zh-Hant, zh-HK]
perPage: 2
columns:
  - {name: 通知公告, slug: tongzhi}
-- content/2004/台风后维护.md --
---
title: 台风后维护公告
date: 2004-03-05
column: 通知公告
tags: [维护, C++, "3·5"]
source: 云溪县政府办公室
aliases: [/show.htm, /old/2004/17/, /news]
attachments: [名单 1.csv]
---
正文。
-- content/2004/名单 1.csv --
1
-- content/2004/b.md --
---
id: 2004-03-notice_1.2
title: 第二则
date: 2004-03-05
column: 工作动态
source: 雲溪縣政府辦公室
---
正文。
-- content/2004/b@2005.md --
---
id: 2004-03-notice_1.2
title: 第二则
date: 2004-03-05
---
旧文。
-- content/2004/b@2005-06-01.md --
---
id: 2004-03-notice_1.2
title: 第二则
date: 2004-03-05
---
旧文。
-- content/2004/c.md --
---
title: 第三则
date: 2004-12-31
---
正文。
-- content/2005/d/index.md --
---
title: 第四则
date: 2005-01-01
withdrawn: true
---
正文。
-- content/2005/é.md --
---
title: 第五则
date: 2005-01-02
---
正文。
-- content/2005/f.md --
---
title: 第六则
date: 2005-02-02
column: 通知公告
---
正文。
`

test('the addresses of a published site never change', async () => {
  const {files, report} = await buildSiteOf(site)
  // The names of the theme's files hold digests of what is in them.
  const addresses = [...files.keys()]
    .filter((path) => !path.startsWith('assets/'))
    .map((path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`)
    .toSorted(compareText)
  expect(report).toEqual([
    'content/2004/b.md:5:9: 提醒: [column] dibao.yml 的 columns 里没有「工作动态」这个栏目，网站上会多出这一栏 (site/unknown-column)',
  ])
  const frozen = await readFile('test/frozen/addresses.txt', 'utf8')
  expect(addresses).toEqual(frozen.trimEnd().split('\n'))
})
