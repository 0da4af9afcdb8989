import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {type LockedPackage, readLicences, readLock, runtimeOf} from './support/licences.ts'

/** Licences that ask for no more than that their notice is kept; of two, one may be chosen. */
const accepted: ReadonlySet<string> = new Set([
  '(MIT AND Zlib)',
  '(MIT OR CC0-1.0)',
  '(MIT OR GPL-3.0-or-later)',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
])

/** What npm runs when a package is installed. */
const installScripts = ['preinstall', 'install', 'postinstall']

test('packages of development are not counted among those that users install', () => {
  const used: LockedPackage = {version: '1.0.0'}
  const lock = {'': used, 'node_modules/a': used, 'node_modules/b': {...used, dev: true}}
  expect(runtimeOf(lock)).toEqual([['node_modules/a', used]])
})

test('nothing that is installed along with Dibao runs a program when it is installed', async () => {
  const packages = runtimeOf(await readLock())
  const found = packages.map(async ([folder, {hasInstallScript}]) => {
    const {scripts = {}} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return hasInstallScript || installScripts.some((name) => name in scripts) ? [folder] : []
  })
  expect((await Promise.all(found)).flat()).toEqual([])
  const own = JSON.parse(await readFile('package.json', 'utf8'))
  expect(installScripts.filter((name) => name in own.scripts)).toEqual([])
})

test('every package is pinned to its bytes, and is the one that is installed', async () => {
  const packages = runtimeOf(await readLock())
  expect(packages.length).toBeGreaterThan(100)
  for (const [folder, {version, integrity}] of packages) {
    expect(integrity, folder).toMatch(/^sha512-/)
    const installed = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    expect(installed.version, folder).toBe(version)
  }
})

test('every licence is one that a site may be built and given away under', async () => {
  const licences = await readLicences(await readLock())
  const others = licences.filter(({licence}) => !accepted.has(licence))
  expect(others).toEqual([])
})
