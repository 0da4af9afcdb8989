// The compiled program, with the types of its sources.

/** @type {typeof import('../src/text/profile.ts')} */
export const {converterOf} = await load('text/profile.js')
/** @type {typeof import('../src/text/normalise-text.ts')} */
export const {normaliseText} = await load('text/normalise-text.js')
/** @type {typeof import('../src/app/version.ts')} */
export const {dictionaryVersion, version} = await load('app/version.js')

/** The address of a compiled module. */
export function compiled(/** @type {string} */ path) {
  return new URL(`../lib/${path}`, import.meta.url).href
}

function load(/** @type {string} */ path) {
  return import(compiled(path))
}
