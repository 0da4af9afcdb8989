import {parentPort, workerData} from 'node:worker_threads'
import type {WriterAnswer} from './stage-thread.ts'
import {createWriter, type Lot} from './stage-writer.ts'

// What the thread of a stage runs: it writes what it is sent, and sends back the digests.

const write = createWriter(workerData)

parentPort?.on('message', (lot: Lot) => {
  parentPort?.postMessage(answer(lot))
})

function answer(lot: Lot): WriterAnswer {
  try {
    return write(lot)
  } catch (error) {
    if (error instanceof Error) return {message: error.message, details: {...error}}
    throw error
  }
}
