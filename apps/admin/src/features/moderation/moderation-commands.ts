import { change } from '@official-accounts/client/change'
import { MODERATION_RULINGS } from '@official-accounts/domain/moderation/moderation'
import type { ModerationActionName } from '@official-accounts/domain/moderation/moderation-machine'
import { requiredValue, type FormField } from '../../form/form-field.ts'
import type { RecordCommand } from '../../record/record-action-form.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import * as documents from './moderation-changes.documents.ts'
import { recordedFields, recordedInput, REVERSAL_FIELDS, reversalInput } from './moderation-fields.ts'
import { moderationActionLabel } from './moderation-words.ts'
import type { ModerationDetail } from './moderation.documents.ts'

type Command = RecordCommand<ModerationDetail>

const WHY: FormField = {
  name: 'reason',
  label: 'Reason',
  control: 'LONG_TEXT',
  required: true,
  hint: 'No names, handles or addresses of private people.',
}

const REVIEW: Command = {
  label: moderationActionLabel('reviewModerationAction'),
  send: 'Send the review',
  done: 'The review was recorded.',
  fields: [
    {
      name: 'ruling',
      label: 'How it ends',
      control: 'CHOICE',
      required: true,
      choices: [
        { value: 'UPHELD', label: 'It holds' },
        { value: 'TO_BE_REVERSED', label: 'It is to be taken back' },
      ],
    },
    WHY,
  ],
  request: ({ id, version }, values, idempotencyKey) =>
    change(documents.ReviewModerationMutation, {
      moderationActionId: id,
      expectedVersion: version,
      ruling: choiceOf(MODERATION_RULINGS, values['ruling']) ?? 'UPHELD',
      reason: requiredValue(values, 'reason'),
      idempotencyKey,
    }),
}

const REVERSE: Command = {
  label: moderationActionLabel('reverseModerationAction'),
  send: 'It is taken back',
  done: 'It was recorded that the measure is taken back.',
  fields: REVERSAL_FIELDS,
  request: ({ id, version }, values, idempotencyKey) =>
    change(documents.ReverseModerationMutation, {
      moderationActionId: id,
      expectedVersion: version,
      ...reversalInput(values),
      idempotencyKey,
    }),
}

const REAFFIRM: Command = {
  label: moderationActionLabel('reaffirmBlock'),
  send: 'Keep it, and send it to review',
  done: 'It is kept, and waits for its review.',
  fields: [{ ...WHY, label: 'Why it is still needed' }],
  request: ({ id, version }, values, idempotencyKey) =>
    change(documents.ReaffirmBlockMutation, {
      moderationActionId: id,
      expectedVersion: version,
      reason: requiredValue(values, 'reason'),
      idempotencyKey,
    }),
}

function correction({ kind }: ModerationDetail): Command {
  return {
    label: moderationActionLabel('correctModerationAction'),
    send: 'Record the correction',
    done: 'The correction was recorded; the former entry stays as it was.',
    fields: recordedFields(kind),
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.CorrectModerationMutation, {
        moderationActionId: id,
        expectedVersion: version,
        ...recordedInput(values),
        idempotencyKey,
      }),
  }
}

/** The form of an action on an act of moderation. */
export function moderationCommand(action: ModerationActionName, act: ModerationDetail): Command {
  switch (action) {
    case 'reviewModerationAction':
      return REVIEW
    case 'reverseModerationAction':
      return REVERSE
    case 'reaffirmBlock':
      return REAFFIRM
    case 'correctModerationAction':
      return correction(act)
  }
}
