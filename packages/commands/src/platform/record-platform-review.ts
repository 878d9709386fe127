import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { firstRefusal, allow, refuse } from '@official-accounts/domain/decision'
import { REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { platformMachine } from '@official-accounts/domain/platform/platform-machine'
import {
  checkPlatformAction,
  checkReviewOffice,
  REVIEW_OFFICES,
} from '@official-accounts/domain/platform/platform-rules'
import { nextState } from '@official-accounts/domain/state-machine'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockPlatform } from './lock-platform.ts'

const input = z.object({
  platformId: z.uuid(),
  kind: z.enum(REVIEW_KINDS),
  outcome: z.enum(['PASSED', 'PASSED_WITH_CONDITIONS', 'FAILED']),
  findings: z.string().trim().min(1, 'Say what the review found.').max(10_000, 'At most 10,000 characters.'),
  conditions: z.string().trim().max(4000, 'At most 4,000 characters.').nullish(),
  expiresOn: z.iso
    .date('A date such as 2027-11-30.')
    .nullish()
    .transform((day) => (day ? new Date(`${day}T00:00:00Z`) : null)),
})

/** An office records the outcome of its review of a platform (IV.B.1, IV.C.3, IV.D.1). */
export const recordPlatformReview = defineCommand({
  name: 'recordPlatformReview',
  permission: 'platform.review',
  subjectType: 'Platform',
  input,
  subjectId: ({ platformId }) => platformId,
  lock: (tx, { platformId }) => lockPlatform(tx, platformId),
  place: (platform) => ({ componentId: null, platformId: platform.id }),
  version: (platform) => platform.version,
  decide(actor, _now, { platformId: _id, ...review }, platform) {
    const refusal = firstRefusal(
      () => checkPlatformAction(actor, 'recordPlatformReview', platform),
      () => checkReviewOffice(actor, review.kind),
    )
    if (refusal) return refuse(refusal)
    const before = platform.reviews.find(({ kind }) => kind === review.kind)?.outcome ?? null
    return allow({
      review,
      before,
      to: nextState(platformMachine, platform.state, 'recordPlatformReview') ?? platform.state,
    })
  },
  async apply(tx, { review, before, to }, platform, { actor, now }) {
    const record = {
      ...review,
      conditions: review.conditions ?? null,
      reviewedAt: now,
      reviewedById: personIdOf(actor),
    }
    await tx.platformReview.upsert({
      where: { platformId_kind: { platformId: platform.id, kind: review.kind } },
      create: { id: newId(now.getTime()), platformId: platform.id, ...record },
      update: { ...record, version: { increment: 1 } },
      select: { id: true },
    })
    await tx.platform.updateMany({
      where: { id: platform.id },
      data: { state: to, version: platform.version + 1, changedAt: now },
    })
    return {
      result: { type: 'Platform', id: platform.id },
      audit: [
        {
          action: 'platform.review',
          componentId: null,
          subjectType: 'Platform',
          subjectId: platform.id,
          clauses: [REVIEW_OFFICES[review.kind].clause],
          reason: review.findings,
          changes: [
            { field: `review.${review.kind}`, before, after: review.outcome },
            ...(to === platform.state ? [] : [{ field: 'state', before: platform.state, after: to }]),
          ],
        },
      ],
      events: [{ type: 'platform.reviewed', subjectType: 'Platform', subjectId: platform.id }],
    }
  },
})
