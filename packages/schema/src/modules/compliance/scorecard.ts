import { readReach } from '@official-accounts/domain/access/actor'
import { CHECKS } from '@official-accounts/domain/compliance/checks'
import { SUBJECT_KINDS, type Check } from '@official-accounts/domain/compliance/compliance'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { builder, INTERNAL } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { describedEnum } from '../../described-enum.ts'
import { ClauseRef } from '../../errors.ts'
import { FindingSeverityEnum } from '../finding/enums.ts'
import { readScorecard, type ComponentScore } from './read-scorecard.ts'

const SubjectKindEnum = describedEnum('ComplianceSubject', 'What a check is asked of.', SUBJECT_KINDS, {
  ACCOUNT: 'Every account.',
  PLATFORM: 'Every platform.',
  COMPONENT: 'Every component that has accounts.',
})

const CheckRef = builder.objectRef<Check>('ComplianceCheck').implement({
  description: 'Something the registry asks of every record of a kind, by what is on record.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code of its findings.' }),
    title: t.exposeString('title', { description: 'What holds when it is met.' }),
    subject: t.field({
      type: SubjectKindEnum,
      description: 'Of what it is asked.',
      resolve: ({ kind }) => kind,
    }),
    severity: t.expose('severity', {
      type: FindingSeverityEnum,
      description: 'How much its findings weigh.',
    }),
    clause: t.field({ type: ClauseRef, description: 'Which clause.', resolve: ({ clause }) => clause }),
  }),
})

const ScoreRef = builder.objectRef<ComponentScore>('ComplianceScore').implement({
  description:
    'How a component keeps a clause. Each count is of checks on records: two on one account are two.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    clause: t.field({
      type: ClauseRef,
      nullable: true,
      description: 'Which clause.',
      resolve: ({ clause }) => (isClauseId(clause) ? clause : null),
    }),
    componentCode: t.string({ description: 'Of which component.', resolve: (score) => score.component.code }),
    componentName: t.string({ description: 'Its full name.', resolve: (score) => score.component.name }),
    checked: t.exposeInt('checked', { description: 'What was asked.' }),
    met: t.exposeInt('met', { description: 'What is met.' }),
    open: t.exposeInt('open', {
      description: 'Findings open against the clause, whether a check found them or an office.',
    }),
    excepted: t.exposeInt('excepted', {
      description: 'What is not met and lifted by an exception in force (V.B.12).',
    }),
  }),
})

interface Scorecard {
  readonly asOf: Date
  readonly scores: readonly ComponentScore[]
}

const ScorecardRef = builder.objectRef<Scorecard>('ComplianceScorecard').implement({
  description: 'How the clauses that facts can tell are kept, by clause and component.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'As of when.' }),
    scores: t.field({
      type: [ScoreRef],
      description: 'One for every clause and component of which something is asked or found.',
      resolve: ({ scores }) => [...scores],
    }),
    checks: t.field({
      type: [CheckRef],
      description: 'Everything that is asked.',
      resolve: () => [...CHECKS],
    }),
  }),
})

builder.queryField('complianceScorecard', (t) =>
  t.field({
    type: ScorecardRef,
    ...INTERNAL,
    description: 'The scorecard of what you may see: the whole department, or your components (IV.A.5).',
    resolve: async (_root, _args, context) => {
      const asOf = requestNow(context)
      return { asOf, scores: await readScorecard(context.services.read, readReach(context.actor), asOf) }
    },
  }),
)
