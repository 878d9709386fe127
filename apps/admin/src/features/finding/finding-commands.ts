import { change, type ChangeRequest } from '@official-accounts/client/change'
import { ROLE_NAMES, ROLES } from '@official-accounts/domain/access/roles'
import type { CorrectiveActionAction } from '@official-accounts/domain/corrective-action/corrective-action-machine'
import type { FindingAction } from '@official-accounts/domain/finding/finding-machine'
import { EVIDENCE_FIELDS } from '../../form/evidence-fields.ts'
import { addressOf, requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import * as documents from './finding-changes.documents.ts'

/** A record as a form changes it. */
interface Changed {
  readonly id: string
  readonly version: number
}

/** An action's form: what it asks, and what it sends. */
export interface RecordCommand {
  readonly fields: readonly FormField[]
  readonly request: (record: Changed, values: FormValues, idempotencyKey: string) => ChangeRequest
}

const REASON: FormField = {
  name: 'reason',
  label: 'Reason',
  control: 'LONG_TEXT',
  required: true,
  hint: 'Kept with the record.',
}
const OWNERS = ROLE_NAMES.filter((role) => ROLES[role].writes).map((role) => ({
  value: role,
  label: ROLES[role].title,
}))

/** The form of every action on a finding. */
export const FINDING_COMMANDS: Readonly<Record<FindingAction, RecordCommand>> = {
  assignCorrectiveAction: {
    fields: [
      { name: 'task', label: 'What is to be done', control: 'LONG_TEXT', required: true },
      {
        name: 'ownerRole',
        label: 'By this role',
        control: 'CHOICE',
        choices: OWNERS,
        hint: 'Of the finding’s component, or the department’s office. Or name a person.',
      },
      { name: 'ownerId', label: 'By this person', control: 'PERSON' },
      { name: 'dueOn', label: 'By', control: 'DATE', required: true, hint: 'The last day to do it.' },
    ],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.AssignCorrectiveActionMutation, {
        findingId: id,
        task: requiredValue(values, 'task'),
        ownerRole: choiceOf(ROLE_NAMES, values['ownerRole']) ?? null,
        ownerId: valueOf(values, 'ownerId'),
        dueOn: requiredValue(values, 'dueOn'),
        expectedVersion: version,
        idempotencyKey,
      }),
  },
  closeFinding: {
    fields: [REASON],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.CloseFindingMutation, {
        findingId: id,
        reason: requiredValue(values, 'reason'),
        expectedVersion: version,
        idempotencyKey,
      }),
  },
}

/** The form of every action on a corrective action. */
export const CORRECTIVE_ACTION_COMMANDS: Readonly<Record<CorrectiveActionAction, RecordCommand>> = {
  completeCorrectiveAction: {
    fields: EVIDENCE_FIELDS,
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.CompleteCorrectiveActionMutation, {
        correctiveActionId: id,
        evidence: requiredValue(values, 'evidence'),
        evidenceUrl: addressOf(values, 'evidenceUrl'),
        expectedVersion: version,
        idempotencyKey,
      }),
  },
  acceptCorrectiveAction: judgement(documents.AcceptCorrectiveActionMutation),
  returnCorrectiveAction: judgement(documents.ReturnCorrectiveActionMutation),
}

function judgement(
  document: typeof documents.AcceptCorrectiveActionMutation | typeof documents.ReturnCorrectiveActionMutation,
): RecordCommand {
  return {
    fields: [REASON],
    request: ({ id, version }, values, idempotencyKey) =>
      change(document, {
        correctiveActionId: id,
        reason: requiredValue(values, 'reason'),
        expectedVersion: version,
        idempotencyKey,
      }),
  }
}
