import { delegationFactsSelect, toDelegationFacts } from '@official-accounts/db/facts/delegation-facts'
import { lockAccountsOf } from '@official-accounts/db/facts/person-contacts'
import type { DomainEvent } from '@official-accounts/db/outbox'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { notFound } from '@official-accounts/domain/errors'
import { hasRunOut } from '@official-accounts/domain/lapse/lapse'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { loseContacts } from '../organization/lose-contacts.ts'
import { lentDuty } from './delegation-store.ts'

/**
 * Ends what rests on delegations whose date has come, acting officials and cover included, as their revocation would
 * (IV.A.4, V.B.5). Decisions have not counted them since that date. NOT_FOUND, which leaves no trace, where nothing
 * has ended.
 */
export const endDelegations = defineCommand({
  name: 'endDelegations',
  permission: 'delegation.end',
  subjectType: 'Delegation',
  input: z.object({ ids: z.array(z.uuid()).min(1).max(50) }),
  subjectId: () => null,
  async lock(tx, { ids }) {
    await tx.$queryRaw`SELECT id FROM delegation WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
    const rows = await tx.delegation.findMany({
      where: { id: { in: ids } },
      orderBy: { id: 'asc' },
      select: delegationFactsSelect,
    })
    const delegations = rows.map(toDelegationFacts)
    const accountIds = await lockAccountsOf(tx, ...delegations.flatMap(({ delegateId }) => delegateId ?? []))
    return { delegations, accountIds }
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, { delegations }) {
    const [first, ...rest] = delegations.filter((delegation) => hasRunOut(delegation, now))
    return first ? allow([first, ...rest] as const) : refuse(notFound('delegation to end'))
  },
  async apply(tx, ended, { accountIds }, { now }) {
    await tx.delegation.updateMany({
      where: { id: { in: ended.map(({ id }) => id) } },
      data: { endedAt: now, version: { increment: 1 } },
    })
    const audit: AuditEntry[] = []
    const events: DomainEvent[] = []
    for (const delegation of ended) {
      const lent = lentDuty(delegation, accountIds)
      const duty =
        lent && ({ ...lent, action: 'delegation.end', endReason: 'The delegation has ended.' } as const)
      const lost = duty ? await loseContacts(tx, duty, now) : { audit: [], events: [] }
      audit.push(entryFor(delegation, now), ...lost.audit)
      events.push(
        { type: 'delegation.ended', subjectType: 'Delegation', subjectId: delegation.id },
        ...lost.events,
      )
    }
    return {
      result: { type: 'Delegation', id: ended[0].id },
      audit: [entryFor(ended[0], now), ...audit.slice(1)],
      events,
    }
  },
})

function entryFor(
  { id, componentId }: { readonly id: string; readonly componentId: string | null },
  now: Date,
): AuditEntry {
  return {
    action: 'delegation.end',
    componentId,
    subjectType: 'Delegation',
    subjectId: id,
    clauses: ['IV.A.4'],
    reason: 'Its date has come.',
    changes: [{ field: 'endedAt', before: null, after: now.toISOString() }],
  }
}
