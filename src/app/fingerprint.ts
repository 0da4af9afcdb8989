import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Digest} from '../base/brand.ts'
import {digestOf, digestOfList} from '../base/digest.ts'
import {listFiles, mapConcurrently, readBytes} from './files.ts'

/** Where a program lies, and the packages that it loads. */
export interface Installation {
  readonly program: string
  readonly packages: string
}

/** The floors that `compileFile` and all it calls are on. */
const compileFloors = ['article', 'base', 'record', 'text']
/** The modules that write what was compiled into the store, and read it again. */
const storeModules = /^app\/(?:compile|compile-store|packed-texts|text-packs)\.[jt]s$/

const programFloors = [...compileFloors, 'site', 'render', 'emit', 'app']

const isOfCompiler = (path: string): boolean =>
  compileFloors.some((floor) => path.startsWith(`${floor}/`)) || storeModules.test(path)

// Read once: what runs does not change while it runs.
let ownCompiler: Promise<Digest | undefined> | undefined
let ownProgram: Promise<Digest | undefined> | undefined

/**
 * Digest of everything that decides what a file compiles to and how that is kept, but the file and
 * the settings: the program's code and tables, the packages that are installed, and Node. It is of
 * what is there, so that nobody has to remember to raise a number. Undefined where npm keeps no list
 * of the packages.
 */
export function compileFingerprint(installation?: Installation): Promise<Digest | undefined> {
  if (installation) return fingerprintOf(isOfCompiler, installation)
  ownCompiler ??= fingerprintOf(isOfCompiler, ownInstallation())
  return ownCompiler
}

/** Digest of everything that decides what is made of a site, as above. */
export function programFingerprint(installation?: Installation): Promise<Digest | undefined> {
  if (installation) return fingerprintOf(() => true, installation)
  ownProgram ??= fingerprintOf(() => true, ownInstallation())
  return ownProgram
}

async function fingerprintOf(
  counts: (path: string) => boolean,
  {program, packages}: Installation,
): Promise<Digest | undefined> {
  // What npm notes of all that it has put there.
  const versions = await readBytes(join(packages, '.package-lock.json'))
  if (!versions) return undefined
  const listed = await mapConcurrently(programFloors, async (floor) =>
    (await listFiles(join(program, floor))).map((path) => `${floor}/${path}`),
  )
  const code = await mapConcurrently(listed.flat().filter(counts), async (path) => [
    path,
    digestOf((await readBytes(join(program, path))) ?? ''),
  ])
  return digestOfList([process.version, digestOf(versions), ...code.flat()])
}

function ownInstallation(): Installation {
  const parser = createRequire(import.meta.url).resolve('unified')
  const name = 'node_modules'
  return {
    // Beside this file, in `src/` and `lib/` alike.
    program: fileURLToPath(new URL('..', import.meta.url)),
    // Of several, one inside the other, the innermost: the others do not say what is in it.
    packages: parser.slice(0, parser.lastIndexOf(name) + name.length),
  }
}
