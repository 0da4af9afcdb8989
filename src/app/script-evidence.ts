import type {Language} from '../base/diagnostic.ts'
import type {Finding} from '../text/finding.ts'
import type {ScriptEvidence} from '../text/source-script.ts'

/** What the detection of a script rests on, a line for each kind of evidence that was found. */
export function describeEvidence(
  evidence: ScriptEvidence | undefined,
  language: Language,
): readonly string[] {
  const say = names[language]
  if (!evidence) return [say.stated]
  const {traditional, simplified, marks} = evidence
  const found: readonly (readonly [string, Finding | undefined])[] = [
    [say.traditional, {count: traditional, examples: []}],
    [say.simplified, simplified],
    [say.glosses, marks?.glosses],
    [say.traces, marks?.traces],
    [say.machineForms, marks?.machineForms],
    [say.mainland, marks?.mainland],
    [say.taiwanForms, marks?.taiwan.forms],
    [say.taiwanWords, marks?.taiwan.words],
    [say.hongKongForms, marks?.hongKong.forms],
    [say.hongKongWords, marks?.hongKong.words],
  ]
  const lines = found.flatMap(([name, finding]) =>
    finding && finding.count > 0 ? [describeFinding(name, finding, language)] : [],
  )
  return lines.length > 0 ? lines : [say.none]
}

const names = {
  zh: {
    stated: '由文章字段 script 写明',
    none: '没有能判断字形的字，按简体处理',
    traditional: '只有繁体用的字',
    simplified: '只有简体用的字',
    glosses: '机器插入的注音',
    traces: '逐字转换的痕迹',
    machineForms: '台湾、香港都不用的字形',
    mainland: '大陆的用语、引号',
    taiwanForms: '台湾的字形',
    taiwanWords: '台湾的用语',
    hongKongForms: '香港的字形',
    hongKongWords: '香港的用语',
  },
  en: {
    stated: 'stated by the field script',
    none: 'no character tells the script; taken for simplified',
    traditional: 'characters only traditional text has',
    simplified: 'characters only simplified text has',
    glosses: 'readings put in by a machine',
    traces: 'traces of conversion character by character',
    machineForms: 'forms that neither Taiwan nor Hong Kong uses',
    mainland: 'words and quotation marks of the mainland',
    taiwanForms: 'forms of Taiwan',
    taiwanWords: 'words of Taiwan',
    hongKongForms: 'forms of Hong Kong',
    hongKongWords: 'words of Hong Kong',
  },
} as const

function describeFinding(name: string, {count, examples}: Finding, language: Language): string {
  const shown = examples.length > 0 ? examples : undefined
  return language === 'zh'
    ? `${name} ${count} 处${shown ? `：${shown.join('、')}` : ''}`
    : `${name}: ${count}${shown ? ` (${shown.join(', ')})` : ''}`
}
