import { change, type ChangeRequest } from '@official-accounts/client/change'
import {
  CIVIL_RIGHTS_ADVICE,
  LOGIN_MODELS,
  SECURITY_ANSWERS,
} from '@official-accounts/domain/account/account'
import type { AccountAction } from '@official-accounts/domain/account/account-machine'
import { addressOf, requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import {
  answerInput,
  answerValues,
  demandedFields,
  questionFields,
} from '../request-form/request-form-fields.ts'
import type { RequestFormDetail } from '../request-form/request-form.documents.ts'
import * as documents from './account-changes.documents.ts'
import type { AccountDetail } from './account.documents.ts'
import {
  choicesFrom,
  DETAIL_FIELDS,
  detailInput,
  detailValues,
  NAMES_PERSON_FIELD,
  reasonField,
  REQUEST_FIELDS,
} from './account-fields.ts'

/** What makes a change safe to repeat, and made from the version its maker saw. */
export interface Stamp {
  readonly expectedVersion: number
  readonly idempotencyKey: string
}

/** An action's form: what it asks, what it begins with, and what it sends. */
export interface AccountCommand {
  readonly fields: (account: AccountDetail, form: RequestFormDetail) => readonly FormField[]
  readonly initial: (account: AccountDetail) => FormValues
  readonly request: (
    account: AccountDetail,
    values: FormValues,
    stamp: Stamp,
    form: RequestFormDetail,
  ) => ChangeRequest
}

type DecisionDocument = typeof documents.ApproveAccountMutation | typeof documents.RequestRetirementMutation

function decision(document: DecisionDocument, reason: FormField): AccountCommand {
  return {
    fields: () => [reason],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(document, { accountId: id, reason: valueOf(values, 'reason'), ...stamp }),
  }
}

const OBSERVED = ['UNKNOWN', 'REACHABLE', 'GONE'] as const
const PERSON: FormField = { name: 'personId', label: 'Who', control: 'PERSON', required: true }

/** The form of every action on an account. */
export const ACCOUNT_COMMANDS: Readonly<Record<AccountAction, AccountCommand>> = {
  returnAccountRequest: decision(
    documents.ReturnAccountRequestMutation,
    reasonField(true, 'What has to change'),
  ),
  withdrawAccountRequest: decision(documents.WithdrawAccountRequestMutation, reasonField(false)),
  endorseAccount: decision(documents.EndorseAccountMutation, reasonField(false)),
  permitAccount: decision(documents.PermitAccountMutation, reasonField(false)),
  approveAccount: decision(documents.ApproveAccountMutation, reasonField(false)),
  attestAccountSecurity: {
    fields: () => [
      {
        name: 'attestation',
        label: 'Security',
        control: 'CHOICE',
        required: true,
        choices: choicesFrom(SECURITY_ANSWERS),
      },
      reasonField(false, 'What was looked at, and what has to change'),
    ],
    initial: () => ({ attestation: 'ATTESTED' }),
    request: ({ id }, values, stamp) =>
      change(documents.AttestAccountSecurityMutation, {
        accountId: id,
        attestation: choiceOf(SECURITY_ANSWERS, values['attestation']),
        reason: valueOf(values, 'reason'),
        ...stamp,
      }),
  },
  recordAccountAdvice: {
    fields: () => [
      {
        name: 'advice',
        label: 'Advice',
        control: 'CHOICE',
        required: true,
        choices: choicesFrom(CIVIL_RIGHTS_ADVICE),
      },
      reasonField(true, 'Why, and under which conditions'),
    ],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(documents.RecordAccountAdviceMutation, {
        accountId: id,
        advice: choiceOf(CIVIL_RIGHTS_ADVICE, values['advice']) ?? 'CONCUR',
        reason: requiredValue(values, 'reason'),
        ...stamp,
      }),
  },
  denyAccount: decision(documents.DenyAccountMutation, reasonField(true)),
  suspendAccount: decision(documents.SuspendAccountMutation, reasonField(true)),
  reinstateAccount: decision(documents.ReinstateAccountMutation, reasonField(true)),
  requestRetirement: decision(documents.RequestRetirementMutation, reasonField(true)),
  resubmitAccountRequest: {
    fields: (_account, form) => [
      ...demandedFields(form, [...DETAIL_FIELDS, ...REQUEST_FIELDS]),
      ...questionFields(form),
      reasonField(false, 'What was changed and why'),
    ],
    initial: (account) => ({
      ...detailValues(account),
      ...answerValues(account.submissions.at(-1)?.answers ?? []),
      missionArea: account.missionArea ?? '',
      justification: account.justification ?? '',
      loginModel: account.loginModel,
    }),
    request: ({ id }, values, stamp, form) =>
      change(documents.ResubmitAccountRequestMutation, {
        accountId: id,
        ...detailInput(values),
        ...requestInput(values),
        ...answerInput(form, values),
        reason: valueOf(values, 'reason'),
        ...stamp,
      }),
  },
  activateAccount: {
    fields: () => [],
    initial: () => ({}),
    request: ({ id }, _values, stamp) =>
      change(documents.ActivateAccountMutation, { accountId: id, ...stamp }),
  },
  claimAccount: {
    fields: () => [
      { ...PERSON, required: false, label: 'Who answers for it', hint: 'You, when nobody is chosen.' },
    ],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(documents.ClaimAccountMutation, {
        accountId: id,
        personId: valueOf(values, 'personId'),
        ...stamp,
      }),
  },
  updateAccount: {
    fields: () => [
      ...DETAIL_FIELDS,
      {
        name: 'observedStatus',
        label: 'Seen on the platform',
        control: 'CHOICE',
        choices: choicesFrom(OBSERVED),
      },
    ],
    initial: (account) => ({ ...detailValues(account), observedStatus: account.observedStatus }),
    request: ({ id }, values, stamp) =>
      change(documents.UpdateAccountMutation, {
        accountId: id,
        ...detailInput(values),
        observedStatus: choiceOf(OBSERVED, values['observedStatus']),
        ...stamp,
      }),
  },
  renameAccount: {
    fields: ({ platform }) => [
      {
        name: 'profileUrl',
        label: 'New address',
        control: 'ADDRESS',
        required: true,
        hint: `Its new address on ${platform.name}.`,
      },
      NAMES_PERSON_FIELD,
    ],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(documents.RenameAccountMutation, {
        accountId: id,
        profileUrl: addressOf(values, 'profileUrl') ?? '',
        namesPerson: valueOf(values, 'namesPerson') === 'YES',
        ...stamp,
      }),
  },
  assignPrimaryContact: contact(documents.AssignPrimaryContactMutation),
  assignAlternateContact: contact(documents.AssignAlternateContactMutation),
  endContact: {
    fields: ({ contacts }) => [
      {
        name: 'personId',
        label: 'Who no longer answers for it',
        control: 'CHOICE',
        required: true,
        choices: currentContacts(contacts),
      },
      {
        name: 'withoutSuccessor',
        label: 'Who follows a primary contact',
        control: 'CHOICE',
        choices: [{ value: 'NOBODY', label: 'Nobody: the time to the suspension begins (V.B.5)' }],
        hint: 'Hand the account over instead, wherever somebody can follow (V.B.8).',
      },
      reasonField(true),
    ],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(documents.EndContactMutation, {
        accountId: id,
        personId: requiredValue(values, 'personId'),
        reason: requiredValue(values, 'reason'),
        withoutSuccessor: valueOf(values, 'withoutSuccessor') === 'NOBODY',
        ...stamp,
      }),
  },
  handOverContact: {
    fields: () => [{ ...PERSON, label: 'Who answers for it from now on' }, reasonField(true)],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(documents.HandOverContactMutation, {
        accountId: id,
        personId: requiredValue(values, 'personId'),
        reason: requiredValue(values, 'reason'),
        ...stamp,
      }),
  },
  confirmDeactivation: {
    fields: () => [
      {
        name: 'observation',
        label: 'What was seen on the platform',
        control: 'LONG_TEXT',
        required: true,
        hint: 'For example: the address answers that the page does not exist, with date and time.',
      },
    ],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(documents.ConfirmDeactivationMutation, {
        accountId: id,
        observation: requiredValue(values, 'observation'),
        ...stamp,
      }),
  },
  confirmArchive: {
    fields: () => [
      { name: 'archiveLocation', label: 'Where the archive is kept', control: 'TEXT', required: true },
      {
        name: 'archiveSha256',
        label: 'SHA-256 of the archive',
        control: 'TEXT',
        required: true,
        hint: '64 hexadecimal digits, as sha256sum prints them.',
      },
    ],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(documents.ConfirmArchiveMutation, {
        accountId: id,
        archiveLocation: requiredValue(values, 'archiveLocation'),
        archiveSha256: requiredValue(values, 'archiveSha256').toLowerCase(),
        ...stamp,
      }),
  },
}

function contact(
  document: typeof documents.AssignPrimaryContactMutation | typeof documents.AssignAlternateContactMutation,
): AccountCommand {
  return {
    fields: () => [PERSON],
    initial: () => ({}),
    request: ({ id }, values, stamp) =>
      change(document, { accountId: id, personId: requiredValue(values, 'personId'), ...stamp }),
  }
}

function currentContacts(contacts: AccountDetail['contacts']) {
  return contacts
    .filter(({ endedAt }) => endedAt === null)
    .map(({ person, role }) => ({ value: person.id, label: `${person.displayName} (${role.toLowerCase()})` }))
}

/** What a request says beyond an account's details, as a mutation takes it. */
export function requestInput(values: FormValues) {
  return {
    missionArea: valueOf(values, 'missionArea'),
    justification: valueOf(values, 'justification'),
    loginModel: choiceOf(LOGIN_MODELS, values['loginModel']),
  }
}
