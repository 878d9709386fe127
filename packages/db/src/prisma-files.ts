import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'

const prismaFolder = fileURLToPath(new URL('../../../prisma', import.meta.url))

/** Where migrations are kept: one folder each, `<yyyymmddhhmmss>_<name>/migration.sql`. */
export const MIGRATIONS_FOLDER = join(prismaFolder, 'migrations')

/** Reads every migration in the order of its name. */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = names.sort().map(async (name) => {
    const value = await readFile(join(folder, name, 'migration.sql'), 'utf8')
    return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
  })
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(migrationDirectories),
  }
}

/** Reads schema.prisma and the models, as Prisma's engine takes them. */
export async function readSchema(): Promise<SchemasContainer> {
  const models = await readdir(join(prismaFolder, 'models'))
  const names = ['schema.prisma', ...models.sort().map((name) => `models/${name}`)]
  const files = names.filter((name) => name.endsWith('.prisma')).map(readSchemaFile)
  return { files: await Promise.all(files) }
}

async function readSchemaFile(name: string): Promise<{ path: string; content: string }> {
  return { path: name, content: await readFile(join(prismaFolder, name), 'utf8') }
}
