import {cp} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {writeFiles} from './corpus.js'

const shape = fileURLToPath(new URL('peers/hugo', import.meta.url))

/** Writes the same records as `writeArchive` for Hugo, with the layouts of `peers/hugo`. */
export async function writeHugoSite(/** @type {string} */ folder, /** @type {number} */ count) {
  await cp(shape, folder, {recursive: true})
  await writeFiles(folder, count, ({path, title, date, column, source, body}) => [
    `content/posts/${path}`,
    `---\ntitle: ${title}\ndate: ${date}\ncolumns: [${column}]\nyears: ["${date.slice(0, 4)}"]\nsource: ${source}\n---\n\n${body}\n`,
  ])
}
