import { change, type ChangeRequest } from '@official-accounts/client/change'
import type { PlatformAction } from '@official-accounts/domain/platform/platform-machine'
import { reviewWords } from '@official-accounts/domain/platform/review-standing'
import {
  addressOf,
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
  readonly fields: (platform: PlatformDetail) => readonly FormField[]
  readonly request: (platform: PlatformDetail, values: FormValues, stamp: Stamp) => ChangeRequest
}

const TEXTS = ['TERMS_OF_SERVICE', 'PRIVACY_POLICY'] as const

function choices(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: enumWords(value) }))
}

function reason(required: boolean): FormField {
  return { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required, hint: 'Kept with the record.' }
}

function decision(document: typeof documents.DenyPlatformMutation, field: FormField): PlatformCommand {
  return {
    fields: () => [field],
    request: ({ id }, values, stamp) =>
      change(document, { platformId: id, reason: valueOf(values, 'reason'), ...stamp }),
  }
}

const GO_OVER: readonly Choice[] = [{ value: 'YES', label: 'Yes, for the reason below' }]

// What the Assistant Secretary may go over is asked for by name; what is more than advice is not offered.
function approval(
  document: typeof documents.ApprovePlatformMutation | typeof documents.ReinstatePlatformMutation,
  field: FormField,
): PlatformCommand {
  return {
    fields: ({ blockingReviews }) => [
      ...blockingReviews
        .filter(({ overridable }) => overridable)
        .map(({ kind, trouble }): FormField => ({
          name: `over ${kind}`,
          label: `Go over the ${reviewWords(kind)} advice`,
          control: 'CHOICE',
          choices: GO_OVER,
          hint: `It is ${trouble.toLowerCase()}. The reason is then needed, and kept with the decision.`,
        })),
      field,
    ],
    request: ({ id, blockingReviews }, values, stamp) =>
      change(document, {
        platformId: id,
        reason: valueOf(values, 'reason'),
        overriddenReviews: blockingReviews
          .map(({ kind }) => kind)
          .filter((kind) => valueOf(values, `over ${kind}`) === 'YES'),
        ...stamp,
      }),
  }
}

/** The actions that have a form of their own kind here; a review has a page of its own. */
export type FormAction = Exclude<PlatformAction, 'recordPlatformReview'>

/** The form of every such action on a platform. */
export const PLATFORM_COMMANDS: Readonly<Record<FormAction, PlatformCommand>> = {
  approvePlatform: approval(documents.ApprovePlatformMutation, reason(false)),
  denyPlatform: decision(documents.DenyPlatformMutation, reason(true)),
  suspendPlatform: decision(documents.SuspendPlatformMutation, reason(true)),
  reinstatePlatform: approval(documents.ReinstatePlatformMutation, reason(true)),
  retirePlatform: decision(documents.RetirePlatformMutation, reason(true)),
  recordPlatformTermsChange: {
    fields: () => [
      { name: 'text', label: 'Which text', control: 'CHOICE', required: true, choices: choices(TEXTS) },
      { name: 'changedOn', label: 'The new text holds since', control: 'DATE', required: true },
      { name: 'textUrl', label: 'Where it stands', control: 'ADDRESS' },
      { name: 'textSha256', label: 'SHA-256 of the new text', control: 'TEXT' },
      { ...reason(true), label: 'What changed' },
    ],
    request: ({ id }, values, stamp) =>
      change(documents.RecordPlatformTermsChangeMutation, {
        platformId: id,
        text: choiceOf(TEXTS, values['text']) ?? 'TERMS_OF_SERVICE',
        changedOn: requiredValue(values, 'changedOn'),
        textUrl: addressOf(values, 'textUrl'),
        textSha256: valueOf(values, 'textSha256'),
        reason: requiredValue(values, 'reason'),
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
