import type {ContentPath} from '../base/brand.ts'
import type {Diagnostic, Severity} from '../base/diagnostic.ts'
import type {CheckName, CheckSettings} from './check-settings.ts'
import {checkDates} from './checks/dates.ts'
import {findDuplicates} from './checks/duplicates.ts'
import {checkLinks} from './checks/links.ts'
import {checkPictures} from './checks/pictures.ts'
import {checkScripts} from './checks/scripts.ts'
import {checkVersions} from './checks/versions.ts'
import {checkWords} from './checks/words.ts'
import type {Site} from './site.ts'

const checkOfRule: Readonly<Record<string, CheckName>> = {
  'site/dead-record-link': 'links',
  'site/dead-path': 'links',
  'site/dead-anchor': 'anchors',
  'site/missing-file': 'pictures',
  'article/remote-picture': 'pictures',
  'site/missing-alt': 'alt',
  'site/duplicate-text': 'duplicates',
  'site/wrong-script': 'scripts',
  'site/odd-date': 'dates',
  'record/personal-number': 'privacy',
  'record/contact': 'contacts',
  'record/hidden-text': 'hidden',
  'site/watched-word': 'words',
}

/** The check that finds a problem; none for what every build tells anyhow. */
export function checkOf(ruleId: string): CheckName | undefined {
  return checkOfRule[ruleId]
}

/** Diagnostics with the weight that the site gives to the checks that found them. */
export function applyLevels(
  diagnostics: readonly Diagnostic[],
  levels: CheckSettings,
): readonly Diagnostic[] {
  return diagnostics.flatMap((each) => {
    const check = checkOfRule[each.ruleId]
    const level = check && levels[check]
    if (level === 'off') return []
    const severity: Severity = level ?? each.severity
    return [{...each, severity}]
  })
}

/**
 * What a person should look at before publishing, besides what every build tells. `isThere` says
 * whether there is something at a path of the site, `sourceOf` what a record's file holds.
 */
export function runChecks(
  site: Site,
  isThere: (path: string) => boolean,
  sourceOf: (file: ContentPath) => string,
): readonly Diagnostic[] {
  const entries = [...site.entries, ...site.withdrawn]
  return [
    ...entries.flatMap((entry) => [
      ...checkLinks(entry.article, site, isThere),
      ...checkPictures(entry.article),
      ...checkScripts(entry, site, sourceOf(entry.article.file)),
      ...checkDates(entry.article),
      ...checkWords(entry, site, sourceOf(entry.article.file)),
    ]),
    ...findDuplicates(entries, site),
    ...checkVersions(site),
  ]
}
