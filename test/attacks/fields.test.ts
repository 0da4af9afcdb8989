import {describe, expect, test} from 'vitest'
import {toCsv} from '../../src/emit/check-report.ts'
import {buildSiteOf} from '../support/check.ts'
import {pageDangersOf} from '../support/dangers.ts'
import {findBrokenLinks} from '../support/html.ts'
import {parseXml} from '../support/xml.ts'
import {type Many, readAttacks, textOf} from './cases.ts'
import {recordOf} from './record-of.ts'

/** A text that stands in every field of a record. */
interface Field {
  readonly text?: string
  readonly many?: Many
}

describe('every field', () => {
  test.each(readAttacks<Field>('fields'))('with %s', async (_, attack) => {
    const text = textOf(attack.text, attack.many)
    const {files, snapshot} = await buildSiteOf(
      `-- dibao.yml --\ntitle: ${JSON.stringify(`档案 ${text}`)}\nurl: https://site.example/\n${recordOf('a', text)}`,
    )
    expect([...files.keys()]).toContain('2024/01/a/index.html')
    expect(findBrokenLinks(files)).toEqual([])
    for (const [path, body] of files) {
      if (path.endsWith('.html')) checkPage(body)
      if (path.endsWith('.xml')) parseXml(body)
      if (path.endsWith('.json')) JSON.parse(body)
      // On a page they would turn the order of what stands beside them.
      if (/\.(?:html|xml)$/.test(path))
        expect(body, path).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }
    const rows = toCsv(snapshot.diagnostics, 'zh').split(/\r\n/)
    expect(rows.filter((row) => /(?:^|,)"?\s*[=+@＝＋＠]/.test(row))).toEqual([])
  })
})

function checkPage(page: string): void {
  const scripts = [...page.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  for (const [, json = ''] of scripts) JSON.parse(json)
  expect(pageDangersOf(page)).toEqual([])
}
