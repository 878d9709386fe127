import { endContactsWithoutDuty } from '@official-accounts/db/facts/person-contacts'
import type { Tx } from '@official-accounts/db/transaction'
import type { Permission } from '@official-accounts/domain/access/permissions'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { settleTimers } from '../account-timer/settle-timers.ts'
import type { Applied } from '../command.ts'

/** A duty in a component that has ended, and what ended it. */
interface EndedDuty {
  readonly personId: string
  /** Null where it was no component's: nobody answers for an account by it. */
  readonly componentId: string | null
  /** The accounts the person answered for, locked. */
  readonly accountIds: readonly string[]
  readonly action: Permission
  readonly endReason: string
}

/** What ended with a duty: to be audited and told by the command that ended it. */
interface LostContacts extends Pick<Applied, 'events'> {
  readonly audit: readonly AuditEntry[]
}

/**
 * Ends the contacts of somebody who has no duty left in a component, and begins the time to the suspension of what
 * nobody answers for now (V.B.5).
 */
export async function loseContacts(tx: Tx, duty: EndedDuty, now: Date): Promise<LostContacts> {
  const { personId, componentId, accountIds, action, endReason } = duty
  if (componentId === null || accountIds.length === 0) return { audit: [], events: [] }
  const ended = await endContactsWithoutDuty(tx, { personId, componentId }, endReason, now)
  const settled = await settleTimers(
    tx,
    ended.map(({ accountId }) => accountId),
    now,
  )
  const audit = ended.map(({ accountId, componentId: owner, role }): AuditEntry => {
    const field = role === 'PRIMARY' ? 'primaryContact' : 'alternateContact'
    const timers = settled.filter((account) => account.accountId === accountId)
    return {
      action,
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
