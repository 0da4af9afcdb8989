import process from 'node:process'
import type {Reporter, SerializedError, TestModule} from 'vitest/node'

/** How a run ended. */
export interface Tally {
  readonly passed: number
  /** Failed tests, files that could not be run, and errors that no test caught. */
  readonly failed: number
  readonly skipped: number
}

/** A reporter that ends the run with one line that a program can read. */
export const tallyReporter: Reporter = {
  onTestRunEnd(modules, unhandledErrors, reason) {
    const tally = countTests(modules, unhandledErrors)
    // A run can fail before its first test: when the browser is missing, say.
    const failed = reason === 'passed' ? tally.failed : Math.max(tally.failed, 1)
    process.stdout.write(`${formatTally({...tally, failed})}\n`)
  },
}

/** `12 passed, 0 failed`, and `, 1 skipped` after it when tests were left out. */
export function formatTally({passed, failed, skipped}: Tally): string {
  const counts = `${passed} passed, ${failed} failed`
  return skipped === 0 ? counts : `${counts}, ${skipped} skipped`
}

function countTests(
  modules: readonly TestModule[],
  unhandledErrors: readonly SerializedError[],
): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const count = (state: string): number =>
    tests.filter((test) => test.result().state === state).length
  const broken = modules.flatMap((module) => [
    ...module.errors(),
    ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
  ])
  // A test without a result was cut off by what stopped the run; it did not pass.
  const failed = count('failed') + count('pending') + broken.length + unhandledErrors.length
  return {passed: count('passed'), failed, skipped: count('skipped')}
}
