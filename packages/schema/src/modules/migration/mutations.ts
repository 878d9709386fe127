import { decideMigration } from '@official-accounts/commands/migration/decide-migration'
import { resolveMigrationRow } from '@official-accounts/commands/migration/resolve-migration-row'
import { submitMigration } from '@official-accounts/commands/migration/submit-migration'
import { builder } from '../../builder.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { MigrationNode, MigrationRowNode } from './types.ts'

const MigrationDecisionEnum = builder.enumType('MigrationDecision', {
  description: 'What is decided on an import.',
  values: {
    APPROVE: { value: 'APPROVE', description: 'It is applied, row by row.' },
    DENY: { value: 'DENY', description: 'Nothing of it is applied.' },
  } as const,
})

const RowResolutionEnum = builder.enumType('RowResolution', {
  description: 'What is decided on a held row.',
  values: {
    ACCEPT: { value: 'ACCEPT', description: 'It does what it would have done.' },
    REJECT: { value: 'REJECT', description: 'It is left alone.' },
  } as const,
})

const SubmitMigrationInput = creationInput(
  'SubmitMigrationInput',
  'A register’s file to import (V.B.6).',
  (t) => ({
    fileName: t.string({ required: true, description: 'The file’s name.' }),
    content: t.string({
      required: true,
      description: 'The file’s text, CSV in UTF-8 with one of the known sets of columns.',
    }),
  }),
)

const DecideMigrationInput = changeInput('DecideMigrationInput', 'A decision on an import.', (t) => ({
  migrationId: t.id({ required: true, description: 'The import.' }),
  decision: t.field({ type: MigrationDecisionEnum, required: true, description: 'What is decided.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const ResolveMigrationRowInput = creationInput(
  'ResolveMigrationRowInput',
  'A decision on a held row.',
  (t) => ({
    rowId: t.id({ required: true, description: 'The row.' }),
    resolution: t.field({ type: RowResolutionEnum, required: true, description: 'What is decided.' }),
    componentId: t.id({ description: 'Whose account it is, where the row does not say.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const migrationMutation = mutationsOf(MigrationNode, (read, query) => read.migration.findFirstOrThrow(query))
const rowMutation = mutationsOf(MigrationRowNode, (read, query) => read.migrationRow.findFirstOrThrow(query))

migrationMutation(
  submitMigration,
  SubmitMigrationInput,
  'Submits a file for a decision; every row is judged, nothing is applied.',
)
migrationMutation(
  decideMigration,
  DecideMigrationInput,
  'Decides on an import; an approved one is applied in the background.',
)

rowMutation(resolveMigrationRow, ResolveMigrationRowInput, 'Decides on a row that an import held.')
