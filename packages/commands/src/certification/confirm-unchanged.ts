import type { LockedAnswer } from '@official-accounts/db/facts/certification-facts'
import { checkUnchanged, lastAnswers } from '@official-accounts/domain/certification/certification-answers'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { answeredFields, applyAnswer, checkAnswering } from './answering.ts'
import { lockAnswer } from './lock-part.ts'

const input = z.object(answeredFields)

/** A component says in one act that nothing has changed, where that is true: the last answers hold again (IV.E.3). */
export const confirmUnchanged = defineCommand<z.infer<typeof input>, LockedAnswer, null>({
  name: 'confirmUnchanged',
  permission: 'certification.confirmUnchanged',
  subjectType: 'CertificationPart',
  input,
  subjectId: ({ partId }) => partId,
  lock: (tx, { partId, accountId }) => lockAnswer(tx, partId, accountId),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, { waitingOnly }, part) {
    const refusal = firstRefusal(
      () => checkAnswering(actor, 'confirmUnchanged', part, waitingOnly),
      () => checkUnchanged(part.questions, part.answer),
    )
    return refusal ? refuse(refusal) : allow(null)
  },
  apply(tx, _outcome, part, context) {
    const given = lastAnswers(part.questions, part.answer.previous?.answers ?? [])
    return applyAnswer(tx, part, { action: 'confirmUnchanged', note: null, given }, context)
  },
})
