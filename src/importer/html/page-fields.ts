import {toDayOfText} from '../chinese-date.ts'
import type {Draft} from '../draft.ts'

/**
 * What the meta tags of a page say, in the names of the rules for government sites (国办发〔2017〕
 * 47号) and the usual ones.
 */
export function fieldsOfMetas(metas: ReadonlyMap<string, string>): Draft['fields'] {
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name) ?? '').find((value) => value !== '')
  const fields = {
    date: toDayOfText(first('pubdate', 'publishdate', 'pub_date') ?? ''),
    source: first('contentsource', 'source'),
    author: first('author'),
    column: first('columnname'),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
