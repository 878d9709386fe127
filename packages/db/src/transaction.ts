import pg from 'pg'
import { Prisma, type PrismaClient } from './generated/client/client.ts'
import { withPlace } from './transaction-connection.ts'

/** A client inside a transaction: the only thing a command writes with. */
export type Tx = Prisma.TransactionClient

// Above the database's statement and lock timeouts, so that a time-out never falls into COMMIT (prisma #29952).
const TIMEOUT_MS = 30_000
const MAX_WAIT_MS = 10_000
const ATTEMPTS = 4
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'

/** Runs work in one transaction; a deadlock or serialization failure is tried again, work and all. */
export async function transaction<Result>(
  client: PrismaClient,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withPlace((bind) =>
        client.$transaction(
          (tx) => {
            bind(tx)
            return work(tx)
          },
          { timeout: TIMEOUT_MS, maxWait: MAX_WAIT_MS },
        ),
      )
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetryable(error)) throw error
    }
  }
}

function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true
  if (error instanceof pg.DatabaseError) {
    return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED
  }
  const text =
    error instanceof Error ? `${error.message} ${JSON.stringify('meta' in error ? error.meta : '')}` : ''
  return text.includes(SERIALIZATION_FAILURE) || text.includes(DEADLOCK_DETECTED)
}
