// Hooks of modules (https://nodejs.org/api/module.html#customization-hooks) for `as-windows.js`.

/** @type {Readonly<Record<string, string>>} */
const builtin = {
  path: "const module = process.getBuiltinModule('path').win32",
  fs: wrapped('fs'),
  'fs/promises': wrapped('fs/promises'),
}

/**
 * A module of the disk whose names are those of Windows, both those it takes and those it gives.
 *
 * @param {string} name
 */
function wrapped(name) {
  return `
const real = process.getBuiltinModule('${name}')
const toDisk = (path) => (typeof path === 'string' ? path.replaceAll('\\\\', '/') : path)
const fromDisk = (found) => {
  if (typeof found === 'string') return found.replaceAll('/', '\\\\')
  if (Array.isArray(found)) return found.map(fromDisk)
  if (found?.parentPath) found.parentPath = fromDisk(found.parentPath)
  return found
}
const hasTwo = /^(?:rename|copyFile|cp|link)(?:Sync)?$/
const givesPaths = /^(?:mkdtemp|realpath|readdir)(?:Sync)?$/
const wrap = (name, call) => (...args) => {
  args[0] = toDisk(args[0])
  if (hasTwo.test(name)) args[1] = toDisk(args[1])
  const found = call(...args)
  if (!givesPaths.test(name)) return found
  return found instanceof Promise ? found.then(fromDisk) : fromDisk(found)
}
const module = Object.fromEntries(
  Object.entries(real).map(([name, value]) => [
    name,
    typeof value === 'function' && /^[a-z]/.test(name) ? wrap(name, value) : value,
  ]),
)`
}

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  const name = specifier.replace(/^node:/, '')
  if (!Object.hasOwn(builtin, name)) return next(specifier, context)
  return {url: `as-windows:${name}`, format: 'module', shortCircuit: true}
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const name = url.startsWith('as-windows:') ? url.slice('as-windows:'.length) : undefined
  if (name === undefined) return next(url, context)
  const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((each) =>
    /^[a-z]\w*$/i.test(each),
  )
  const source = `${builtin[name]}
export default module
export const {${names.join(', ')}} = module
`
  return {format: 'module', shortCircuit: true, source}
}
