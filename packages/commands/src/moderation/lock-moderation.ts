import {
  lockModeration,
  readModerationGround,
  type ModerationGround,
} from '@official-accounts/db/facts/moderation-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type {
  ModerationAccount,
  ModerationFacts,
  ModerationState,
} from '@official-accounts/domain/moderation/moderation'

/** An act of moderation under its lock, with its account and what the policy says beside it. */
export interface LockedModeration {
  readonly act: ModerationFacts
  readonly account: ModerationAccount
  readonly ground: ModerationGround
}

/** Locks an act and reads what a decision on it looks at; `said` is what is said of it. Throws NOT_FOUND. */
export async function lockAct(tx: Tx, id: string, said: string): Promise<LockedModeration> {
  const locked = await lockModeration(tx, id)
  if (locked === null) throw new DomainError(notFound('act of moderation'))
  return { ...locked, ground: await readModerationGround(tx, said) }
}

/** Moves an act to where it stands now: nothing else of it changes. */
export async function moveAct(
  tx: Tx,
  { id, version }: ModerationFacts,
  state: ModerationState,
  now: Date,
  reviewBy?: Date,
): Promise<void> {
  await tx.moderationAction.updateMany({
    where: { id },
    data: {
      state,
      reviewAskedAt: state === 'IN_REVIEW' ? now : null,
      reversalAskedAt: state === 'TO_BE_REVERSED' ? now : null,
      ...(reviewBy === undefined ? {} : { reviewBy }),
      version: version + 1,
      changedAt: now,
    },
  })
}

/** What the audit says of an act that moved. */
export function movedEntry(
  { id, componentId, state }: ModerationFacts,
  to: ModerationState,
  rest: Pick<AuditEntry, 'action' | 'reason'>,
): AuditEntry {
  return {
    ...rest,
    componentId,
    subjectType: 'ModerationAction',
    subjectId: id,
    clauses: ['IV.D.3'],
    changes: [{ field: 'state', before: state, after: to }],
  }
}
