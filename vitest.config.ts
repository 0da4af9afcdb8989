import {defineConfig} from 'vitest/config'
import {tallyReporter} from './test/support/tally.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['lib/**', 'dist/**', 'node_modules/**'],
    globalSetup: ['test/global-setup.ts'],
    reporters: ['default', tallyReporter],
    expect: {requireAssertions: true},
    testTimeout: 20_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
  },
})
