import {workerData} from 'node:worker_threads'
import {linkPublished} from './spare-site.ts'

// What the thread of `readySpare` runs.
await linkPublished(workerData)
