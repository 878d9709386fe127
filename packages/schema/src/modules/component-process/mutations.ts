import { publishComponentProcess } from '@official-accounts/commands/component-process/publish-component-process'
import { reviewComponentProcess } from '@official-accounts/commands/component-process/review-component-process'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { ProcessReviewEnum } from './enums.ts'
import { ComponentProcessNode } from './types.ts'

const PublishComponentProcessInput = creationInput(
  'PublishComponentProcessInput',
  'A publishing process, or a new version of one.',
  (t) => ({
    componentId: t.id({ required: true, description: 'Of which component.' }),
    title: t.string({ required: true, description: 'Its title.' }),
    body: t.string({ required: true, description: 'What it says.' }),
  }),
)

const ReviewComponentProcessInput = changeInput(
  'ReviewComponentProcessInput',
  'A review for alignment with the guidance in force.',
  (t) => ({
    processId: t.id({ required: true, description: 'Which version.' }),
    outcome: t.field({ type: ProcessReviewEnum, required: true, description: 'What it found.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const processMutation = mutationsOf(ComponentProcessNode, (read, query) =>
  read.componentProcess.findFirstOrThrow(query),
)

processMutation(
  publishComponentProcess,
  PublishComponentProcessInput,
  'Submits a component’s publishing process: it is published once Public Affairs finds it aligned (IV.E.1).',
)
processMutation(
  reviewComponentProcess,
  ReviewComponentProcessInput,
  'Public Affairs reviews a process for alignment, also again when guidance has changed (IV.E.1).',
)
