import {
  MODERATION_KINDS,
  MODERATION_REASONS,
  type RecordedModeration,
} from '@official-accounts/domain/moderation/moderation'
import { z } from 'zod'

/** A text of at most `most` characters, trimmed; empty counts as not given. */
export function optionalText(most: number) {
  return z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString('en-US')} characters.`)
    .nullish()
    .transform((value) => (value ? value : null))
}

/** When something was done; now where it is not said. */
export const doneAtField = z
  .date()
  .or(z.iso.datetime('An instant such as 2027-01-31T14:00:00Z.').transform((text) => new Date(text)))
  .nullish()

/** The platform's own reference. */
export const referenceField = z
  .string()
  .trim()
  .min(1, 'Give the platform’s reference.')
  .max(500, 'At most 500 characters.')

/** What is said of an act of moderation; nothing of the member of the public (IV.C.2). */
export const moderationFields = {
  kind: z.enum(MODERATION_KINDS),
  reason: z.enum(MODERATION_REASONS),
  platformReference: referenceField,
  explanation: optionalText(4000),
  policyVersion: optionalText(200),
  policySection: optionalText(500),
  doneAt: doneAtField,
}

const input = z.object(moderationFields)

/** An input as the rules look at it. */
export function toRecorded({ doneAt, ...said }: z.infer<typeof input>, now: Date): RecordedModeration {
  return { ...said, doneAt: doneAt ?? now }
}

/** Every free text of an act, for the question whether it names somebody. */
export function wordsOf(
  said: Partial<Pick<RecordedModeration, 'explanation' | 'policySection' | 'policyVersion'>>,
): string {
  return [said.explanation, said.policySection, said.policyVersion].filter(Boolean).join('\n')
}
