import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type {
  DiffTarget,
  MigrationList,
  SchemaEngine as Engine,
  SchemaFilter,
} from '@prisma/schema-engine-wasm'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { EXTERNAL_TABLES } from '../../../prisma/external-tables.ts'
import { ensureGroupRoles } from './database-roles.ts'
import { readMigrations, readSchema } from './prisma-files.ts'
import { connectScriptAdapter } from './script-adapter.ts'
import { withConnection, withTemporaryDatabase } from './database-connection.ts'

// Neither the es2024 library nor Node's types declare it.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: EngineExports } }>
}
interface EngineExports {
  __wbindgen_start(): void
}

interface Urls {
  readonly ownerUrl: string
  readonly shadowUrl: string
}

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

let loaded: Promise<Bindings> | undefined
const require = createRequire(import.meta.url)
const filters: SchemaFilter = { externalTables: EXTERNAL_TABLES, externalEnums: [] }

/**
 * Applies the migrations that the database does not have yet, with Prisma's own engine and its own
 * `_prisma_migrations` table, so that `prisma migrate deploy` stays usable on the same database.
 *
 * @returns the names of the migrations just applied
 */
export async function applyMigrations(ownerUrl: string, migrations?: MigrationList): Promise<string[]> {
  const migrationsList = migrations ?? (await readMigrations())
  const { appliedMigrationNames } = await withEngine({ ownerUrl, shadowUrl: ownerUrl }, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  )
  return appliedMigrationNames
}

/** SQL that would bring the migrations to the schema files; empty when they agree. */
export async function schemaDrift(ownerUrl: string, migrations?: MigrationList): Promise<string> {
  const list = migrations ?? (await readMigrations())
  await withConnection(ownerUrl, ensureGroupRoles)
  return difference(ownerUrl, { tag: 'migrations', ...list })
}

/** SQL that would bring the live database to the schema files; empty when nobody changed it by hand. */
export async function databaseDrift(ownerUrl: string): Promise<string> {
  const schema = await readSchema()
  return difference(ownerUrl, { tag: 'schemaDatasource', ...schema, configDir: '.' })
}

async function difference(ownerUrl: string, from: DiffTarget): Promise<string> {
  const schema = await readSchema()
  const diff = {
    from,
    to: { tag: 'schemaDatamodel', ...schema } as const,
    script: true,
    exitCode: true,
    filters,
  }
  const result = await withTemporaryDatabase(ownerUrl, (shadowUrl) =>
    withEngine({ ownerUrl, shadowUrl }, (engine) => engine.diff(diff)),
  )
  return result.exitCode === 0 ? '' : (result.stdout ?? '')
}

async function withEngine<T>(urls: Urls, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { files } = await readSchema()
  loaded ??= loadEngine()
  const { SchemaEngine } = await loaded
  const datamodels = files.map((file): [string, string] => [file.path, file.content])
  const opened: SqlDriverAdapter[] = []
  const adapters = bindMigrationAwareSqlAdapterFactory(adapterFactory(urls, opened))
  const engine = await SchemaEngine.new({ datamodels }, () => {}, adapters)
  try {
    return await work(engine)
  } finally {
    engine.free()
    // The engine leaves its connection open, and with it the advisory lock that the next one waits for.
    await Promise.all(opened.map((adapter) => adapter.dispose()))
  }
}

function adapterFactory(urls: Urls, opened: SqlDriverAdapter[]): SqlMigrationAwareDriverAdapterFactory {
  async function connect(url: string): Promise<SqlDriverAdapter> {
    const adapter = await connectScriptAdapter(url)
    opened.push(adapter)
    return adapter
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(urls.ownerUrl),
    connectToShadowDb: () => connect(urls.shadowUrl),
  }
}

/** Once per process: the bindings keep views of one memory, and a second instance would share them. */
async function loadEngine(): Promise<Bindings> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const path = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = await readFile(join(path, '../schema_engine_bg.wasm'))
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: rethrowPanic } })
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return bindings
}

function rethrowPanic(message: string): never {
  throw new Error(`Prisma's schema engine failed: ${message}`)
}
