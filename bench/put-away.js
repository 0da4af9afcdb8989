import {mkdir, rename} from 'node:fs/promises'
import {join} from 'node:path'

/**
 * Takes what a build made out of a folder of an archive, into one beside it. Nothing is removed
 * while anything is measured: for minutes a file system may pass over each place that has become
 * free (ext4 without a journal does), which makes every new file five times as dear.
 * @param {string} folder
 * @param {readonly string[]} names
 */
export async function putAway(folder, names) {
  const away = `${folder}-away-${taken++}`
  await mkdir(away)
  for (const name of names) {
    await rename(join(folder, name), join(away, name)).catch((error) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

let taken = 0
