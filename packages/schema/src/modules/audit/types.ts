import { CLAUSES, isClauseId } from '@official-accounts/domain/directive/clauses'
import { visibleAudit } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder, INTERNAL } from '../../builder.ts'
import { plainId, subjectOf } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { ClauseRef } from '../../errors.ts'
import { keysetPage } from '../../keyset.ts'
import { hotLookup, hotValue } from '../../whole-operation/hot-field.ts'
import { hotPage } from '../../whole-operation/hot-root.ts'
import { sql } from '../../whole-operation/sql.ts'
import { AGE_ORDERS, AgeOrderEnum } from '../age-order.ts'
import { AuditOutcomeEnum } from './enums.ts'

const HOT_CLAUSES = hotLookup(
  'clauses',
  Object.fromEntries(Object.entries(CLAUSES).map(([id, clause]) => [id, { id, ...clause }])),
)

const AuditEntryNode = builder.prismaNode('AuditEntry', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description:
    'Who did what, when, under which authority. Appended only, chained by hashes within a component.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    seq: t.string({
      description: 'Its place in its chain, without gaps.',
      select: { seq: true },
      extensions: { wholeOperation: hotValue((row) => row.column('seq')) },
      resolve: ({ seq }) => seq.toString(),
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: 'When it happened, by the clock the decision was made with.',
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was recorded, by the database’s clock.',
    }),
    actorKind: t.exposeString('actorKind', { description: 'PERSON, PROGRAM or SYSTEM.' }),
    actorId: t.exposeString('actorId', {
      nullable: true,
      description: 'Who, by id; the audit keeps no names.',
    }),
    role: t.exposeString('role', { nullable: true, description: 'In which role.' }),
    action: t.exposeString('action', { description: 'What, by the permission’s name.' }),
    outcome: t.expose('outcome', { type: AuditOutcomeEnum, description: 'Whether it happened.' }),
    subjectType: t.exposeString('subjectType', { description: 'On which kind of record.' }),
    subjectId: t.exposeString('subjectId', { description: 'On which record.' }),
    clauses: t.field({
      type: [ClauseRef],
      description: 'Under or against which clauses.',
      select: { clauses: true },
      extensions: { wholeOperation: HOT_CLAUSES },
      resolve: ({ clauses }) => clauses.filter(isClauseId),
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
    delegationId: t.id({
      nullable: true,
      description: 'Under which delegation, where the role was lent (IV.A.4): its global id.',
      select: { delegationId: true },
      resolve: ({ delegationId }) => (delegationId ? encodeGlobalID('Delegation', delegationId) : null),
    }),
    changes: t.expose('changes', { type: 'JSON', description: 'What changed: field, before, after.' }),
    requestId: t.exposeString('requestId', { nullable: true, description: 'The request it came with.' }),
    groupId: t.exposeString('groupId', { nullable: true, description: 'What it was done together with.' }),
    hash: t.string({
      description: 'SHA-256 over its canonical bytes and the hash before it, hexadecimal.',
      select: { hash: true },
      extensions: { wholeOperation: hotValue((row) => sql`encode(${row.column('hash')},'hex')`) },
      resolve: ({ hash }) => Buffer.from(hash).toString('hex'),
    }),
  }),
})

const AuditFilter = builder.inputType('AuditFilter', {
  description: 'Which entries; every condition has to hold.',
  fields: (t) => ({
    subject: t.id({ description: 'About the record with this global id.' }),
    action: t.string({ description: 'Of this action, such as account.approve.' }),
    actions: t.stringList({ description: 'Of one of these actions.' }),
    outcome: t.field({ type: AuditOutcomeEnum, description: 'With this outcome.' }),
    groupId: t.string({ description: 'Done together under this group id.' }),
    since: t.field({ type: 'DateTime', description: 'Recorded at this instant or after it.' }),
    until: t.field({ type: 'DateTime', description: 'Recorded before this instant.' }),
  }),
})

interface EntriesWanted {
  readonly filter?: typeof AuditFilter.$inferInput | null
  readonly orderBy?: keyof typeof AGE_ORDERS | null
}

const AUDIT_ENTRIES = hotPage<EntriesWanted>({
  model: 'AuditEntry',
  order: ({ orderBy }) => AGE_ORDERS[orderBy ?? 'NEWEST'],
  where({ filter }, actor) {
    const { subject, action, actions, outcome, groupId, since, until } = filter ?? {}
    return {
      AND: [
        visibleAudit(readReach(actor)),
        subject ? subjectOf(subject) : {},
        action ? { action } : {},
        actions ? { action: { in: actions } } : {},
        outcome ? { outcome } : {},
        groupId ? { groupId: plainId(groupId) } : {},
        since ? { recordedAt: { gte: since } } : {},
        until ? { recordedAt: { lt: until } } : {},
      ],
    }
  },
})

builder.queryField('auditEntries', (t) =>
  t.connection(
    {
      type: AuditEntryNode,
      ...INTERNAL,
      description:
        'The audit as far as you may read it: your components’ chains, or all. Newest first, when no order is given.',
      args: {
        filter: t.arg({ type: AuditFilter, description: 'Which entries; all when not given.' }),
        orderBy: t.arg({ type: AgeOrderEnum, defaultValue: 'NEWEST', description: 'In which order.' }),
      },
      extensions: { wholeOperation: AUDIT_ENTRIES },
      resolve: async (_root, args, context, info) => {
        // Without it Pothos reads each entry again; there are no relations to include.
        const { select } = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = AUDIT_ENTRIES.where(args, context.actor, requestNow(context))
        return keysetPage(args, AGE_ORDERS[args.orderBy ?? 'NEWEST'], (part) =>
          context.services.read.auditEntry.findMany({
            ...(select ? { select } : {}),
            ...part,
            where: { AND: [where, part.where] },
          }),
        )
      },
    },
    { name: 'AuditEntryConnection', description: 'A list of audit entries.' },
    { name: 'AuditEntryEdge', description: 'An audit entry in a list.' },
  ),
)
