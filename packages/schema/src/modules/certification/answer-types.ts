import {
  answerFactsSelect,
  partFactsSelect,
  toAnswerFacts,
  toGivenAnswers,
  toPartFacts,
  toQuestions,
} from '@official-accounts/db/facts/certification-facts'
import { availableAnswerActions } from '@official-accounts/domain/certification/available-answer-actions'
import { changedEvidence, type GivenAnswer } from '@official-accounts/domain/certification/certification'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { CertificationAnswerStateEnum } from './enums.ts'
import { QUESTIONS } from './types.ts'

const GivenAnswerRef = builder.objectRef<GivenAnswer>('CertificationGivenAnswer').implement({
  description: 'An answer with the question it was given to.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The question’s key.' }),
    question: t.exposeString('question', { description: 'The question as it was asked.' }),
    value: t.exposeString('value', { description: 'What was answered.' }),
  }),
})

export const CertificationAnswerNode = builder.prismaNode('CertificationAnswer', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'What a component says of one account in a certification (IV.E.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    part: t.relation('part', { description: 'In which part.' }),
    account: t.relation('account', { description: 'Of which account; what is on record of it is evidence.' }),
    state: t.expose('state', { type: CertificationAnswerStateEnum, description: 'Where it stands.' }),
    answers: t.field({
      type: [GivenAnswerRef],
      description: 'What was answered; empty before.',
      select: { answers: true },
      resolve: ({ answers }) => [...toGivenAnswers(answers)],
    }),
    unchanged: t.exposeBoolean('unchanged', { description: 'Whether it was answered as nothing changed.' }),
    note: t.exposeString('note', { nullable: true, description: 'What was said beside the answers.' }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: 'Why it came back; null when it did not, or was answered again.',
    }),
    answeredBy: t.relation('answeredBy', {
      nullable: true,
      description: 'Who answered; null before, or where you may not see the person.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was answered; null before.',
    }),
    lastAnswers: t.field({
      type: [GivenAnswerRef],
      description: 'What was answered for the account before this certification; empty when nothing was.',
      select: answerFactsSelect,
      resolve: (answer) => [...(toAnswerFacts(answer).previous?.answers ?? [])],
    }),
    changedSince: t.stringList({
      description: 'What of the account is different from what was on record with the last answers.',
      select: answerFactsSelect,
      resolve(answer) {
        const { previous, evidence } = toAnswerFacts(answer)
        return previous === null ? [] : [...changedEvidence(previous.evidence, evidence)]
      },
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description:
        'What may be done to it, and what stands in your way: the dry run of answering many at once.',
      select: {
        ...answerFactsSelect,
        part: { select: partFactsSelect },
        certification: { select: { questions: QUESTIONS } },
      },
      resolve: ({ part, certification, ...answer }, _args, { actor }) => [
        ...availableAnswerActions(
          actor,
          toPartFacts(part),
          toQuestions(certification.questions),
          toAnswerFacts(answer),
        ),
      ],
    }),
  }),
})
