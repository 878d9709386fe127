import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'

// PostgreSQL's one-byte type of its catalogue: the schema engine reads it, the packaged adapter refuses it.
const CATALOGUE_CHAR = 18
const TEXT = pg.types.builtins.TEXT

/**
 * Prisma's adapter for PostgreSQL with a script sent whole. The one in the package cuts a script at every
 * semicolon, also inside the body of a function. One connection: the engine's advisory lock belongs to it.
 */
export async function connectScriptAdapter(url: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const catalogueChars = new WeakMap<unknown[], number[]>()
  const packaged = await new PrismaPg(noting(pool, catalogueChars)).connect()
  return {
    provider: packaged.provider,
    adapterName: packaged.adapterName,
    async queryRaw(query) {
      const result = await packaged.queryRaw(query)
      for (const index of catalogueChars.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character
      }
      return result
    },
    executeRaw: (query) => packaged.executeRaw(query),
    startTransaction: (isolationLevel) => packaged.startTransaction(isolationLevel),
    getConnectionInfo: () => packaged.getConnectionInfo(),
    executeScript: (script) => executeScript(pool, script),
    dispose: async () => (pool.ending ? undefined : pool.end()),
  }
}

/** Has the pool show such columns as text and note, for every result, which ones they were. */
function noting(pool: pg.Pool, catalogueChars: WeakMap<unknown[], number[]>): pg.Pool {
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>
  async function notingQuery(config: pg.QueryConfig): Promise<pg.QueryResult> {
    const result = await query(config)
    const columns = result.fields.flatMap((field, index) =>
      field.dataTypeID === CATALOGUE_CHAR ? index : [],
    )
    for (const index of columns) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT })
    catalogueChars.set(result.rows, columns)
    return result
  }
  return Object.assign(pool, { query: notingQuery })
}

async function executeScript(pool: pg.Pool, script: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(script)
  } catch (error) {
    throw error instanceof pg.DatabaseError ? scriptError(error) : error
  } finally {
    client.release()
  }
}

function scriptError(error: pg.DatabaseError): DriverAdapterError {
  const { code = '', severity = 'ERROR', detail, column, hint, position } = error
  const where = position === undefined ? '' : ` (at character ${position} of the script)`
  const message = error.message + where
  const original = { originalCode: code, originalMessage: message }
  return new DriverAdapterError({
    kind: 'postgres',
    code,
    severity,
    message,
    detail,
    column,
    hint,
    ...original,
  })
}
