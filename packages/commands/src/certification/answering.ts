import { writeAnswer } from '@official-accounts/db/facts/certification-rows'
import type { LockedAnswer } from '@official-accounts/db/facts/certification-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'
import { checkWaiting } from '@official-accounts/domain/certification/available-answer-actions'
import {
  checkPartAction,
  CERTIFICATION_PART_PERMISSIONS,
} from '@official-accounts/domain/certification/certification-rules'
import type { GivenAnswer } from '@official-accounts/domain/certification/certification'
import type { Actor } from '@official-accounts/domain/access/actor'
import { firstRefusal } from '@official-accounts/domain/decision'
import type { Refusal } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import type { Applied, DecisionContext } from '../command.ts'

type Answering = 'answerCertification' | 'confirmUnchanged'

/** The account of a part that an act answers for. */
export const answeredFields = {
  partId: z.uuid(),
  accountId: z.uuid(),
  /** Set for an act on many accounts: an answer that stands is left alone. */
  waitingOnly: z.boolean().default(false),
}

/** Null when this actor may answer for this account now (IV.E.3). */
export function checkAnswering(
  actor: Actor,
  action: Answering,
  part: LockedAnswer,
  waitingOnly: boolean,
): Refusal | null {
  return firstRefusal(
    () => checkPartAction(actor, action, part),
    () => (waitingOnly ? checkWaiting(part.answer) : null),
  )
}

/** What is written down of one account. */
export interface Answered {
  readonly action: Answering
  readonly note: string | null
  readonly given: readonly GivenAnswer[]
}

/** Writes an answer with the evidence it was given on. */
export async function applyAnswer(
  tx: Tx,
  part: LockedAnswer,
  { action, note, given }: Answered,
  context: DecisionContext,
): Promise<Applied> {
  const { id, accountId, state, evidence } = part.answer
  const unchanged = action === 'confirmUnchanged'
  const act = { unchanged, note, answeredById: decider(context), now: context.now }
  await writeAnswer(tx, part, { id, answers: given, evidence }, act)
  return {
    result: { type: 'CertificationPart', id: part.id },
    audit: [
      {
        action: CERTIFICATION_PART_PERMISSIONS[action],
        componentId: part.componentId,
        subjectType: 'CertificationAnswer',
        subjectId: id,
        clauses: ['IV.E.3'],
        reason: note,
        changes: [
          { field: 'state', before: state, after: 'ANSWERED' },
          { field: 'account', before: null, after: accountId },
          { field: 'answers', before: null, after: given.map(({ key, value }) => `${key}: ${value}`) },
          { field: 'evidence', before: null, after: canonicalJson(evidence) },
        ],
      },
    ],
    events: [{ type: 'certification.answered', subjectType: 'CertificationPart', subjectId: part.id }],
  }
}
