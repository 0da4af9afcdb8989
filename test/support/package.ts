import {execFile} from 'node:child_process'
import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import process from 'node:process'
import {promisify} from 'node:util'
import {gunzipSync} from 'node:zlib'

const run = promisify(execFile)

/** Runs npm in a folder; the npm that runs the tests, where one does. */
export function npm(args: readonly string[], cwd: string) {
  const own = process.env['npm_execpath']
  return own?.endsWith('.js')
    ? run(process.execPath, [own, ...args], {cwd})
    : run('npm', [...args], {cwd, shell: process.platform === 'win32'})
}

/** The files of the package as `npm pack` makes it of what is compiled, by their paths. */
export async function packFiles(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  await npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], resolve('.'))
  const {version} = JSON.parse(await readFile('package.json', 'utf8'))
  const tar = gunzipSync(await readFile(join(folder, `dibao-${version}.tgz`)))
  return new Map(readTar(tar))
}

/** The files of an archive in the form ustar, whose parts are of 512 bytes. */
function* readTar(tar: Buffer): Generator<[string, Buffer]> {
  const text = (from: number, length: number): string =>
    tar.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  for (let at = 0; tar[at]; ) {
    const size = Number.parseInt(text(at + 124, 12), 8)
    const name = [text(at + 345, 155), text(at, 100)].filter((part) => part !== '').join('/')
    yield [name.replace(/^package\//, ''), tar.subarray(at + 512, at + 512 + size)]
    at += 512 + Math.ceil(size / 512) * 512
  }
}

/**
 * Puts the package into a folder as `npm install` of its file would, without a network: the files,
 * the command, and beside it what it depends on and no more, as the lock file knows it.
 */
export async function installPackage(
  files: ReadonlyMap<string, Buffer>,
  folder: string,
): Promise<void> {
  const modules = join(folder, 'node_modules')
  for (const [path, body] of files) {
    const target = join(modules, 'dibao', path)
    await mkdir(dirname(target), {recursive: true})
    await writeFile(target, body, {mode: 0o755})
  }
  const lock: {packages: Readonly<Record<string, {dev?: boolean}>>} = JSON.parse(
    await readFile('package-lock.json', 'utf8'),
  )
  for (const [path, {dev}] of Object.entries(lock.packages)) {
    if (dev || !/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path)) continue
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await symlink(resolve(path), join(folder, path), 'junction')
  }
  await mkdir(join(modules, '.bin'))
  await symlink('../dibao/lib/app/cli.js', join(modules, '.bin', 'dibao'))
}
