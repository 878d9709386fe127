import {
  requestFormFactsSelect,
  toRequestForm,
  toAnswers,
  toChanges,
} from '@official-accounts/db/facts/request-form-facts'
import { labelledChanges, labelledAnswers } from '@official-accounts/domain/request-form/submission-changes'
import type {
  LabelledAnswer,
  LabelledChange,
} from '@official-accounts/domain/request-form/submission-changes'
import { builder } from '../../builder.ts'

const SubmittedAnswerRef = builder.objectRef<LabelledAnswer>('SubmittedAnswer').implement({
  description: 'An answer to a further question of the form.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The question’s key.' }),
    label: t.exposeString('label', { description: 'What was asked.' }),
    value: t.exposeString('value', { description: 'The answer.' }),
    risk: t.exposeBoolean('risk', {
      description: 'Whether it asks for the advice of Civil Rights and Civil Liberties (IV.D.1).',
    }),
  }),
})

const SubmissionChangeRef = builder.objectRef<LabelledChange>('SubmissionChange').implement({
  description: 'What a request changed of the time before.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Which field, or answers. and a question’s key.' }),
    label: t.exposeString('label', { description: 'The question; the field’s name where it is none.' }),
    before: t.exposeString('before', { nullable: true, description: 'What it was.' }),
    after: t.exposeString('after', { nullable: true, description: 'What it became.' }),
  }),
})

builder.prismaObject('AccountSubmission', {
  description: 'A request as it was sent in once: its answers, and what changed. Never changed.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'The first is 1.' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', description: 'When.' }),
    submittedBy: t.relation('submittedBy', {
      nullable: true,
      description: 'By whom, where you may see that.',
    }),
    form: t.relation('form', { description: 'The version of the form it answers.' }),
    answers: t.field({
      type: [SubmittedAnswerRef],
      description: 'Its answers, in the form’s order.',
      select: { answers: true, riskKeys: true, form: { select: requestFormFactsSelect } },
      resolve: (row) => [...labelledAnswers(toRequestForm(row.form), toAnswers(row.answers), row.riskKeys)],
    }),
    changes: t.field({
      type: [SubmissionChangeRef],
      description: 'Field by field, what it changed of the time before; everything the first time.',
      select: { changes: true, form: { select: requestFormFactsSelect } },
      resolve: (row) => [...labelledChanges(toRequestForm(row.form), toChanges(row.changes))],
    }),
  }),
})
