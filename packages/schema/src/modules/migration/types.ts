import { availableMigrationActions } from '@official-accounts/domain/migration/migration-rules'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { HeldReasonEnum, MigrationStateEnum, RowOutcomeEnum } from './enums.ts'

export const MigrationNode = builder.prismaNode('Migration', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'An import of an external register, and the decision on it (V.B.6).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: MigrationStateEnum, description: 'Where it stands.' }),
    fileName: t.exposeString('fileName', { description: 'The file’s name.' }),
    columnSet: t.exposeString('columnSet', { description: 'Which set of columns the file has.' }),
    sourceSha256: t.exposeString('sourceSha256', { description: 'SHA-256 of the file, hexadecimal.' }),
    rowCount: t.exposeInt('rowCount', { description: 'Rows in the file.' }),
    counts: t.expose('counts', { type: 'JSON', description: 'Outcomes as previewed, counted by name.' }),
    appliedCounts: t.expose('appliedCounts', {
      type: 'JSON',
      nullable: true,
      description: 'Outcomes as applied.',
    }),
    appliedRows: t.exposeInt('appliedRows', { description: 'Rows applied so far.' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', description: 'When it was submitted.' }),
    appliedAt: t.expose('appliedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last row was applied.',
    }),
    development: t.exposeBoolean('development', {
      description: 'Decided by a development persona: no decision of the department.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes.' }),
    decisions: t.relation('decisions', {
      description: 'What was decided on it.',
      query: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: { state: true, submittedById: true },
      resolve: (migration, _args, { actor }) => [...availableMigrationActions(actor, migration)],
    }),
  }),
})

export const MigrationRowNode = builder.prismaNode('MigrationRow', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'One row of an imported file and what became of it. No row is dropped.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    rowNumber: t.exposeInt('rowNumber', {
      description: 'Its number in the file; the first after the header is 1.',
    }),
    raw: t.expose('raw', { type: 'JSON', description: 'The row as it was, by column.' }),
    outcome: t.expose('outcome', { type: RowOutcomeEnum, description: 'What became of it.' }),
    heldReason: t.expose('heldReason', {
      type: HeldReasonEnum,
      nullable: true,
      description: 'Why it waits.',
    }),
    code: t.exposeString('code', { description: 'The reason, by its code.' }),
    reason: t.exposeString('reason', { description: 'The reason, in words.' }),
    canonicalKey: t.exposeString('canonicalKey', { nullable: true, description: 'The identity it names.' }),
    duplicateOf: t.exposeInt('duplicateOf', {
      nullable: true,
      description: 'The row of this file that names the same account.',
    }),
    resolvedAt: t.expose('resolvedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a held row was decided.',
    }),
    resolution: t.exposeString('resolution', { nullable: true, description: 'What was decided, and why.' }),
    migration: t.relation('migration', { description: 'The import it is of.' }),
  }),
})
