import type { Command } from '@official-accounts/commands/command'
import { publishDirectory } from '@official-accounts/commands/publication/publish-directory'
import { rollbackPublication } from '@official-accounts/commands/publication/rollback-publication'
import type { InputRef } from '@pothos/core'
import { builder } from '../../builder.ts'
import { runMutation } from '../../command-field.ts'
import { REFUSAL_ERRORS } from '../../errors.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'

const PublishDirectoryInput = creationInput(
  'PublishDirectoryInput',
  'A publication of the directory, asked for by hand.',
  (t) => ({
    acceptLoss: t.boolean({
      description:
        'Publish also when more than a fifth of the accounts would go at once; false when not given.',
    }),
    reason: t.string({ description: 'Why; kept with the publication.' }),
  }),
)

const RollbackPublicationInput = changeInput(
  'RollbackPublicationInput',
  'An earlier publication to go back to.',
  (t) => ({
    publicationId: t.id({ required: true, description: 'The publication to put in use again.' }),
    reason: t.string({ required: true, description: 'Why the one in use is no good.' }),
  }),
)

/** A mutation that runs a command on a publication and answers with it. */
function publicationMutation<Input, Locked, Outcome>(
  command: Command<Input, Locked, Outcome>,
  input: InputRef<object>,
  description: string,
): void {
  builder.mutationField(command.name, (t) =>
    t.prismaField({
      type: 'Publication',
      errors: { types: REFUSAL_ERRORS },
      authScopes: { signedIn: true },
      description: `${description} Permission ${command.permission}.`,
      args: { input: t.arg({ type: input, required: true, description: 'What is asked for.' }) },
      resolve: async (query, _root, args, context) => {
        const { id } = await runMutation(context, command, args.input)
        return context.services.read.publication.findFirstOrThrow({ ...query, where: { id } })
      },
    }),
  )
}

publicationMutation(
  publishDirectory,
  PublishDirectoryInput,
  'Asks for the public directory to be built and put in use now; `state` then says how far it is (V.B.6).',
)
publicationMutation(
  rollbackPublication,
  RollbackPublicationInput,
  'Puts an earlier publication in use again; the one left does not return by itself.',
)
