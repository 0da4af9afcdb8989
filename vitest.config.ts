import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'
import {tallyReporter} from './test/support/tally.ts'

const compiledReader = fileURLToPath(new URL('lib/text/tables/read-table.js', import.meta.url))
const compiledApp = fileURLToPath(new URL('lib/app', import.meta.url))

export default defineConfig({
  resolve: {
    // The compiled tables, which `npm run compile` has just made and one test compares byte for byte
    // with newly made ones: every test file would otherwise make them all again.
    alias: [
      {find: /^\.\/tables\/read-table\.ts$/, replacement: compiledReader},
      // Threads run what is compiled.
      {
        find: /^.*\/(compile-threads|spare-site|stage-thread)\.ts$/,
        replacement: `${compiledApp}/$1.js`,
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['lib/**', 'dist/**', 'node_modules/**'],
    globalSetup: ['test/global-setup.ts'],
    reporters: ['default', tallyReporter],
    expect: {requireAssertions: true},
    // By default one processor is left free, which of two is half of the time.
    maxWorkers: '100%',
    // It ends what hangs; how fast a machine is decides no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    unstubEnvs: true,
  },
})
