import { Prisma } from '@official-accounts/db/generated/client/client'
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

/** The statement that keeps the answer with the key, in the transaction of the change; null without a key. */
export function answerStatement(
  call: CommandCall,
  command: string,
  fingerprint: string,
  result: RecordReference,
  now: Date,
): Prisma.Sql | null {
  const actorId = personIdOf(call.actor)
  if (!call.idempotencyKey || actorId === null) return null
  return Prisma.sql`
    INSERT INTO idempotency_key (actor_id, key, command, fingerprint, result, created_at)
    VALUES (${actorId}::uuid, ${call.idempotencyKey}, ${command}, ${fingerprint}, ${JSON.stringify(result)}::jsonb, ${now})`
}
