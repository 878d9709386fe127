import { lockLent } from '@official-accounts/db/facts/delegation-facts'
import { lockAccountsOf } from '@official-accounts/db/facts/person-contacts'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, notFound } from '@official-accounts/domain/errors'
import { checkNotOwnRole } from '@official-accounts/domain/organization/person-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { endLent } from '../delegation/end-lent.ts'
import { loseContacts } from './lose-contacts.ts'

const input = z.object({
  roleGrantId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'At most 2,000 characters.'),
})

/**
 * Takes a role back; it no longer counts from the next decision on, also one already open on a screen. Whoever has no
 * duty left in a component answers for none of its accounts, and their time to the suspension begins at once (V.B.5).
 * What was lent out of the role ends with it (IV.A.4).
 */
export const revokeRole = defineCommand({
  name: 'revokeRole',
  permission: 'role.revoke',
  subjectType: 'RoleGrant',
  input,
  subjectId: ({ roleGrantId }) => roleGrantId,
  async lock(tx, { roleGrantId }) {
    await tx.$queryRaw`SELECT id FROM role_grant WHERE id = ${roleGrantId}::uuid FOR UPDATE`
    const grant = await tx.roleGrant.findFirst({ where: { id: roleGrantId } })
    if (grant === null) throw new DomainError(notFound('role'))
    const lent = await lockLent(tx, [grant.personId])
    const answering = [grant.personId, ...lent.flatMap(({ delegateId }) => delegateId ?? [])]
    return { ...grant, lent, accountIds: await lockAccountsOf(tx, ...answering) }
  },
  place: () => ({ componentId: null }),
  version: (grant) => grant.version,
  decide(actor, _now, { reason }, grant) {
    const refusal = checkNotOwnRole(actor, grant.personId)
    if (refusal) return refuse(refusal)
    if (grant.revokedAt !== null) return refuse(conflict('This role was taken back already.'))
    if (grant.endedAt !== null) return refuse(conflict('This role has ended by its date.'))
    return allow({ reason })
  },
  async apply(tx, { reason }, grant, { now }) {
    await tx.roleGrant.updateMany({
      where: { id: grant.id },
      data: { revokedAt: now, version: grant.version + 1 },
    })
    const duty = { ...grant, action: 'role.revoke', endReason: 'The role was taken back.' } as const
    const lost = await loseContacts(tx, duty, now)
    const ended = await endLent(
      tx,
      { ...grant, officeId: grant.componentId },
      { ...grant, action: 'role.revoke' },
      now,
    )
    return {
      result: { type: 'RoleGrant', id: grant.id },
      audit: [
        {
          action: 'role.revoke',
          componentId: grant.componentId,
          subjectType: 'RoleGrant',
          subjectId: grant.id,
          clauses: ['IV.A.1'],
          reason,
          changes: [{ field: 'revokedAt', before: null, after: now.toISOString() }],
        },
        ...lost.audit,
        ...ended.audit,
      ],
      events: [
        { type: 'role.revoked', subjectType: 'RoleGrant', subjectId: grant.id },
        ...lost.events,
        ...ended.events,
      ],
    }
  },
})
