import {expect, test} from 'vitest'
import {findNameFault} from '../../src/emit/output-name.ts'
import {checkSite} from '../support/check.ts'

test.each([
  ['2024/通知.pdf', undefined],
  ['.well-known/security.txt', undefined],
  [`${'长'.repeat(85)}`, undefined],
  [`${'长'.repeat(85)}a`, 'length'],
  ['a//b', 'leaves'],
  ['../a', 'leaves'],
  ['/a', 'leaves'],
  ['a/./b', 'leaves'],
  ['a:b', 'sign'],
  ['a\\b', 'sign'],
  ['a\u0085b', 'sign'],
  ['a?b', 'sign'],
  ['a./b', 'end'],
  ['a ', 'end'],
  ['CON', 'device'],
  ['a/aux.tar.gz', 'device'],
  ['lpt¹', 'device'],
  ['console', undefined],
])('of %j says %s', (path, fault) => {
  expect(findNameFault(path)).toBe(fault)
})

test('a file of public/ that Windows cannot keep is an error that names it', async () => {
  await checkSite(
    '-- content/2024/a.md --\n---\ntitle: 标题\ndate: 2024-01-02\n---\n正文\n-- public/aux.pdf --\n%PDF\n',
    {},
    [
      'public/aux.pdf: 错误: 要发布的文件「aux.pdf」用了 Windows 保留的名称，有的电脑和服务器存不下 (emit/bad-name)',
    ],
  )
})
