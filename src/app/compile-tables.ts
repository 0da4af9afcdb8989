import {readFile, writeFile} from 'node:fs/promises'
import {buildTable, tableNames} from '../text/tables/build-table.ts'
import {dictionaryVersion} from './version.ts'

// The last step of `npm run compile`, and run from what it has compiled. It puts the tables of the
// text floor beside it as files, and in the place of the module that makes them one that reads them.
const folder = new URL('../text/tables/', import.meta.url)
const reader = `import {readFileSync} from 'node:fs'

export function readTable(name) {
  return readFileSync(new URL(\`./\${name}.table\`, import.meta.url))
}
`

const installed = `opencc-js ${await installedVersion('opencc-js')}`
if (installed !== dictionaryVersion) {
  throw new Error(`${installed} is installed, not ${dictionaryVersion}: run npm ci`)
}
for (const name of tableNames) await writeFile(new URL(`${name}.table`, folder), buildTable(name))
await writeFile(new URL('read-table.js', folder), reader)

/** The version of a package that stands in the third folder above its main module. */
async function installedVersion(name: string): Promise<string> {
  const manifest = await readFile(new URL('../../package.json', import.meta.resolve(name)), 'utf8')
  return (JSON.parse(manifest) as {readonly version: string}).version
}
