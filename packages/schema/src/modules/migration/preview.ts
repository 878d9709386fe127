import type { ReportRow } from '@official-accounts/commands/migration/judge-rows'
import {
  previewMigration,
  type MigrationPreview,
} from '@official-accounts/commands/migration/preview-migration'
import type { FactChange } from '@official-accounts/domain/migration/fact-changes'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder, INTERNAL } from '../../builder.ts'
import { REFUSAL_ERRORS, toResultError } from '../../errors.ts'
import { RowOutcomeEnum } from './enums.ts'

const FactChangeRef = builder.objectRef<FactChange>('MigrationFactChange').implement({
  description: 'One fact of an account as it is and as a row would make it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    field: t.exposeString('field', {
      description: 'Which fact: component, title, language, source or listedOn.',
    }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'As it is now; null when it is not known.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'As it would be; null when it would not be known.',
    }),
  }),
})

const PreviewRowRef = builder.objectRef<ReportRow>('MigrationPreviewRow').implement({
  description: 'What would become of one row.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    rowNumber: t.exposeInt('rowNumber', { description: 'Its number in the file.' }),
    outcome: t.field({
      type: RowOutcomeEnum,
      description: 'What would become of it.',
      resolve: ({ judgement }) => judgement.outcome,
    }),
    code: t.string({ description: 'The reason, by its code.', resolve: ({ judgement }) => judgement.code }),
    reason: t.string({ description: 'The reason, in words.', resolve: ({ judgement }) => judgement.reason }),
    platformName: t.string({
      nullable: true,
      description: 'The platform of the account it names.',
      resolve: ({ row }) => row?.platformName ?? null,
    }),
    handle: t.string({
      nullable: true,
      description: 'The handle it names, without a leading @.',
      resolve: ({ row }) => row?.handle ?? null,
    }),
    profileUrl: t.string({
      nullable: true,
      description: 'The address of the account it names.',
      resolve: ({ row }) => row?.profileUrl ?? null,
    }),
    duplicateOf: t.int({
      nullable: true,
      description: 'The row of this file that names the same account.',
      resolve: ({ judgement }) => judgement.duplicateOf,
    }),
    existingAccountId: t.id({
      nullable: true,
      description: 'The registered account it is about; read it with node(id).',
      resolve: ({ judgement: { accountId, effect } }) =>
        accountId === null || effect.kind === 'CREATE_ACCOUNT' ? null : encodeGlobalID('Account', accountId),
    }),
    changes: t.field({
      type: [FactChangeRef],
      description: 'What it would change of an account, field by field; everything for a new one.',
      resolve: ({ changes }) => [...changes],
    }),
  }),
})

const MigrationPreviewRef = builder.objectRef<MigrationPreview>('MigrationPreview').implement({
  description: 'What importing a file would do now; nothing is written.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    columnSet: t.exposeString('columnSet', { description: 'Which set of columns was recognized.' }),
    sourceSha256: t.exposeString('sourceSha256', { description: 'SHA-256 of the file, hexadecimal.' }),
    rowCount: t.exposeInt('rowCount', { description: 'Rows in the file.' }),
    counts: t.expose('counts', { type: 'JSON', description: 'Outcomes counted by name.' }),
    rows: t.field({
      type: [PreviewRowRef],
      description: 'Every row, in the order of the file.',
      resolve: ({ rows }) => [...rows],
    }),
  }),
})

builder.queryField('migrationPreview', (t) =>
  t.field({
    ...INTERNAL,
    type: MigrationPreviewRef,
    errors: { types: REFUSAL_ERRORS },
    description: 'What importing a file would do now; for the department’s offices.',
    args: {
      fileName: t.arg.string({ required: true, description: 'The file’s name.' }),
      content: t.arg.string({ required: true, description: 'The file’s text, CSV in UTF-8.' }),
    },
    resolve: async (_root, file, { actor, services }) => {
      try {
        return await previewMigration(services.commands, actor, file)
      } catch (error) {
        throw toResultError(error)
      }
    },
  }),
)
