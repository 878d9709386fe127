import { openModerationFinding } from '@official-accounts/db/facts/moderation-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import {
  MODERATION_NOT_REVERSED,
  REVERSAL_SHORTFALL,
} from '@official-accounts/domain/compliance/moderation-checks'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import {
  isAgainstPerson,
  MODERATION_RULINGS,
  type ModerationFacts,
} from '@official-accounts/domain/moderation/moderation'
import {
  checkModerationAction,
  checkWords,
  moderationPlace,
} from '@official-accounts/domain/moderation/moderation-rules'
import { addDays } from '@official-accounts/domain/policy-setting/policy-setting'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'
import { insertStep } from './insert-step.ts'
import { lockAct, moveAct, movedEntry, type LockedModeration } from './lock-moderation.ts'

const input = z.object({
  moderationActionId: z.uuid(),
  ruling: z.enum(MODERATION_RULINGS),
  reason: reasonField,
})

type ReviewInput = z.infer<typeof input>

/**
 * Civil Rights and Civil Liberties looks at a measure and upholds it, or wants it taken back: then a finding is open
 * until it is, and whoever manages the account has the work (IV.D.1, IV.D.3).
 */
export const reviewModerationAction = defineCommand<ReviewInput, LockedModeration, ReviewInput>({
  name: 'reviewModerationAction',
  permission: 'moderation.review',
  subjectType: 'ModerationAction',
  input,
  subjectId: ({ moderationActionId }) => moderationActionId,
  lock: (tx, { moderationActionId, reason }) => lockAct(tx, moderationActionId, reason),
  place: ({ act }) => moderationPlace(act),
  version: ({ act }) => act.version,
  decide(actor, now, said, { act, ground }) {
    const refusal = firstRefusal(
      () => checkModerationAction(actor, 'reviewModerationAction', act, now),
      () => checkWords(said.reason, ground.namesSomebody),
    )
    return refusal ? refuse(refusal) : allow(said)
  },
  async apply(tx, { ruling, reason }, { act, ground }, context) {
    const { now } = context
    await insertStep(tx, { actionId: act.id, kind: ruling, reason }, context)
    const asked = ruling === 'UPHELD' && isAgainstPerson(act.kind)
    await moveAct(tx, act, ruling, now, asked ? addDays(now, ground.blockReviewDays) : undefined)
    const found = ruling === 'TO_BE_REVERSED' ? await find(tx, act, reason, now) : []
    return {
      result: { type: 'ModerationAction', id: act.id },
      audit: [movedEntry(act, ruling, { action: 'moderation.review', reason }), ...found],
      events: [
        {
          type: ruling === 'UPHELD' ? 'moderation.upheld' : 'moderation.reversalAsked',
          subjectType: 'ModerationAction',
          subjectId: act.id,
        },
        ...found.map(({ subjectId }) => ({
          type: 'finding.opened' as const,
          subjectType: 'Finding',
          subjectId,
        })),
      ],
    }
  },
})

async function find(
  tx: Tx,
  { accountId, componentId }: ModerationFacts,
  reason: string,
  now: Date,
): Promise<readonly AuditEntry[]> {
  const id = newId(now.getTime())
  const finding = { id, accountId, componentId, code: MODERATION_NOT_REVERSED, detail: REVERSAL_SHORTFALL }
  if (!(await openModerationFinding(tx, finding, now))) return []
  return [
    {
      action: 'moderation.review',
      componentId,
      subjectType: 'Finding',
      subjectId: id,
      clauses: ['IV.D.3'],
      reason,
      changes: [
        { field: 'state', before: null, after: 'OPEN' },
        { field: 'code', before: null, after: MODERATION_NOT_REVERSED },
        { field: 'subject', before: null, after: `ACCOUNT/${accountId}` },
        { field: 'detail', before: null, after: REVERSAL_SHORTFALL },
      ],
    },
  ]
}
