import {createRequire} from 'node:module'

const manifest = createRequire(import.meta.url)('../../package.json') as {
  readonly version: string
  readonly devDependencies: {readonly 'opencc-js': string}
}

/** The version of Dibao. */
export const version = manifest.version

/** The data that the tables of conversion are made of: a package, and the one version it is pinned to. */
export const dictionaryVersion = `opencc-js ${manifest.devDependencies['opencc-js']}`
