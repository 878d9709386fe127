import { adoptLawChecklist } from '@official-accounts/commands/law-checklist/adopt-law-checklist'
import { answerLawChecklist } from '@official-accounts/commands/law-checklist/answer-law-checklist'
import { builder } from '../../builder.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { AccountNode } from '../account/types.ts'
import { LawAnswererEnum, LawAreaEnum, LawFactEnum, LawOutcomeEnum } from './enums.ts'
import { LawChecklistNode } from './types.ts'

const LawItemInput = builder.inputType('LawItemInput', {
  description: 'An item of a checklist.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: 'What its answers are kept under; the same in every version that asks it.',
    }),
    area: t.field({ type: LawAreaEnum, required: true, description: 'Which area of V.A.2.' }),
    question: t.string({ required: true, description: 'What is asked; MET means yes.' }),
    help: t.string({ description: 'What helps to answer it.' }),
    answerer: t.field({ type: LawAnswererEnum, required: true, description: 'Who answers it.' }),
    authority: t.string({ description: 'The id of the authority it rests on, such as III.D.' }),
    fact: t.field({ type: LawFactEnum, description: 'The fact on record that answers it, if one does.' }),
  }),
})

const AdoptLawChecklistInput = changeInput(
  'AdoptLawChecklistInput',
  'The next version of the checklist; expectedVersion is the version it replaces.',
  (t) => ({
    items: t.field({
      type: [LawItemInput],
      required: true,
      description: 'What it asks, in order; every area of V.A.2 among it.',
    }),
    reason: t.string({ required: true, description: 'Why it is adopted.' }),
  }),
)

const LawAnswerInput = builder.inputType('LawAnswerInput', {
  description: 'An answer to an item.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'To which item.' }),
    outcome: t.field({ type: LawOutcomeEnum, required: true, description: 'The answer.' }),
    note: t.string({ description: 'Said beside it; needed for NOT_MET and NOT_APPLICABLE.' }),
  }),
})

const AnswerLawChecklistInput = creationInput(
  'AnswerLawChecklistInput',
  'Answers to items of an account’s checklist: all of them are kept, or none.',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    checklistVersion: t.int({
      required: true,
      description: 'The version of the checklist that was read: an item put in other words since is refused.',
    }),
    answers: t.field({ type: [LawAnswerInput], required: true, description: 'The answers.' }),
  }),
)

const checklistMutation = mutationsOf(LawChecklistNode, (read, query) =>
  read.lawChecklist.findFirstOrThrow(query),
)
const accountMutation = mutationsOf(AccountNode, (read, query) => read.account.findFirstOrThrow(query))

checklistMutation(
  adoptLawChecklist,
  AdoptLawChecklistInput,
  'Public Affairs adopts the next version of what law and policy ask of every account (V.A.2).',
)
accountMutation(
  answerLawChecklist,
  AnswerLawChecklistInput,
  'Answers items of an account’s checklist of law and policy, all or none (V.A.2).',
)
