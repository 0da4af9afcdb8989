#!/usr/bin/env node
import {parseArgs} from 'node:util'
import type {Wording} from '../base/diagnostic.ts'
import {build} from './commands/build.ts'
import {dev} from './commands/dev.ts'
import {importFiles} from './commands/import.ts'
import {inspect} from './commands/inspect.ts'
import {filterText} from './commands/text.ts'
import {type ExitCode, exitCodes} from './exit-code.ts'
import {helpText} from './help.ts'
import {toSiteFolder} from './site-folder.ts'
import {createTerminal, type Terminal} from './terminal.ts'
import {version} from './version.ts'

const options = {
  site: {type: 'string', default: '.'},
  port: {type: 'string', default: '4000'},
  edition: {type: 'string', default: 'zh-Hans'},
  script: {type: 'string', default: 'auto'},
  lines: {type: 'boolean', default: false},
  log: {type: 'string'},
  glossary: {type: 'string'},
  lang: {type: 'string', default: 'zh'},
  verbose: {type: 'boolean', default: false},
  help: {type: 'boolean', short: 'h', default: false},
  version: {type: 'boolean', default: false},
} as const

/** Runs the command that the arguments name. */
async function run(args: readonly string[]): Promise<ExitCode> {
  const language = args.some(
    (arg, index) => arg === '--lang=en' || (arg === 'en' && args[index - 1] === '--lang'),
  )
    ? 'en'
    : 'zh'
  const terminal = createTerminal(language, args.includes('--verbose'))
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return misuse(terminal, wrongOption(error))
  }
  const {values, positionals} = parsed
  if (values.help) return answer(terminal, helpText(language))
  if (values.version) return answer(terminal, `${version}\n`)
  const [command, ...files] = positionals
  const folder = toSiteFolder(values.site)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return misuse(terminal, {
      zh: '--port 应为 0 至 65535 的整数',
      en: '--port is a number from 0 to 65535',
    })
  }
  switch (command) {
    case 'build':
      return build(folder, terminal)
    case 'dev':
      return dev(folder, port, terminal, interrupted())
    case 'import':
      return files.length === 0 ? misuse(terminal, noFile) : importFiles(files, folder, terminal)
    case 'inspect':
      return files[0] === undefined ? misuse(terminal, noFile) : inspect(files[0], folder, terminal)
    case 'text': {
      const {edition, script, lines, log, glossary} = values
      return filterText(files[0], {edition, script, lines, log, glossary}, terminal)
    }
    case undefined:
      return misuse(terminal, {zh: '没有写要做什么', en: 'no command given'})
    default:
      return misuse(terminal, {
        zh: `没有「${command}」这个命令`,
        en: `there is no command ${command}`,
      })
  }
}

function parse(args: readonly string[]) {
  return parseArgs({args: [...args], options, allowPositionals: true})
}

const noFile: Wording = {zh: '没有写文件名', en: 'no file given'}

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
  const isSystem = error instanceof Error && 'code' in error && 'syscall' in error
  const text = error instanceof Error && !isSystem ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${text}\n`)
  return exitCodes.world
}

process.exitCode = await run(process.argv.slice(2)).catch(crash)
