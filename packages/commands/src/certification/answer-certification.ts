import { checkAnswers, withQuestions } from '@official-accounts/domain/certification/certification-answers'
import { checkPartAction } from '@official-accounts/domain/certification/certification-rules'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { answeredFields, applyAnswers } from './answering.ts'
import { lockAnswers, type LockedAnswers } from './lock-part.ts'

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

/** A component answers the questions for accounts of its own, the same answers for each named (IV.E.3). */
export const answerCertification = defineCommand<Given, LockedAnswers, Given>({
  name: 'answerCertification',
  permission: 'certification.answer',
  subjectType: 'CertificationPart',
  input,
  subjectId: ({ partId }) => partId,
  lock: (tx, { partId, accountIds }) => lockAnswers(tx, partId, accountIds),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, given, part) {
    const refusal = firstRefusal(
      () => checkPartAction(actor, 'answerCertification', part),
      () => checkAnswers(part.questions, given.answers, given.note),
    )
    return refusal ? refuse(refusal) : allow(given)
  },
  apply(tx, { answers, note }, part, context) {
    const given = withQuestions(part.questions, answers)
    const all = part.answers.map((of) => ({ of, given }))
    const act = { permission: 'certification.answer' as const, unchanged: false, note, answers: all }
    return applyAnswers(tx, part, act, context)
  },
})
