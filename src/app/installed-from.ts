import {basename, dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readBytes} from './files.ts'

const program = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The file or folder that this program was installed from, as npm takes it to install the program
 * once more; undefined where it came from a registry, which npm finds by name.
 */
export async function installedFrom(root: string = program): Promise<string | undefined> {
  const modules = dirname(root)
  if (basename(modules) !== 'node_modules') return resolve(root)
  // What npm notes of the packages in a folder: https://docs.npmjs.com/cli/configuring-npm/package-lock-json
  const bytes = await readBytes(join(modules, '.package-lock.json'))
  const {packages} = bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Lock) : {}
  const file = /^file:(.+)/.exec(packages?.[`node_modules/${basename(root)}`]?.resolved ?? '')?.[1]
  return file === undefined ? undefined : resolve(dirname(modules), file)
}

interface Lock {
  readonly packages?: Readonly<Record<string, {readonly resolved?: string}>>
}
