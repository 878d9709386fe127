import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { DomainEvent } from '@official-accounts/db/outbox'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import type { PlatformState } from '@official-accounts/domain/platform/platform'
import { openReviews } from '../platform/open-reviews.ts'
import { isApprovable } from './load-reference.ts'

/** A platform on which an import makes accounts, and which its decision approves. */
export interface CarryingPlatform {
  readonly id: string
  readonly state: PlatformState
  readonly version: number
}

/** The decision on an import, as every platform it approves records it. */
export type ImportDecision = Omit<Prisma.DecisionCreateManyInput, 'id' | 'platformId' | 'clauses'> & {
  readonly migrationId: string
  readonly reason: string
  readonly decidedAt: Date
}

const CLAUSES = ['IV.A.2', 'V.B.6'] as const

/** The platforms that would carry an import's new accounts and wait for a decision, under their row locks. */
export async function lockCarryingPlatforms(
  tx: Tx,
  migrationId: string,
): Promise<readonly CarryingPlatform[]> {
  const carrying = await tx.migrationRow.findMany({
    where: { migrationId, code: 'NEW_ACCOUNT' },
    select: { platformId: true },
    distinct: ['platformId'],
  })
  const ids = carrying.flatMap(({ platformId }) => platformId ?? [])
  await tx.$queryRaw`SELECT id FROM platform WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const platforms = await tx.platform.findMany({
    where: { id: { in: ids } },
    select: { id: true, state: true, version: true, reviews: { select: { outcome: true } } },
    orderBy: { id: 'asc' },
  })
  return platforms.filter(({ state, reviews }) => isApprovable(state, reviews))
}

/** Approves them under the decision, every review that was not given yet being due (IV.A.2). */
export async function approveCarryingPlatforms(
  tx: Tx,
  platforms: readonly CarryingPlatform[],
  decision: ImportDecision,
): Promise<{ readonly audit: readonly AuditEntry[]; readonly events: readonly DomainEvent[] }> {
  const { migrationId, reason, decidedAt } = decision
  for (const { id, version } of platforms) {
    const approval = { state: 'APPROVED', migrationId, version: version + 1, changedAt: decidedAt } as const
    await tx.platform.updateMany({ where: { id }, data: approval })
    await openReviews(tx, id, decidedAt)
  }
  await tx.decision.createMany({
    data: platforms.map(({ id: platformId }) => ({
      ...decision,
      id: newId(decidedAt.getTime()),
      platformId,
      clauses: [...CLAUSES],
    })),
  })
  return {
    audit: platforms.map(({ id, state }) => ({
      action: 'migration.decide',
      componentId: null,
      subjectType: 'Platform',
      subjectId: id,
      clauses: CLAUSES,
      reason,
      changes: [
        { field: 'state', before: state, after: 'APPROVED' },
        { field: 'migrationId', before: null, after: migrationId },
      ],
    })),
    events: platforms.map(({ id }) => ({
      type: 'platform.approved',
      subjectType: 'Platform',
      subjectId: id,
    })),
  }
}
