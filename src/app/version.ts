import {createRequire} from 'node:module'

const manifest = createRequire(import.meta.url)('../../package.json') as {readonly version: string}

/** The version of Dibao. */
export const version = manifest.version
