import { defineConfig } from 'vitest/config'

// graphql has a second copy of itself for development: without its condition vite and Node load the same one.
const ssr = { resolve: { conditions: ['node', 'module-sync'] } }

// Three suites: pure ones beside the code, those with a database, those with a browser.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    maxWorkers: 2,
    reporters: ['default', './test/support/count-reporter.ts'],
    projects: [
      {
        ssr,
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'test/architecture/**/*.test.ts',
          ],
        },
      },
      {
        ssr,
        test: {
          name: 'database',
          include: [
            'test/{database,workflows,jobs,access,schema,audit,concurrency,import,server,whole-operation,year}/**/*.test.ts',
          ],
          globalSetup: ['./test/support/global-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ssr,
        test: {
          name: 'browser',
          include: ['test/{site,e2e}/**/*.test.ts'],
          globalSetup: ['./test/support/global-database.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
