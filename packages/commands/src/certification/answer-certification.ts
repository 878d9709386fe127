import type { LockedAnswer } from '@official-accounts/db/facts/certification-facts'
import { checkAnswers, withQuestions } from '@official-accounts/domain/certification/certification-answers'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { answeredFields, applyAnswer, checkAnswering } from './answering.ts'
import { lockAnswer } from './lock-part.ts'

const input = z.object({
  ...answeredFields,
  answers: z.array(z.object({ key: z.string(), value: z.string() })).max(100),
  note: z
    .string()
    .trim()
    .max(4000, 'At most 4,000 characters.')
    .nullish()
    .transform((note) => note || null),
})

type Given = z.infer<typeof input>

/** A component answers the questions for an account of its own (IV.E.3). */
export const answerCertification = defineCommand<Given, LockedAnswer, Given>({
  name: 'answerCertification',
  permission: 'certification.answer',
  subjectType: 'CertificationPart',
  input,
  subjectId: ({ partId }) => partId,
  lock: (tx, { partId, accountId }) => lockAnswer(tx, partId, accountId),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, given, part) {
    const refusal = firstRefusal(
      () => checkAnswering(actor, 'answerCertification', part, given.waitingOnly),
      () => checkAnswers(part.questions, given.answers, given.note),
    )
    return refusal ? refuse(refusal) : allow(given)
  },
  apply(tx, { answers, note }, part, context) {
    const given = withQuestions(part.questions, answers)
    return applyAnswer(tx, part, { action: 'answerCertification', note, given }, context)
  },
})
