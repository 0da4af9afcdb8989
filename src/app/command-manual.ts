import {type Command, commands} from './commands.ts'
import {optionSynopsis, synopsisOf} from './help.ts'
import {generated} from './manual.ts'
import {commonOptions, type OptionName, options} from './options.ts'

/** The document that lists every command with its options, in both languages. */
export function formatCommands(): string {
  return `# 命令一览 · Commands

${generated('src/app/commands.ts', '在终端里运行 `npx dibao <命令> --help` 也能看到。')}

Every command of \`dibao\` and what it takes; \`npx dibao <command> --help --lang en\` says the same.

${commands.map(formatCommand).join('\n')}
## 各命令都有的选项 · Options of every command

${formatOptions(commonOptions)}
## 退出码 · Exit codes

| | | |
| --- | --- | --- |
| 0 | 成功 | done |
| 1 | 文章、设置或模板有错误，需要改正 | something in records, settings or templates has to be put right |
| 2 | 命令用法不对，或磁盘、系统出了问题 | wrong use of the command, or trouble with the disk or the system |

## 按 Tab 键补全 · Completion

补全的是 \`dibao\` 这个命令，先装上它：\`npm install --global ./dibao-0.1.0.tgz\`；以后不用打 \`npx\`。
What is completed is the command \`dibao\`: install it first, as above.

| | |
| --- | --- |
| bash | \`eval "$(dibao completion bash)"\`，写进 \`~/.bashrc\` |
| zsh | \`eval "$(dibao completion zsh)"\`，写进 \`~/.zshrc\`，在 \`compinit\` 之后 |
| PowerShell | \`dibao completion powershell \\| Out-String \\| Invoke-Expression\`，写进 \`$PROFILE\` |
`
}

function formatCommand(command: Command): string {
  const {about, options: own} = command
  const rows = own.length > 0 ? `\n${formatOptions(own)}` : ''
  return `## ${command.name}

\`npx dibao ${synopsisOf(command, 'zh')}\`

${about.zh}。
${about.en[0]?.toUpperCase()}${about.en.slice(1)}.
${rows}`
}

function formatOptions(names: readonly OptionName[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const rows = names.map((name) => {
    const {about} = options[name]
    return `| \`${cell(optionSynopsis(name, 'zh'))}\` | ${cell(about.zh)} | ${cell(about.en)} |\n`
  })
  return `| 选项 | 作用 | In English |\n| --- | --- | --- |\n${rows.join('')}`
}
