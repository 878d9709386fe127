import type { Tx } from '@official-accounts/db/transaction'
import { DomainError, notFound } from '@official-accounts/domain/errors'

const SELECT = { id: true, state: true, kept: true, version: true, acceptLoss: true } as const

/** A publication as commands look at it. */
export type LockedPublication = Awaited<ReturnType<typeof lockPublication>>

/** Makes commands on publications wait for each other: one is in use, and one is being built, at a time. */
export async function lockPublications(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('publications', 0))`
}

/** Locks all publications and reads one. Throws NOT_FOUND. */
export async function lockPublication(tx: Tx, id: string) {
  await lockPublications(tx)
  const publication = await tx.publication.findFirst({ where: { id }, select: SELECT })
  if (publication === null) throw new DomainError(notFound('publication'))
  return publication
}

/** The publication in use, under `lockPublications`; null before the first. */
export function findInUse(tx: Tx) {
  return tx.publication.findFirst({ where: { state: 'PUBLISHED' }, select: SELECT })
}
