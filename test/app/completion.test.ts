import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {commands} from '../../src/app/commands.ts'
import {completionScript} from '../../src/app/completion.ts'
import {commandHelp, helpText} from '../../src/app/help.ts'
import {commonOptions, type OptionName, options} from '../../src/app/options.ts'
import {shells} from '../../src/app/shells.ts'

const languages = ['zh', 'en'] as const

test.each(shells)('%s learns every command, option and choice', (shell) => {
  const script = completionScript(shell, 'zh')
  for (const {name, takes} of commands) {
    expect(script).toMatch(new RegExp(`^.*\\b${name}\\b`, 'm'))
    for (const choice of takes?.choices ?? []) expect(script).toContain(choice)
  }
  for (const [name, facts] of Object.entries(options)) {
    expect(script).toContain(`--${name}`)
    for (const choice of 'choices' in facts ? facts.choices : []) expect(script).toContain(choice)
  }
})

test.each(shells)('%s gets a script whose quotation marks and brackets are paired', (shell) => {
  for (const language of languages) {
    const script = completionScript(shell, language)
    const bare = script
      .replace(/'[^'\n]*'/g, '')
      .replace(/"[^"\n]*"/g, '')
      .replace(/^#.*$/gm, '')
    expect(bare).not.toMatch(/['"]/)
    if (shell === 'powershell') {
      for (const [open, close] of ['{}', '()', '[]'] as const) {
        expect(bare.split(open!).length).toBe(bare.split(close!).length)
      }
    }
    expect(script.endsWith('\n')).toBe(true)
  }
})

test('bash takes the script, and completes commands, options and choices by it', async () => {
  const script = `${completionScript('bash', 'zh')}
    for line in 'dibao bui' 'dibao check --str' 'dibao check --format sa' 'dibao text --edition zh-Han'; do
      COMP_WORDS=($line) COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)) COMPREPLY=()
      _dibao
      echo "\${COMPREPLY[*]}"
    done`
  const {stdout} = await promisify(execFile)('bash', ['--norc', '-c', script])
  expect(stdout).toBe('build\n--strict\nsarif\nzh-Hans zh-Hant\n')
})

test('every option belongs to all commands or to some', () => {
  const taken = new Set([...commonOptions, ...commands.flatMap((command) => command.options)])
  expect([...taken].toSorted()).toEqual((Object.keys(options) as OptionName[]).toSorted())
})

test('the help of a command names all that it takes, in both languages', () => {
  for (const language of languages) {
    const general = helpText(language)
    for (const command of commands) {
      expect(general).toContain(`\n  ${command.name}`)
      const help = commandHelp(command, language)
      for (const name of [...command.options, ...commonOptions]) {
        expect(help).toContain(`\n  --${name}`)
        expect(help).toContain(options[name].about[language])
      }
    }
  }
})
