import pg from 'pg'

const CONNECT_TIMEOUT_MS = 5_000
const SNAPSHOT = { name: 'data_version', text: 'select pg_current_snapshot()::text as version' }

/** Tells one state of the committed data from another. */
export interface DataVersion {
  /**
   * A text that changes with every commit, as of a moment after the call: whatever was committed before the call is
   * in it, but for what another process committed within the time versions are shared for. Calls that come while one
   * is being read share the next one, so many callers cost few statements.
   */
  current(): Promise<string>
  /** Something was committed here: nobody is told an older version from now on. */
  passed(): void
  close(): Promise<void>
}

/**
 * Reads versions over a connection of its own, which sees no row at all. A version is PostgreSQL's snapshot: which
 * transactions count as committed. Two equal snapshots see the same rows, whatever was read between them.
 *
 * @param sharedForMs how long one version serves those who come after it, in milliseconds
 */
export function createDataVersion(connectionString: string, sharedForMs = 0): DataVersion {
  const pool = new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  // The pool has dropped the idle connection already; without a listener the process would end.
  pool.on('error', () => {})
  let running: Promise<string> | null = null
  let next: Promise<string> | null = null
  let latest: { readonly version: Promise<string>; readonly begunAt: number } | null = null

  async function read(): Promise<string> {
    const { rows } = await pool.query<{ version: string }>(SNAPSHOT)
    const version = rows[0]?.version
    if (version === undefined) throw new Error('The database told no snapshot.')
    return version
  }
  function start(): Promise<string> {
    next = null
    const reading = read().finally(() => {
      if (running === reading) running = null
    })
    running = reading
    latest = { version: reading, begunAt: performance.now() }
    return reading
  }
  // One already under way may have begun before what the caller has to see was committed.
  function current(): Promise<string> {
    if (latest !== null && performance.now() - latest.begunAt < sharedForMs) return latest.version
    if (running === null) return start()
    next ??= running.then(start, start)
    return next
  }
  return { current, passed: () => void (latest = null), close: () => pool.end() }
}
