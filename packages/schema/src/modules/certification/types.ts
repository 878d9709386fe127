import {
  certificationFactsSelect,
  questionSelect,
  QUESTION_ORDER,
  toCertificationFacts,
} from '@official-accounts/db/facts/certification-facts'
import { checkClosing } from '@official-accounts/domain/certification/certification-rules'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { ClauseRef } from '../../errors.ts'
import { AvailableActionRef } from '../available-action.ts'
import { CertificationStateEnum, QuestionKindEnum } from './enums.ts'

builder.prismaObject('CertificationQuestion', {
  description: 'Something a certification asks of every account.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in answers.' }),
    text: t.exposeString('text', { description: 'The question.' }),
    kind: t.expose('kind', { type: QuestionKindEnum, description: 'How it is answered.' }),
    choices: t.exposeStringList('choices', { description: 'What may be chosen; empty for other kinds.' }),
    clause: t.field({
      type: ClauseRef,
      nullable: true,
      description: 'The clause it is asked for.',
      select: { clause: true },
      resolve: ({ clause }) => (isClauseId(clause) ? clause : null),
    }),
  }),
})

// The one order of the parts: whoever looks at them selects the same list.
const PARTS = { orderBy: [{ component: { code: 'asc' as const } }, { id: 'asc' as const }] }

export const CertificationNode = builder.prismaNode('Certification', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A certification: what components have to answer for which accounts by when (IV.E.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    state: t.expose('state', {
      type: CertificationStateEnum,
      description: 'Whether it is still answered.',
    }),
    filter: t.exposeString('filter', {
      description: 'The filter of accounts it was opened with, in JSON; its accounts were fixed then.',
    }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'The last day to answer.' }),
    reminderDays: t.exposeIntList('reminderDays', {
      description: 'So many days before that day whoever has not certified is reminded (policy data).',
    }),
    overdueDays: t.exposeInt('overdueDays', {
      description:
        'So many days after it whoever has not certified counts as not having answered (policy data).',
    }),
    overdueSince: t.expose('overdueSince', {
      type: 'DateTime',
      nullable: true,
      description: 'When the Assistant Secretary was told who had not answered; null before.',
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was opened.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its result was frozen; null while it is open.',
    }),
    accountCount: t.int({
      description: 'How many accounts it asks about, as far as you may see.',
      select: { parts: { ...PARTS, select: { accountCount: true } } },
      resolve: ({ parts }) => parts.reduce((sum, { accountCount }) => sum + accountCount, 0),
    }),
    answeredCount: t.relationCount('answers', {
      description: 'For how many of them an answer stands, as far as you may see.',
      where: { state: 'ANSWERED' },
    }),
    questions: t.relation('questions', {
      description: 'What is asked, in order.',
      query: { orderBy: QUESTION_ORDER },
    }),
    parts: t.relation('parts', {
      description: 'Each component’s part, as far as you may see.',
      query: PARTS,
    }),
    resultSha256: t.exposeString('resultSha256', {
      nullable: true,
      description: 'SHA-256 over the bytes of the result’s text; null while it is open.',
    }),
    result: t.string({
      nullable: true,
      description:
        'The frozen result as the text the digest is made of; for the department’s offices and readers.',
      select: { result: { select: { text: true } } },
      resolve: ({ result }) => result?.text ?? null,
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: { ...certificationFactsSelect, parts: { ...PARTS, select: { state: true } } },
      resolve({ parts, ...certification }, _args, context) {
        const uncertified = parts.filter(({ state }) => state !== 'CERTIFIED').length
        const facts = toCertificationFacts(certification)
        const blockedBy = checkClosing(context.actor, facts, uncertified, requestNow(context))
        return [{ action: 'closeCertification', blockedBy }]
      },
    }),
  }),
})

/** The questions of a certification, as every field that needs them selects them. */
export const QUESTIONS = { orderBy: QUESTION_ORDER, select: questionSelect }
