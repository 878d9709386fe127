import { LOGIN_MODELS, STATED_USES } from '@official-accounts/domain/account/account'
import type { Choice, FormField, FormValues } from '../../form/form-field.ts'
import { listOf, numberOf, valueOf } from '../../form/form-field.ts'
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

/** What may be said about an account at any time. */
export const DETAIL_FIELDS: readonly FormField[] = [
  { name: 'title', label: 'Name', control: 'TEXT', required: true, hint: 'As the account names itself.' },
  { name: 'purpose', label: 'Mission purpose', control: 'LONG_TEXT', hint: 'What it is for (V.B.3).' },
  { name: 'audience', label: 'Audience', control: 'TEXT', hint: 'Whom it speaks to.' },
  {
    name: 'officialOutletUrl',
    label: 'Official outlet',
    control: 'ADDRESS',
    hint: 'The https address off the platform that carries the same information (V.B.10).',
  },
  { name: 'language', label: 'Language', control: 'TEXT', hint: 'A language tag such as en or es.' },
  { name: 'topics', label: 'Topics', control: 'TEXT', hint: 'Separated by commas.' },
  {
    name: 'administrators',
    label: 'Number of administrators',
    control: 'NUMBER',
    hint: 'At least two behind personal logins (V.B.8).',
  },
  { name: 'commentPolicyUrl', label: 'Comment policy', control: 'ADDRESS', hint: 'Its https address.' },
  {
    name: 'privacyNoticeUrl',
    label: 'Privacy notice',
    control: 'ADDRESS',
    hint: 'Its https address (M-10-23).',
  },
  { name: 'recordsCaptureMethod', label: 'How records are captured', control: 'LONG_TEXT' },
]

/** What a request says beyond that (V.B.3, V.B.8). */
export const REQUEST_FIELDS: readonly FormField[] = [
  {
    name: 'missionArea',
    label: 'Mission area',
    control: 'TEXT',
    required: true,
    hint: 'Which mission area it serves (V.B.3).',
  },
  {
    name: 'justification',
    label: 'Why no existing account serves',
    control: 'LONG_TEXT',
    required: true,
    hint: 'V.B.3.',
  },
  {
    name: 'loginModel',
    label: 'How people sign in to it',
    control: 'CHOICE',
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

/** An enum's values as choices. */
export function choicesFrom(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: enumWords(value) }))
}

/** The details of an account as a form begins with them. */
export function detailValues(account: AccountDetail): FormValues {
  return {
    title: account.title,
    purpose: account.purpose ?? '',
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
    audience: valueOf(values, 'audience'),
    officialOutletUrl: valueOf(values, 'officialOutletUrl'),
    language: valueOf(values, 'language'),
    topics: listOf(values, 'topics'),
    administrators: numberOf(values, 'administrators'),
    commentPolicyUrl: valueOf(values, 'commentPolicyUrl'),
    privacyNoticeUrl: valueOf(values, 'privacyNoticeUrl'),
    recordsCaptureMethod: valueOf(values, 'recordsCaptureMethod'),
  }
}
