import type { ResultOf } from '@official-accounts/client/graphql'
import { change, type ChangeRequest } from '@official-accounts/client/change'
import type { Permission } from '@official-accounts/domain/access/permissions'
import { ROLE_NAMES, ROLES } from '@official-accounts/domain/access/roles'
import { requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { endOfDay, beginningOn } from '../../ui/dates.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import * as documents from './delegation.documents.ts'

/** The records of delegation that may be begun. */
export const DELEGATION_FORMS = ['APPROVAL', 'STAND_IN', 'RECUSAL'] as const
export type DelegationForm = (typeof DELEGATION_FORMS)[number]

type Choices = ResultOf<typeof documents.DelegationChoicesQuery>

/** A form that begins a record of delegation. */
interface Beginning {
  readonly title: string
  readonly about: string
  readonly permission: Permission
  readonly fields: (choices: Choices, isGeneral: boolean) => readonly FormField[]
  readonly request: (
    values: FormValues,
    accountId: string | undefined,
    idempotencyKey: string,
  ) => ChangeRequest
}

const PERIOD: readonly FormField[] = [
  {
    name: 'validFrom',
    label: 'From',
    control: 'DATE',
    hint: 'The first day, in UTC; at once when left open.',
  },
  { name: 'validUntil', label: 'Until', control: 'DATE', hint: 'The last day, in UTC.' },
  { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true, hint: 'Kept with the record.' },
]

function authority(required: boolean): FormField {
  return {
    name: 'writtenAuthority',
    label: 'Written authority',
    control: 'TEXT',
    required,
    hint: 'The writing it rests on, by its name or number (IV.A.2).',
  }
}

function person(name: string, label: string, hint: string): FormField {
  return { name, label, control: 'PERSON', required: true, hint }
}

function componentField({ components }: Choices, hint: string): FormField {
  const choices = components.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` }))
  return { name: 'componentId', label: 'Component', control: 'CHOICE', choices, hint }
}

function scope(choices: Choices, isGeneral: boolean): readonly FormField[] {
  if (!isGeneral) return []
  const platforms = choices.platforms.edges.map(({ node }) => ({ value: node.id, label: node.name }))
  return [
    componentField(choices, 'For its records and those of its parts alone.'),
    {
      name: 'platformId',
      label: 'Platform',
      control: 'CHOICE',
      choices: platforms,
      hint: 'For this one alone.',
    },
  ]
}

function common(values: FormValues) {
  return {
    validFrom: beginningOn(valueOf(values, 'validFrom')),
    validUntil: endOfDay(valueOf(values, 'validUntil')),
    reason: requiredValue(values, 'reason'),
  }
}

function scopeOf(values: FormValues, accountId: string | undefined) {
  return {
    accountId,
    componentId: valueOf(values, 'componentId'),
    platformId: valueOf(values, 'platformId'),
  }
}

const OFFICES = ROLE_NAMES.filter((role) => ROLES[role].writes).map((role) => ({
  value: role,
  label: ROLES[role].title,
}))

/** Every form that begins a record of delegation. */
export const BEGINNINGS: Readonly<Record<DelegationForm, Beginning>> = {
  APPROVAL: {
    title: 'Lend approval of accounts',
    about:
      'To Public Affairs or a component’s director, for a scope and a time. Approval of platforms is never lent, and what is lent is not lent on (IV.A.2, IV.A.4).',
    permission: 'delegation.delegateApproval',
    fields: (choices, isGeneral) => [
      person('delegateId', 'Who may approve', 'Public Affairs, or a component’s director.'),
      ...scope(choices, isGeneral),
      authority(true),
      ...PERIOD,
    ],
    request: (values, accountId, idempotencyKey) =>
      change(documents.DelegateApprovalMutation, {
        delegateId: requiredValue(values, 'delegateId'),
        ...scopeOf(values, accountId),
        writtenAuthority: requiredValue(values, 'writtenAuthority'),
        ...common(values),
        idempotencyKey,
      }),
  },
  STAND_IN: {
    title: 'Record a stand-in',
    about: 'An acting official for a vacant office, or cover while its holder is away (IV.A.4).',
    permission: 'delegation.recordStandIn',
    fields: (choices) => [
      {
        name: 'kind',
        label: 'Why',
        control: 'CHOICE',
        required: true,
        choices: [
          { value: 'COVER', label: 'Cover: the holder is away' },
          { value: 'ACTING', label: 'Acting: the office is vacant' },
        ],
      },
      { name: 'role', label: 'Office', control: 'CHOICE', required: true, choices: OFFICES },
      componentField(choices, 'Only for a component’s office.'),
      person('delegateId', 'Who stands in', 'Somebody active here.'),
      authority(false),
      ...PERIOD,
    ],
    request: (values, _accountId, idempotencyKey) =>
      change(documents.RecordStandInMutation, {
        kind: valueOf(values, 'kind') === 'ACTING' ? 'ACTING' : 'COVER',
        role: choiceOf(ROLE_NAMES, values['role']) ?? 'EMPLOYEE',
        componentId: valueOf(values, 'componentId'),
        delegateId: requiredValue(values, 'delegateId'),
        writtenAuthority: valueOf(values, 'writtenAuthority'),
        ...common(values),
        idempotencyKey,
      }),
  },
  RECUSAL: {
    title: 'Record a recusal',
    about: 'Whoever stands aside from a matter does not act in it, and acts elsewhere as before (IV.A.4).',
    permission: 'delegation.recordRecusal',
    fields: (choices, isGeneral) => [
      person('personId', 'Who stands aside', 'Yourself, or somebody you answer for.'),
      ...scope(choices, isGeneral),
      ...PERIOD,
    ],
    request: (values, accountId, idempotencyKey) =>
      change(documents.RecordRecusalMutation, {
        personId: requiredValue(values, 'personId'),
        ...scopeOf(values, accountId),
        ...common(values),
        idempotencyKey,
      }),
  },
}
