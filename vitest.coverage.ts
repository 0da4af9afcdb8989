import {rmSync} from 'node:fs'
import {defineConfig, mergeConfig} from 'vitest/config'
import {coverageReporter} from './test/support/coverage.ts'
import base from './vitest.config.ts'

const folder = '.cache/coverage'
const children = `${import.meta.dirname}/${folder}/children`
rmSync(folder, {recursive: true, force: true})

/** All tests, counting what of `src/` they run; test/support/coverage.ts says how. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      // Counting takes its time, and so do machines that do other things besides.
      testTimeout: 600_000,
      // For the programs and threads that tests start: Node writes there what they ran.
      env: {NODE_V8_COVERAGE: children},
      reporters: [coverageReporter(children)],
      coverage: {
        enabled: true,
        provider: 'v8',
        include: ['src/**/*.ts', 'lib/**/*.js'],
        exclude: ['lib/templates/**'],
        reportsDirectory: `${folder}/report`,
        reporter: ['json'],
        reportOnFailure: true,
      },
    },
  }),
)
