import type pg from 'pg'
import { verifyChains, type ChainStanding, type RememberedHeads } from '../audit-chains.ts'
import { withConnection } from '../database-connection.ts'
import { CELL_SETTINGS, type BackupHeader } from './backup-format.ts'
import { readBackup, type RowsRead } from './backup-lines.ts'
import { backupTables, migrationsOf, type BackupTable } from './backup-tables.ts'

/** A backup is not restored, and why; the database is as it was. */
export class RestoreRefusedError extends Error {
  override readonly name = 'RestoreRefusedError'
}

/** What was restored. */
export interface RestoreSummary {
  readonly madeAt: string
  readonly rows: number
  /** How the audit's chains stand now, measured against their heads at the time of the backup. */
  readonly chains: readonly ChainStanding[]
}

/** How to restore. */
export interface RestoreOptions {
  /** Restores although a chain of the audit is not whole, where there is no better backup. */
  readonly acceptBrokenAudit: boolean
  readonly onTable: (table: string) => void
}

// What a registry that was ever used has in it; the migrations themselves put rows into other tables.
const USED = ['audit_entry', 'person', 'account']

/**
 * Fills an empty, migrated database with a backup's rows, all or none: foreign keys are checked again and the audit is
 * verified before anything is kept.
 *
 * @throws RestoreRefusedError where the database is in use, is of another version, or the audit is not whole
 * @throws BackupUnreadableError where the file is none of ours or was cut short
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  options: RestoreOptions,
): Promise<RestoreSummary> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query('begin')
    await owner.query(CELL_SETTINGS)
    const tables = await backupTables(owner)
    const restored = { rows: 0 }
    let header: BackupHeader | null = null
    let restoreKeys = async (): Promise<void> => {}
    for await (const part of readBackup(file)) {
      if ('format' in part) {
        header = part
        await requireSameVersion(owner, part)
        await requireUnused(owner)
        restoreKeys = await emptyTables(owner, tables)
      } else {
        options.onTable(part.table)
        await insertRows(owner, tables, part)
        restored.rows += part.rows.length
      }
    }
    await restoreKeys()
    const chains = await verifyChains(owner, headsOf(header))
    if (!options.acceptBrokenAudit) requireWhole(chains)
    await owner.query('commit')
    return { madeAt: header?.madeAt ?? '', rows: restored.rows, chains }
  })
}

async function requireSameVersion(owner: pg.Client, { migrations }: BackupHeader): Promise<void> {
  const here = await migrationsOf(owner)
  if (JSON.stringify(here) === JSON.stringify(migrations)) return
  const newest = migrations.at(-1)?.split(' ')[0] ?? 'none'
  throw new RestoreRefusedError(
    `The backup is of another version: its last migration is ${newest}. Restore it with the version that made it; a newer one brings it up to date at its next start.`,
  )
}

async function requireUnused(owner: pg.Client): Promise<void> {
  for (const table of USED) {
    const { rowCount } = await owner.query(`select from ${table} limit 1`)
    if (rowCount !== 0)
      throw new RestoreRefusedError('The database is in use: a backup is restored into an empty one alone.')
  }
}

/** Takes away what hinders rows in any order, and the rows of the migrations; the answer puts the keys back. */
async function emptyTables(owner: pg.Client, tables: readonly BackupTable[]): Promise<() => Promise<void>> {
  const { rows: keys } = await owner.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace`)
  const own = tables.map(({ name }) => name).filter((name) => name.startsWith('public.'))
  for (const name of own) await owner.query(`alter table ${name} disable trigger user`)
  for (const { table, name } of keys) await owner.query(`alter table ${table} drop constraint ${name}`)
  await owner.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  return async () => {
    for (const { table, name, definition } of keys)
      await owner.query(`alter table ${table} add constraint ${name} ${definition}`)
    for (const name of own) await owner.query(`alter table ${name} enable trigger user`)
  }
}

async function insertRows(owner: pg.Client, tables: readonly BackupTable[], part: RowsRead): Promise<void> {
  const table = tables.find(({ name }) => name === part.table)
  const types = new Map(table?.columns.map(({ name, type }) => [name, type]))
  if (!part.columns.every((column) => types.has(column)))
    throw new RestoreRefusedError(`The backup has ${part.table} with columns that are not here.`)
  const cells = part.columns.map((column, index) => `(row ->> ${index})::${types.get(column)}`)
  await owner.query(
    `insert into ${part.table} (${part.columns.join(', ')}) select ${cells.join(', ')} from jsonb_array_elements($1::jsonb) as row`,
    [JSON.stringify(part.rows)],
  )
}

function headsOf(header: BackupHeader | null): RememberedHeads {
  const heads = Object.entries(header?.heads ?? {})
  return Object.fromEntries(heads.map(([chain, { seq, hash }]) => [chain, [{ seq: BigInt(seq), hash }]]))
}

function requireWhole(chains: readonly ChainStanding[]): void {
  const broken = chains.filter(({ fault }) => fault !== null)
  if (broken.length === 0) return
  const places = broken.map(({ chainId, fault }) => `${chainId} at ${fault?.seq} (${fault?.problem})`)
  throw new RestoreRefusedError(
    `The audit of the backup is not whole: ${places.join(', ')}. Nothing was restored.`,
  )
}
