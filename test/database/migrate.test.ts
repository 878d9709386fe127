import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '@official-accounts/db/migrate'
import { readMigrations } from '@official-accounts/db/prisma-files'
import { applyMigrations, databaseDrift, schemaDrift } from '@official-accounts/db/schema-engine'
import { withConnection, withTemporaryDatabase } from '@official-accounts/db/database-connection'
import { createTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

const queues = [{ name: 'a-queue', retryLimit: 2 }]
const { ownerUrl } = inject('testServer')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

test('servers that start at once on one empty database migrate it once', async () => {
  const { migrationDirectories } = await readMigrations()
  await withTemporaryDatabase(ownerUrl, async (url) => {
    const outcomes = await Promise.all([migrate(url, { queues }), migrate(url, { queues })])
    const applied = outcomes.map((outcome) => outcome.applied.length).sort()
    expect(applied).toEqual([0, migrationDirectories.length])
    expect(await query(url, 'select name, retry_limit from pgboss.queue')).toEqual([
      { name: 'a-queue', retry_limit: 2 },
    ])
  })
})

test('migrating a database that is up to date changes nothing', async () => {
  expect(await migrate(database.ownerUrl, { queues: [] })).toEqual({ applied: [] })
  expect(await databaseDrift(database.ownerUrl)).toBe('')
})

test('the migrations lead exactly to the schema files', async () => {
  expect(await schemaDrift(ownerUrl)).toBe('')
})

test('a migration that the schema files do not know is noticed', async () => {
  const list = await withMigration('alter table component add column unknown_to_the_schema text')
  expect(await schemaDrift(ownerUrl, list)).toContain('DROP COLUMN "unknown_to_the_schema"')
})

test('a column added to a database by hand is noticed', async () => {
  const changed = await createTestDatabase()
  try {
    await query(changed.ownerUrl, 'alter table component add column by_hand text')
    expect(await databaseDrift(changed.ownerUrl)).toContain('DROP COLUMN "by_hand"')
  } finally {
    await changed.drop()
  }
})

test('a migration that fails leaves nothing of itself', async () => {
  const list = await withMigration('create table half_written (id int); select no_such_column from component')
  const changed = await createTestDatabase()
  try {
    await expect(applyMigrations(changed.ownerUrl, list)).rejects.toThrow(/no_such_column/)
    expect(await query(changed.ownerUrl, `select to_regclass('half_written') as found`)).toEqual([
      { found: null },
    ])
  } finally {
    await changed.drop()
  }
})

test('after a migration that failed, or a start that was cut short in one, the next start goes on', async () => {
  const changed = await createTestDatabase()
  try {
    const list = await withMigration('select no_such_column from component')
    await expect(applyMigrations(changed.ownerUrl, list)).rejects.toThrow(/no_such_column/)
    await expect(applyMigrations(changed.ownerUrl)).rejects.toThrow(/failed migrations/)
    expect(await migrate(changed.ownerUrl, { queues: [] })).toEqual({ applied: [] })
    const mended = await withMigration('alter table component add column mended text')
    expect(await applyMigrations(changed.ownerUrl, mended)).toEqual(['29991231235959_added'])
  } finally {
    await changed.drop()
  }
})

test('the application login uses the job queue and owns nothing', async () => {
  const made = `insert into pgboss.job (name, data) select name, '{}' from pgboss.queue limit 1 returning state::text`
  expect(await query(database.appUrl, made)).toEqual([{ state: 'created' }])
  await expect(query(database.appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/)
  await expect(query(database.appUrl, 'alter table component add x int')).rejects.toThrow(/must be owner/)
  expect(await query(database.appUrl, 'show statement_timeout')).toEqual([{ statement_timeout: '15s' }])
})

test('the public login reads no account, no person and no job', async () => {
  for (const table of ['account', 'person', 'pgboss.job']) {
    await expect(query(database.publicUrl, `select * from ${table}`)).rejects.toThrow(/permission denied/)
  }
  await expect(query(database.publicUrl, 'create temporary table x (id int)')).rejects.toThrow(
    /permission denied|read-only/,
  )
})

async function withMigration(script: string) {
  const list = await readMigrations()
  const content = { tag: 'ok' as const, value: script }
  const added = { path: '29991231235959_added', migrationFile: { path: 'migration.sql', content } }
  return { ...list, migrationDirectories: [...list.migrationDirectories, added] }
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const { rows } = await withConnection(url, (client) => client.query(sql))
  return rows
}
