import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { invalidInput, type Refusal } from '@official-accounts/domain/errors'
import type { PlatformFacts, PlatformState, ReviewKind } from '@official-accounts/domain/platform/platform'
import { platformMachine } from '@official-accounts/domain/platform/platform-machine'
import { checkPlatformAction } from '@official-accounts/domain/platform/platform-rules'
import { checkReportContent, checkReviewOffice } from '@official-accounts/domain/platform/review-report'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { nextState } from '@official-accounts/domain/state-machine'
import { defineCommand } from '../command.ts'
import { lockReviewed, type Reviewed } from './lock-reviewed.ts'
import { openReviews } from './open-reviews.ts'
import { reviewInput, type ReviewInput } from './review-input.ts'
import { writeReport } from './write-report.ts'

const ACTION = 'recordPlatformReview'

/**
 * An office records the outcome of its review of a platform, and of comparable ones it covers (IV.B.1, IV.C.3, IV.D.1,
 * M-10-23, M-13-10).
 */
export const recordPlatformReview = defineCommand<ReviewInput, Reviewed, ReviewInput>({
  name: ACTION,
  permission: 'platform.review',
  subjectType: 'Platform',
  input: reviewInput,
  subjectId: ({ platformId }) => platformId,
  lock: lockReviewed,
  place: ({ platform }) => ({ componentId: null, platformId: platform.id }),
  version: ({ platform }) => platform.version,
  decide(actor, now, review, { platform, others, validDays, templateKind }) {
    const refusal = firstRefusal(
      () =>
        firstRefusal(
          ...[platform, ...others].map(
            (covered) => () => checkPlatformAction(actor, ACTION, covered, { now, overridden: [] }),
          ),
        ),
      () => checkReviewOffice(actor, review.kind),
      () => checkCoverage(platform, others),
      () => checkTemplate(review, templateKind),
      () =>
        checkReportContent(
          { ...review, uses: usesOf(review) },
          now,
          changedOn(review.kind, [platform, ...others]),
        ),
      () => checkEnd(review, daysAfter(now, validDays)),
    )
    if (refusal) return refuse(refusal)
    // An office that names no end leaves it to the policy.
    const lasts = review.outcome === 'FAILED' ? null : daysAfter(now, validDays)
    return allow({ ...review, expiresOn: review.expiresOn ?? lasts })
  },
  async apply(tx, review, { platform, others }, { actor, now }) {
    const covered = [platform, ...others]
    for (const one of covered.filter(({ reviews }) => !reviews.some(({ kind }) => kind === review.kind)))
      await openReviews(tx, one.id, now)
    const uses = usesOf(review)
    await writeReport(tx, {
      ...review,
      id: newId(now.getTime()),
      reviewedById: personIdOf(actor),
      reviewedAt: now,
      uses,
      covers: covered.map(({ id }, at) => ({ platformId: id, use: uses[at] ?? null })),
    })
    await movePlatforms(tx, covered, now)
    const [first, ...rest] = covered.map((one) => entryFor(one, review))
    if (!first) throw new Error('A review covers at least one platform.')
    return {
      result: { type: 'Platform', id: platform.id },
      audit: [first, ...rest],
      events: covered.map(({ id }) => ({
        type: 'platform.reviewed',
        subjectType: 'Platform',
        subjectId: id,
      })),
    }
  },
})

function changedOn(of: ReviewKind, covered: readonly PlatformFacts[]): Date | null {
  const days = covered.flatMap(({ reviews }) =>
    reviews.flatMap(({ kind, textChangedOn }) => (kind === of ? (textChangedOn ?? []) : [])),
  )
  return days.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null
}

function usesOf({ use, alsoCovers }: ReviewInput) {
  return [use, ...alsoCovers.map((other) => other.use)]
}

function checkCoverage(platform: PlatformFacts, others: readonly PlatformFacts[]): Refusal | null {
  const ids = new Set([platform.id, ...others.map(({ id }) => id)])
  return ids.size === others.length + 1
    ? null
    : invalidInput('alsoCovers', 'Name each platform once, and not the one under review.')
}

// How long an outcome may hold is policy data; an office may name an earlier end, not a later one (IV.B.1).
function checkEnd({ expiresOn }: ReviewInput, latest: Date): Refusal | null {
  return expiresOn === null || expiresOn <= latest
    ? null
    : invalidInput(
        'expiresOn',
        `At the latest on ${latest.toISOString().slice(0, 10)}, as the policy has it.`,
      )
}

function checkTemplate({ templateId, kind }: ReviewInput, templateKind: ReviewKind | null): Refusal | null {
  return templateId === null || templateKind === kind
    ? null
    : invalidInput('templateId', 'A review is written from a former one of its kind.')
}

function daysAfter(now: Date, days: number): Date {
  const day = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  return new Date(day.getTime() + days * 86_400_000)
}

function stateAfter(state: PlatformState): PlatformState {
  return nextState(platformMachine, state, ACTION) ?? state
}

async function movePlatforms(tx: Tx, covered: readonly PlatformFacts[], now: Date): Promise<void> {
  for (const [state, platforms] of Map.groupBy(covered, (one) => stateAfter(one.state)))
    await tx.platform.updateMany({
      where: { id: { in: platforms.map(({ id }) => id) } },
      data: { state, version: { increment: 1 }, changedAt: now },
    })
}

function entryFor(platform: PlatformFacts, review: ReviewInput): AuditEntry {
  const { kind, outcome } = review
  const before = platform.reviews.find((one) => one.kind === kind)?.outcome ?? null
  const to = stateAfter(platform.state)
  return {
    action: 'platform.review',
    componentId: null,
    subjectType: 'Platform',
    subjectId: platform.id,
    clauses: [REVIEW_OFFICES[kind].clause],
    reason: review.findings,
    changes: [
      { field: `review.${kind}`, before, after: outcome },
      ...(review.textSha256 === null
        ? []
        : [{ field: 'textSha256', before: null, after: review.textSha256 }]),
      ...(to === platform.state ? [] : [{ field: 'state', before: platform.state, after: to }]),
    ],
  }
}
