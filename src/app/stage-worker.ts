import {parentPort, workerData} from 'node:worker_threads'
import type {WriterAnswer} from './stage-thread.ts'
import {createWriter, type WantedFile} from './stage-writer.ts'

// What the thread of a stage runs: it writes what it is sent, and sends back the digests.

const write = createWriter(workerData)

parentPort?.on('message', (files: readonly WantedFile[]) => {
  parentPort?.postMessage(answer(files))
})

function answer(files: readonly WantedFile[]): WriterAnswer {
  try {
    return write(files)
  } catch (error) {
    if (error instanceof Error) return {message: error.message, details: {...error}}
    throw error
  }
}
