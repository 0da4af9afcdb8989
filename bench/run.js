import {cpus} from 'node:os'
import {benchConversion} from './conversion.js'
import {benchNormaliser} from './normaliser.js'
import {benchMemory, benchStartUp} from './processes.js'
import {dictionaryVersion, version} from './program.js'
import {benchScores} from './scores.js'

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`
process.stdout.write(
  `dibao ${version}, ${dictionaryVersion}, Node ${process.version}, ${machine}\n\n`,
)
benchConversion()
await benchNormaliser()
benchStartUp()
benchMemory()
await benchScores()
