import type pg from 'pg'

/** A table of a backup: its name with the schema, quoted, and its columns that hold something of their own. */
export interface BackupTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

type Reader = Pick<pg.ClientBase, 'query'>

/**
 * The tables that hold the registry, by name: all but the list of migrations, and of the job queue the jobs alone, since
 * the queues themselves are made with the migrations.
 */
export async function backupTables(owner: Reader): Promise<readonly BackupTable[]> {
  const { rows } = await owner.query<BackupTable>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod))
        order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and (
      n.nspname = 'public' and c.relname <> '_prisma_migrations' or n.nspname = 'pgboss' and c.relname = 'job')
    group by n.nspname, c.relname order by n.nspname desc, c.relname`)
  return rows
}

/** The migrations a database has had, with the checksums of their files: what its tables look like. */
export async function migrationsOf(owner: Reader): Promise<readonly string[]> {
  const { rows } = await owner.query<{ migration: string }>(
    `select migration_name || ' ' || checksum as migration from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by 1`,
  )
  return rows.map(({ migration }) => migration)
}
