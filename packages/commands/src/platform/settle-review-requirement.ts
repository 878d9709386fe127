import { personIdOf } from '@official-accounts/domain/access/actor'
import { authorize } from '@official-accounts/domain/access/authorize'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { PLATFORM_KINDS, REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { openAddedReviews } from './open-reviews.ts'

const MOST_DUE_DAYS = 730
const MOST_VALID_DAYS = 3660

const input = z.object({
  kind: z.enum(REVIEW_KINDS),
  dueDays: z.int().min(1).max(MOST_DUE_DAYS),
  validDays: z.int().min(1).max(MOST_VALID_DAYS),
  appliesTo: z.array(z.enum(PLATFORM_KINDS)).min(1, 'At least one kind of platform.').max(2),
  reason: z.string().trim().min(1, 'Give the reason in writing.').max(4000, 'At most 4,000 characters.'),
})

/**
 * The Assistant Secretary settles by when a review is due, how long it holds and which platforms need it: until then
 * placeholders do (IV.A.2). What is asked for already keeps its day; what is decided on already is not asked again.
 */
export const settleReviewRequirement = defineCommand({
  name: 'settleReviewRequirement',
  permission: 'platform.settleReviews',
  subjectType: 'ReviewRequirement',
  input,
  subjectId: () => null,
  async lock(tx, { kind }) {
    await tx.$queryRaw`SELECT kind FROM review_requirement WHERE kind = ${kind}::"ReviewKind" FOR UPDATE`
    const requirement = await tx.reviewRequirement.findFirst({ where: { kind } })
    if (requirement === null) throw new DomainError(notFound('review'))
    return requirement
  },
  place: () => ({ componentId: null }),
  version: ({ version }) => version,
  decide(actor, _now, settled) {
    const refusal = authorize(actor, 'platform.settleReviews', { componentId: null })
    return refusal ? refuse(refusal) : allow(settled)
  },
  async apply(tx, { kind, reason, ...settled }, requirement, { actor, now }) {
    await tx.reviewRequirement.updateMany({
      where: { kind },
      data: {
        ...settled,
        reason,
        settledById: personIdOf(actor),
        settledAt: now,
        version: requirement.version + 1,
      },
    })
    const openedFor = await openAddedReviews(tx, kind, now)
    const before = { ...requirement, settled: requirement.settledAt !== null, openedFor: 0 }
    const after = { ...settled, settled: true, openedFor }
    return {
      result: { type: 'ReviewRequirement', id: requirement.id },
      audit: [
        {
          action: 'platform.settleReviews',
          componentId: null,
          subjectType: 'ReviewRequirement',
          subjectId: requirement.id,
          clauses: ['IV.A.2', REVIEW_OFFICES[kind].clause],
          reason,
          changes: changesBetween(
            ['dueDays', 'validDays', 'appliesTo', 'settled', 'openedFor'],
            before,
            after,
          ),
        },
      ],
      events: [
        { type: 'reviewRequirement.settled', subjectType: 'ReviewRequirement', subjectId: requirement.id },
      ],
    }
  },
})
