import type {SourceScript} from '../base/script.ts'
import {examplesMax, type Finding, findAll, toFinding} from './finding.ts'
import {characterTables} from './han.ts'
import {machineForms, machineTraces, mainlandWords} from './tables/machine-traces.ts'
import {hongKongMarks, type RegionMarks, taiwanMarks} from './tables/region-marks.ts'

/** What a text's characters and words say about the script it was written in. */
export interface ScriptEvidence {
  readonly script: SourceScript
  /** Characters that only traditional text has. */
  readonly traditional: number
  /** Characters that only simplified text has. */
  readonly simplified: Finding
  /** What is looked for in traditional text only. */
  readonly marks: TraditionalMarks | undefined
}

/** What parts traditional texts of different origin from each other. */
export interface TraditionalMarks {
  /** Readings that a machine put after characters while it converted them. */
  readonly glosses: Finding
  /** Words that only a machine writes so: 老干部, 聯系, 批準. */
  readonly traces: Finding
  /** Forms that neither region prints: 爲, 衆. */
  readonly machineForms: Finding
  readonly mainland: Finding
  readonly taiwan: RegionFindings
  readonly hongKong: RegionFindings
}

/** The marks of one region: 裏 or 衞, 特區 or 屋邨. */
export interface RegionFindings {
  readonly forms: Finding
  readonly words: Finding
}

/**
 * Detects the script of a document from its texts.
 *
 * Hardly any traditional characters: `hans`. Both kinds: `mixed`. Traditional with what machine
 * conversion character by character leaves behind: `pseudo-hant`. Otherwise `hant-tw` or
 * `hant-hk`, by the forms and words of the two regions. Taiwan where they do not decide: on real
 * texts that mistake changes four characters in a thousand of an edition, the other one twelve.
 *
 * `glosses` are the readings that were taken out of the texts: they come from a machine that made
 * simplified text traditional, so a traditional text that had some is no one's own.
 */
export function detectScript(
  texts: readonly string[],
  glosses: readonly string[] = [],
): ScriptEvidence {
  const text = texts.join('\n')
  const {traditional, simplified} = countByScript(text)
  const byCounts = {traditional, simplified, marks: undefined}
  if (isMixed(traditional, simplified.count)) return {script: 'mixed', ...byCounts}
  if (traditional <= simplified.count) return {script: 'hans', ...byCounts}
  const marks = findMarks(text, glosses)
  return {
    script: traditionalScript(traditional, simplified.count, marks),
    traditional,
    simplified,
    marks,
  }
}

/** Whether a name has characters that only simplified text has, and none that only traditional has. */
export function isPlainlySimplified(name: string): boolean {
  const {traditional, simplified} = countByScript(name)
  return simplified.count > 0 && traditional === 0
}

const mixedShareMin = 0.1

/** Whether a text has characters of both kinds. One alone beside three or more may be a quotation. */
function isMixed(traditional: number, simplified: number): boolean {
  const [few = 0, many = 0] = [traditional, simplified].sort((left, right) => left - right)
  if (few === 0 || (few === 1 && many > 2)) return false
  return few >= mixedShareMin * (few + many)
}

function countByScript(text: string): {traditional: number; simplified: Finding} {
  const tables = characterTables()
  let traditional = 0
  let count = 0
  const examples = new Set<string>()
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!
    if (point > 0xffff) at++
    if (tables.traditional.hasPoint(point)) traditional++
    if (!tables.simplified.hasPoint(point)) continue
    count++
    if (examples.size < examplesMax) examples.add(String.fromCodePoint(point))
  }
  return {traditional, simplified: {count, examples: [...examples]}}
}

const patterns = {
  traces: new RegExp(machineTraces.join('|'), 'g'),
  machineForms: new RegExp(machineForms, 'g'),
  mainland: new RegExp(mainlandWords.join('|'), 'g'),
  taiwan: compileRegion(taiwanMarks),
  hongKong: compileRegion(hongKongMarks),
}

interface RegionPatterns {
  readonly forms: RegExp
  readonly words: RegExp
}

function compileRegion({forms, words}: RegionMarks): RegionPatterns {
  return {forms: new RegExp(forms.join('|'), 'g'), words: new RegExp(words.join('|'), 'g')}
}

function findMarks(text: string, glosses: readonly string[]): TraditionalMarks {
  const inRegion = ({forms, words}: RegionPatterns): RegionFindings => ({
    forms: findAll(text, forms),
    words: findAll(text, words),
  })
  return {
    glosses: toFinding(glosses),
    traces: findAll(text, patterns.traces),
    machineForms: findAll(text, patterns.machineForms),
    mainland: findAll(text, patterns.mainland),
    taiwan: inRegion(patterns.taiwan),
    hongKong: inRegion(patterns.hongKong),
  }
}

function traditionalScript(
  traditional: number,
  simplified: number,
  marks: TraditionalMarks,
): SourceScript {
  const {taiwan, hongKong} = marks
  if (isMachineMade(traditional, simplified, marks)) return 'pseudo-hant'
  return weigh(hongKong) > weigh(taiwan) ? 'hant-hk' : 'hant-tw'
}

const formWeight = 2

function weigh({forms, words}: RegionFindings): number {
  return formWeight * forms.count + words.count
}

// A machine leaves one in a hundred and more; a writer slips once in a long text.
const tracesMin = 2
const tracesShareMin = 0.006

/**
 * Whether a machine converted the text: by readings it left, or by words that it alone writes. Where no region's own words
 * stand against it, its own forms and the words of mainland institutions add to them: either alone
 * proves nothing, 爲 being a writer's habit too. A region's words must be outnumbered.
 */
function isMachineMade(traditional: number, simplified: number, marks: TraditionalMarks): boolean {
  if (marks.glosses.count > 0) return true
  const traces = marks.traces.count + simplified
  const regional = Math.max(marks.taiwan.words.count, marks.hongKong.words.count)
  const score = regional > 0 ? traces : traces + hintsOf(traces, marks)
  return score > regional && score >= Math.max(tracesMin, tracesShareMin * traditional)
}

function hintsOf(
  traces: number,
  {machineForms: {count, examples}, mainland}: TraditionalMarks,
): number {
  const forms = examples.length > 1 ? count : Math.min(1, count)
  const isMainland = traces + forms > 0 && mainland.examples.length > 1
  return forms + Number(isMainland)
}
