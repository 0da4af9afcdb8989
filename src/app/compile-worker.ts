import {parentPort} from 'node:worker_threads'
import {inline} from './compile.ts'
import {type CompileQuestion, toAnswer} from './compile-message.ts'

// What a thread of `threaded` runs: it compiles what it is sent, and sends back what comes of it.

const compile = inline()

parentPort?.on('message', async ({files, settings}: CompileQuestion) => {
  try {
    const answer = toAnswer(await compile(files, settings))
    parentPort?.postMessage(answer, [answer.bytes])
  } catch (failure) {
    parentPort?.postMessage({failure})
  }
})
