import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import type { RecordedModeration } from '@official-accounts/domain/moderation/moderation'
import {
  checkCorrection,
  checkModerationAction,
  checkRecorded,
  moderationPlace,
} from '@official-accounts/domain/moderation/moderation-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockAct, moveAct, movedEntry, type LockedModeration } from './lock-moderation.ts'
import { moderationFields, toRecorded, wordsOf } from './moderation-input.ts'
import { insertModeration, recordedEvents } from './write-moderation.ts'

const input = z.object({ moderationActionId: z.uuid(), ...moderationFields })

type CorrectInput = z.infer<typeof input>

/**
 * Puts a new entry in place of a wrong one, which stays as it was. What a review has looked at, or waits for, is looked
 * at again: nothing escapes it by a correction (IV.D.3).
 */
export const correctModerationAction = defineCommand<CorrectInput, LockedModeration, RecordedModeration>({
  name: 'correctModerationAction',
  permission: 'moderation.correct',
  subjectType: 'ModerationAction',
  input,
  subjectId: ({ moderationActionId }) => moderationActionId,
  lock: (tx, said) => lockAct(tx, said.moderationActionId, wordsOf(said)),
  place: ({ act }) => moderationPlace(act),
  version: ({ act }) => act.version,
  decide(actor, now, { moderationActionId: _id, ...said }, { act, account, ground }) {
    const corrected = toRecorded(said, now)
    const refusal = firstRefusal(
      () => checkModerationAction(actor, 'correctModerationAction', act, now),
      () => checkCorrection(corrected, act),
      () => checkRecorded(corrected, account, ground.namesSomebody, now),
    )
    return refusal ? refuse(refusal) : allow(corrected)
  },
  async apply(tx, corrected, { act, account, ground }, context) {
    const { id, inReview, entry } = await insertModeration(
      tx,
      {
        act: corrected,
        account,
        correctsId: act.id,
        reviewed: act.state === 'IN_REVIEW' || act.state === 'UPHELD',
        permission: 'moderation.correct',
      },
      ground,
      context,
    )
    await moveAct(tx, act, 'CORRECTED', context.now)
    return {
      result: { type: 'ModerationAction', id },
      audit: [
        entry,
        movedEntry(act, 'CORRECTED', { action: 'moderation.correct', reason: corrected.explanation }),
      ],
      events: [
        { type: 'moderation.corrected', subjectType: 'ModerationAction', subjectId: act.id },
        ...recordedEvents(id, inReview),
      ],
    }
  },
})
