import type {ContentPath} from '../base/brand.ts'
import {type Diagnostic, isError, report} from '../base/diagnostic.ts'
import {extensionFailed} from '../base/problems.ts'
import {parseFrontMatter} from '../record/front-matter.ts'
import {idOfPath, toRecordId} from '../record/record-id.ts'
import {readVersionName} from '../record/version-name.ts'
import {duplicateId} from '../site/problems.ts'
import type {Snapshot} from './snapshot.ts'
import type {Sources} from './sources.ts'
import type {Terminal} from './terminal.ts'

/**
 * Whether a diagnostic forbids publishing. With `keepGoing` an error of a record that is not in the
 * site does not: the others do not depend on it. What the site's own code fails at is no fault of
 * the record, and a site that no record is left of is none.
 */
export function forbidsPublishing(
  diagnostic: Diagnostic,
  {site, leftOut}: Snapshot,
  keepGoing: boolean,
): boolean {
  if (!isError(diagnostic)) return false
  if (!keepGoing || site.byFile.size === 0) return true
  return diagnostic.ruleId === extensionFailed.ruleId || !leftOut.has(diagnostic.file ?? '')
}

/**
 * Records of the site with an id that one left out has as well, as far as that can be read: the
 * address may have been published for the other one.
 */
export function findTakenIds({records}: Sources, {site, leftOut}: Snapshot): readonly Diagnostic[] {
  return [...leftOut].flatMap((file) => {
    const path = file.slice('content/'.length) as ContentPath
    if (readVersionName(path)) return []
    const stated = parseFrontMatter(file, records.get(path)?.text ?? '').value?.fields.get(
      'id',
    )?.value
    const id = (stated?.kind === 'text' && toRecordId(stated.text)) || idOfPath(path)
    const entry = site.byId.get(id)
    if (!entry) return []
    const holder = `content/${entry.article.file}`
    return [report(duplicateId, {file: holder}, {id, files: [holder, file]})]
  })
}

/** Says that nothing was published. */
export function sayForbidden({complain}: Terminal, {leftOut}: Snapshot, keepGoing: boolean): void {
  complain({
    zh: '有错误，没有发布；原来发布的网站没有改动。',
    en: 'There are errors; nothing was published and the published site is as it was.',
  })
  if (!keepGoing || leftOut.size === 0) return
  complain({
    zh: `--keep-going 只能略过文章自己的错误。${leftOut.size} 篇有错误的文章里如有发布过的，它的网址不能没有：请改正那篇文章，不要取消网址。`,
    en: `--keep-going passes over errors of single records only. Of the ${leftOut.size} with errors, one that was published before cannot be left out, for its address would be lost: put the record right and do not give the address up.`,
  })
}

/** Says which records the site was published without. */
export function sayLeftOut({complain}: Terminal, {leftOut}: Snapshot): void {
  const files = [...leftOut].toSorted()
  const named = files.slice(0, namedMax)
  const isAll = named.length === files.length
  complain({
    zh: `网站已发布，但缺 ${files.length} 篇有错误的文章：${named.join('、')}${isAll ? '' : ' 等'}。改正后再运行一次。`,
    en: `The site was published without ${files.length} records that have errors: ${named.join(', ')}${isAll ? '' : ' …'}. Put them right and run it again.`,
  })
}

/** How many files the last line names; the messages above it name them all. */
const namedMax = 10
