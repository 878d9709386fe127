import pg from 'pg'
import { beginAs, queryAs } from './actor-query.ts'
import type { ActorSettings } from './actor-settings.ts'
import { currentSettings } from './actor-settings.ts'
import { connectionTaken } from './transaction-connection.ts'

/** A pool's settings, whether its transactions may write, and who wants to see what it sends. */
export interface ActorPoolConfig extends pg.PoolConfig {
  readonly readOnly?: boolean
  /** Whether a prepared statement is planned once and not for each value: for statements whose plan never depends on them. */
  readonly genericPlans?: boolean
  /** Called with every statement that reads or writes data. */
  readonly onStatement?: (sql: string) => void
  /** Called with BEGIN, COMMIT, ROLLBACK, savepoints and settings: counted beside, not among the statements. */
  readonly onTransactionControl?: (sql: string) => void
  /** Called once a transaction is committed, before whoever committed it knows. */
  readonly onCommit?: () => void
}

type Report = (sql: string) => void

const END = /^\s*(commit|rollback)\s*;?\s*$/i
const COMMIT = /^\s*commit\b/i
const CONTROL = /^\s*(begin|commit|rollback|savepoint|release|set)\b/i

/**
 * A pool that runs every statement as the actor of runAs(): alone with the settings in front of it, or in a
 * transaction that begins with them. Without an actor nothing is sent. Promises only, as Prisma calls it.
 *
 * @throws MissingActorError from query() and connect() outside runAs()
 */
export function createActorPool(config: ActorPoolConfig): pg.Pool {
  const { readOnly = false, genericPlans = false, ...rest } = config
  const { onStatement, onTransactionControl, onCommit, ...poolConfig } = rest
  const options = [
    // Row-level security makes small reads look costly, and a server that compiles them would take seconds for each.
    '-c jit=off',
    ...(readOnly ? ['-c default_transaction_read_only=on'] : []),
    ...(genericPlans ? ['-c plan_cache_mode=force_generic_plan'] : []),
  ].join(' ')
  const pool = new pg.Pool({ ...poolConfig, options })
  const checkOut = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  // The pool has dropped the idle connection already; without a listener the process would end.
  pool.on('error', () => {})
  // One that is cut while it is out: whoever has it is told by the statement that fails, or by the next one.
  pool.on('connect', (client) => void client.on('error', () => {}))
  function report(sql: string): void {
    if (CONTROL.test(sql)) onTransactionControl?.(sql)
    else onStatement?.(sql)
  }
  async function query(statement: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    const settings = currentSettings()
    const request = typeof statement === 'string' ? { text: statement, values } : statement
    const client = await checkOut()
    let cut = false
    try {
      report(request.text)
      return await queryAs(client, request, settings)
    } catch (error) {
      cut = endsConnection(error)
      throw error
    } finally {
      client.release(cut || isBroken(client))
    }
  }
  async function connect(): Promise<pg.PoolClient> {
    const settings = currentSettings()
    return actingClient(await checkOut(), settings, report, onCommit)
  }
  return Object.assign(pool, { query, connect })
}

/** The client as given out: its transaction begins with the settings, and it goes back without one. */
function actingClient(
  client: pg.PoolClient,
  settings: ActorSettings,
  report: Report,
  onCommit: () => void = () => {},
): pg.PoolClient {
  const send = client.query.bind(client) as (request: unknown, values?: unknown) => Promise<unknown>
  const giveBack = client.release.bind(client)
  async function query(statement: string | pg.QueryConfig, values?: unknown[]): Promise<unknown> {
    const text = typeof statement === 'string' ? statement : statement.text
    report(text)
    if (END.test(text)) closed()
    if (COMMIT.test(text)) return send(statement, values).finally(onCommit)
    if (!isBegin(text)) return send(statement, values)
    const results = (await send(beginAs(settings))) as pg.QueryResult[]
    return results[0]
  }
  function release(error?: Error | boolean): void {
    closed()
    Reflect.deleteProperty(client, 'query')
    giveBack(error ?? isBroken(client))
  }
  const closed = connectionTaken((request) => query(request) as Promise<pg.QueryResult>)
  return Object.assign(client, { query, release })
}

function isBegin(text: string): boolean {
  return text.trim().toUpperCase() === 'BEGIN'
}

/** A fatal error is the server's last word on a connection, which it then closes: nobody is to be given it. */
function endsConnection(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.severity === 'FATAL' || error.severity === 'PANIC'
}

/** A connection still inside a transaction would hand its settings to whoever comes next. */
function isBroken(client: pg.PoolClient): boolean {
  return client.getTransactionStatus() !== 'I'
}
