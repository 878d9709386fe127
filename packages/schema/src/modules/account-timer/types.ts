import {
  ACCOUNT_TIMER_KINDS,
  ACCOUNT_TIMER_OUTCOMES,
  daysLeft,
  TIMER_CLAUSES,
} from '@official-accounts/domain/account-timer/account-timer'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { describedEnum } from '../../described-enum.ts'
import { ClauseRef } from '../../errors.ts'

export const AccountTimerKindEnum = describedEnum(
  'AccountTimerKind',
  'What a time runs for.',
  ACCOUNT_TIMER_KINDS,
  {
    VACANCY: 'Nobody answers for the account; at the end it is suspended (V.B.5).',
    ATTESTATION: 'Its security is not attested in time; at the end it is suspended (IV.B.3).',
    CLAIM: 'No office has claimed it; at the end it is escalated, and never suspended (V.B.5).',
  },
)

const AccountTimerOutcomeEnum = describedEnum(
  'AccountTimerOutcome',
  'How a time ended.',
  ACCOUNT_TIMER_OUTCOMES,
  {
    RESOLVED: 'What it ran for was put right.',
    EXCEPTED: 'A written exception lifted the clause (V.B.12).',
    NOT_ACTIVE: 'The account is no longer active.',
    SUSPENDED: 'It ran out, and the account was suspended.',
  },
)

export const AccountTimerNode = builder.prismaNode('AccountTimer', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A time that runs against an account: it warns twice, and then has a consequence.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: AccountTimerKindEnum, description: 'What it runs for.' }),
    clause: t.field({
      type: ClauseRef,
      description: 'The clause behind it.',
      select: { kind: true },
      resolve: ({ kind }) => TIMER_CLAUSES[kind],
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'Since when it runs.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'When it runs out.' }),
    daysLeft: t.int({
      nullable: true,
      description: 'Whole days until then; null once it has ended.',
      select: { dueAt: true, endedAt: true },
      resolve: ({ dueAt, endedAt }, _args, context) =>
        endedAt === null ? daysLeft(dueAt, requestNow(context)) : null,
    }),
    firstWarnedAt: t.expose('firstWarnedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the first warning was given.',
    }),
    lastWarnedAt: t.expose('lastWarnedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last warning was given.',
    }),
    escalatedAt: t.expose('escalatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was escalated to Public Affairs; for claims alone.',
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null while it runs.',
    }),
    outcome: t.expose('outcome', {
      type: AccountTimerOutcomeEnum,
      nullable: true,
      description: 'How it ended; null while it runs.',
    }),
    account: t.relation('account', { description: 'Against which account.' }),
  }),
})

builder.prismaObjectField('Account', 'timers', (t) =>
  t.relation('timers', {
    description: 'What runs against it and did before: to a suspension, or to an escalation.',
    query: { orderBy: [{ startedAt: 'desc' }, { id: 'desc' }] },
  }),
)
