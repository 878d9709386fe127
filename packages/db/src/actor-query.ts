import pg from 'pg'
import type { ActorSettings } from './actor-settings.ts'

const PREFIX_NAME = 'actor_settings'
const PREFIX = `select set_config('app.scope', $1, true), set_config('app.components', $2, true),
  set_config('app.person', $3, true)`

/** The part of pg's connection that speaks the protocol; its published types leave it out. */
interface Wire {
  readonly parsedStatements: Readonly<Record<string, string | undefined>>
  bind(config: object): void
  execute(config: object): void
}

/** The part of pg's query that a connection calls back. */
interface WireQuery extends pg.Submittable {
  queryMode: string
  prepare(wire: Wire): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
}

type Done = (error: Error | undefined, result: unknown) => void

/**
 * Runs one statement in one round trip with the actor's settings before it: both belong to the same implicit
 * transaction, and the settings end with it.
 */
export async function queryAs(
  client: pg.PoolClient,
  config: pg.QueryConfig,
  settings: ActorSettings,
): Promise<pg.QueryResult> {
  const values = [settings.scope, settings.components.join(','), settings.person ?? '']
  // Parsed on its own, once a connection: pg takes the first answer to a parse for the one of the statement.
  const { connection } = client as unknown as { connection: Wire }
  if (connection.parsedStatements[PREFIX_NAME] === undefined) {
    await client.query({ name: PREFIX_NAME, text: PREFIX, values })
  }
  return new Promise((resolve, reject) => {
    function done(error: Error | undefined, result: unknown): void {
      if (error) reject(error)
      else resolve(result as pg.QueryResult)
    }
    client.query(prefixed(config, values, done))
  })
}

/** Statements that begin a transaction and give it the actor's settings, in one round trip. */
export function beginAs(settings: ActorSettings): string {
  // SET LOCAL and not a query, because SET TRANSACTION has to come before the first query.
  return `begin; set local app.scope to ${pg.escapeLiteral(settings.scope)};
    set local app.components to ${pg.escapeLiteral(settings.components.join(','))};
    set local app.person to ${pg.escapeLiteral(settings.person ?? '')}`
}

function prefixed(config: pg.QueryConfig, values: string[], done: Done): WireQuery {
  const query = new pg.Query(config, undefined, done) as unknown as WireQuery
  const { prepare, handleDataRow, handleCommandComplete } = query
  let inPrefix = true
  return Object.assign(query, {
    queryMode: 'extended',
    prepare(wire: Wire): void {
      const portal = ''
      wire.bind({
        portal,
        statement: PREFIX_NAME,
        values,
        binary: false,
        valueMapper: (value: string) => value,
      })
      wire.execute({ portal, rows: 0 })
      prepare.call(query, wire)
    },
    handleDataRow(message: unknown): void {
      if (!inPrefix) handleDataRow.call(query, message)
    },
    handleCommandComplete(message: unknown, wire: Wire): void {
      if (inPrefix) inPrefix = false
      else handleCommandComplete.call(query, message, wire)
    },
  })
}
