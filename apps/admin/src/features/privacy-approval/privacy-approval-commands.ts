import { change } from '@official-accounts/client/change'
import {
  PRIVACY_ACTIONS,
  type PrivacyAction,
} from '@official-accounts/domain/privacy-approval/privacy-approval-machine'
import { PRIVACY_DECISIONS } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import type { RecordCommand } from '../../record/record-action-form.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import {
  DecidePrivacyApprovalMutation,
  RevokePrivacyApprovalMutation,
  WithdrawPrivacyRequestMutation,
  type PrivacyApprovalDetail,
} from './privacy-approval.documents.ts'

const REASON: FormField = {
  name: 'reason',
  label: 'Reason',
  control: 'LONG_TEXT',
  required: true,
  hint: 'In writing; kept with the question (IV.C.2).',
}

/** The form of every action on a question to the Chief Privacy Officer. */
export const PRIVACY_COMMANDS: Readonly<Record<PrivacyAction, RecordCommand<PrivacyApprovalDetail>>> = {
  decidePrivacyApproval: {
    label: 'Decide',
    send: 'Record the decision',
    done: 'The decision was recorded.',
    fields: [
      {
        name: 'decision',
        label: 'Decision',
        control: 'CHOICE',
        required: true,
        choices: [
          { value: 'APPROVE', label: 'Approve it, for these very values' },
          { value: 'NOT_PERSONAL', label: 'It is no personal information' },
          { value: 'REFUSE', label: 'Refuse it' },
        ],
      },
      { name: 'conditions', label: 'Conditions', control: 'LONG_TEXT', hint: 'With an approval alone.' },
      {
        name: 'expiresOn',
        label: 'Over on',
        control: 'DATE',
        hint: 'With an approval alone: the first day on which it does not hold any more; as asked for when left open.',
      },
      REASON,
    ],
    request: ({ id, version }, values, idempotencyKey) =>
      change(DecidePrivacyApprovalMutation, {
        privacyApprovalId: id,
        expectedVersion: version,
        decision: choiceOf(PRIVACY_DECISIONS, values['decision']) ?? 'REFUSE',
        conditions: valueOf(values, 'conditions'),
        expiresOn: valueOf(values, 'expiresOn'),
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  withdrawPrivacyRequest: {
    label: 'Withdraw the question',
    send: 'Withdraw it',
    done: 'The question was withdrawn.',
    fields: [REASON],
    request: ({ id, version }, values, idempotencyKey) =>
      change(WithdrawPrivacyRequestMutation, {
        privacyApprovalId: id,
        expectedVersion: version,
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  revokePrivacyApproval: {
    label: 'Revoke',
    send: 'Revoke the approval',
    done: 'The approval was revoked; what it was about is found and becomes work.',
    fields: [REASON],
    request: ({ id, version }, values, idempotencyKey) =>
      change(RevokePrivacyApprovalMutation, {
        privacyApprovalId: id,
        expectedVersion: version,
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
}

/** What an action is called. */
export function privacyActionLabel(action: string): string {
  const known = PRIVACY_ACTIONS.find((name) => name === action)
  return known ? PRIVACY_COMMANDS[known].label : action
}

/** Why an action needs another state. */
export function privacyStateReason(action: string): string {
  return action === 'revokePrivacyApproval'
    ? 'Possible only once it is answered with yes.'
    : 'Possible only while it waits for the Chief Privacy Officer.'
}
