import {isError, type Wording} from '../../base/diagnostic.ts'
import {ruleName} from '../../base/rule-names.ts'
import {words} from '../../render/words.ts'
import {inventoryMarks} from '../../site/inventory.ts'
import {type Counts, countSite, type Statistics} from '../../site/statistics.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {readInventory} from '../inventory.ts'
import type {SiteFolder} from '../site-folder.ts'
import type {Terminal} from '../terminal.ts'
import {markNames} from './list.ts'

/** Prints the archive in figures: announcements by state, year, column and script; what was repaired and is missing. */
export async function stats(
  {json}: {readonly json: boolean},
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const {items, site, diagnostics} = await readInventory(folder, terminal)
  const figures = countSite(site, items)
  if (json) terminal.print(`${JSON.stringify(figures, null, 1)}\n`)
  else for (const line of linesOf(figures, terminal.language)) terminal.say({zh: line, en: line})
  const errors = diagnostics.filter(isError)
  terminal.report(errors)
  return errors.length > 0 ? exitCodes.content : exitCodes.ok
}

const headings = {
  announcements: {zh: '文章', en: 'Announcements'},
  published: {zh: '已发布', en: 'published'},
  characters: {zh: '正文字数', en: 'Characters of text'},
  years: {zh: '各年', en: 'By year'},
  columns: {zh: '各栏目', en: 'By column'},
  scripts: {zh: '来稿字形', en: 'By script as received'},
  repairs: {zh: '修复', en: 'Repairs by rule'},
  missingFiles: {zh: '缺少的图片和附件', en: 'Files missing'},
  doubts: {zh: '文字有疑问之处', en: 'Places in doubt'},
} as const satisfies Readonly<Record<string, Wording>>

function linesOf(figures: Statistics, language: 'zh' | 'en'): readonly string[] {
  const say = (name: keyof typeof headings): string => headings[name][language]
  const single = (name: 'announcements' | 'characters' | 'missingFiles' | 'doubts'): string =>
    `${say(name)}  ${figures[name]}`
  const group = (name: 'years' | 'columns' | 'scripts' | 'repairs', label = same): string[] => {
    const counts: Counts = figures[name]
    return counts.length === 0
      ? []
      : [say(name), ...counts.map((each) => `  ${label(each.name)}  ${each.count}`)]
  }
  const scriptName = (name: string): string => (language === 'zh' ? (scripts[name] ?? name) : name)
  const rule = (name: string): string => (language === 'zh' ? ruleName(name, 'zh-Hans') : name)
  return [
    single('announcements'),
    `  ${say('published')}  ${figures.published}`,
    ...inventoryMarks.map((mark) => `  ${markNames[mark][language]}  ${figures.marks[mark]}`),
    single('characters'),
    ...group('years'),
    ...group('columns'),
    ...group('scripts', scriptName),
    ...group('repairs', rule),
    single('missingFiles'),
    single('doubts'),
  ]
}

const scripts: Readonly<Record<string, string>> = words['zh-Hans'].scripts

function same(name: string): string {
  return name
}
