import type { Actor } from '../access/actor.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import type { Refusal } from '../errors.ts'
import { checkUnchanged } from './certification-answers.ts'
import type { CertificationPartAction } from './certification-machine.ts'
import { checkPartAction } from './certification-rules.ts'
import type { AnswerFacts, CertificationQuestion, PartFacts } from './certification.ts'

/** What may be done to one account's answer, named as the mutations are. */
export const CERTIFICATION_ANSWER_ACTIONS = [
  'answerCertification',
  'confirmUnchanged',
  'returnCertificationAnswer',
] as const satisfies readonly CertificationPartAction[]
export type CertificationAnswerAction = (typeof CERTIFICATION_ANSWER_ACTIONS)[number]

/** Null when there is an answer to return. */
export function checkGiven({ state }: Pick<AnswerFacts, 'state'>): Refusal | null {
  if (state === 'ANSWERED') return null
  return {
    code: 'INVALID_STATE',
    message: `This answer is ${state}; only one that was given is returned.`,
    state,
    allowed: ['answerCertification'],
  }
}

/** Null when no answer stands: acts on many accounts do not go over what somebody said of one (IV.E.3). */
export function checkWaiting({ state }: Pick<AnswerFacts, 'state'>): Refusal | null {
  if (state !== 'ANSWERED') return null
  return {
    code: 'INVALID_STATE',
    message: 'It is answered for already; change that answer on its own page.',
    state,
    allowed: ['answerCertification', 'returnCertificationAnswer'],
  }
}

/** What may be done to one account's answer now, and what stands in the way. */
export function availableAnswerActions(
  actor: Actor,
  part: PartFacts,
  questions: readonly CertificationQuestion[],
  answer: AnswerFacts,
): readonly AvailableAction<CertificationAnswerAction>[] {
  const own: Readonly<Record<CertificationAnswerAction, () => Refusal | null>> = {
    answerCertification: () => null,
    confirmUnchanged: () => checkUnchanged(questions, answer),
    returnCertificationAnswer: () => checkGiven(answer),
  }
  return CERTIFICATION_ANSWER_ACTIONS.map((action) => ({
    action,
    blockedBy: firstRefusal(() => checkPartAction(actor, action, part), own[action]),
  }))
}
