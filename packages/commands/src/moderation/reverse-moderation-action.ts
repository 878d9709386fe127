import { closeModerationFinding } from '@official-accounts/db/facts/moderation-facts'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { MODERATION_NOT_REVERSED } from '@official-accounts/domain/compliance/moderation-checks'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import type { RecordedModeration } from '@official-accounts/domain/moderation/moderation'
import {
  checkModerationAction,
  checkRecorded,
  moderationPlace,
  reversalOf,
} from '@official-accounts/domain/moderation/moderation-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockAct, moveAct, movedEntry, type LockedModeration } from './lock-moderation.ts'
import { moderationFields, wordsOf } from './moderation-input.ts'
import { insertModeration } from './write-moderation.ts'

const input = z.object({
  moderationActionId: z.uuid(),
  reason: moderationFields.reason,
  platformReference: moderationFields.platformReference,
  explanation: moderationFields.explanation,
  doneAt: moderationFields.doneAt,
})

type ReverseInput = z.infer<typeof input>

const DONE = 'What was to be taken back is taken back.'

/** Takes a measure back: an entry that names it, and what was found about it is closed (IV.D.3). */
export const reverseModerationAction = defineCommand<ReverseInput, LockedModeration, RecordedModeration>({
  name: 'reverseModerationAction',
  permission: 'moderation.reverse',
  subjectType: 'ModerationAction',
  input,
  subjectId: ({ moderationActionId }) => moderationActionId,
  lock: (tx, said) => lockAct(tx, said.moderationActionId, wordsOf(said)),
  place: ({ act }) => moderationPlace(act),
  version: ({ act }) => act.version,
  decide(actor, now, said, { act, account, ground }) {
    const blocked = checkModerationAction(actor, 'reverseModerationAction', act, now)
    if (blocked) return refuse(blocked)
    const { reason, platformReference, explanation } = said
    const reversal = {
      kind: reversalOf(act),
      reason,
      platformReference,
      explanation,
      policyVersion: null,
      policySection: null,
      doneAt: said.doneAt ?? now,
    }
    const refusal = firstRefusal(() => checkRecorded(reversal, account, ground.namesSomebody, now))
    return refusal ? refuse(refusal) : allow(reversal)
  },
  async apply(tx, reversal, { act, account, ground }, context) {
    const { now } = context
    const { id, entry } = await insertModeration(
      tx,
      { act: reversal, account, reversesId: act.id, permission: 'moderation.reverse' },
      ground,
      context,
    )
    await moveAct(tx, act, 'REVERSED', now)
    const closing = { accountId: act.accountId, code: MODERATION_NOT_REVERSED, reason: DONE }
    const closed = act.state === 'TO_BE_REVERSED' ? await closeModerationFinding(tx, closing, now) : []
    const moved = movedEntry(act, 'REVERSED', { action: 'moderation.reverse', reason: reversal.explanation })
    return {
      result: { type: 'ModerationAction', id },
      audit: [entry, moved, ...closed.map((findingId) => closedEntry(findingId, act.componentId))],
      events: [
        { type: 'moderation.reversed', subjectType: 'ModerationAction', subjectId: act.id },
        ...closed.map((subjectId) => ({
          type: 'finding.closed' as const,
          subjectType: 'Finding',
          subjectId,
        })),
      ],
    }
  },
})

function closedEntry(subjectId: string, componentId: string): AuditEntry {
  return {
    action: 'moderation.reverse',
    componentId,
    subjectType: 'Finding',
    subjectId,
    clauses: ['IV.D.3'],
    reason: DONE,
    changes: [{ field: 'state', before: 'OPEN', after: 'CLOSED' }],
  }
}
