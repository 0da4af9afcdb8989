// Runs commands of the compiled program one after another in one process, which is asked for them as
// lists of arguments in JSON: to start the program for each would take most of a test's time.
import process from 'node:process'

// Types are checked before the program is compiled, and so taken from the sources.
const load = (/** @type {string} */ name) => import(`../../lib/app/${name}.js`)
/** @type {typeof import('../../src/app/arguments.ts')} */
const {parseOptions} = await load('arguments')
/** @type {typeof import('../../src/app/commands.ts')} */
const {commands} = await load('commands')
/** @type {typeof import('../../src/app/site-folder.ts')} */
const {toSiteFolder} = await load('site-folder')
/** @type {typeof import('../../src/app/terminal.ts')} */
const {createTerminal} = await load('terminal')

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
