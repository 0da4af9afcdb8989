import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {
  contentSecurityPolicy,
  lastingFiles,
  securityHeaders,
} from '../../src/emit/security-headers.ts'
import {buildSiteOf} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

const record = recordFile('a.md', {title: '甲', date: '2024-01-01'})

test('the policy allows nothing inline and nothing from elsewhere', () => {
  const sources = contentSecurityPolicy.split('; ').flatMap((rule) => rule.split(' ').slice(1))
  expect([...new Set(sources)].toSorted()).toEqual(["'none'", "'self'", 'data:'])
})

test('hosts of static files get the headers in a file of theirs', async () => {
  const {files} = await buildSiteOf(record)
  expect(files.get('_headers')).toBe(`/*
  Content-Security-Policy: ${contentSecurityPolicy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`)
})

test('under the folder in which the site lies', async () => {
  const {files} = await buildSiteOf(`-- dibao.yml --\nurl: https://example.cn/news/\n${record}`)
  expect(files.get('_headers')?.match(/^\S.*/gm)).toEqual(['/news/*', '/news/assets/*'])
})

test('the guide for servers has the same headers', async () => {
  const guide = await readFile('docs/deploy.md', 'utf8')
  for (const server of ['nginx', 'apache']) {
    const sample = new RegExp(`\`\`\`${server}\n(.*?)\`\`\``, 's').exec(guide)?.[1]
    for (const value of [...Object.values(securityHeaders), lastingFiles]) {
      expect(sample, server).toContain(`"${value}"`)
    }
  }
})
