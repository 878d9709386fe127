import type { PlatformState } from '@official-accounts/domain/platform/platform'
import { wayThrough, type WayStep } from '../../record/way-step.ts'
import type { PlatformDetail } from './platform.documents.ts'

const STATE_OF: Readonly<Record<string, PlatformState>> = {
  APPROVED: 'APPROVED',
  DENIED: 'DENIED',
  SUSPENDED: 'SUSPENDED',
  REINSTATED: 'APPROVED',
  PROHIBITED: 'PROHIBITED',
  RETIRED: 'RETIRED',
}

type Known = Pick<PlatformDetail, 'state' | 'decisions' | 'reviews'>

/** Which way a platform came: its first review, then what was decided, as far as the reader sees it. */
export function platformWay({ state, decisions, reviews }: Known): readonly WayStep<PlatformState>[] {
  const decided = decisions.flatMap(({ kind, decidedAt, decidedBy }) => {
    const reached = STATE_OF[kind]
    const how = `${kind.toLowerCase()} by ${decidedBy.displayName}`
    return reached === undefined ? [] : [{ state: reached, at: decidedAt, how }]
  })
  const [firstReview] = reviews.flatMap(({ reviewedAt }) => reviewedAt ?? []).toSorted()
  const [firstDecision] = decided.map(({ at }) => at).toSorted()
  const reviewed =
    firstReview !== undefined && (firstDecision === undefined || firstReview < firstDecision)
      ? [
          { state: 'PROPOSED', at: null, how: '' } as const,
          { state: 'UNDER_REVIEW', at: firstReview, how: 'first review recorded' } as const,
        ]
      : []
  return wayThrough<PlatformState>([...reviewed, ...decided], state)
}
