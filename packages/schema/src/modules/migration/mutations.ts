import type { Command } from '@official-accounts/commands/command'
import { decideMigration } from '@official-accounts/commands/migration/decide-migration'
import { resolveMigrationRow } from '@official-accounts/commands/migration/resolve-migration-row'
import { submitMigration } from '@official-accounts/commands/migration/submit-migration'
import type { InputRef } from '@pothos/core'
import { builder } from '../../builder.ts'
import { runMutation } from '../../command-field.ts'
import { REFUSAL_ERRORS } from '../../errors.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'

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

/** A mutation that runs a command on an import and answers with the import. */
function migrationMutation<Input, Locked, Outcome>(
  command: Command<Input, Locked, Outcome>,
  input: InputRef<object>,
  description: string,
): void {
  builder.mutationField(command.name, (t) =>
    t.prismaField({
      type: 'Migration',
      errors: { types: REFUSAL_ERRORS },
      authScopes: { signedIn: true },
      description: `${description} Permission ${command.permission}.`,
      args: { input: t.arg({ type: input, required: true, description: 'What is asked for.' }) },
      resolve: async (query, _root, args, context) => {
        const { id } = await runMutation(context, command, args.input)
        return context.services.read.migration.findFirstOrThrow({ ...query, where: { id } })
      },
    }),
  )
}

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

builder.mutationField('resolveMigrationRow', (t) =>
  t.prismaField({
    type: 'MigrationRow',
    errors: { types: REFUSAL_ERRORS },
    authScopes: { signedIn: true },
    description: 'Decides on a row that an import held. Permission migration.resolveRow.',
    args: {
      input: t.arg({ type: ResolveMigrationRowInput, required: true, description: 'Which row, and what.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await runMutation(context, resolveMigrationRow, input)
      return context.services.read.migrationRow.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
)
