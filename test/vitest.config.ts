import { defineConfig } from 'vitest/config'

// graphql has a second copy of itself for development: without its condition vite and Node load the same one.
const ssr = { resolve: { conditions: ['node', 'module-sync'] } }

const DATABASE =
  'test/{database,workflows,jobs,access,schema,audit,concurrency,import,server,whole-operation,year}/**/*.test.ts'
// Each takes a part of the product away, and has the process to itself.
const WITHOUT_A_PART = [
  'test/access/read-matrix.test.ts',
  'test/access/row-level-security.test.ts',
  'test/schema/statement-count.test.ts',
  'test/whole-operation/missing-scope.test.ts',
]

const database = {
  globalSetup: ['./test/support/global-database.ts'],
  setupFiles: [new URL('support/restart-numbers.ts', import.meta.url).pathname],
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

// Suites: pure ones beside the code, those with a database, those with a browser.
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
          testTimeout: 60_000,
          isolate: false,
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'test/architecture/**/*.test.ts',
          ],
        },
      },
      // Most of a file's time would go into loading the product: the files of a worker load it once.
      {
        ssr,
        test: { ...database, name: 'database', isolate: false, include: [DATABASE], exclude: WITHOUT_A_PART },
      },
      { ssr, test: { ...database, name: 'database apart', include: WITHOUT_A_PART } },
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
