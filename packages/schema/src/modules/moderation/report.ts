import { visibleModeration } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder, INTERNAL } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { ModerationKindEnum, ModerationReasonEnum } from './enums.ts'
import { ModerationFilter, moderationWhere } from './filter.ts'
import { readModerationReport, type Counted, type ModerationReport } from './read-report.ts'

const COUNT = { description: 'How many.' }

const KindCountRef = builder.objectRef<ModerationReport['byKind'][number]>('ModerationKindCount').implement({
  description: 'How often one kind of act was recorded.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ModerationKindEnum, description: 'Which kind.' }),
    count: t.exposeInt('count', COUNT),
  }),
})

const ReasonCountRef = builder
  .objectRef<ModerationReport['byReason'][number]>('ModerationReasonCount')
  .implement({
    description: 'How often one reason was given.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      reason: t.expose('reason', { type: ModerationReasonEnum, description: 'Which reason.' }),
      count: t.exposeInt('count', COUNT),
    }),
  })

const ComponentCountRef = builder.objectRef<Counted>('ModerationComponentCount').implement({
  description: 'How much was moderated by one component.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.string({ description: 'The component’s code.', resolve: ({ name }) => name }),
    count: t.exposeInt('count', COUNT),
  }),
})

const AccountCountRef = builder.objectRef<Counted>('ModerationAccountCount').implement({
  description: 'How much was moderated on one account.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    accountId: t.id({
      description: 'The account’s global id.',
      resolve: ({ id }) => encodeGlobalID('Account', id),
    }),
    title: t.string({ description: 'The account’s title.', resolve: ({ name }) => name }),
    count: t.exposeInt('count', COUNT),
  }),
})

const MonthCountRef = builder
  .objectRef<ModerationReport['byMonth'][number]>('ModerationMonthCount')
  .implement({
    description: 'How much was done in one month.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      month: t.exposeString('month', { description: 'The month, such as 2027-01, in UTC.' }),
      count: t.exposeInt('count', COUNT),
    }),
  })

const ReportRef = builder.objectRef<ModerationReport>('ModerationReport').implement({
  description: 'How much was moderated, as far as you may see; corrected entries are counted once (IV.D.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'All acts.' }),
    inReview: t.exposeInt('inReview', { description: 'Those that wait for their review.' }),
    toBeReversed: t.exposeInt('toBeReversed', { description: 'Those to be taken back.' }),
    reversed: t.exposeInt('reversed', { description: 'Those taken back.' }),
    byKind: t.field({
      type: [KindCountRef],
      description: 'By what was done; what was not done is left out.',
      resolve: ({ byKind }) => [...byKind],
    }),
    byReason: t.field({
      type: [ReasonCountRef],
      description: 'By why; reasons nobody gave are left out.',
      resolve: ({ byReason }) => [...byReason],
    }),
    byComponent: t.field({
      type: [ComponentCountRef],
      description: 'By component, the most first.',
      resolve: ({ byComponent }) => [...byComponent],
    }),
    byAccount: t.field({
      type: [AccountCountRef],
      description: 'By account, the twenty with the most.',
      resolve: ({ byAccount }) => [...byAccount],
    }),
    byMonth: t.field({
      type: [MonthCountRef],
      description: 'By month: the last twelve, up to the last day asked for.',
      resolve: ({ byMonth }) => [...byMonth],
    }),
  }),
})

builder.queryField('moderationReport', (t) =>
  t.field({
    type: ReportRef,
    ...INTERNAL,
    description: 'How much was moderated: by kind, reason, component, account and month (IV.D.3).',
    args: { filter: t.arg({ type: ModerationFilter, description: 'Of which acts; all when not given.' }) },
    resolve: (_root, { filter }, context) =>
      readModerationReport(
        context.services.read,
        { AND: [visibleModeration(readReach(context.actor)), moderationWhere(filter)] },
        filter?.until ? new Date(filter.until) : requestNow(context),
      ),
  }),
)
