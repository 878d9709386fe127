import { REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import {
  INDEMNIFICATION_FINDINGS,
  PLATFORM_USES,
  PRIVACY_THRESHOLDS,
} from '@official-accounts/domain/platform/review-report'
import { z } from 'zod'

const MOST_PLATFORMS = 50

/** A long text that may be left out; empty is left out. */
function longText(most: number, words: string) {
  return z
    .string()
    .trim()
    .max(most, `At most ${words} characters.`)
    .nullish()
    .transform((text) => (text ? text : null))
}

const part = longText(10_000, '10,000')

const day = z.iso
  .date('A date such as 2027-11-30.')
  .nullish()
  .transform((text) => (text ? new Date(`${text}T00:00:00Z`) : null))

const assessment = z.object({
  specificPurpose: part,
  availableInformation: part,
  intendedUse: part,
  sharing: part,
  retention: part,
  safeguards: part,
  otherRisks: part,
  recordsSystem: part,
})

const use = z
  .enum(PLATFORM_USES)
  .nullish()
  .transform((value) => value ?? null)

/** A platform's text as it was read: an https address, and its SHA-256 in hexadecimal. */
export const readText = {
  textUrl: z
    .url({ protocol: /^https$/, error: 'An address that begins with https://.' })
    .max(2000, 'At most 2,000 characters.')
    .nullish()
    .transform((text) => text ?? null),
  textSha256: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal characters.')
    .nullish()
    .transform((text) => text ?? null),
}

/** What an office records of its review, for one platform and others it covers. */
export const reviewInput = z.object({
  platformId: z.uuid(),
  kind: z.enum(REVIEW_KINDS),
  outcome: z.enum(['PASSED', 'PASSED_WITH_CONDITIONS', 'FAILED']),
  findings: z.string().trim().min(1, 'Say what the review found.').max(10_000, 'At most 10,000 characters.'),
  conditions: longText(4000, '4,000'),
  expiresOn: day,
  indemnification: z
    .enum(INDEMNIFICATION_FINDINGS)
    .nullish()
    .transform((value) => value ?? null),
  ...readText,
  textDatedOn: day,
  threshold: z
    .enum(PRIVACY_THRESHOLDS)
    .nullish()
    .transform((value) => value ?? null),
  assessment: assessment.nullish().transform((parts) => parts ?? null),
  use,
  alsoCovers: z
    .array(z.object({ platform: z.string().trim().min(1).max(100), use }))
    .max(MOST_PLATFORMS, `At most ${MOST_PLATFORMS} platforms.`)
    .nullish()
    .transform((platforms) => platforms ?? []),
  templateId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
})

export type ReviewInput = z.infer<typeof reviewInput>
