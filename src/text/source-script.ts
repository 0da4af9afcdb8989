import type {SourceScript} from '../base/script.ts'
import {characterTables} from './han.ts'
import {converterOf} from './profile.ts'

/** What a text's characters say about the script it was written in. */
export interface ScriptEvidence {
  readonly script: SourceScript
  /** Characters that only traditional text has, and those that only simplified text has. */
  readonly traditional: number
  readonly simplified: number
  /** Places where a traditional text has a character that only a machine would leave: 老干部, 聯系. */
  readonly leftovers: number
}

/**
 * Detects the script of a document from its texts.
 *
 * Hardly any traditional characters: `hans`. Both kinds: `mixed`. Traditional with what machine
 * conversion character by character leaves behind: `pseudo-hant`. Otherwise `hant-tw` or
 * `hant-hk`, by the forms that only one of the two regions uses; Taiwan where none decides.
 */
export function detectScript(texts: readonly string[]): ScriptEvidence {
  const text = texts.join('\n')
  const {traditional, simplified} = countByScript(text)
  const share = traditional / Math.max(1, traditional + simplified)
  const counts = {traditional, simplified, leftovers: 0}
  if (share < mixedShareMin) return {script: 'hans', ...counts}
  if (share < mixedShareMax) return {script: 'mixed', ...counts}
  const {leftovers, taiwan, hongKong} = compareWithConverted(text)
  const found = {traditional, simplified, leftovers}
  if (leftovers + simplified >= Math.max(leftoversMin, leftoversShareMin * traditional))
    return {script: 'pseudo-hant', ...found}
  return {script: hongKong > taiwan ? 'hant-hk' : 'hant-tw', ...found}
}

/** Whether a name has characters that only simplified text has, and none that only traditional has. */
export function isPlainlySimplified(name: string): boolean {
  const {traditional, simplified} = countByScript(name)
  return simplified > 0 && traditional === 0
}

const mixedShareMin = 0.1
const mixedShareMax = 0.9
const leftoversMin = 2
// A machine leaves one in a hundred and more; a writer slips once in a long text.
const leftoversShareMin = 0.004

/** Forms that careful traditional text has both ways, so that they prove no machine. */
const contested = new Set(
  '台周占布佈佔里群床才只志游采升岩沈昆栗借姜咸尸吃着糊吊卷杰涂范钟余后于峰匯粧綫綉衞秘册迹',
)

/** Forms of Taiwan that Hong Kong hardly has; its others – 說 稅 群 床 – are typed there as well. */
const inTaiwanOnly = new Set('裡著臺溼汙')
/** Forms of Hong Kong that Taiwan types as well. */
const inBothRegions = new Set('台污濕泄煙檐么')

function countByScript(text: string): {traditional: number; simplified: number} {
  const tables = characterTables()
  let traditional = 0
  let simplified = 0
  for (const character of text) {
    if (tables.traditional.has(character)) traditional++
    else if (tables.simplified.has(character) && !contested.has(character)) simplified++
  }
  return {traditional, simplified}
}

/**
 * Compares a traditional text with what good conversion makes of its simplified form. Where the
 * text has the simplified character and conversion would not, a machine has left it.
 */
function compareWithConverted(text: string): {leftovers: number; taiwan: number; hongKong: number} {
  const simplified = converterOf('tw2s')(text)
  const taiwan = converterOf('s2tw')(simplified)
  const hongKong = converterOf('s2hk')(simplified)
  const counts = {leftovers: 0, taiwan: 0, hongKong: 0}
  if (taiwan.length !== text.length || hongKong.length !== text.length) return counts
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!
    if (unit !== taiwan[at] && unit !== hongKong[at]) {
      if (unit === simplified[at] && !contested.has(unit)) counts.leftovers++
    } else if (taiwan[at] !== hongKong[at]) {
      if (inTaiwanOnly.has(unit)) counts.taiwan++
      else if (unit === hongKong[at] && !inBothRegions.has(unit)) counts.hongKong++
    }
  }
  return counts
}
