import {cpus} from 'node:os'
import {benchConversion} from './conversion.js'
import {benchImport} from './import.js'
import {benchNormaliser} from './normaliser.js'
import {benchMemory, benchStartUp} from './processes.js'
import {dictionaryVersion, version} from './program.js'
import {benchScores} from './scores.js'
import {benchSearchCost} from './search-cost.js'
import {benchSites} from './sites.js'
import {benchVerify} from './verify.js'

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`
process.stdout.write(
  `dibao ${version}, ${dictionaryVersion}, Node ${process.version}, ${machine}\n\n`,
)
const parts = {
  conversion: benchConversion,
  normaliser: benchNormaliser,
  start: benchStartUp,
  memory: benchMemory,
  scores: benchScores,
  sites: () => benchSites(Number(size ?? 1000), Number(rounds ?? 3), kind === 'cold'),
  search: () => benchSearchCost(Number(size ?? 1000), Number(rounds ?? 3)),
  verify: () => benchVerify(Number(size ?? 1000)),
  import: () => benchImport(Number(size ?? 1000)),
}

// `npm run bench`, `npm run bench -- conversion`, `npm run bench -- sites 10000 1`, `… sites 100000 1 cold`
const [wanted, size, rounds, kind] = process.argv.slice(2)
for (const [name, run] of Object.entries(parts)) {
  if (wanted === undefined || wanted === name) await run()
}
