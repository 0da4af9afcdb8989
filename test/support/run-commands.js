// Runs commands of the compiled program one after another in one process, which is asked for them as
// lists of arguments in JSON: to start the program for each would take most of a test's time.
import process from 'node:process'
import {parseOptions} from '../../lib/app/arguments.js'
import {commands} from '../../lib/app/commands.js'
import {toSiteFolder} from '../../lib/app/site-folder.js'
import {createTerminal} from '../../lib/app/terminal.js'

const terminal = createTerminal('zh', true)
for (const args of JSON.parse(process.argv[2] ?? '[]')) {
  const {values, positionals} = parseOptions(args)
  const [name, ...words] = positionals
  const command = commands.find((each) => each.name === name)
  const code = await command?.run({
    ...{folder: toSiteFolder(values.site), terminal, words, options: values},
  })
  if (code !== 0) terminal.print(`${name}: ${code}\n`)
}
