import type { Tx } from '@official-accounts/db/transaction'
import type { PlatformFacts, ReviewKind } from '@official-accounts/domain/platform/platform'
import { lockPlatform, lockPlatforms } from './lock-platform.ts'
import type { ReviewInput } from './review-input.ts'

/** What is under review: the platform, others that the review covers, and what it is written by. */
export interface Reviewed {
  readonly platform: PlatformFacts
  readonly others: readonly PlatformFacts[]
  /** How long the policy lets an outcome hold that names no end. */
  readonly validDays: number
  /** Of which kind the former report is that it starts from; null for none. */
  readonly templateKind: ReviewKind | null
}

/** The platforms of a review under their row locks, with what the policy says of it. Throws NOT_FOUND. */
export async function lockReviewed(
  tx: Tx,
  { platformId, kind, alsoCovers, templateId }: ReviewInput,
): Promise<Reviewed> {
  // All in one order, so that two reviews that cover each other's platforms wait and do not clash.
  const slugs = alsoCovers.map(({ platform }) => platform)
  if (slugs.length > 0)
    await tx.$queryRaw`SELECT id FROM platform WHERE id = ${platformId}::uuid OR slug = ANY (${slugs}) ORDER BY id FOR UPDATE`
  const platform = await lockPlatform(tx, platformId)
  const others = await lockPlatforms(tx, slugs)
  const [policy] = await tx.$queryRaw<{ valid_days: number; template_kind: ReviewKind | null }[]>`
    SELECT valid_days, (SELECT t.kind::text FROM review_report t WHERE t.id = ${templateId}::uuid) AS template_kind
    FROM review_requirement WHERE kind = ${kind}::"ReviewKind"`
  if (!policy) throw new Error(`The policy knows no ${kind} review.`)
  return { platform, others, validDays: policy.valid_days, templateKind: policy.template_kind }
}
