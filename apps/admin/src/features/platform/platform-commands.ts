import { change, type ChangeRequest } from '@official-accounts/client/change'
import { REVIEW_KINDS, type ReviewKind } from '@official-accounts/domain/platform/platform'
import type { PlatformAction } from '@official-accounts/domain/platform/platform-machine'
import {
  requiredValue,
  valueOf,
  type Choice,
  type FormField,
  type FormValues,
} from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import * as documents from './platform-changes.documents.ts'
import type { PlatformDetail } from './platform.documents.ts'

interface Stamp {
  readonly expectedVersion: number
  readonly idempotencyKey: string
}

/** An action's form: what it asks of whom, and what it sends. */
export interface PlatformCommand {
  /** `kinds`: the reviews that belong to the offices of whoever asks. */
  readonly fields: (kinds: readonly ReviewKind[]) => readonly FormField[]
  readonly request: (platform: PlatformDetail, values: FormValues, stamp: Stamp) => ChangeRequest
}

const OUTCOMES = ['PASSED', 'PASSED_WITH_CONDITIONS', 'FAILED'] as const

function choices(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: enumWords(value) }))
}

function reason(required: boolean): FormField {
  return { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required, hint: 'Kept with the record.' }
}

function decision(
  document: typeof documents.ApprovePlatformMutation | typeof documents.DenyPlatformMutation,
  field: FormField,
): PlatformCommand {
  return {
    fields: () => [field],
    request: ({ id }, values, stamp) =>
      change(document, { platformId: id, reason: valueOf(values, 'reason'), ...stamp }),
  }
}

/** The form of every action on a platform. */
export const PLATFORM_COMMANDS: Readonly<Record<PlatformAction, PlatformCommand>> = {
  approvePlatform: decision(documents.ApprovePlatformMutation, reason(false)),
  denyPlatform: decision(documents.DenyPlatformMutation, reason(true)),
  suspendPlatform: decision(documents.SuspendPlatformMutation, reason(true)),
  reinstatePlatform: decision(documents.ReinstatePlatformMutation, reason(true)),
  retirePlatform: decision(documents.RetirePlatformMutation, reason(true)),
  recordPlatformReview: {
    fields: (kinds) => [
      {
        name: 'kind',
        label: 'Review',
        control: 'CHOICE',
        required: true,
        choices: choices(kinds),
        hint: 'The reviews that belong to your office.',
      },
      { name: 'outcome', label: 'Outcome', control: 'CHOICE', required: true, choices: choices(OUTCOMES) },
      { name: 'findings', label: 'What it found', control: 'LONG_TEXT', required: true },
      { name: 'conditions', label: 'Conditions', control: 'LONG_TEXT', hint: 'Under which it passed.' },
      { name: 'expiresOn', label: 'Holds until', control: 'DATE' },
    ],
    request: ({ id }, values, stamp) =>
      change(documents.RecordPlatformReviewMutation, {
        platformId: id,
        kind: choiceOf(REVIEW_KINDS, values['kind']) ?? 'SECURITY',
        outcome: choiceOf(OUTCOMES, values['outcome']) ?? 'FAILED',
        findings: requiredValue(values, 'findings'),
        conditions: valueOf(values, 'conditions'),
        expiresOn: valueOf(values, 'expiresOn'),
        ...stamp,
      }),
  },
  prohibitPlatform: {
    fields: () => [
      { name: 'prohibitedByLaw', label: 'The law', control: 'TEXT', required: true, hint: 'Its citation.' },
      { name: 'prohibitedOn', label: 'In force since', control: 'DATE', required: true },
      reason(true),
    ],
    request: ({ id }, values, stamp) =>
      change(documents.ProhibitPlatformMutation, {
        platformId: id,
        prohibitedByLaw: requiredValue(values, 'prohibitedByLaw'),
        prohibitedOn: requiredValue(values, 'prohibitedOn'),
        reason: requiredValue(values, 'reason'),
        ...stamp,
      }),
  },
}
