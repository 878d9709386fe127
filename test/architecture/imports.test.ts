import { describe, expect, test } from 'vitest'
import { relativeTarget, sourceFiles, workspaceOf, type SourceFile } from './source-files.ts'

const OURS = '@official-accounts/'
const files = sourceFiles(['.ts', '.tsx', '.mts'])
const sources = files.filter(
  ({ path }) => !path.startsWith('test/') && !path.endsWith('.test.ts') && !path.endsWith('.fixture.ts'),
)

// Arrows run one way: what each part may import of the others.
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/db': ['domain'],
  'packages/commands': ['domain', 'db'],
  'packages/schema': ['domain', 'db', 'commands'],
  'packages/client': [],
  'apps/server': ['domain', 'db', 'commands', 'schema'],
  'apps/admin': ['client', 'domain'],
  'apps/site': ['client', 'domain'],
}

function ourImports(file: SourceFile): readonly string[] {
  return file.imports
    .filter((name) => name.startsWith(OURS))
    .map((name) => name.slice(OURS.length).split('/')[0] ?? '')
}

/** Files that break a rule, each with what breaks it. */
function breaches(rule: (file: SourceFile) => readonly string[], among = sources): readonly string[] {
  return among.flatMap((file) => rule(file).map((breach) => `${file.path}: ${breach}`))
}

describe('arrows run one way', () => {
  test('every part imports only the parts below it', () => {
    const rule = (file: SourceFile) => {
      const allowed = ARROWS[workspaceOf(file.path)]
      const own = workspaceOf(file.path).split('/')[1] ?? ''
      return allowed === undefined
        ? []
        : ourImports(file).filter((name) => name !== own && !allowed.includes(name))
    }
    expect(breaches(rule)).toEqual([])
    const seeded = { path: 'packages/domain/src/x.ts', text: '', lines: 1, imports: [`${OURS}db/outbox`] }
    expect(breaches(rule, [seeded])).toEqual(['packages/domain/src/x.ts: db'])
  })
  test('no relative import leaves its part, but for the schema engine’s list of views', () => {
    const rule = (file: SourceFile) =>
      file.imports
        .filter((name) => name.startsWith('.'))
        .map((name) => relativeTarget(file, name))
        .filter(
          (target) =>
            workspaceOf(target) !== workspaceOf(file.path) && target !== 'prisma/external-tables.ts',
        )
    expect(breaches(rule)).toEqual([])
  })
  test('only db imports Prisma, pg and pg-boss', () => {
    const rule = (file: SourceFile) =>
      workspaceOf(file.path) === 'packages/db' || workspaceOf(file.path) === 'prisma'
        ? []
        : file.imports.filter((name) => /^(@prisma\/|prisma(\/|$)|pg(\/|$)|pg-boss)/.test(name))
    expect(breaches(rule)).toEqual([])
  })
  test('db and its neighbours are never reached from a browser', () => {
    const browser = sources.filter(({ path }) =>
      /^(apps\/(admin|site)|packages\/(client|domain))\/src\//.test(path),
    )
    const rule = (file: SourceFile) => file.imports.filter((name) => name.startsWith('node:'))
    const buildTime = /generate\.ts$|apps\/site\/src\/(build-site|data\/)|apps\/site\/src\/site-config/
    expect(
      breaches(
        rule,
        browser.filter(({ path }) => !buildTime.test(path)),
      ),
    ).toEqual([])
  })
  test('no file is imported in a circle', () => {
    expect(findCircle(sources)).toEqual([])
  })
})

describe('domain is pure', () => {
  const domain = sources.filter(({ path }) => path.startsWith('packages/domain/'))
  test('it has no dependency, no clock and no chance', () => {
    const rule = (file: SourceFile) => [
      ...file.imports.filter((name) => !name.startsWith('.')),
      ...(file.text.match(
        /Date\.now\(|new Date\(\)|Math\.random|(?<!-)process\.\w|crypto\.|setTimeout|fetch\(/g,
      ) ?? []),
    ]
    expect(domain.length).toBeGreaterThan(20)
    expect(breaches(rule, domain)).toEqual([])
  })
})

describe('the environment is read in one place', () => {
  test('apps/server/src/config.ts and what runs before or beside the server', () => {
    // generate.ts runs before there is a configuration; the site's build and the client's are programs of their own,
    // which the server starts with what they need.
    const readers = [
      'apps/server/src/config.ts',
      'packages/db/src/generate.ts',
      'apps/site/src/site-config.ts',
      'apps/site/src/build-site.ts',
      'apps/site/build.ts',
      'apps/site/astro.config.ts',
      'apps/admin/vite.config.ts',
    ]
    const rule = (file: SourceFile) =>
      readers.includes(file.path) ? [] : (file.text.match(/process\.env\[?\.?['A-Z_]+/g) ?? [])
    expect(breaches(rule)).toEqual([])
  })
})

describe('a resolver never writes', () => {
  test('packages/schema calls no writing operation of a client', () => {
    const rule = (file: SourceFile) =>
      file.text.match(
        /\.(create|createMany|update|updateMany|upsert|delete|deleteMany|\$executeRaw\w*)\(/g,
      ) ?? []
    const schema = sources.filter(({ path }) => path.startsWith('packages/schema/'))
    expect(breaches(rule, schema)).toEqual([])
  })
})

function findCircle(among: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(among.map((file) => [file.path, file]))
  const done = new Set<string>()
  function visit(path: string, trail: readonly string[]): readonly string[] {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    const file = byPath.get(path)
    if (!file || done.has(path)) return []
    for (const target of targets(file)) {
      const circle = visit(target, [...trail, path])
      if (circle.length > 0) return circle
    }
    done.add(path)
    return []
  }
  for (const { path } of among) {
    const circle = visit(path, [])
    if (circle.length > 0) return circle
  }
  return []
}

function targets(file: SourceFile): readonly string[] {
  return file.imports.flatMap((name) => {
    if (name.startsWith('.')) return [relativeTarget(file, name)]
    if (!name.startsWith(OURS)) return []
    const [part = '', ...rest] = name.slice(OURS.length).split('/')
    return [`packages/${part}/src/${rest.join('/')}.ts`, `apps/${part}/src/${rest.join('/')}.ts`]
  })
}
