import type {SourceScript} from '../base/script.ts'
import {invertByteShifts} from './byte-shift.ts'
import {convertAsRule} from './convert.ts'
import {type Edited, patternRule, untouched} from './edit.ts'
import {removeGlosses} from './gloss.ts'
import {reportUnclosed, sparingManual} from './manual.ts'
import {mendMojibake, misreadUnits} from './mojibake.ts'
import {type OwnTextRule, toTextRule} from './own-rule.ts'
import {converterOf, standardScript} from './profile.ts'
import {noticeAt} from './punctuation/context.ts'
import {type NamedRule, punctuationRules} from './punctuation.ts'
import {detectScript, isPlainlySimplified, type ScriptEvidence} from './source-script.ts'
import {changeTracked, type TrackedText, trackText} from './tracked.ts'
import {createClassReader} from './unit-classes.ts'

/** One rule's work on the texts of a document. */
export interface Stage {
  readonly rule: string
  /** One for each text, in their order. */
  readonly results: readonly Edited[]
}

/** One text of a document. */
export interface DocumentText {
  readonly text: string
  /** A column's name or a tag, which an editor may have given later in a script of their own. */
  readonly isLabel: boolean
}

/** A document repaired: the text that all its editions start from, and how it came about. */
export interface NormalisedDocument {
  readonly script: SourceScript
  /** Undefined where the editor states the script. */
  readonly evidence: ScriptEvidence | undefined
  /** The texts in their order, each with its script, which for a label may be another. */
  readonly texts: readonly {readonly text: string; readonly script: SourceScript}[]
  readonly stages: readonly Stage[]
}

/**
 * Repairs the texts of one document – its title, blocks and captions – rule after rule: canonical
 * characters, wrong decodings, shifted bytes, glosses, script of machine-converted text,
 * punctuation, and what the site adds. Text that is clean and modern passes unchanged, and so does
 * what an editor settled by hand, `-{…}-`.
 */
export function normaliseDocument(
  texts: readonly DocumentText[],
  statedScript?: SourceScript,
  ownRules: readonly OwnTextRule[] = [],
): NormalisedDocument {
  const stages: Stage[] = []
  let current = texts.map(({text}) => text)
  let classes = current.map(classesIn)
  const run = (rule: string, repair: (texts: readonly string[]) => readonly Edited[]): void => {
    const results = repair(current).map((result, index) => sparingManual(current[index]!, result))
    stages.push({rule, results})
    classes = results.map(({text}, index) =>
      text === current[index] ? classes[index]! : classesIn(text),
    )
    current = results.map(({text}) => text)
  }
  const runRule = (named: NamedRule, concerns: (index: number) => boolean = () => true): void => {
    const looksFor = 1 << textRules.indexOf(named)
    const isOpen = (index: number): boolean => (classes[index]! & looksFor) !== 0 && concerns(index)
    run(named.name, (all) =>
      all.map((text, index) => (isOpen(index) ? named.rule(text) : untouched(text))),
    )
  }
  for (const each of firstRules) runRule(each)
  run('byte-shift', invertByteShifts)
  run('gloss', removeGlosses)
  const glosses = stages.at(-1)!.results.flatMap(({edits}) => edits.map(({before}) => before))
  const prose = current.filter((_, index) => texts[index]?.isLabel === false)
  const evidence = statedScript ? undefined : detectScript(prose, glosses)
  const script = statedScript ?? evidence!.script
  const scripts = current.map((text, index) =>
    texts[index]?.isLabel && isPlainlySimplified(text) ? 'hans' : script,
  )
  if (scripts.some(isMadeSimplified)) {
    run('standard-simplified', (all) =>
      all.map((text, index) =>
        isMadeSimplified(scripts[index]!) ? simplify(text) : untouched(text),
      ),
    )
  }
  for (const each of punctuationRules) {
    runRule(each, (index) => !each.isMainland || standardScript(scripts[index]!) === 'hans')
  }
  for (const own of ownRules) {
    const rule = toTextRule(own)
    run(own.name, (all) => all.map(rule))
  }
  const repaired = current.map((text, index) => ({text, script: scripts[index]!}))
  return {script, evidence, texts: repaired, stages}
}

/** What the stages did to the text at this place of a document, as one change. */
export function trackRepairs(
  received: string,
  stages: readonly Stage[],
  index: number,
): TrackedText {
  return stages.reduce(
    (tracked, {results}) => changeTracked(tracked, results[index]?.edits ?? []),
    trackText(received),
  )
}

function isMadeSimplified(script: SourceScript): boolean {
  return standardScript(script) !== script
}

/** What the tables keep as it is because they take it for a name: 於潜, 毕昇. */
const keptInNames = /[於昇祕甦鉅陞]/g

/** Machine-made text in standard simplified characters; a name that kept a form is noticed. */
function simplify(text: string): Edited {
  const rule = 'standard-simplified'
  const simplified = convertAsRule(rule, text, converterOf('tw2s'))
  // A machine may have written 於 for the surname 于.
  const kept = [...text.matchAll(keptInNames)].filter(({0: character, index}) => {
    return simplified.text[index] === character
  })
  if (kept.length === 0) return simplified
  const notices = kept.map(({index}) => noticeAt(rule, text, index, index + 1))
  return {...simplified, notices}
}

// Letters with their marks and compatibility ideographs, as Unicode's canonical composition (NFC,
// UAX #15) has them; everything else is left to the rules that know it.
const composeRule = patternRule('canonical', /\P{M}\p{M}+|[\uF900-\uFAFF]/gu, ([cluster]) =>
  cluster.normalize('NFC'),
)

function makeCanonical(text: string): Edited {
  return text.normalize('NFC') === text ? untouched(text) : composeRule(text)
}

/** What each text is asked for before the document is taken as a whole. */
const firstRules: readonly NamedRule[] = [
  {name: 'canonical', rule: makeCanonical, looksFor: /[\p{M}\uf900-\ufaff\ud800-\udfff]/u},
  {name: 'manual', rule: reportUnclosed, looksFor: /\{/},
  {name: 'mojibake', rule: mendMojibake, looksFor: misreadUnits},
]

const textRules = [...firstRules, ...punctuationRules]
const classesIn = createClassReader(textRules.map(({looksFor}) => looksFor))
