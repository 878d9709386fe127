import type { Tx } from '@official-accounts/db/transaction'

/** A time in which the mail server takes nothing, as it is kept. */
export type Outage = NonNullable<Awaited<ReturnType<typeof lockOutage>>>

/** The outage of the mail server that goes on, under a lock that lets one process at a time look; null for none. */
export async function lockOutage(tx: Tx) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('mail outage', 0))`
  return tx.mailOutage.findFirst({ where: { endedAt: null } })
}
