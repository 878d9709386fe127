import type { ModerationGround } from '@official-accounts/db/facts/moderation-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import {
  isAgainstPerson,
  isMeasure,
  needsReview,
  type ModerationAccount,
  type RecordedModeration,
} from '@official-accounts/domain/moderation/moderation'
import { addDays } from '@official-accounts/domain/policy-setting/policy-setting'
import { decider } from '../account/account-transition.ts'
import type { Applied, DecisionContext } from '../command.ts'

/** An act to be kept, and what it takes back or stands in place of. */
export interface NewModeration {
  readonly act: RecordedModeration
  readonly account: ModerationAccount
  readonly reversesId?: string | null
  readonly correctsId?: string
  /** Whether it is reviewed though its kind does not ask for it. */
  readonly reviewed?: boolean
  readonly permission: 'moderation.record' | 'moderation.reverse' | 'moderation.correct'
}

/** Keeps an act of moderation under the account's rules as they are now. Answers with its id and its audit entry. */
export async function insertModeration(
  tx: Tx,
  { act, account, reversesId = null, correctsId, reviewed = false, permission }: NewModeration,
  { blockReviewDays }: Pick<ModerationGround, 'blockReviewDays'>,
  context: DecisionContext,
): Promise<{ readonly id: string; readonly inReview: boolean; readonly entry: AuditEntry }> {
  const { now } = context
  const id = newId(now.getTime())
  const inReview = needsReview(act) || reviewed
  const reviewBy = isAgainstPerson(act.kind) ? addDays(act.doneAt, blockReviewDays) : null
  const state = inReview ? 'IN_REVIEW' : 'RECORDED'
  await tx.moderationAction.createMany({
    data: [
      {
        ...act,
        id,
        state,
        accountId: account.id,
        componentId: account.componentId,
        policyUrl: isMeasure(act.kind) ? account.commentPolicyUrl : null,
        recordedById: decider(context),
        recordedAt: now,
        changedAt: now,
        reviewAskedAt: inReview ? now : null,
        reviewBy,
        reversesId,
        correctsId: correctsId ?? null,
      },
    ],
  })
  const entry: AuditEntry = {
    action: permission,
    componentId: account.componentId,
    subjectType: 'ModerationAction',
    subjectId: id,
    clauses: ['IV.D.3'],
    reason: act.explanation,
    changes: [
      { field: 'state', before: null, after: state },
      { field: 'kind', before: null, after: act.kind },
      { field: 'reason', before: null, after: act.reason },
      { field: 'account', before: null, after: account.id },
      { field: 'platformReference', before: null, after: act.platformReference },
      { field: 'policySection', before: null, after: act.policySection },
      ...(reversesId === null ? [] : [{ field: 'reverses', before: null, after: reversesId }]),
      ...(correctsId === undefined ? [] : [{ field: 'corrects', before: null, after: correctsId }]),
    ],
  }
  return { id, inReview, entry }
}

/** What recording an act answers with: itself, and that it waits for a review where it does. */
export function recordedEvents(id: string, inReview: boolean): Applied['events'] {
  return [
    {
      type: inReview ? 'moderation.reviewAsked' : 'moderation.recorded',
      subjectType: 'ModerationAction',
      subjectId: id,
    },
  ]
}
