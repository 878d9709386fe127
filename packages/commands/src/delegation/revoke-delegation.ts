import { delegationFactsSelect, toDelegationFacts } from '@official-accounts/db/facts/delegation-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, refuse } from '@official-accounts/domain/decision'
import type { DelegationFacts } from '@official-accounts/domain/delegation/delegation'
import { checkRevocation } from '@official-accounts/domain/delegation/delegation-rules'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reasonField } from './delegation-store.ts'

const input = z.object({ delegationId: z.uuid(), reason: reasonField })

/** Ends a delegation at once: the next decision no longer counts it, also one that is open on a screen. */
export const revokeDelegation = defineCommand({
  name: 'revokeDelegation',
  permission: 'delegation.revoke',
  subjectType: 'Delegation',
  input,
  subjectId: ({ delegationId }) => delegationId,
  lock: (tx: Tx, { delegationId }: z.infer<typeof input>) => lockDelegation(tx, delegationId),
  place: () => ({ componentId: null }),
  version: ({ version }) => version,
  decide(actor, now, { reason }, delegation) {
    const refusal = checkRevocation(actor, now, delegation)
    return refusal ? refuse(refusal) : allow({ reason, revokedById: personIdOf(actor) })
  },
  async apply(tx, { reason, revokedById }, delegation, { now }) {
    await tx.delegation.updateMany({
      where: { id: delegation.id },
      data: { revokedAt: now, revokedById, revocationReason: reason, version: delegation.version + 1 },
    })
    return {
      result: { type: 'Delegation', id: delegation.id },
      audit: [
        {
          action: 'delegation.revoke',
          componentId: delegation.componentId,
          subjectType: 'Delegation',
          subjectId: delegation.id,
          clauses: ['IV.A.4'],
          reason,
          changes: [{ field: 'revokedAt', before: null, after: now.toISOString() }],
        },
      ],
      events: [{ type: 'delegation.revoked', subjectType: 'Delegation', subjectId: delegation.id }],
    }
  },
})

async function lockDelegation(tx: Tx, id: string): Promise<DelegationFacts> {
  await tx.$queryRaw`SELECT id FROM delegation WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.delegation.findFirst({ where: { id }, select: delegationFactsSelect })
  if (row === null) throw new DomainError(notFound('delegation'))
  return toDelegationFacts(row)
}
