#!/usr/bin/env node
import {setFlagsFromString} from 'node:v8'
import {type Language, report, type Wording} from '../base/diagnostic.ts'
import {type OptionValues, parseOptions} from './arguments.ts'
import {type Command, commands} from './commands.ts'
import {type ExitCode, exitCodes} from './exit-code.ts'
import {exists, isFolder} from './files.ts'
import {commonOptions, type OptionName, options} from './options.ts'
import {type SiteFolder, toSiteFolder} from './site-folder.ts'
import {createTerminal, type Terminal} from './terminal.ts'

/** Runs the command that the arguments name. */
async function run(args: readonly string[]): Promise<ExitCode> {
  const language = languageOf(args)
  const terminal = createTerminal(language, args.includes('--verbose'))
  let parsed: ReturnType<typeof parseOptions>
  try {
    parsed = parseOptions(args)
  } catch (error) {
    const named = commands.find(({name}) => name === args[0])
    return misuse(terminal, await wrongOption(error, named), named)
  }
  const {values, positionals, given} = parsed
  const [name, ...words] = positionals
  const command = commands.find((each) => each.name === name)
  if (values.help) {
    const {helpText, commandHelp} = await import('./help.ts')
    return answer(terminal, command ? commandHelp(command, language) : helpText(language))
  }
  if (values.version) return answer(terminal, `${(await import('./version.ts')).version}\n`)
  if (!command) return misuse(terminal, await noCommand(name))
  const fault = findMisuse(command, words, given, values)
  if (fault) return misuse(terminal, fault, command)
  const folder = toSiteFolder(values.site)
  if (!(await isFolder(folder.root))) {
    return misuse(
      terminal,
      {zh: `找不到网站文件夹「${values.site}」`, en: `there is no site folder ${values.site}`},
      command,
    )
  }
  if (command.needsSite && !(await isSite(folder))) {
    const {noSite} = await import('./problems.ts')
    terminal.report([report(noSite, {}, {folder: folder.root})])
    return exitCodes.world
  }
  return command.run({folder, terminal, words, options: values})
}

async function noCommand(name: string | undefined): Promise<Wording> {
  if (name === undefined) return {zh: '没有写要做什么', en: 'no command given'}
  const {findNearestName} = await import('../record/near.ts')
  const near = findNearestName(
    name,
    commands.map((each) => each.name),
  )
  return {
    zh: `没有「${name}」这个命令${near ? `（是不是「${near}」？）` : ''}`,
    en: `there is no command ${name}${near ? ` (is it ${near}?)` : ''}`,
  }
}

async function isSite({config, content}: SiteFolder): Promise<boolean> {
  return (await exists(config)) || (await isFolder(content))
}

/** What is wrong with the way a command was called. */
function findMisuse(
  {name, takes, options: own}: Command,
  words: readonly string[],
  given: readonly OptionName[],
  values: OptionValues,
): Wording | undefined {
  // Chinese keyboards and macOS make one long dash of the two before an option.
  const dashed = words.map((word) => /^[‒–—―－]+([a-z][a-z-]*)/.exec(word)?.[1]).find(Boolean)
  if (dashed) {
    return {
      zh: `「${dashed}」前面要用两个英文的减号：--${dashed}`,
      en: `two plain hyphens stand before an option: --${dashed}`,
    }
  }
  if (takes && words.length < takes.least) {
    return {zh: `没有写${takes.name.zh}`, en: `no ${takes.name.en} given`}
  }
  const extra = words[takes?.most ?? 0]
  if (extra !== undefined) {
    return {zh: `${name} 后面多写了「${extra}」`, en: `${name} does not take ${extra}`}
  }
  const choices = takes?.choices
  const wrong = choices && words.find((word) => !choices.includes(word.toLowerCase()))
  if (wrong !== undefined) {
    return {
      zh: `${name} 后面应为 ${choices?.join('、')}`,
      en: `${name} takes ${choices?.join(', ')}`,
    }
  }
  const foreign = given.find((each) => !own.includes(each) && !commonOptions.includes(each))
  if (foreign) {
    return {zh: `${name} 没有 --${foreign} 这个选项`, en: `${name} does not take --${foreign}`}
  }
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    return {zh: '--port 应为 0 至 65535 的整数', en: '--port is a number from 0 to 65535'}
  }
  return findWrongChoice(values)
}

/** An option of which all values are listed, and which has another. */
function findWrongChoice(values: OptionValues): Wording | undefined {
  for (const [name, facts] of Object.entries(options)) {
    const value = values[name as OptionName]
    if (!('choices' in facts) || value === undefined) continue
    const choices: readonly string[] = facts.choices
    const wanted = String(value).toLowerCase()
    if (choices.some((choice) => choice.toLowerCase() === wanted)) continue
    return {
      zh: `--${name} 应为 ${choices.join('、').replace(/、([^、]*)$/, ' 或 $1')}`,
      en: `--${name} is ${choices.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
    }
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

async function wrongOption(error: unknown, command: Command | undefined): Promise<Wording> {
  const text = String(error)
  const found = /'(-[^']*)'/.exec(text)?.[1] ?? ''
  // As node:util's parseArgs words it.
  if (/argument (?:missing|is ambiguous)/.test(text)) {
    const name = /--[\w-]+/.exec(found)?.[0] ?? found
    return {zh: `${name} 后面没有写值`, en: `nothing stands after ${name}`}
  }
  if (!/^-+[\w-]+$/.test(found) || !/Unknown option/.test(text)) {
    return {zh: `选项 ${found} 写得不对`, en: `the option ${found} is not right`}
  }
  const {findNearestName} = await import('../record/near.ts')
  const known = [...(command?.options ?? []), ...commonOptions]
  const near = findNearestName(found.replace(/^-+/, ''), known)
  return {
    zh: `没有 ${found} 这个选项${near ? `（是不是 --${near}？）` : ''}`,
    en: `there is no option ${found}${near ? ` (is it --${near}?)` : ''}`,
  }
}

function misuse(terminal: Terminal, reason: Wording, command?: Command): ExitCode {
  const way = command ? `npx dibao ${command.name} --help` : 'npx dibao --help'
  terminal.complain({zh: `${reason.zh}。用法见 ${way}`, en: `${reason.en}; see ${way} --lang en`})
  return exitCodes.world
}

function answer(terminal: Terminal, text: string): ExitCode {
  terminal.print(text)
  return exitCodes.ok
}

/** Trouble with the world is one line; anything else is our own mistake and shows its trace. */
async function crash(error: unknown): Promise<ExitCode> {
  const {describeTrouble} = await import('./trouble.ts')
  const trouble = describeTrouble(error)?.[languageOf(process.argv.slice(2))]
  const trace = error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${trouble ?? trace}\n`)
  return exitCodes.world
}

/** Whoever reads the answer has seen enough, as `head` does: no reason for a word. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCodes.ok)
}

// What a command holds is little beside what it makes and lets go. V8 would let that become four
// times as much before it looks for what can be given back; so it looks at half as much again.
setFlagsFromString('--heap-growing-percent=50')
process.stdout.on('error', leaveQuietly)
process.stderr.on('error', leaveQuietly)
process.exitCode = await run(process.argv.slice(2)).catch(crash)
