import { checkUnchanged, lastAnswers } from '@official-accounts/domain/certification/certification-answers'
import { checkPartAction } from '@official-accounts/domain/certification/certification-rules'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import type { Refusal } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { answeredFields, applyAnswers } from './answering.ts'
import { lockAnswers, type LockedAnswers } from './lock-part.ts'

const input = z.object(answeredFields)

type Confirmed = z.infer<typeof input>

/** A component says in one act that nothing has changed, where that is true: the last answers hold again (IV.E.3). */
export const confirmUnchanged = defineCommand<Confirmed, LockedAnswers, null>({
  name: 'confirmUnchanged',
  permission: 'certification.confirmUnchanged',
  subjectType: 'CertificationPart',
  input,
  subjectId: ({ partId }) => partId,
  lock: (tx, { partId, accountIds }) => lockAnswers(tx, partId, accountIds),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, _input, part) {
    const refusal = firstRefusal(
      () => checkPartAction(actor, 'confirmUnchanged', part),
      () => firstChanged(part),
    )
    return refusal ? refuse(refusal) : allow(null)
  },
  apply(tx, _outcome, part, context) {
    const answers = part.answers.map((of) => ({
      of,
      given: lastAnswers(part.questions, of.previous?.answers ?? []),
    }))
    const permission = 'certification.confirmUnchanged' as const
    return applyAnswers(tx, part, { permission, unchanged: true, note: null, answers }, context)
  },
})

// All or none: what the dry run showed is what happens.
function firstChanged({ questions, answers }: LockedAnswers): Refusal | null {
  for (const answer of answers) {
    const refusal = checkUnchanged(questions, answer)
    if (refusal) return { ...refusal, message: `${answer.evidence.title}: ${refusal.message}` }
  }
  return null
}
