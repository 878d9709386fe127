import type pg from 'pg'
import type { Call } from './operations/operation.ts'
import { ask } from './operations/ask.ts'

const CALLS = 20
// What frames a transaction or sets the actor is counted beside; pg-boss looks after its queues all the time.
const CONTROL = String.raw`^\s*(begin|start|commit|rollback|savepoint|release|set|discard|select set_config)`
const BACKGROUND = 'pgboss|pg_stat_statements'
const OUTBOX = String.raw`insert into\s+"?pgboss"?\."?job`

/** Statements per request: those that read or write, and those that frame them. */
export interface StatementCount {
  readonly statements: number
  readonly control: number
}

/** Counts by pg_stat_statements what some calls of a side make the server send. */
export async function countStatements(
  owner: pg.Client,
  url: string,
  calls: readonly Call[],
): Promise<StatementCount> {
  const asked = calls.slice(0, CALLS)
  for (const call of asked) await ask(url, call)
  await owner.query('select pg_stat_statements_reset()')
  for (const call of asked) await ask(url, call)
  const { rows } = await owner.query<{ control: boolean; calls: number }>(
    `select query ~* $1 as control, sum(calls)::int as calls from pg_stat_statements
     where toplevel and dbid = (select oid from pg_database where datname = current_database())
       and userid <> (select oid from pg_roles where rolname = current_user)
       and (query !~* $2 or query ~* $3) group by 1`,
    [CONTROL, BACKGROUND, OUTBOX],
  )
  const sum = (control: boolean) => (rows.find((row) => row.control === control)?.calls ?? 0) / asked.length
  return { statements: sum(false), control: sum(true) }
}
