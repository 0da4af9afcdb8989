import {dirname, join, relative, resolve} from 'node:path'
import {type Checked, report} from '../../base/diagnostic.ts'
import {type EditionTag, editionTags} from '../../base/script.ts'
import {todayIn} from '../clock.ts'
import {createFile} from '../create-file.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {exists, readBytes} from '../files.ts'
import {installedFrom} from '../installed-from.ts'
import {alreadySite, noSuchEdition} from '../problems.ts'
import {replaceFile} from '../replace-file.ts'
import {archiveFiles, type NewArchive} from '../starter.ts'
import type {Terminal} from '../terminal.ts'

/** What a new archive was asked to be, as it was typed. */
export interface InitArguments {
  readonly title?: string | undefined
  readonly columns?: string | undefined
  readonly editions?: string | undefined
}

/**
 * Makes a new archive in a folder. What is not given is asked for at a terminal, or read from a pipe,
 * and elsewhere has a default. Files that are there stay; a `package.json` gets the scripts that it lacks.
 */
export async function init(
  path: string,
  args: InitArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = resolve(path)
  for (const file of ['dibao.yml', 'content']) {
    if (!(await exists(join(folder, file)))) continue
    terminal.report([report(alreadySite, {}, {folder: path, file})])
    return exitCodes.content
  }
  const {value: archive, diagnostics} = await askAll(args, terminal)
  terminal.report(diagnostics)
  if (!archive) return exitCodes.content
  for (const [name, text] of await archiveFiles(archive)) {
    const target = join(folder, name)
    if (await createFile(target, text)) continue
    if (name === 'package.json') await addScripts(target, text)
    else terminal.say({zh: `${name} 已经有了，没有改动`, en: `${name} is there; left as it is`})
  }
  await tellNext(folder, terminal)
  return exitCodes.ok
}

async function askAll(
  args: InitArguments,
  {askOrRead: ask}: Terminal,
): Promise<Checked<NewArchive | undefined>> {
  const title =
    args.title ??
    (await ask?.({
      zh: `网站名称（回车用「${usual.title}」）：`,
      en: `Name of the site (Enter for ${usual.title}): `,
    }))
  const columns =
    args.columns ??
    (await ask?.({
      zh: `栏目，用顿号隔开（回车用「${usual.columns}」）：`,
      en: `Columns, with commas between (Enter for ${usual.columns}): `,
    }))
  const editions =
    args.editions ??
    (await ask?.({
      zh: '版本：zh-Hans 简体，zh-Hant 繁体，zh-HK 香港繁体，用逗号隔开（回车用简体和繁体）：',
      en: 'Editions, of zh-Hans, zh-Hant, zh-HK (Enter for zh-Hans,zh-Hant): ',
    }))
  const tags = splitNames(editions?.trim() || 'zh-Hans,zh-Hant').map((name) => ({
    name,
    tag: editionTags.find((known) => known.toLowerCase() === name.toLowerCase()),
  }))
  const unknown = tags.find(({tag}) => tag === undefined)
  if (unknown) {
    return {value: undefined, diagnostics: [report(noSuchEdition, {}, {name: unknown.name})]}
  }
  const chosen = splitNames(columns ?? '')
  const value: NewArchive = {
    title: title?.trim() || usual.title,
    columns: chosen.length > 0 ? chosen : splitNames(usual.columns),
    editions: [...new Set(tags.flatMap(({tag}): EditionTag[] => (tag ? [tag] : [])))],
    date: todayIn('Asia/Shanghai'),
  }
  return {value, diagnostics: []}
}

const usual = {title: '新闻档案', columns: '工作动态、通知公告'} as const

function splitNames(text: string): readonly string[] {
  const names = text.split(/[,，、;；]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** Adds the scripts that a `package.json` lacks; what it says stays as it is. */
async function addScripts(path: string, ours: string): Promise<void> {
  const own = JSON.parse(new TextDecoder().decode(await readBytes(path))) as Manifest
  const scripts = {...(JSON.parse(ours) as Manifest).scripts, ...own.scripts}
  await replaceFile(path, `${JSON.stringify({...own, scripts}, null, 2)}\n`)
}

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>
}

async function tellNext(folder: string, {say}: Terminal): Promise<void> {
  const shown = relative(process.cwd(), folder) || '.'
  const steps = [
    ...(shown === '.' ? [] : [`cd ${shown}`]),
    ...((await isInstalled(folder)) ? [] : [await installCommand(folder)]),
    'npm run dev',
  ]
  const list = steps.map((step) => `  ${step}`).join('\n')
  const isHere = shown === '.'
  say({
    zh: `已在${isHere ? '这个文件夹里' : ` ${shown} `}新建档案网站。接下来：\n${list}`,
    en: `There is a new archive in ${isHere ? 'this folder' : shown}. Next:\n${list}`,
  })
}

async function installCommand(folder: string): Promise<string> {
  const from = await installedFrom()
  return from === undefined ? 'npm install' : `npm install --prefix . "${relative(folder, from)}"`
}

/** Whether npm finds the program from a folder: in its own modules, or in those above it. */
async function isInstalled(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (await exists(join(at, 'node_modules', 'dibao'))) return true
    if (at === dirname(at)) return false
  }
}
