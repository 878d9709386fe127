import { endContactsWithoutRole, lockAccountsOf } from '@official-accounts/db/facts/person-contacts'
import type { Tx } from '@official-accounts/db/transaction'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, notFound } from '@official-accounts/domain/errors'
import { checkNotOwnRole } from '@official-accounts/domain/organization/person-rules'
import { z } from 'zod'
import { settleTimers } from '../account-timer/settle-timers.ts'
import { defineCommand, type Applied } from '../command.ts'

const input = z.object({
  roleGrantId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'At most 2,000 characters.'),
})

/**
 * Takes a role back; it no longer counts from the next decision on, also one already open on a screen. Whoever has no
 * duty left in a component answers for none of its accounts, and their time to the suspension begins at once (V.B.5).
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
    return { ...grant, accountIds: await lockAccountsOf(tx, grant.personId) }
  },
  place: () => ({ componentId: null }),
  version: (grant) => grant.version,
  decide(actor, _now, { reason }, grant) {
    const refusal = checkNotOwnRole(actor, grant.personId)
    if (refusal) return refuse(refusal)
    if (grant.revokedAt !== null) return refuse(conflict('This role was taken back already.'))
    return allow({ reason })
  },
  async apply(tx, { reason }, grant, { now }) {
    await tx.roleGrant.updateMany({
      where: { id: grant.id },
      data: { revokedAt: now, version: grant.version + 1 },
    })
    const lost = await loseContacts(tx, grant, now)
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
      ],
      events: [{ type: 'role.revoked', subjectType: 'RoleGrant', subjectId: grant.id }, ...lost.events],
    }
  },
})

interface RevokedGrant {
  readonly personId: string
  readonly componentId: string | null
  readonly accountIds: readonly string[]
}

async function loseContacts(
  tx: Tx,
  { personId, componentId, accountIds }: RevokedGrant,
  now: Date,
): Promise<Pick<Applied, 'events'> & { readonly audit: readonly AuditEntry[] }> {
  if (componentId === null || accountIds.length === 0) return { audit: [], events: [] }
  const ended = await endContactsWithoutRole(tx, { personId, componentId }, 'The role was taken back.', now)
  const settled = await settleTimers(
    tx,
    ended.map(({ accountId }) => accountId),
    now,
  )
  const audit = ended.map(({ accountId, componentId: owner, role }): AuditEntry => {
    const field = role === 'PRIMARY' ? 'primaryContact' : 'alternateContact'
    const timers = settled.filter((account) => account.accountId === accountId)
    return {
      action: 'role.revoke',
      componentId: owner,
      subjectType: 'Account',
      subjectId: accountId,
      clauses: ['V.B.5'],
      reason: null,
      changes: [{ field, before: personId, after: null }, ...timers.flatMap(({ changes }) => changes)],
    }
  })
  const gone = ended.map(({ accountId }) => ({
    type: 'account.contact-ended' as const,
    subjectType: 'Account',
    subjectId: accountId,
  }))
  return { audit, events: [...gone, ...settled.flatMap(({ events }) => events)] }
}
