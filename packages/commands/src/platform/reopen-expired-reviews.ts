import { platformFactsSelect, toPlatformFacts } from '@official-accounts/db/facts/platform-facts'
import { authorize } from '@official-accounts/domain/access/authorize'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError } from '@official-accounts/domain/errors'
import { hasExpired, REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { z } from 'zod'
import { asActor, type CommandEnvironment } from '../command-call.ts'
import { defineCommand } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { reopenReviews } from './open-reviews.ts'

const AT_ONCE = 50

/** In these states a platform's reviews are kept current. */
const KEPT = ['UNDER_REVIEW', 'APPROVED', 'SUSPENDED'] as const

/** Asks for the reviews of some platforms again that no longer hold (IV.A.2). */
export const reopenExpiredReviews = defineCommand({
  name: 'reopenExpiredReviews',
  permission: 'platform.reopenReviews',
  subjectType: 'Platform',
  input: z.object({ platforms: z.array(z.uuid()).min(1).max(AT_ONCE) }),
  subjectId: () => null,
  async lock(tx, { platforms }) {
    await tx.$queryRaw`SELECT id FROM platform WHERE id = ANY (${platforms}::uuid[]) ORDER BY id FOR UPDATE`
    const rows = await tx.platform.findMany({
      relationLoadStrategy: 'join',
      where: { id: { in: platforms }, state: { in: [...KEPT] } },
      select: platformFactsSelect,
      orderBy: { id: 'asc' },
    })
    return rows.map(toPlatformFacts)
  },
  place: () => ({ componentId: null }),
  decide(actor, now, _input, platforms) {
    const refusal = authorize(actor, 'platform.reopenReviews', { componentId: null })
    if (refusal) return refuse(refusal)
    const expired = platforms.flatMap(({ id, reviews }) => {
      const ended = reviews.filter((review) => hasExpired(review, now))
      return ended.length === 0 ? [] : [{ platformId: id, kinds: ended.map(({ kind }) => kind), ended }]
    })
    const [first, ...rest] = expired
    return first ? allow([first, ...rest] as const) : refuse(conflict('Nothing has expired.'))
  },
  async apply(tx, expired, _platforms, { now }) {
    const reopened = await reopenReviews(tx, expired, 'EXPIRED', now)
    const ids = expired.map(({ platformId }) => platformId)
    await tx.platform.updateMany({
      where: { id: { in: ids } },
      data: { version: { increment: 1 }, changedAt: now },
    })
    const [first, ...rest] = expired
    return {
      result: { type: 'Platform', id: first.platformId },
      audit: [entryFor(first), ...rest.map(entryFor)],
      events: [
        ...ids.map((subjectId) => ({
          type: 'platform.reviewsReopened' as const,
          subjectType: 'Platform',
          subjectId,
        })),
        ...reopened,
      ],
    }
  },
})

type Expired = Parameters<typeof reopenReviews>[1][number] & {
  readonly ended: readonly { readonly kind: keyof typeof REVIEW_OFFICES; readonly outcome: string }[]
}

function entryFor({ platformId, ended }: Expired): AuditEntry {
  return {
    action: 'platform.reopenReviews',
    componentId: null,
    subjectType: 'Platform',
    subjectId: platformId,
    clauses: [...new Set(ended.map(({ kind }) => REVIEW_OFFICES[kind].clause))],
    reason: 'Its time has ended.',
    changes: ended.map(({ kind, outcome }) => ({ field: `review.${kind}`, before: outcome, after: 'DUE' })),
  }
}

const SYSTEM = { kind: 'SYSTEM', process: 'platform reviews' } as const

/** Asks again for every review that no longer holds, some platforms at a time. Run twice it finds nothing more. */
export async function reopenAllExpiredReviews(environment: CommandEnvironment): Promise<number> {
  const now = environment.at?.() ?? new Date()
  const expired = await asActor(SYSTEM, () =>
    environment.client.platformReview.findMany({
      where: {
        outcome: { in: ['PASSED', 'PASSED_WITH_CONDITIONS'] },
        expiresOn: { lt: new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`) },
        platform: { state: { in: [...KEPT] } },
      },
      select: { platformId: true },
      distinct: ['platformId'],
      orderBy: { platformId: 'asc' },
    }),
  )
  const ids = expired.map(({ platformId }) => platformId)
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const call = { actor: SYSTEM, requestId: null }
    await runCommand(environment, reopenExpiredReviews, call, {
      platforms: ids.slice(at, at + AT_ONCE),
    }).catch(passOverConflict)
  }
  return ids.length
}

// Another run was faster.
function passOverConflict(error: unknown): void {
  if (!(error instanceof DomainError) || error.refusal.code !== 'CONFLICT') throw error
}
