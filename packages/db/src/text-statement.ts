import type pg from 'pg'
import type { Prisma } from './generated/client/client.ts'
import { nameOf, type StatementSender } from './transaction-connection.ts'

/** A statement that answers with one row of texts; with a name it stays prepared on its connection. */
export interface TextStatement {
  readonly name: string | undefined
  readonly text: string
  readonly values: readonly unknown[]
}

/** Runs a statement as the actor of runAs() and gives its row, null for SQL's null. */
export type RunTextStatement = (statement: TextStatement) => Promise<readonly (string | null)[]>

/** The runner over a pool made by createActorPool(). */
export function textStatements(pool: pg.Pool): RunTextStatement {
  return async function run({ name, text, values }) {
    const { rows } = await pool.query<(string | null)[]>({
      ...(name === undefined ? {} : { name }),
      text,
      values: [...values],
      rowMode: 'array',
    })
    return rows[0] ?? []
  }
}

/**
 * Sends statements of our own over a pool, each alone and prepared: what is asked with every request costs a fraction
 * of Prisma's `$queryRaw`. As in sendStatement(), a 64-bit number comes as text.
 */
export function statementSender(pool: pg.Pool): StatementSender {
  return {
    async $queryRaw<Result>({ text, values }: Prisma.Sql) {
      const { rows } = await pool.query({ name: nameOf(text), text, values })
      return rows as Result
    },
  }
}
