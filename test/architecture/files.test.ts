import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

const code = sourceFiles(['.ts', '.tsx', '.astro', '.mts'])
const everything = sourceFiles([
  '.ts',
  '.tsx',
  '.astro',
  '.json',
  '.yaml',
  '.md',
  '.sql',
  '.prisma',
  '.scss',
  'run',
])

// Tables of pure data; each has one line a fact.
const TABLES = [
  'packages/domain/src/migration/given-names.ts',
  'apps/site/src/i18n/en.ts',
  'apps/site/src/i18n/es.ts',
]

test('no file of code has more than 300 lines, and half have fewer than 90', () => {
  const long = code.filter(
    ({ path, lines }) => lines > 300 && !TABLES.includes(path) && !path.startsWith('test/access/expected-'),
  )
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  const sorted = code.map(({ lines }) => lines).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90)
})

test('names say what is inside: no drawers, no barrels, kebab-case', () => {
  const drawer =
    /(^|\/)(utils?|helpers?|commons?|shared|misc|index)\.(ts|tsx)$|\/(utils?|helpers?|common|shared|misc)\//
  expect(code.map(({ path }) => path).filter((path) => drawer.test(path))).toEqual([])
  const name = /^[a-z0-9.[\]-]+$/
  expect(code.map(({ path }) => path.split('/').at(-1) ?? '').filter((file) => !name.test(file))).toEqual([])
})

test('the top level holds what the design names and nothing else', () => {
  const top = new Set(sourceFiles(['']).map(({ path }) => path.split('/')[0] ?? ''))
  const named = [
    'README.md',
    'apps',
    'package.json',
    'packages',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'prisma',
    'test',
    'tsconfig.base.json',
  ]
  expect([...top].filter((entry) => !entry.startsWith('.')).sort()).toEqual(named)
})

test('a life of records is where its diagram is printed from', () => {
  const defining = code.filter(({ text }) => /= defineMachine[<(]/.test(text)).map(({ path }) => path)
  expect(defining.length).toBeGreaterThan(10)
  expect(defining.filter((path) => !path.endsWith('-machine.ts') && !path.endsWith('.test.ts'))).toEqual([])
})

test('nothing names a package registry’s host, or a folder outside the repository', () => {
  const hosts = new RegExp(['registry', 'npmjs'].join('\\.') + '|' + ['deb', 'debian', 'org'].join('\\.'))
  const outside = new RegExp(
    ['/work', '(main|shared)'].join('/') +
      '|' +
      ['\\.\\./', 'shared/', '(data|design|source|recipes)'].join(''),
  )
  expect(everything.filter(({ text }) => hosts.test(text)).map(({ path }) => path)).toEqual([])
  expect(everything.filter(({ text }) => outside.test(text)).map(({ path }) => path)).toEqual([])
})
