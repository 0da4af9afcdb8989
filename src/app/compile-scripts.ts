import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {minify} from 'rolldown/utils'

// A step of `npm run compile`, run from what it has compiled. It puts the theme's scripts beside the
// program as they are published: with short names, for the browsers that the scripts are written
// for. A site that replaces one gets its own as it is.
const sources = new URL('../../templates/assets/', import.meta.url)
const target = new URL('../templates/assets/', import.meta.url)

await rm(target, {recursive: true, force: true})
await mkdir(target, {recursive: true})
for (const name of await readdir(sources)) {
  if (!name.endsWith('.js')) continue
  const script = await readFile(new URL(name, sources), 'utf8')
  const options = {module: false, compress: {target: 'es2020'}, mangle: true}
  const {code, errors} = await minify(name, script, options)
  if (errors.length > 0) throw new Error(`${name}: ${errors.join('\n')}`)
  await writeFile(new URL(name, target), code)
}
