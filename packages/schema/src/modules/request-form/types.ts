import { requestFormFactsSelect, toRequestForm } from '@official-accounts/db/facts/request-form-facts'
import type { RequestQuestion } from '@official-accounts/domain/request-form/request-form'
import { availableRequestFormActions } from '@official-accounts/domain/request-form/request-form-actions'
import { builder } from '../../builder.ts'
import { ClauseRef } from '../../errors.ts'
import { AvailableActionRef } from '../available-action.ts'
import { QuestionKindEnum, RequestDetailEnum } from './enums.ts'

const RequestQuestionRef = builder.objectRef<RequestQuestion>('RequestQuestion').implement({
  description: 'A further question of the form.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What its answers are kept under.' }),
    label: t.exposeString('label', { description: 'What is asked.' }),
    help: t.exposeString('help', { nullable: true, description: 'What helps to answer it.' }),
    kind: t.expose('kind', { type: QuestionKindEnum, description: 'How it is answered.' }),
    choices: t.stringList({ description: 'What may be chosen.', resolve: ({ choices }) => [...choices] }),
    required: t.exposeBoolean('required', { description: 'Whether every request answers it.' }),
    clause: t.field({
      type: ClauseRef,
      nullable: true,
      description: 'The clause that asks; null for one the office asks of its own.',
      resolve: ({ clause }) => clause,
    }),
    risk: t.exposeBoolean('risk', {
      description: 'Whether a yes asks for the advice of Civil Rights and Civil Liberties (IV.D.1).',
    }),
  }),
})

export const RequestFormNode = builder.prismaNode('RequestForm', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A version of the form by which accounts are requested (V.B.3). The newest one is in force.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Its number, counted up.' }),
    isDefault: t.exposeBoolean('isDefault', {
      description: 'Whether it is the default of this product, which nobody has adopted.',
    }),
    requiredDetails: t.field({
      type: [RequestDetailEnum],
      description: 'Which details it demands.',
      select: requestFormFactsSelect,
      resolve: (form) => [...toRequestForm(form).requiredDetails],
    }),
    questions: t.field({
      type: [RequestQuestionRef],
      description: 'Its further questions, in order.',
      select: requestFormFactsSelect,
      resolve: (form) => [...toRequestForm(form).questions],
    }),
    adoptedBy: t.relation('adoptedBy', {
      nullable: true,
      description: 'Who adopted it, where you may see that; null for the default.',
    }),
    adoptedAt: t.expose('adoptedAt', { type: 'DateTime', description: 'Since when.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      resolve: (_form, _args, { actor }) => [...availableRequestFormActions(actor)],
    }),
  }),
})
