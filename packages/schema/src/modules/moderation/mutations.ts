import { correctModerationAction } from '@official-accounts/commands/moderation/correct-moderation-action'
import { reaffirmBlock } from '@official-accounts/commands/moderation/reaffirm-block'
import { recordModerationAction } from '@official-accounts/commands/moderation/record-moderation-action'
import { reverseModerationAction } from '@official-accounts/commands/moderation/reverse-moderation-action'
import { reviewModerationAction } from '@official-accounts/commands/moderation/review-moderation-action'
import type { InputFieldBuilder } from '@pothos/core'
import type { SchemaTypes } from '../../builder.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { ModerationKindEnum, ModerationReasonEnum, ModerationRulingEnum } from './enums.ts'
import { ModerationActionNode } from './types.ts'

type Fields = InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>

function said(t: Fields) {
  return {
    reason: t.field({ type: ModerationReasonEnum, required: true, description: 'Why.' }),
    platformReference: t.string({
      required: true,
      description:
        'The platform’s reference of the comment, the post or the block; nobody’s profile (IV.C.2).',
    }),
    explanation: t.string({
      description: 'Why, in words that name nobody; needed against a person, and for another reason.',
    }),
    doneAt: t.field({ type: 'DateTime', description: 'When it was done; now when not given.' }),
  }
}

function entry(t: Fields) {
  return {
    kind: t.field({ type: ModerationKindEnum, required: true, description: 'What was done.' }),
    ...said(t),
    policyVersion: t.string({ description: 'What the comment policy says of its own version or day.' }),
    policySection: t.string({ description: 'Which rule of the comment policy was broken.' }),
  }
}

function which(t: Fields) {
  return { moderationActionId: t.id({ required: true, description: 'Which act.' }) }
}

const RecordModerationActionInput = creationInput(
  'RecordModerationActionInput',
  'An act of moderation to record.',
  (t) => ({ accountId: t.id({ required: true, description: 'On which account.' }), ...entry(t) }),
)

const ReverseModerationActionInput = changeInput(
  'ReverseModerationActionInput',
  'A measure that is taken back.',
  (t) => ({ ...which(t), ...said(t) }),
)

const CorrectModerationActionInput = changeInput(
  'CorrectModerationActionInput',
  'An entry in place of a wrong one.',
  (t) => ({ ...which(t), ...entry(t) }),
)

const ReviewModerationActionInput = changeInput(
  'ReviewModerationActionInput',
  'A review of a measure.',
  (t) => ({
    ...which(t),
    ruling: t.field({ type: ModerationRulingEnum, required: true, description: 'How it ends.' }),
    reason: t.string({ required: true, description: 'Why, in words that name nobody.' }),
  }),
)

const ReaffirmBlockInput = changeInput('ReaffirmBlockInput', 'A measure that is still needed.', (t) => ({
  ...which(t),
  reason: t.string({ required: true, description: 'Why it is still needed, in words that name nobody.' }),
}))

const moderationMutation = mutationsOf(ModerationActionNode, (read, query) =>
  read.moderationAction.findFirstOrThrow(query),
)

moderationMutation(
  recordModerationAction,
  RecordModerationActionInput,
  'Records what was moderated on an account, by its published rules and naming nobody (IV.D.3, IV.C.2).',
)
moderationMutation(
  reverseModerationAction,
  ReverseModerationActionInput,
  'Takes a measure back by an entry that names it, and answers with that entry (IV.D.3).',
)
moderationMutation(
  correctModerationAction,
  CorrectModerationActionInput,
  'Puts an entry in place of a wrong one, which stays as it was (IV.D.3).',
)
moderationMutation(
  reviewModerationAction,
  ReviewModerationActionInput,
  'Upholds a measure, or asks for it to be taken back (IV.D.1, IV.D.3).',
)
moderationMutation(
  reaffirmBlock,
  ReaffirmBlockInput,
  'Says why a measure against a person is still needed; it is reviewed again (IV.D.3).',
)
