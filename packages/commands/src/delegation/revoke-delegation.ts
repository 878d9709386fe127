import { delegationFactsSelect, toDelegationFacts } from '@official-accounts/db/facts/delegation-facts'
import { lockAccountsOf } from '@official-accounts/db/facts/person-contacts'
import type { Tx } from '@official-accounts/db/transaction'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, refuse } from '@official-accounts/domain/decision'
import type { DelegationFacts } from '@official-accounts/domain/delegation/delegation'
import { checkRevocation } from '@official-accounts/domain/delegation/delegation-rules'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { loseContacts } from '../organization/lose-contacts.ts'
import { lentDuty, reasonField } from './delegation-store.ts'

const input = z.object({ delegationId: z.uuid(), reason: reasonField })

/**
 * Ends a delegation at once: the next decision no longer counts it, also one that is open on a screen. Whoever had a duty
 * in a component by it alone answers for none of its accounts (IV.A.4, V.B.5).
 */
export const revokeDelegation = defineCommand({
  name: 'revokeDelegation',
  permission: 'delegation.revoke',
  subjectType: 'Delegation',
  input,
  subjectId: ({ delegationId }) => delegationId,
  async lock(tx: Tx, { delegationId }: z.infer<typeof input>) {
    const delegation = await lockDelegation(tx, delegationId)
    const { delegateId } = delegation
    return { ...delegation, accountIds: delegateId === null ? [] : await lockAccountsOf(tx, delegateId) }
  },
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
    const lent = lentDuty(delegation, delegation.accountIds)
    const duty =
      lent && ({ ...lent, action: 'delegation.revoke', endReason: 'The delegation was revoked.' } as const)
    const lost = duty ? await loseContacts(tx, duty, now) : { audit: [], events: [] }
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
        ...lost.audit,
      ],
      events: [
        { type: 'delegation.revoked', subjectType: 'Delegation', subjectId: delegation.id },
        ...lost.events,
      ],
    }
  },
})

async function lockDelegation(tx: Tx, id: string): Promise<DelegationFacts> {
  await tx.$queryRaw`SELECT id FROM delegation WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.delegation.findFirst({ where: { id }, select: delegationFactsSelect })
  if (row === null) throw new DomainError(notFound('delegation'))
  return toDelegationFacts(row)
}
