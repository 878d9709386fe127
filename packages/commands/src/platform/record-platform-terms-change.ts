import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import { invalidInput } from '@official-accounts/domain/errors'
import type { ReviewOutcome } from '@official-accounts/domain/platform/platform'
import { checkPlatformAction } from '@official-accounts/domain/platform/platform-rules'
import { dayOf, REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reopenPlatformRisks } from '../risk/reopen-platform-risks.ts'
import { lockPlatform } from './lock-platform.ts'
import { openReviews, reopenReviews } from './open-reviews.ts'
import { readText } from './review-input.ts'

const ACTION = 'recordPlatformTermsChange'

/** Which review each of a platform's own texts belongs to. */
const CONCERNS = {
  TERMS_OF_SERVICE: { kind: 'TERMS_OF_SERVICE', because: 'TERMS_CHANGED' },
  PRIVACY_POLICY: { kind: 'PRIVACY', because: 'PRIVACY_POLICY_CHANGED' },
} as const

const input = z.object({
  platformId: z.uuid(),
  text: z.enum(['TERMS_OF_SERVICE', 'PRIVACY_POLICY']),
  changedOn: z.iso.date('A date such as 2026-11-30.').transform((day) => new Date(`${day}T00:00:00Z`)),
  ...readText,
  reason: z.string().trim().min(1, 'Say what changed.').max(4000, 'At most 4,000 characters.'),
})

/**
 * A platform changed its terms or its privacy policy: the review of that text is due again, and so is the look at the
 * privacy risks on it (III.H, III.I, IV.C.3, IV.C.5).
 */
export const recordPlatformTermsChange = defineCommand({
  name: ACTION,
  permission: 'platform.recordTermsChange',
  subjectType: 'Platform',
  input,
  subjectId: ({ platformId }) => platformId,
  lock: (tx, { platformId }) => lockPlatform(tx, platformId),
  place: (platform) => ({ componentId: null, platformId: platform.id }),
  version: (platform) => platform.version,
  decide(actor, now, change, platform) {
    const refusal = firstRefusal(
      () => checkPlatformAction(actor, ACTION, platform, { now, overridden: [] }),
      () =>
        dayOf(change.changedOn) > dayOf(now)
          ? invalidInput('changedOn', 'What has not changed yet is recorded on its day.')
          : null,
    )
    if (refusal) return refuse(refusal)
    const { kind, because } = CONCERNS[change.text]
    const before = platform.reviews.find((review) => review.kind === kind)?.outcome ?? null
    return allow({ change, kind, because, before })
  },
  async apply(tx, { change, kind, because, before }, platform, { now }) {
    if (before === null) await openReviews(tx, platform.id, now)
    const reopening = { platformId: platform.id, kinds: [kind], textChangedOn: change.changedOn }
    const reopened = await reopenReviews(tx, [reopening], because, now)
    await tx.platform.updateMany({
      where: { id: platform.id },
      data: { version: platform.version + 1, changedAt: now },
    })
    const risks = { platformId: platform.id, because, reason: change.reason }
    const risksDue = await reopenPlatformRisks(tx, risks, now)
    const clauses: ClauseId[] = kind === 'PRIVACY' ? ['III.H', 'IV.C.3'] : [REVIEW_OFFICES[kind].clause]
    const after: ReviewOutcome = 'DUE'
    return {
      result: { type: 'Platform', id: platform.id },
      audit: [
        {
          action: 'platform.recordTermsChange',
          componentId: null,
          subjectType: 'Platform',
          subjectId: platform.id,
          clauses,
          reason: change.reason,
          changes: [
            { field: `review.${kind}`, before, after },
            { field: 'changedOn', before: null, after: dayOf(change.changedOn) },
            { field: 'textUrl', before: null, after: change.textUrl },
            { field: 'textSha256', before: null, after: change.textSha256 },
          ],
        },
        ...risksDue,
      ],
      events: [
        { type: 'platform.reviewsReopened', subjectType: 'Platform', subjectId: platform.id },
        ...reopened,
        ...risksDue.map(({ subjectId }) => ({
          type: 'risk.reviewDue' as const,
          subjectType: 'Risk' as const,
          subjectId,
        })),
      ],
    }
  },
})
