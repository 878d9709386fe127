import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { visibleAudit } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder, INTERNAL } from '../../builder.ts'
import { findRecordId } from '../../command-field.ts'
import { ClauseRef } from '../../errors.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { AuditOutcomeEnum } from '../enums.ts'

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
      resolve: ({ hash }) => Buffer.from(hash).toString('hex'),
    }),
  }),
})

// Ids are UUIDv7: their order is the order of time.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

const AuditFilter = builder.inputType('AuditFilter', {
  description: 'Which entries; every condition has to hold.',
  fields: (t) => ({
    subject: t.id({ description: 'About the record with this global id.' }),
    action: t.string({ description: 'Of this action, such as account.approve.' }),
    outcome: t.field({ type: AuditOutcomeEnum, description: 'With this outcome.' }),
  }),
})

builder.queryField('auditEntries', (t) =>
  t.connection(
    {
      type: AuditEntryNode,
      ...INTERNAL,
      description: 'The audit as far as you may read it: your components’ chains, or all. Newest first.',
      args: { filter: t.arg({ type: AuditFilter, description: 'Which entries; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        // Without it Pothos reads each entry again; there are no relations to include.
        const { select } = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { subject, action, outcome } = args.filter ?? {}
        const where = {
          AND: [
            visibleAudit(readReach(context.actor)),
            subject ? { subjectId: findRecordId(subject) ?? '' } : {},
            action ? { action } : {},
            outcome ? { outcome } : {},
          ],
        }
        return keysetPage(args, NEWEST_FIRST, (part) =>
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
