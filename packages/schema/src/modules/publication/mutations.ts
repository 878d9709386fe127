import { publishDirectory } from '@official-accounts/commands/publication/publish-directory'
import { rollbackPublication } from '@official-accounts/commands/publication/rollback-publication'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { PublicationNode } from './types.ts'

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

const publicationMutation = mutationsOf(PublicationNode, (read, query) =>
  read.publication.findFirstOrThrow(query),
)

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
