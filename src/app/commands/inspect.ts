import {relative, resolve, sep} from 'node:path'
import {repairRecord} from '../../article/repair.ts'
import type {CompileExtensions} from '../../article/settings.ts'
import type {ContentPath} from '../../base/brand.ts'
import {type Checked, isError, type Language, report} from '../../base/diagnostic.ts'
import {ExtensionError} from '../../base/extension.ts'
import {extensionFailed} from '../../base/problems.ts'
import {ruleName} from '../../base/rule-names.ts'
import type {EditionTag, SourceScript} from '../../base/script.ts'
import {parseGlossary} from '../../record/glossary.ts'
import {parseRecord} from '../../record/parse.ts'
import type {NewsRecord} from '../../record/record.ts'
import {createSourceFile} from '../../record/source-file.ts'
import {words} from '../../render/words.ts'
import {parseConfig} from '../../site/config.ts'
import {createEditionConverter, type Glossary} from '../../text/convert.ts'
import type {Edited} from '../../text/edit.ts'
import type {ScriptEvidence} from '../../text/source-script.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {loadExtensions} from '../extensions.ts'
import {readForeign} from '../foreign.ts'
import {describeEvidence} from '../script-evidence.ts'
import type {SiteFolder} from '../site-folder.ts'
import {isRecordPath, readConfig, readGlossary, readText} from '../sources.ts'
import type {Terminal} from '../terminal.ts'

/**
 * Prints a record's text as received, after each rule that changed it with every change, those of
 * the site itself last, and in each edition. A file that is no record is read as import would read it; nothing is written.
 */
export async function inspect(
  path: string,
  asJson: boolean,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const read = await readRecord(path, folder)
  const own = await loadExtensions(folder)
  const diagnostics = [...read.diagnostics, ...own.diagnostics]
  terminal.report(diagnostics)
  const record = read.value
  if (!record) return exitCodes.content
  const {value: config} = parseConfig('dibao.yml', (await readConfig(folder)).value)
  const editions = config?.editions ?? ['zh-Hans', 'zh-Hant']
  const {value: glossary} = parseGlossary('glossary.yml', (await readGlossary(folder)).value)
  const entries = {...glossary, ...record.conversion}
  const how = {editions, glossary: entries, extensions: own.value?.compile}
  try {
    const inspection = inspectRecord(record, how)
    const text = asJson
      ? JSON.stringify(inspection, null, 1)
      : describe(inspection, terminal.language).join('\n\n')
    terminal.print(`${text}\n`)
  } catch (error) {
    if (!(error instanceof ExtensionError)) throw error
    const {extension: name, message} = error
    terminal.report([report(extensionFailed, {file: `content/${record.file}`}, {name, message})])
    return exitCodes.content
  }
  return diagnostics.some(isError) ? exitCodes.content : exitCodes.ok
}

interface Treatment {
  readonly editions: readonly EditionTag[]
  readonly glossary: Glossary
  readonly extensions: CompileExtensions | undefined
}

/** What became of a record's texts: its title, fields and blocks, always in the same order. */
interface Inspection {
  readonly received: readonly string[]
  /** Those rules that changed or doubted something. */
  readonly stages: readonly {readonly rule: string; readonly results: readonly Edited[]}[]
  readonly script: SourceScript
  readonly evidence: ScriptEvidence | undefined
  readonly editions: readonly {readonly edition: EditionTag; readonly texts: readonly string[]}[]
}

function inspectRecord(
  record: NewsRecord,
  {editions, glossary, extensions}: Treatment,
): Inspection {
  const {received, document} = repairRecord(record, extensions)
  const {script, evidence, stages, texts} = document
  return {
    received: received.map(({text}) => text),
    stages: stages.filter(({results}) =>
      results.some(({edits, notices}) => edits.length + notices.length > 0),
    ),
    ...{script, evidence},
    editions: editions.map((edition) => ({
      edition,
      texts: texts.map((each) => createEditionConverter(each.script, edition, glossary)(each.text)),
    })),
  }
}

function describe(
  {received, stages, script, evidence, editions}: Inspection,
  language: Language,
): readonly string[] {
  const say = {
    zh: {received: '收到的原文', script: '来稿字形', none: '没有需要修复的地方', edition: '版本'},
    en: {received: 'As received', script: 'Script', none: 'Nothing to repair', edition: 'Edition'},
  }[language]
  const sections = [`== ${say.received} ==\n${received.join('\n')}`]
  let current = received
  for (const {rule, results} of stages) {
    sections.push(describeStage(rule, current, results, language))
    current = results.map(({text}) => text)
  }
  if (sections.length === 1) sections.push(`== ${say.none} ==`)
  const grounds = describeEvidence(evidence, language).map((line) => `\n  ${line}`)
  const name = words['zh-Hans'].scripts[script]
  sections.push(`== ${say.script}: ${name} ${script} ==${grounds.join('')}`)
  for (const {edition, texts} of editions) {
    sections.push(`== ${say.edition} ${edition} ==\n${texts.join('\n')}`)
  }
  return sections
}

const contextLength = 6

function describeStage(
  rule: string,
  before: readonly string[],
  results: readonly Edited[],
  language: Language,
): string {
  const lines = results.flatMap(({edits, notices}, index) => {
    const text = before[index] ?? ''
    const around = (offset: number, length: number): string =>
      text.slice(Math.max(0, offset - contextLength), offset + length + contextLength)
    return [
      ...edits.map(
        ({offset, before: from, after}) =>
          `  ${JSON.stringify(from)} → ${JSON.stringify(after)}  …${around(offset, from.length)}…`,
      ),
      ...notices.map(({text: found, offset}) => `  ? ${found}  …${around(offset, found.length)}…`),
    ]
  })
  const count = results.reduce((sum, {edits}) => sum + edits.length, 0)
  const name = language === 'zh' ? `${ruleName(rule, 'zh-Hans')} ${rule}` : rule
  const texts = results.map(({text}) => text).join('\n')
  return `== ${name}: ${count} ==\n${lines.join('\n')}\n--\n${texts}`
}

async function readRecord(
  path: string,
  folder: SiteFolder,
): Promise<Checked<NewsRecord | undefined>> {
  const {value: document, diagnostics} = await readForeign(path)
  if (!document) return {value: undefined, diagnostics}
  if (!isRecordPath(path)) {
    const {importDocument} = await import('../../importer/import-document.ts')
    const imported = importDocument(document)
    return {value: imported.value?.record, diagnostics: imported.diagnostics}
  }
  const inContent = relative(folder.content, resolve(path)).split(sep).join('/')
  const name = inContent.startsWith('..') ? document.name : inContent
  const text = readText(`content/${name}`, document.bytes)
  if (text.value === undefined) return {value: undefined, diagnostics: text.diagnostics}
  return parseRecord(createSourceFile(name as ContentPath, text.value))
}
