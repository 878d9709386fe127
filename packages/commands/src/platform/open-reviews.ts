import type { DomainEvent } from '@official-accounts/db/outbox'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import {
  REVIEW_KINDS,
  type ReviewKind,
  type ReviewOpening,
} from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'

/** Opens the reviews that a platform of its kind needs, as the policy's rows say; those it has stay as they are. */
export async function openReviews(tx: Tx, platformId: string, now: Date): Promise<void> {
  const ids = REVIEW_KINDS.map(() => newId(now.getTime()))
  await tx.$executeRaw`
    INSERT INTO platform_review (id, platform_id, kind, outcome, due_on, opened_at, opened_because, version)
    SELECT (${ids}::uuid[])[row_number() OVER (ORDER BY q.kind)::int], p.id, q.kind, 'DUE',
      (${now}::timestamptz AT TIME ZONE 'UTC')::date + q.due_days, ${now}::timestamptz, 'PROPOSED', 1
    FROM platform p JOIN review_requirement q ON p.kind = ANY (q.applies_to)
    WHERE p.id = ${platformId}::uuid
    ON CONFLICT (platform_id, kind) DO NOTHING`
}

/**
 * Opens a review on every platform that waits for its approval and that the policy has come to ask it of.
 *
 * @returns for how many platforms
 */
export async function openAddedReviews(tx: Tx, kind: ReviewKind, now: Date): Promise<number> {
  const lacking = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM platform p JOIN review_requirement q ON p.kind = ANY (q.applies_to)
    WHERE q.kind = ${kind}::"ReviewKind" AND p.state IN ('PROPOSED', 'UNDER_REVIEW')
      AND EXISTS (SELECT FROM platform_review r WHERE r.platform_id = p.id)
      AND NOT EXISTS (SELECT FROM platform_review r WHERE r.platform_id = p.id AND r.kind = q.kind)
    ORDER BY p.id FOR UPDATE OF p`
  if (lacking.length === 0) return 0
  const ids = lacking.map(() => newId(now.getTime()))
  await tx.$executeRaw`
    INSERT INTO platform_review (id, platform_id, kind, outcome, due_on, opened_at, opened_because, version)
    SELECT t.id, t.platform_id, q.kind, 'DUE', (${now}::timestamptz AT TIME ZONE 'UTC')::date + q.due_days,
      ${now}::timestamptz, 'PROPOSED', 1
    FROM unnest(${ids}::uuid[], ${lacking.map(({ id }) => id)}::uuid[]) AS t (id, platform_id), review_requirement q
    WHERE q.kind = ${kind}::"ReviewKind"`
  return lacking.length
}

/** Which reviews of which platform are asked for again. */
export interface Reopening {
  readonly platformId: string
  readonly kinds: readonly ReviewKind[]
  /** Where the platform changed the text under review: the day of the new one. */
  readonly textChangedOn?: Date
}

/**
 * Asks for reviews again: they are due from now, and what was found last stays in its report.
 *
 * @returns for each office whose reviews were re-opened one event, by the first of them
 */
export async function reopenReviews(
  tx: Tx,
  reopenings: readonly Reopening[],
  because: ReviewOpening,
  now: Date,
): Promise<readonly DomainEvent[]> {
  const rows = reopenings.flatMap(({ platformId, kinds, textChangedOn = null }) =>
    kinds.map((kind) => ({ platformId, kind, textChangedOn })),
  )
  const reopened = await tx.$queryRaw<{ id: string; platform_id: string; kind: ReviewKind }[]>`
    UPDATE platform_review r SET outcome = 'DUE', findings = NULL, conditions = NULL, expires_on = NULL,
      reviewed_by_id = NULL, reviewed_at = NULL, opened_at = ${now}::timestamptz,
      opened_because = ${because}::"ReviewOpening",
      text_changed_on = greatest(r.text_changed_on, again.text_changed_on),
      due_on = (${now}::timestamptz AT TIME ZONE 'UTC')::date + q.due_days, version = r.version + 1
    FROM review_requirement q,
      unnest(${rows.map(({ platformId }) => platformId)}::uuid[], ${rows.map(({ kind }) => kind)}::text[],
        ${rows.map((row) => row.textChangedOn)}::date[]) AS again (platform_id, kind, text_changed_on)
    WHERE q.kind = r.kind AND r.platform_id = again.platform_id AND r.kind::text = again.kind
    RETURNING r.id, r.platform_id, r.kind::text`
  const byOffice = new Map(
    reopened
      .toSorted((a, b) => (a.id < b.id ? 1 : -1))
      .map(({ id, platform_id: platform, kind }) => [`${platform} ${REVIEW_OFFICES[kind].role}`, id]),
  )
  return [...byOffice.values()].map((subjectId) => ({
    type: 'platform-review.reopened',
    subjectType: 'PlatformReview',
    subjectId,
  }))
}
