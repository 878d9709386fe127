import type pg from 'pg'

const ROWS_AT_ONCE = 2_000

/**
 * Inserts rows as the owner, many in one statement. Keys are column names; PostgreSQL gives each value its column's
 * type by way of the table's own row type.
 */
export async function insertRows(owner: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const part = JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE))
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [part],
    )
  }
}
