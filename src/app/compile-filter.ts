import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'

// The last step of `npm run compile`, after the tables are made. The module that repairs one text
// and writes it as one edition is put into one file with all that it imports, in its own place: it
// takes longer to read seventy small modules than to do the work. What reads the tables stays where
// they are.
const entry = fileURLToPath(new URL('../text/normalise-text.js', import.meta.url))
const bundle = await rolldown({input: entry, platform: 'node', external: /\/read-table\.js$/})
await bundle.write({file: entry, format: 'es'})
await bundle.close()
