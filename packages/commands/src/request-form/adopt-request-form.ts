import { lockRequestForm } from '@official-accounts/db/facts/request-form-row'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { CLAUSE_IDS } from '@official-accounts/domain/directive/clauses'
import { QUESTION_KINDS, REQUEST_DETAILS } from '@official-accounts/domain/request-form/request-form'
import { checkForm } from '@official-accounts/domain/request-form/request-form-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString('en-US')} characters.`)

const question = z.object({
  key: text(40),
  label: text(300),
  help: text(1000)
    .nullish()
    .transform((help) => help || null),
  kind: z.enum(QUESTION_KINDS),
  choices: z
    .array(text(200).min(1, 'A choice is not empty.'))
    .max(40, 'At most 40 choices.')
    .nullish()
    .transform((choices) => choices ?? []),
  required: z.boolean(),
  clause: z
    .enum(CLAUSE_IDS, { error: 'There is no such clause.' })
    .nullish()
    .transform((clause) => clause ?? null),
  risk: z
    .boolean()
    .nullish()
    .transform((risk) => risk ?? false),
})

const input = z.object({
  requiredDetails: z.array(z.enum(REQUEST_DETAILS)).transform((details) => [...new Set(details)]),
  questions: z.array(question).max(60, 'At most 60 questions.'),
  reason: text(4000).min(1, 'Give the reason in writing.'),
})

/** Public Affairs adopts the next version of the form: the Instruction that says what to ask is not public (V.B.3). */
export const adoptRequestForm = defineCommand({
  name: 'adoptRequestForm',
  permission: 'requestForm.adopt',
  subjectType: 'RequestForm',
  input,
  subjectId: () => null,
  lock: lockRequestForm,
  place: () => ({ componentId: null }),
  version: ({ version }) => version,
  decide(_actor, _now, form) {
    const refusal = checkForm(form)
    return refusal ? refuse(refusal) : allow(form)
  },
  async apply(tx, { requiredDetails, questions, reason }, inForce, context) {
    const { now } = context
    const id = newId(now.getTime())
    const version = inForce.version + 1
    const adoptedById = decider(context)
    await tx.requestForm.createMany({
      data: [{ id, version, requiredDetails, questions, adoptedById, adoptedAt: now, reason }],
    })
    const keysOf = (asked: readonly { readonly key: string }[]) => asked.map(({ key }) => key)
    return {
      result: { type: 'RequestForm', id },
      audit: [
        {
          action: 'requestForm.adopt',
          componentId: null,
          subjectType: 'RequestForm',
          subjectId: id,
          clauses: ['V.B.3'],
          reason,
          changes: [
            { field: 'version', before: inForce.version, after: version },
            { field: 'requiredDetails', before: inForce.requiredDetails, after: requiredDetails },
            { field: 'questions', before: keysOf(inForce.questions), after: keysOf(questions) },
          ],
        },
      ],
      events: [{ type: 'requestForm.adopted', subjectType: 'RequestForm', subjectId: id }],
    }
  },
})
