import type { Tx } from '@official-accounts/db/transaction'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { conflict, DomainError, type RecordReference } from '@official-accounts/domain/errors'
import { z } from 'zod'
import type { CommandCall } from './command-call.ts'

const reference = z.object({ type: z.string(), id: z.string() })

/**
 * The answer already given to this actor's key, or null when the command has yet to run. Two calls with one key
 * wait for each other. Throws CONFLICT when the key came with another input.
 */
export async function findAnswer(
  tx: Tx,
  call: CommandCall,
  fingerprint: string,
): Promise<RecordReference | null> {
  const actorId = personIdOf(call.actor)
  if (!call.idempotencyKey || actorId === null) return null
  const key = call.idempotencyKey
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actorId} ${key}`}, 0))`
  const kept = await tx.idempotencyKey.findFirst({ where: { actorId, key } })
  if (kept === null) return null
  if (kept.fingerprint !== fingerprint) {
    throw new DomainError(conflict(`The idempotency key ${key} was used for another input.`))
  }
  return reference.parse(kept.result)
}

/** Keeps the answer with the key, in the transaction of the change. */
export async function keepAnswer(
  tx: Tx,
  call: CommandCall,
  command: string,
  fingerprint: string,
  result: RecordReference,
  now: Date,
): Promise<void> {
  const actorId = personIdOf(call.actor)
  if (!call.idempotencyKey || actorId === null) return
  await tx.idempotencyKey.create({
    data: { actorId, key: call.idempotencyKey, command, fingerprint, result: { ...result }, createdAt: now },
    select: { key: true },
  })
}
