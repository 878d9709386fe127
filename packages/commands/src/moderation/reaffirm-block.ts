import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
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

const input = z.object({ moderationActionId: z.uuid(), reason: reasonField })

type ReaffirmInput = z.infer<typeof input>

/** Whoever manages the account says why a measure against a person is still needed; it is reviewed again (IV.D.3). */
export const reaffirmBlock = defineCommand<ReaffirmInput, LockedModeration, ReaffirmInput>({
  name: 'reaffirmBlock',
  permission: 'moderation.reaffirm',
  subjectType: 'ModerationAction',
  input,
  subjectId: ({ moderationActionId }) => moderationActionId,
  lock: (tx, { moderationActionId, reason }) => lockAct(tx, moderationActionId, reason),
  place: ({ act }) => moderationPlace(act),
  version: ({ act }) => act.version,
  decide(actor, now, said, { act, ground }) {
    const refusal = firstRefusal(
      () => checkModerationAction(actor, 'reaffirmBlock', act, now),
      () => checkWords(said.reason, ground.namesSomebody),
    )
    return refusal ? refuse(refusal) : allow(said)
  },
  async apply(tx, { reason }, { act, ground }, context) {
    const { now } = context
    await insertStep(tx, { actionId: act.id, kind: 'REAFFIRMED', reason }, context)
    await moveAct(tx, act, 'IN_REVIEW', now, addDays(now, ground.blockReviewDays))
    return {
      result: { type: 'ModerationAction', id: act.id },
      audit: [movedEntry(act, 'IN_REVIEW', { action: 'moderation.reaffirm', reason })],
      events: [{ type: 'moderation.reviewAsked', subjectType: 'ModerationAction', subjectId: act.id }],
    }
  },
})
