import { createWriteStream } from 'node:fs'
import { link, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withConnection } from '../database-connection.ts'
import {
  BACKUP_FORMAT,
  CELL_SETTINGS,
  type BackupHeader,
  type BackupLine,
  type BackupRow,
} from './backup-format.ts'
import { backupTables, migrationsOf, type BackupTable } from './backup-tables.ts'

const ROWS_AT_ONCE = 500

/** What is in a backup. */
export interface BackupSummary {
  readonly tables: number
  readonly rows: number
}

/**
 * Writes everything the database holds at one moment into a compressed file that only its owner may read. The server may
 * go on working meanwhile. The file has its name only when it is complete.
 *
 * @throws Error when there is a file of that name already
 */
export async function writeBackup(
  ownerUrl: string,
  file: string,
  onTable: (table: string) => void = () => {},
): Promise<BackupSummary> {
  const unfinished = `${file}.${process.pid}.unfinished`
  const summary = { tables: 0, rows: 0 }
  try {
    await withConnection(ownerUrl, async (owner) => {
      await owner.query('begin isolation level repeatable read read only')
      await owner.query(CELL_SETTINGS)
      const source = Readable.from(textOf(linesOf(owner, summary, onTable)))
      await pipeline(source, createGzip(), createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }))
    })
    await giveName(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
  return summary
}

// A link is refused where the name is taken, and a rename is not.
async function giveName(unfinished: string, file: string): Promise<void> {
  try {
    await link(unfinished, file)
  } catch (error) {
    throw new Error(`${file} cannot be written: there may be a file of that name.`, { cause: error })
  }
}

async function* textOf(lines: AsyncIterable<BackupLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}

async function* linesOf(
  owner: pg.Client,
  summary: { tables: number; rows: number },
  onTable: (table: string) => void,
): AsyncGenerator<BackupLine> {
  yield await header(owner)
  for (const table of await backupTables(owner)) {
    onTable(table.name)
    summary.tables += 1
    yield { table: table.name, columns: table.columns.map(({ name }) => name) }
    for await (const row of rowsOf(owner, table)) {
      summary.rows += 1
      yield row
    }
  }
  yield { rows: summary.rows }
}

async function header(owner: pg.Client): Promise<BackupHeader> {
  const { rows } = await owner.query<{ chain_id: string; seq: string; hash: string; now: Date }>(
    `select chain_id, seq::text, encode(hash, 'hex') as hash from audit_head order by chain_id`,
  )
  const heads = Object.fromEntries(rows.map(({ chain_id, seq, hash }) => [chain_id, { seq, hash }]))
  const clock = await owner.query<{ now: Date }>('select now()')
  const madeAt = clock.rows[0]?.now.toISOString() ?? ''
  return { format: BACKUP_FORMAT, madeAt, migrations: await migrationsOf(owner), heads }
}

async function* rowsOf(owner: pg.Client, { name, columns }: BackupTable): AsyncGenerator<BackupRow> {
  const cells = columns.map((column) => `${column.name}::text`).join(', ')
  await owner.query(`declare backup_rows no scroll cursor for select array[${cells}] as cells from ${name}`)
  for (;;) {
    const { rows } = await owner.query<{ cells: BackupRow }>(`fetch ${ROWS_AT_ONCE} from backup_rows`)
    for (const { cells: row } of rows) yield row
    if (rows.length < ROWS_AT_ONCE) break
  }
  await owner.query('close backup_rows')
}
