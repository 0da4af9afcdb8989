import type {Language} from '../base/diagnostic.ts'
import {type Command, commands} from './commands.ts'
import {commonOptions, type OptionFacts, type OptionName, options} from './options.ts'
import type {Shell} from './shells.ts'

/** The script that makes a shell complete the program's commands, options and their values. */
export function completionScript(shell: Shell, language: Language): string {
  switch (shell) {
    case 'bash':
      return bashScript()
    case 'zsh':
      return zshScript(language)
    case 'powershell':
      return powershellScript(language)
  }
}

const optionNames = Object.keys(options) as readonly OptionName[]

function optionsOf(command: Command): readonly OptionName[] {
  return [...command.options, ...commonOptions]
}

function factsOf(name: OptionName): OptionFacts {
  return options[name]
}

function dashed(names: readonly OptionName[]): string {
  return names.map((name) => `--${name}`).join(' ')
}

/** What may stand after each option, as bash asks for it; after some it may be anything. */
function bashValues(): string {
  return optionNames
    .filter((name) => factsOf(name).value)
    .map((name) => {
      const {choices, names} = factsOf(name)
      const reply = choices
        ? `COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word"))`
        : names === undefined
          ? ':'
          : `compopt -o ${names === 'folder' ? 'dirnames' : 'default'}`
      return `    --${name}) ${reply}; return ;;\n`
    })
    .join('')
}

function bashScript(): string {
  const names = commands.map(({name}) => name)
  const cases = commands.map((command) => {
    const {name, takes} = command
    const words = [...(takes?.choices ?? []), dashed(optionsOf(command))].join(' ')
    const more = takes?.names
      ? `compopt -o ${takes.names === 'file' ? 'default' : 'dirnames'}; `
      : ''
    return `    ${name}) ${more}known="${words}" ;;\n`
  })
  return `# eval "$(dibao completion bash)"
_dibao() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" known each
  COMPREPLY=()
  case "$before" in
${bashValues()}  esac
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$each" in ${names.join('|')}) command="$each"; break ;; esac
  done
  case "$command" in
${cases.join('')}    *) known="${names.join(' ')} ${dashed(commonOptions)}" ;;
  esac
  COMPREPLY=($(compgen -W "$known" -- "$word"))
}
complete -F _dibao dibao
`
}

/** A text between single quotes, without what zsh's `_arguments` would read as a sign. */
function zshText(text: string): string {
  return text
    .replace(/[[\]\\]/g, '')
    .replaceAll(':', '：')
    .replaceAll("'", '’')
}

function zshOption(name: OptionName, language: Language): string {
  const {about, value, choices, names} = factsOf(name)
  const head = `--${name}[${zshText(about[language])}]`
  if (!value) return `'${head}'`
  const action = choices
    ? `(${choices.join(' ')})`
    : names === 'folder'
      ? '_files -/'
      : names === 'file'
        ? '_files'
        : ''
  return `'${head}:${zshText(value[language])}:${action}'`
}

function zshWord({takes}: Command, language: Language): readonly string[] {
  if (!takes) return []
  const action = takes.choices
    ? `(${takes.choices.join(' ')})`
    : takes.names === 'folder'
      ? '_files -/'
      : takes.names === 'file'
        ? '_files'
        : ''
  return [`'*:${zshText(takes.name[language])}:${action}'`]
}

function zshScript(language: Language): string {
  const list = commands.map(({name, about}) => `    '${name}:${zshText(about[language])}'\n`)
  const cases = commands.map((command) => {
    const specs = [
      ...optionsOf(command).map((name) => zshOption(name, language)),
      ...zshWord(command, language),
    ]
    return `    ${command.name}) _arguments ${specs.join(' ')} ;;\n`
  })
  return `#compdef dibao
# eval "$(dibao completion zsh)"
_dibao() {
  local -a known
  known=(
${list.join('')}  )
  if (( CURRENT == 2 )); then
    _describe dibao known
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join('')}  esac
}
compdef _dibao dibao
`
}

/** A text between PowerShell's single quotes. */
function powershellText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function powershellList(words: readonly string[]): string {
  return `@(${words.map(powershellText).join(', ')})`
}

function powershellScript(language: Language): string {
  const about = [
    ...commands.map((command) => [command.name, command.about[language]]),
    ...optionNames.map((name) => [`--${name}`, factsOf(name).about[language]]),
  ].map(([name = '', text = '']) => `    ${powershellText(name)} = ${powershellText(text)}\n`)
  const known = commands.map((command) => {
    const words = [
      ...(command.takes?.choices ?? []),
      ...optionsOf(command).map((name) => `--${name}`),
    ]
    return `    ${powershellText(command.name)} = ${powershellList(words)}\n`
  })
  const values = optionNames.flatMap((name) => {
    const {choices} = factsOf(name)
    return choices ? [`    ${powershellText(`--${name}`)} = ${powershellList(choices)}\n`] : []
  })
  const first = [...commands.map(({name}) => name), ...commonOptions.map((name) => `--${name}`)]
  return `# dibao completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName dibao -ScriptBlock {
  param($word, $ast, $position)
  $about = @{
${about.join('')}  }
  $known = @{
${known.join('')}  }
  $values = @{
${values.join('')}  }
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = $typed | Select-Object -Skip 1 | Where-Object { $known.ContainsKey($_) } | Select-Object -First 1
  $before = $typed | Select-Object -Last 1
  if ($before -and $values.ContainsKey($before)) { $words = $values[$before] }
  elseif ($command) { $words = $known[$command] }
  else { $words = ${powershellList(first)} }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object {
    $tip = if ($about.ContainsKey($_)) { $about[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $tip)
  }
}
`
}
