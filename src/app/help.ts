import type {Language, Wording} from '../base/diagnostic.ts'
import {type Command, commands} from './commands.ts'
import {commonOptions, type OptionFacts, type OptionName, options} from './options.ts'

const words = {
  zh: {
    title: '邸报 dibao：中文机构新闻的静态档案站生成器',
    usage: '用法：npx dibao <命令> [选项]',
    usageOf: '用法：',
    commands: '命令：',
    options: '选项：',
    someOptions: '[选项]',
    common: '各命令都有的选项：',
    more: '一个命令的选项：npx dibao <命令> --help',
    codes:
      '退出码：0 成功；1 文章、设置或模板有错误，需要改正；2 命令用法不对，或磁盘、系统出了问题',
    other: 'English: npx dibao --help --lang en',
  },
  en: {
    title: 'dibao: static news archives for Chinese institutions',
    usage: 'Usage: npx dibao <command> [options]',
    usageOf: 'Usage: ',
    commands: 'Commands:',
    options: 'Options:',
    someOptions: '[options]',
    common: 'Options of every command:',
    more: 'Options of a command: npx dibao <command> --help',
    codes:
      'Exit codes: 0 done; 1 something in records, settings or templates has to be put right;\n2 wrong use of the command, or trouble with the disk or the system',
    other: '中文：npx dibao --help',
  },
} as const

/** How the program is used. */
export function helpText(language: Language): string {
  const say = words[language]
  const rows = commands.map((each) => [synopsisOf(each, language), each.about[language]] as const)
  return [
    say.title,
    say.usage,
    `${say.commands}\n${formatRows(rows)}`,
    `${say.common}\n${formatRows(optionRows(commonOptions, language))}`,
    say.more,
    say.codes,
    `${say.other}\n`,
  ].join('\n\n')
}

/** How one command is used. */
export function commandHelp(command: Command, language: Language): string {
  const say = words[language]
  const own = command.options
  return [
    command.about[language],
    `${say.usageOf}npx dibao ${synopsisOf(command, language)}${own.length > 0 ? ` ${say.someOptions}` : ''}`,
    ...(own.length > 0 ? [`${say.options}\n${formatRows(optionRows(own, language))}`] : []),
    `${say.common}\n${formatRows(optionRows(commonOptions, language))}\n`,
  ].join('\n\n')
}

/** A command with what it takes: `import 文件名…`. */
export function synopsisOf({name, takes}: Command, language: Language): string {
  if (!takes) return name
  const word = takes.name[language] + (takes.most > 1 ? (language === 'zh' ? '…' : '...') : '')
  return `${name} ${takes.least === 0 ? `[${word}]` : word}`
}

/** An option with what stands after it: `--port 端口`. */
export function optionSynopsis(name: OptionName, language: Language): string {
  const facts: OptionFacts = options[name]
  return `--${name}${facts.value ? ` ${facts.value[language]}` : ''}`
}

function optionRows(names: readonly OptionName[], language: Language) {
  return names.map((name) => {
    const about: Wording = options[name].about
    return [optionSynopsis(name, language), about[language]] as const
  })
}

const leftWidth = 18

function formatRows(rows: readonly (readonly [left: string, right: string])[]): string {
  return rows
    .map(
      ([left, right]) => `  ${left}${' '.repeat(Math.max(2, leftWidth - widthOf(left)))}${right}`,
    )
    .join('\n')
}

/** How many columns a text takes up on a terminal, where a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, each) => sum + (/[\u1100-\uffe6]/.test(each) ? 2 : 1), 0)
}
