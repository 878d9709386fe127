import type pg from 'pg'
import { ensureGroupRoles } from './database-roles.ts'
import type { JobQueue } from './job-schema.ts'
import { installJobSchema } from './job-schema.ts'
import { withConnection } from './database-connection.ts'
import { applyMigrations } from './schema-engine.ts'

// Any fixed number that no other program on this database uses.
const MIGRATION_LOCK = 4_718_215_901

/** What a migration needs beside the files: the queues the worker will ask for. */
export interface MigrateOptions {
  readonly queues: readonly JobQueue[]
}

/**
 * Brings a database to the present version: group roles, migrations, job queue. Servers that start at once
 * on one database wait for each other, and the second finds nothing left to do.
 *
 * @returns the names of the migrations just applied, none when the database was up to date
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<{ applied: string[] }> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await ensureGroupRoles(owner)
    await forgetUnfinished(owner)
    const applied = await applyMigrations(ownerUrl)
    await installJobSchema(ownerUrl, owner, options.queues)
    return { applied }
  })
}

/**
 * A migration that failed, or whose process ended in the middle, has left nothing of itself: each is one transaction.
 * Prisma keeps it all the same and applies nothing after it, so that neither another start nor a mended release would
 * ever get past it. Whoever holds the lock knows that none is under way.
 */
async function forgetUnfinished(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query(`select to_regclass('public._prisma_migrations') is not null as known`)
  if (rows[0]?.known !== true) return
  await owner.query(
    `update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null`,
  )
}
