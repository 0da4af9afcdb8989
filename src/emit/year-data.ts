import {encodePath} from '../render/links.ts'
import {type Entry, editionOf} from '../site/entry.ts'
import {groupKeyOf} from '../site/page-key.ts'
import {outputPathOf, permalinkOf, yearDataPath} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import {type Emitter, fileGroup, type OutputGroup} from './output.ts'

/**
 * The announcements of each year for programs, newest first: what they are called in each edition
 * and where they stand, from the top of the site.
 */
export const emitYearData: Emitter = (site) => {
  const {editions} = site.config
  const files = (site.listings.get('year') ?? []).map((group): OutputGroup => {
    const path = outputPathOf(permalinkOf(yearDataPath(group.key), editions[0]!, editions))
    const lines = () => group.entries.map((entry) => JSON.stringify(dataOf(entry, site)))
    const key = groupKeyOf(group, site)
    return fileGroup({path, from: 'search'}, key, () => `[\n${lines().join(',\n')}\n]\n`)
  })
  return {value: files, diagnostics: []}
}

function dataOf(entry: Entry, {config}: Site) {
  const {id, date, written, updated, documentNumber, indexNumber} = entry.article
  const editions = config.editions.map((tag) => {
    const {title, column, source, author, tags, excerpt} = editionOf(entry, tag)
    const path = encodePath(permalinkOf(entry.path, tag, config.editions))
    return [tag, {path, title, column, source, author, tags, excerpt}] as const
  })
  return {
    ...{id, date, written, updated, documentNumber, indexNumber},
    editions: Object.fromEntries(editions),
  }
}
