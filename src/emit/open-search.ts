import {escapeMarkup} from '../base/markup.ts'
import type {EditionTag} from '../base/script.ts'
import {words} from '../render/words.ts'
import {openSearchPath, outputPathOf, permalinkOf, searchPath} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import type {Emitter, OutputFile} from './output.ts'

// Browsers show no more of a name (OpenSearch 1.1, ShortName).
const nameLengthMax = 16

/**
 * What browsers and programs are told of each edition's search page (OpenSearch 1.1, draft 6).
 * Without the site's address there is none, since it needs a full one.
 */
export const emitOpenSearch: Emitter = (site) => {
  const {url, editions} = site.config
  if (url === undefined) return {value: [], diagnostics: []}
  const files = editions.map(
    (edition): OutputFile => ({
      path: outputPathOf(permalinkOf(openSearchPath, edition, editions)),
      body: descriptionOf(site, edition, url),
      from: 'search',
    }),
  )
  return {value: files, diagnostics: []}
}

function descriptionOf({config}: Site, edition: EditionTag, url: string): string {
  const title = config.title[edition] ?? ''
  const page = url.replace(/\/$/, '') + permalinkOf(searchPath, edition, config.editions)
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeMarkup(Array.from(title).slice(0, nameLengthMax).join(''))}</ShortName>
  <Description>${escapeMarkup(`${title}：${words[edition].searchLabel}`)}</Description>
  <Language>${edition}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeMarkup(page)}?q={searchTerms}"/>
</OpenSearchDescription>
`
}
