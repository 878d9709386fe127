import type { DomainEvent } from '@official-accounts/db/outbox'
import type { Tx } from '@official-accounts/db/transaction'
import type { Permission } from '@official-accounts/domain/access/permissions'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import {
  isLentFrom,
  type DelegationFacts,
  type EndedRole,
} from '@official-accounts/domain/delegation/delegation'
import { loseContacts } from '../organization/lose-contacts.ts'
import { lentDuty } from './delegation-store.ts'

/** What was lent and is locked, with the accounts its holders answer for, and by which command it ends. */
interface Lent {
  readonly lent: readonly DelegationFacts[]
  readonly accountIds: readonly string[]
  readonly action: Permission
}

/** What ended with a role besides it: to be audited and told by the command that ended it. */
interface EndedLent {
  readonly audit: readonly AuditEntry[]
  readonly events: readonly DomainEvent[]
}

/**
 * Ends what somebody lent out of a role that has ended: nobody lends more than they hold. Whoever had a duty in a
 * component by it alone answers for none of its accounts from this instant on (IV.A.4, V.B.5).
 */
export async function endLent(tx: Tx, ended: EndedRole, from: Lent, now: Date): Promise<EndedLent> {
  const gone = from.lent.filter((delegation) => isLentFrom(delegation, ended))
  if (gone.length === 0) return { audit: [], events: [] }
  await tx.delegation.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { endedAt: now, version: { increment: 1 } },
  })
  const audit: AuditEntry[] = []
  const events: DomainEvent[] = []
  for (const delegation of gone) {
    const duty = lentDuty(delegation, from.accountIds)
    const endReason = 'The delegation has ended with the role it was lent from.'
    const lost = duty && (await loseContacts(tx, { ...duty, action: from.action, endReason }, now))
    audit.push(entryFor(delegation, from.action, now), ...(lost?.audit ?? []))
    events.push(
      { type: 'delegation.lapsed', subjectType: 'Delegation', subjectId: delegation.id },
      ...(lost?.events ?? []),
    )
  }
  return { audit, events }
}

function entryFor({ id, componentId }: DelegationFacts, action: Permission, now: Date): AuditEntry {
  return {
    action,
    componentId,
    subjectType: 'Delegation',
    subjectId: id,
    clauses: ['IV.A.4'],
    reason: 'The role it was lent from has ended.',
    changes: [{ field: 'endedAt', before: null, after: now.toISOString() }],
  }
}
