import type { DomainEvent } from '@official-accounts/db/outbox'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { notFound } from '@official-accounts/domain/errors'
import { isApprovalToEnd } from '@official-accounts/domain/lapse/lapse'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

/**
 * Takes note that approvals of the Chief Privacy Officer have run out by their dates, and tells it, so that what they
 * were about is looked at in that instant (IV.C.2). NOT_FOUND, which leaves no trace, where none has.
 */
export const endPrivacyApprovals = defineCommand({
  name: 'endPrivacyApprovals',
  permission: 'privacyApproval.follow',
  subjectType: 'PrivacyApproval',
  input: z.object({ ids: z.array(z.uuid()).min(1).max(50) }),
  subjectId: () => null,
  async lock(tx, { ids }) {
    await tx.$queryRaw`SELECT id FROM privacy_approval WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
    return tx.privacyApproval.findMany({
      where: { id: { in: ids }, state: 'APPROVED' },
      orderBy: { id: 'asc' },
      select: { id: true, componentId: true, expiresOn: true, endedAt: true },
    })
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, approvals) {
    const [first, ...rest] = approvals.filter((approval) => isApprovalToEnd(approval, now))
    return first ? allow([first, ...rest] as const) : refuse(notFound('privacy approval to end'))
  },
  async apply(tx, ended, _locked, { now }) {
    await tx.privacyApproval.updateMany({
      where: { id: { in: ended.map(({ id }) => id) } },
      data: { endedAt: now, version: { increment: 1 }, changedAt: now },
    })
    const [first, ...rest] = ended
    return {
      result: { type: 'PrivacyApproval', id: first.id },
      audit: [entryFor(first, now), ...rest.map((approval) => entryFor(approval, now))],
      events: ended.map(eventFor),
    }
  },
})

interface Ended {
  readonly id: string
  readonly componentId: string | null
}

function entryFor({ id, componentId }: Ended, now: Date): AuditEntry {
  return {
    action: 'privacyApproval.follow',
    componentId,
    subjectType: 'PrivacyApproval',
    subjectId: id,
    clauses: ['IV.C.2'],
    reason: 'Its time has ended.',
    changes: [{ field: 'endedAt', before: null, after: now.toISOString() }],
  }
}

function eventFor({ id }: Ended): DomainEvent {
  return { type: 'privacyApproval.ended', subjectType: 'PrivacyApproval', subjectId: id }
}
