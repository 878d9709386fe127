import { LOGIN_MODELS, STATED_USES } from '@official-accounts/domain/account/account'
import { ACCOUNT_TEXTS } from '@official-accounts/domain/privacy-approval/privacy-approval'
import type { Choice, FormField, FormValues } from '../../form/form-field.ts'
import { addressOf, listOf, numberOf, valueOf } from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import type { AccountDetail } from './account.documents.ts'

/** Why a decision is made; needed where the record has to say so. */
export function reasonField(required: boolean, label = 'Reason'): FormField {
  return {
    name: 'reason',
    label,
    control: 'LONG_TEXT',
    required,
    hint: 'Kept with the record and shown to everybody who may read it.',
  }
}

const PURPOSE = 'What it is for'
const OUTLETS = 'Beside the platform'
const RUNNING = 'How it is run'

/** What may be said about an account at any time. */
export const DETAIL_FIELDS: readonly FormField[] = [
  { name: 'title', label: 'Name', control: 'TEXT', required: true, hint: 'As the account names itself.' },
  {
    name: 'purpose',
    label: 'Mission purpose',
    control: 'LONG_TEXT',
    section: PURPOSE,
    hint: 'What it is for (V.B.3).',
  },
  {
    name: 'namesPersonIn',
    label: 'Where a person is named',
    control: 'CHOICES',
    section: PURPOSE,
    choices: [
      { value: 'HANDLE', label: 'In the handle' },
      { value: 'TITLE', label: 'In the name' },
      { value: 'PURPOSE', label: 'In the mission purpose' },
    ],
    hint: 'Nowhere, where none is marked. The Chief Privacy Officer approves people’s names first (IV.C.2).',
  },
  { name: 'audience', label: 'Audience', control: 'TEXT', section: PURPOSE, hint: 'Whom it speaks to.' },
  {
    name: 'officialOutletUrl',
    label: 'Official outlet',
    control: 'ADDRESS',
    section: OUTLETS,
    hint: 'The https address off the platform that carries the same information (V.B.10).',
  },
  {
    name: 'commentPolicyUrl',
    label: 'Comment policy',
    control: 'ADDRESS',
    section: OUTLETS,
    hint: 'Its https address.',
  },
  {
    name: 'privacyNoticeUrl',
    label: 'Privacy notice',
    control: 'ADDRESS',
    section: OUTLETS,
    hint: 'Its https address (M-10-23).',
  },
  {
    name: 'language',
    label: 'Language',
    control: 'TEXT',
    section: RUNNING,
    hint: 'A language tag such as en or es.',
  },
  { name: 'topics', label: 'Topics', control: 'TEXT', section: RUNNING, hint: 'Separated by commas.' },
  {
    name: 'administrators',
    label: 'Number of administrators',
    control: 'NUMBER',
    section: RUNNING,
    hint: 'At least two (IV.B.3).',
  },
  {
    name: 'recordsCaptureMethod',
    label: 'How records are captured',
    control: 'LONG_TEXT',
    section: RUNNING,
  },
]

/** What a request says beyond that (V.B.3, V.B.8). */
export const REQUEST_FIELDS: readonly FormField[] = [
  {
    name: 'missionArea',
    label: 'Mission area',
    control: 'TEXT',
    section: PURPOSE,
    required: true,
    hint: 'Which mission area it serves (V.B.3).',
  },
  {
    name: 'justification',
    label: 'Why no existing account serves',
    control: 'LONG_TEXT',
    section: PURPOSE,
    required: true,
    hint: 'V.B.3.',
  },
  {
    name: 'loginModel',
    label: 'How people sign in to it',
    control: 'CHOICE',
    section: RUNNING,
    choices: choicesFrom(LOGIN_MODELS),
    hint: 'Official credentials, unless the platform itself demands a personal login (V.B.8).',
  },
]

/** What the account would be used for (II.B). */
export const USE_FIELD: FormField = {
  name: 'useCategory',
  label: 'Use',
  control: 'CHOICE',
  required: true,
  choices: choicesFrom(STATED_USES),
  hint: 'Operational use is outside this Directive and is refused (II.B).',
}

/** Whether a new handle names a person (IV.C.2). */
export const NAMES_PERSON_FIELD: FormField = {
  name: 'namesPerson',
  label: 'Whether the new handle names a person',
  control: 'CHOICE',
  required: true,
  choices: choicesFrom(['NO', 'YES']),
  hint: 'The Chief Privacy Officer approves people’s names first (IV.C.2).',
}

/** An enum's values as choices. */
export function choicesFrom(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: enumWords(value) }))
}

/** The details of an account as a form begins with them. */
export function detailValues(account: AccountDetail): FormValues {
  return {
    title: account.title,
    purpose: account.purpose ?? '',
    namesPersonIn: account.namesPersonIn.join(','),
    audience: account.audience ?? '',
    officialOutletUrl: account.officialOutletUrl ?? '',
    language: account.language ?? '',
    topics: account.topics.join(', '),
    administrators: account.administrators?.toString() ?? '',
    commentPolicyUrl: account.commentPolicyUrl ?? '',
    privacyNoticeUrl: account.privacyNoticeUrl ?? '',
    recordsCaptureMethod: account.recordsCaptureMethod ?? '',
  }
}

/** The details of an account as a mutation takes them, every field as it shall be. */
export function detailInput(values: FormValues) {
  return {
    title: valueOf(values, 'title') ?? '',
    purpose: valueOf(values, 'purpose'),
    namesPersonIn: listOf(values, 'namesPersonIn').flatMap((text) => choiceOf(ACCOUNT_TEXTS, text) ?? []),
    audience: valueOf(values, 'audience'),
    officialOutletUrl: addressOf(values, 'officialOutletUrl'),
    language: valueOf(values, 'language'),
    topics: listOf(values, 'topics'),
    administrators: numberOf(values, 'administrators'),
    commentPolicyUrl: addressOf(values, 'commentPolicyUrl'),
    privacyNoticeUrl: addressOf(values, 'privacyNoticeUrl'),
    recordsCaptureMethod: valueOf(values, 'recordsCaptureMethod'),
  }
}
