import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from './embedded-postgres.ts'
import { MIGRATIONS_FOLDER } from './prisma-files.ts'
import { schemaDrift } from './schema-engine.ts'

const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: node packages/db/src/create-migration.ts <name_in_small_letters>')
  process.exitCode = 2
} else {
  await createMigration(name)
}

/** Writes the SQL that leads from the migrations to the schema files, for a developer to complete by hand. */
async function createMigration(name: string): Promise<void> {
  const script = await migrationScript()
  if (script === '') {
    console.log('The migrations already lead to the schema: nothing to write.')
    return
  }
  const instant = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = join(MIGRATIONS_FOLDER, `${instant}_${name}`, 'migration.sql')
  await mkdir(join(file, '..'))
  await writeFile(file, script)
  console.log(file)
}

async function migrationScript(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'official-accounts-migration-'))
  const server = await startEmbedded({ dataDir: folder, settings: { fsync: 'off' } })
  try {
    return await schemaDrift(server.ownerUrl)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
