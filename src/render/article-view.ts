import type {AttachmentLink} from '../article/article.ts'
import {ruleName} from '../base/rule-names.ts'
import type {SourceScript} from '../base/script.ts'
import {editionOf, textOf} from '../site/entry.ts'
import {relatedMax} from '../site/page-key.ts'
import {listingPath, permalinkOf, repairLogPath} from '../site/permalink.ts'
import type {Page} from '../site/plan.ts'
import {relatedTo} from '../site/related.ts'
import type {GroupKey} from '../site/term-keys.ts'
import {articleFacts} from './article-facts.ts'
import {citationView} from './citation.ts'
import {correctionViews} from './corrections-view.ts'
import {dayView} from './day-text.ts'
import {entryView, termViews, unpublishedWord} from './entry-view.ts'
import {headlineOf} from './headline.ts'
import {Html} from './html.ts'
import {toWebAddress} from './links.ts'
import {markEdits} from './marked-text.ts'
import type {PageContext} from './page-context.ts'
import {hrefOfReference, resolveReferences} from './references.ts'
import {sharedView} from './shared-view.ts'
import {unexplainedVersions} from './version-view.ts'
import type {ArticleView} from './view.ts'

/** What the template of an article may see. */
export function articleView(
  {entry, newer, older}: Page & {kind: 'article'},
  context: PageContext,
): ArticleView {
  const {site, edition, links, words, local} = context
  const {article} = entry
  const text = editionOf(entry, edition)
  const [column] = article.withdrawn ? [] : entry.keys.column
  const trail = column
    ? [{title: local(column.names) ?? column.key, path: listingPath('column', column.key)}]
    : []
  const top = Math.min(...text.headings.map(({depth}) => depth))
  const facts = articleFacts(entry, context)
  const html = resolveReferences(
    textOf(entry, edition, site).html,
    edition,
    site,
    links,
    words.pictureMissing,
  )
  // What is copied comes last: Node 20 is slow to add to an object that begins as a copy.
  return {
    article: {
      title: text.title,
      headline: headlineOf(text),
      subtitle: text.subtitle ?? null,
      unpublished: unpublishedWord(entry, context),
      withdrawn: article.withdrawn
        ? {date: dayOrNull(article.withdrawnOn), reason: text.withdrawnReason ?? null}
        : null,
      corrections: correctionViews(entry, context),
      versions: unexplainedVersions(entry, context),
      body: new Html(html),
      headings: text.headings.map((heading) => ({...heading, inner: heading.depth > top})),
      attachments: text.attachments.map((attachment) => attachmentView(attachment, context)),
      citations: facts ? citationView(article.id, facts, edition) : [],
      ...bylineView(entry, context),
      ...mendingView(entry, context),
    },
    newer: newer ? entryView(newer, context) : null,
    older: older ? entryView(older, context) : null,
    related: relatedTo(entry, site, relatedMax).map((other) => relatedView(other, column, context)),
    ...sharedView(context, text.title, text.excerpt, trail, facts),
  }
}

/** An announcement of the same column does not name it again. */
function relatedView(other: Entry, own: GroupKey | undefined, context: PageContext) {
  const view = entryView(other, context)
  const [column] = other.keys.column
  return column?.key === own?.key ? {...view, column: null} : view
}

type Entry = (Page & {kind: 'article'})['entry']

function bylineView(entry: Entry, context: PageContext) {
  const {article} = entry
  const {author, editor} = editionOf(entry, context.edition)
  return {
    date: dayView(article.date),
    written: dayOrNull(article.written),
    updated: dayOrNull(article.updated),
    column: termViews('column', entry, context)[0] ?? null,
    source: termViews('source', entry, context)[0] ?? null,
    tags: termViews('tag', entry, context),
    // Of a withdrawn announcement no more is said than that it was, and why it is gone.
    author: article.withdrawn ? null : (author ?? null),
    editor: article.withdrawn ? null : (editor ?? null),
    views: article.views === undefined ? null : String(article.views),
    documentNumber: article.documentNumber ?? null,
    indexNumber: article.indexNumber ?? null,
  }
}

/** How the text was mended; of a withdrawn article nothing of the text, so neither of this. */
function mendingView(entry: Entry, {edition, words, site, links}: PageContext) {
  const {article, path} = entry
  const {provenance, withdrawn} = article
  const {editions} = site.config
  const received = site.textsOf(entry).repaired.map((text) => ({
    title: words.receivedFields[text.field] ?? text.field,
    text: markEdits(text),
  }))
  const repairs = Object.entries(article.repairs).map(([rule, count]) => ({
    name: ruleName(rule, edition),
    count,
  }))
  return {
    repairs: repairs.length > 0 && !withdrawn ? repairs : null,
    received: received.length > 0 ? received : null,
    receivedLang: receivedLanguages[article.script],
    repairLog: withdrawn
      ? null
      : links.href(permalinkOf(repairLogPath(path), editions[0]!, editions)),
    script: words.scripts[article.script],
    provenance:
      provenance && !withdrawn
        ? {
            from: provenance.from ?? null,
            url: provenance.url ?? null,
            href: toWebAddress(provenance.url ?? ''),
            file: provenance.file ?? null,
            retrieved: dayOrNull(provenance.retrieved),
            sha256: provenance.sha256 ?? null,
          }
        : null,
  }
}

const receivedLanguages: Readonly<Record<SourceScript, string>> = {
  hans: 'zh-Hans',
  'hant-tw': 'zh-Hant',
  'hant-hk': 'zh-HK',
  'pseudo-hant': 'zh-Hant',
  mixed: 'zh',
}

function attachmentView({title, target}: AttachmentLink, {edition, site, links}: PageContext) {
  const href = hrefOfReference(target, edition, site, links)
  return {title, href: href ?? null, missing: href === undefined}
}

function dayOrNull(day: Parameters<typeof dayView>[0] | undefined) {
  return day === undefined ? null : dayView(day)
}
