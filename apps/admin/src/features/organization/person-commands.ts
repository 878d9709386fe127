import { change, type ChangeRequest } from '@official-accounts/client/change'
import { ROLE_NAMES, ROLES, type Role } from '@official-accounts/domain/access/roles'
import {
  requiredValue,
  valueOf,
  type Choice,
  type FormField,
  type FormValues,
} from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import { endOfDay } from '../../ui/dates.tsx'
import * as documents from './person-changes.documents.ts'
import type { GrantRow, PersonDetail } from './person.documents.ts'

/** What may be done to a person, named as the mutations are. */
export const PERSON_ACTIONS = [
  'grantRole',
  'revokeRole',
  'deactivatePerson',
  'reactivatePerson',
  'suspendPersonRights',
  'restorePersonRights',
] as const
export type PersonAction = (typeof PERSON_ACTIONS)[number]

/** An action's form: its words, what it asks, and what it sends. `grant`: the role that is taken back. */
export interface PersonCommand {
  readonly label: string
  readonly send: string
  readonly done: string
  readonly fields: (components: readonly Choice[]) => readonly FormField[]
  readonly request: (
    person: PersonDetail,
    grant: GrantRow | null,
    values: FormValues,
    idempotencyKey: string,
  ) => ChangeRequest
}

const REASON: FormField = {
  name: 'reason',
  label: 'Reason',
  control: 'LONG_TEXT',
  required: true,
  hint: 'On what it rests; kept with the record.',
}
const ROLE_CHOICES = ROLE_NAMES.map((role) => ({
  value: role,
  label: `${ROLES[role].title}${ROLES[role].scope === 'COMPONENT' ? ' (of a component)' : ''}`,
}))

/** The form of every action on a person. */
export const PERSON_COMMANDS: Readonly<Record<PersonAction, PersonCommand>> = {
  grantRole: {
    label: 'Grant a role',
    send: 'Grant the role',
    done: 'The role was granted.',
    fields: (components) => [
      { name: 'role', label: 'Role', control: 'CHOICE', required: true, choices: ROLE_CHOICES },
      {
        name: 'componentId',
        label: 'Component',
        control: 'CHOICE',
        choices: components,
        hint: 'Only and always for a component’s role.',
      },
      {
        name: 'validUntil',
        label: 'Until',
        control: 'DATE',
        hint: 'The last day, in UTC; without an end when left open.',
      },
      REASON,
    ],
    request: ({ id }, _grant, values, idempotencyKey) =>
      change(documents.GrantRoleMutation, {
        personId: id,
        role: chosenRole(values),
        componentId: valueOf(values, 'componentId'),
        validUntil: endOfDay(valueOf(values, 'validUntil')),
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  revokeRole: {
    label: 'Take back a role',
    send: 'Take the role back',
    done: 'The role was taken back.',
    fields: () => [REASON],
    request: (_person, grant, values, idempotencyKey) =>
      change(documents.RevokeRoleMutation, {
        roleGrantId: grant?.id ?? '',
        expectedVersion: grant?.version,
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  deactivatePerson: personState(
    'Deactivate',
    'Deactivate the person',
    'The person may no longer act; accounts they answered for are vacant.',
    documents.DeactivatePersonMutation,
  ),
  reactivatePerson: personState(
    'Reactivate',
    'Reactivate the person',
    'The person may act again.',
    documents.ReactivatePersonMutation,
  ),
  suspendPersonRights: personState(
    'Suspend the rights',
    'Suspend the person’s rights',
    'The person may read and change nothing.',
    documents.SuspendPersonRightsMutation,
  ),
  restorePersonRights: personState(
    'Restore the rights',
    'Restore the person’s rights',
    'The person may act again.',
    documents.RestorePersonRightsMutation,
  ),
}

/** The permission whose holders see each action's form. */
export const PERSON_PERMISSIONS = {
  grantRole: 'role.grant',
  revokeRole: 'role.grant',
  deactivatePerson: 'role.grant',
  reactivatePerson: 'role.grant',
  suspendPersonRights: 'person.suspendRights',
  restorePersonRights: 'person.restoreRights',
} as const satisfies Readonly<Record<PersonAction, string>>

function personState(
  label: string,
  send: string,
  done: string,
  document:
    | typeof documents.DeactivatePersonMutation
    | typeof documents.ReactivatePersonMutation
    | typeof documents.SuspendPersonRightsMutation
    | typeof documents.RestorePersonRightsMutation,
): PersonCommand {
  return {
    label,
    send,
    done,
    fields: () => [REASON],
    request: ({ id, version }, _grant, values, idempotencyKey) =>
      change(document, {
        personId: id,
        expectedVersion: version,
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  }
}

function chosenRole(values: FormValues): Role {
  return choiceOf(ROLE_NAMES, values['role']) ?? 'EMPLOYEE'
}
