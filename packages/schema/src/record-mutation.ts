import type { Command } from '@official-accounts/commands/command'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { InputRef } from '@pothos/core'
import type { PrismaModelTypes, PrismaObjectRef } from '@pothos/plugin-prisma'
import { builder, type SchemaTypes } from './builder.ts'
import { runMutation } from './command-field.ts'
import { REFUSAL_ERRORS } from './errors.ts'

type RecordRef = PrismaObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, PrismaModelTypes, object>

/** Declares a mutation that runs a command and answers with the record it changed. */
type DeclareMutation = <Input, Locked, Outcome>(
  command: Command<Input, Locked, Outcome>,
  input: InputRef<object>,
  description: string,
) => void

/** The mutations of one kind of record: all alike but for the command and its input. */
export function mutationsOf(
  type: RecordRef,
  find: (read: PrismaClient, query: { where: { id: string } }) => Promise<object>,
): DeclareMutation {
  return function declare(command, input, description) {
    builder.mutationField(command.name, (t) =>
      t.prismaField({
        type,
        errors: { types: REFUSAL_ERRORS },
        authScopes: { signedIn: true },
        description: `${description} Permission ${command.permission}.`,
        args: { input: t.arg({ type: input, required: true, description: 'What is asked for.' }) },
        resolve: async (query, _root, args, context) => {
          const { id } = await runMutation(context, command, args.input)
          return find(context.services.read, { ...query, where: { id } })
        },
      }),
    )
  }
}
