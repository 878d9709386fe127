import { lockLent } from '@official-accounts/db/facts/delegation-facts'
import { lockAccountsOf } from '@official-accounts/db/facts/person-contacts'
import type { DomainEvent } from '@official-accounts/db/outbox'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { notFound } from '@official-accounts/domain/errors'
import { hasRunOut } from '@official-accounts/domain/lapse/lapse'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { endLent } from '../delegation/end-lent.ts'
import { loseContacts } from './lose-contacts.ts'

/**
 * Ends what rests on roles whose date has come, as their revocation would: whoever has no duty left in a component
 * answers for none of its accounts, and what was lent out of the role ends with it (V.B.5, IV.A.4). Nobody decides here: the date was decided with the role. NOT_FOUND, which
 * leaves no trace, where nothing has ended.
 */
export const endRoles = defineCommand({
  name: 'endRoles',
  permission: 'role.end',
  subjectType: 'RoleGrant',
  input: z.object({ ids: z.array(z.uuid()).min(1).max(50) }),
  subjectId: () => null,
  async lock(tx, { ids }) {
    await tx.$queryRaw`SELECT id FROM role_grant WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
    const grants = await tx.roleGrant.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
    const holders = grants.map(({ personId }) => personId)
    const lent = await lockLent(tx, holders)
    const answering = [...holders, ...lent.flatMap(({ delegateId }) => delegateId ?? [])]
    return { grants, lent, accountIds: await lockAccountsOf(tx, ...answering) }
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, { grants }) {
    const [first, ...rest] = grants.filter((grant) => hasRunOut(grant, now))
    return first ? allow([first, ...rest] as const) : refuse(notFound('role to end'))
  },
  async apply(tx, ended, { lent, accountIds }, { now }) {
    await tx.roleGrant.updateMany({
      where: { id: { in: ended.map(({ id }) => id) } },
      data: { endedAt: now, version: { increment: 1 } },
    })
    const audit: AuditEntry[] = []
    const events: DomainEvent[] = []
    for (const grant of ended) {
      const duty = { ...grant, accountIds, action: 'role.end', endReason: 'The role has ended.' } as const
      const lost = await loseContacts(tx, duty, now)
      const from = { lent, accountIds, action: 'role.end' } as const
      const gone = await endLent(tx, { ...grant, officeId: grant.componentId }, from, now)
      audit.push(entryFor(grant, now), ...lost.audit, ...gone.audit)
      events.push(
        { type: 'role.ended', subjectType: 'RoleGrant', subjectId: grant.id },
        ...lost.events,
        ...gone.events,
      )
    }
    return {
      result: { type: 'RoleGrant', id: ended[0].id },
      audit: [entryFor(ended[0], now), ...audit.slice(1)],
      events,
    }
  },
})

function entryFor(
  grant: { readonly id: string; readonly componentId: string | null },
  now: Date,
): AuditEntry {
  return {
    action: 'role.end',
    componentId: grant.componentId,
    subjectType: 'RoleGrant',
    subjectId: grant.id,
    clauses: ['IV.A.1'],
    reason: 'Its date has come.',
    changes: [{ field: 'endedAt', before: null, after: now.toISOString() }],
  }
}
