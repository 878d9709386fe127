import { writeLawAnswers } from '@official-accounts/db/facts/law-checklist-facts'
import { accountPlace } from '@official-accounts/domain/account/account'
import { allow, refuse } from '@official-accounts/domain/decision'
import {
  checkLawAnswers,
  checkMayAnswer,
  lawAnswerChanges,
} from '@official-accounts/domain/law-checklist/law-answer-rules'
import { LAW_OUTCOMES } from '@official-accounts/domain/law-checklist/law-checklist'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { lockAccount } from '../account/lock-account.ts'
import { defineCommand } from '../command.ts'

const answer = z.object({
  key: z.string().trim().max(40, 'At most 40 characters.'),
  outcome: z.enum(LAW_OUTCOMES),
  note: z
    .string()
    .trim()
    .max(4000, 'At most 4,000 characters.')
    .nullish()
    .transform((note) => note || null),
})

const input = z.object({
  accountId: z.uuid(),
  checklistVersion: z.int('A whole number.').min(1, 'At least 1.'),
  answers: z.array(answer).min(1, 'Answer at least one item.').max(60, 'At most 60 answers.'),
})

/**
 * Answers items of an account's checklist of law and policy, all of them or none (V.A.2): each by whoever it names, and
 * never what is on record. An answer is to the wording that was read.
 */
export const answerLawChecklist = defineCommand({
  name: 'answerLawChecklist',
  permission: 'lawChecklist.answer',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  lock: (tx, { accountId }) => lockAccount(tx, accountId),
  place: (account) => accountPlace(account),
  decide(actor, _now, { answers, checklistVersion }, account) {
    const refusal =
      checkMayAnswer(actor, account) ?? checkLawAnswers(actor, account, answers, checklistVersion)
    return refusal ? refuse(refusal) : allow(answers)
  },
  async apply(tx, given, account, context) {
    const { items } = account.conduct.law
    await writeLawAnswers(tx, {
      accountId: account.id,
      answers: given.map(({ key, outcome, note }) => ({
        itemKey: key,
        itemVersion: items.find((item) => item.key === key)?.version ?? 0,
        outcome,
        note,
      })),
      answeredById: decider(context),
      role: context.role,
      at: context.now,
    })
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'lawChecklist.answer',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.A.2'],
          reason: null,
          changes: lawAnswerChanges(items, account.lawAnswers, given, context.now),
        },
      ],
      events: [{ type: 'lawChecklist.answered', subjectType: 'Account', subjectId: account.id }],
    }
  },
})
