import {expect, test} from 'vitest'
import {referenceOf} from '../../src/article/steps/references.ts'
import type {ContentPath} from '../../src/base/brand.ts'
import {checkArticle} from '../support/check-article.ts'
import {sequence} from '../support/random.ts'

const file = '2023/05/a.md' as ContentPath

test.each([
  ['record:20230515-abc', 'record:20230515-abc'],
  ['附件/发展.docx', 'asset:2023/05/附件/发展.docx'],
  ['./a.pdf', 'asset:2023/05/a.pdf'],
  ['../b/a.pdf', 'asset:2023/b/a.pdf'],
  ['../../../../etc/passwd', 'asset:etc/passwd'],
  ['%2e%2e/%2e%2e/%2e%2e/x.pdf', 'asset:x.pdf'],
  ['%E5%8F%91.pdf', 'asset:2023/05/发.pdf'],
  ['100%.pdf', 'asset:2023/05/100%.pdf'],
  ['a.pdf#page=2', 'asset:2023/05/a.pdf#page=2'],
  ['/zh/2023/', 'site:/zh/2023/'],
  ['//a.cn/x', '//a.cn/x'],
  ['https://a.cn/x', 'https://a.cn/x'],
  ['mailto:a@b.cn', 'mailto:a@b.cn'],
  ['#小标题', '#小标题'],
])('reads the address %s as %s', (address, reference) => {
  expect(referenceOf(address, file)).toBe(reference)
})

test('follows the prefix of ids, whether they are percent-encoded or not', () => {
  const ids = new Set(['text-注', 'text-fn-%E6%B3%A8'])
  expect(referenceOf('#注', file, ids)).toBe('#text-注')
  expect(referenceOf('#%E6%B3%A8', file, ids)).toBe('#text-注')
  expect(referenceOf('#fn-%E6%B3%A8', file, ids)).toBe('#text-fn-%E6%B3%A8')
  expect(referenceOf('#elsewhere', file, ids)).toBe('#elsewhere')
  expect(referenceOf('#%zz', file, ids)).toBe('#%zz')
})

test('never leads out of content', () => {
  const {below, text} = sequence(5)
  const parts = ['..', '.', '/', 'a', '%2e', '%2F', '%5c', '\\', '//', '..%2f']
  for (let count = 0; count < 5000; count++) {
    const reference = referenceOf(`x/${text(parts, below(12))}`, file)
    expect(reference).toMatch(/^asset:/)
    expect(reference.slice('asset:'.length).split('/')).not.toContain('..')
    expect(reference).not.toMatch(/^asset:\/|\/\//)
  }
})

test('lists what a text and its attachments name inside the site, each once', () => {
  const article = checkArticle(
    '---\ntitle: 标题\ndate: 2023-05-15\nattachments:\n  - file: a.pdf\n  - file: /b.pdf\n    title: 附件后\n---\n' +
      '[甲](record:n-1)，[乙](a.pdf)，[丙](/zh/)，[丁](record:n-1)，[戊](https://a.cn)',
    {
      'zh-Hant':
        '<p><a href="record:n-1">甲</a>，<a href="asset:2023/a.pdf">乙</a>，<a href="site:/zh/">丙</a>，' +
        '<a href="record:n-1">丁</a>，<a href="https://a.cn">戊</a></p>',
    },
  )
  expect(article.references.map(({target}) => target)).toEqual([
    'record:n-1',
    'asset:2023/a.pdf',
    'site:/zh/',
    'site:/b.pdf',
  ])
  expect(article.editions[1]?.attachments).toEqual([
    {title: 'a.pdf', target: 'asset:2023/a.pdf'},
    {title: '附件後', target: 'site:/b.pdf'},
  ])
})
