#!/usr/bin/env node
import {parseArgs} from 'node:util'
import type {Language, Wording} from '../base/diagnostic.ts'
import {type ExitCode, exitCodes} from './exit-code.ts'
import {isFolder} from './files.ts'
import {type SiteFolder, toSiteFolder} from './site-folder.ts'
import {createTerminal, type Terminal} from './terminal.ts'

const options = {
  site: {type: 'string', default: '.'},
  port: {type: 'string', default: '4000'},
  edition: {type: 'string', default: 'zh-Hans'},
  script: {type: 'string', default: 'auto'},
  lines: {type: 'boolean', default: false},
  log: {type: 'string'},
  glossary: {type: 'string'},
  against: {type: 'string'},
  lang: {type: 'string', default: 'zh'},
  verbose: {type: 'boolean', default: false},
  help: {type: 'boolean', short: 'h', default: false},
  version: {type: 'boolean', default: false},
} as const

/** Runs the command that the arguments name. */
async function run(args: readonly string[]): Promise<ExitCode> {
  const language = languageOf(args)
  const terminal = createTerminal(language, args.includes('--verbose'))
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return misuse(terminal, wrongOption(error))
  }
  const {values, positionals} = parsed
  if (values.help) return answer(terminal, (await import('./help.ts')).helpText(language))
  if (values.version) return answer(terminal, `${(await import('./version.ts')).version}\n`)
  const [command, ...files] = positionals
  const fault = findMisuse(command, files, values)
  if (fault) return misuse(terminal, fault)
  const folder = toSiteFolder(values.site)
  if (!(await isFolder(folder.root))) {
    return misuse(terminal, {
      zh: `找不到网站文件夹「${values.site}」`,
      en: `there is no site folder ${values.site}`,
    })
  }
  return execute(command, files, values, folder, terminal)
}

/** Loads the command and nothing else: a filter that is run on every text has to be there at once. */
async function execute(
  command: string | undefined,
  files: readonly string[],
  {port, against, edition, script, lines, log, glossary}: ReturnType<typeof parse>['values'],
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  switch (command) {
    case 'build':
      return (await import('./commands/build.ts')).build(folder, terminal)
    case 'dev': {
      const {dev} = await import('./commands/dev.ts')
      return dev(folder, Number(port), terminal, interrupted())
    }
    case 'import':
      return (await import('./commands/import.ts')).importFiles(files, folder, terminal)
    case 'inspect':
      return (await import('./commands/inspect.ts')).inspect(files[0] ?? '', folder, terminal)
    case 'review': {
      const {review} = await import('./commands/review.ts')
      return review(folder, against, terminal)
    }
    default: {
      const {filterText} = await import('./commands/text.ts')
      return filterText(files[0], {edition, script, lines, log, glossary}, terminal)
    }
  }
}

// How many file names each command takes.
const filesTaken: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['build', [0, 0]],
  ['dev', [0, 0]],
  ['import', [1, Number.POSITIVE_INFINITY]],
  ['inspect', [1, 1]],
  ['review', [0, 0]],
  ['text', [0, 1]],
])

/** What is wrong with the way the program was called. */
function findMisuse(
  command: string | undefined,
  files: readonly string[],
  {lang, port}: {readonly lang: string; readonly port: string},
): Wording | undefined {
  if (command === undefined) return {zh: '没有写要做什么', en: 'no command given'}
  const taken = filesTaken.get(command)
  if (!taken) return {zh: `没有「${command}」这个命令`, en: `there is no command ${command}`}
  const [least, most] = taken
  if (files.length < least) return {zh: '没有写文件名', en: 'no file given'}
  const extra = files[most]
  if (extra !== undefined) {
    return {zh: `${command} 后面多写了「${extra}」`, en: `${command} does not take ${extra}`}
  }
  if (lang !== 'zh' && lang !== 'en') {
    return {zh: '--lang 应为 zh 或 en', en: '--lang is zh or en'}
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return {zh: '--port 应为 0 至 65535 的整数', en: '--port is a number from 0 to 65535'}
  }
  return undefined
}

/** The language of messages, which is wanted even where the arguments cannot be read. */
function languageOf(args: readonly string[]): Language {
  const wantsEnglish = args.some(
    (arg, index) => arg === '--lang=en' || (arg === 'en' && args[index - 1] === '--lang'),
  )
  return wantsEnglish ? 'en' : 'zh'
}

function parse(args: readonly string[]) {
  return parseArgs({args: [...args], options, allowPositionals: true})
}

function wrongOption(error: unknown): Wording {
  const found = /'(-[^']*)'/.exec(String(error))?.[1] ?? ''
  return {zh: `选项 ${found} 写得不对`, en: `the option ${found} is not right`}
}

function misuse(terminal: Terminal, reason: Wording): ExitCode {
  terminal.complain({
    zh: `${reason.zh}。用法见 dibao --help`,
    en: `${reason.en}; see dibao --help --lang en`,
  })
  return exitCodes.world
}

function answer(terminal: Terminal, text: string): ExitCode {
  terminal.print(text)
  return exitCodes.ok
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

/** Trouble with the world is one line; anything else is our own mistake and shows its trace. */
function crash(error: unknown): ExitCode {
  const isWorld = error instanceof Error && 'code' in error
  const text = error instanceof Error ? (isWorld ? error.message : error.stack) : String(error)
  process.stderr.write(`${text}\n`)
  return exitCodes.world
}

process.exitCode = await run(process.argv.slice(2)).catch(crash)
