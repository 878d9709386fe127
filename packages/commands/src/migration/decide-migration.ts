import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, forbidden, notFound } from '@official-accounts/domain/errors'
import { checkMigrationDecision } from '@official-accounts/domain/migration/migration-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { makeReviews } from '../platform/propose-platform.ts'
import { isApprovable } from './load-reference.ts'

const input = z.object({
  migrationId: z.uuid(),
  decision: z.enum(['APPROVE', 'DENY']),
  reason: z.string().trim().min(1, 'Give the reason in writing.').max(4000, 'At most 4,000 characters.'),
  /** Made by a development persona on a first start, and therefore no decision of the department. */
  development: z.boolean().default(false),
})

type DecideInput = z.infer<typeof input>

/**
 * Decides on an import as a whole: what comes in under it, and that the platforms that carry its new accounts are
 * approved with every review due (V.B.6, IV.A.2). Nobody decides on an import they submitted (V.B.2).
 */
export const decideMigration = defineCommand({
  name: 'decideMigration',
  permission: 'migration.decide',
  subjectType: 'Migration',
  input,
  subjectId: ({ migrationId }) => migrationId,
  lock: lockMigration,
  place: () => ({ componentId: null }),
  version: ({ migration }) => migration.version,
  decide(actor, _now, decided, { migration, platforms }) {
    const refusal = checkMigrationDecision(actor, migration)
    if (refusal) return refuse(refusal)
    const decidedById = personIdOf(actor)
    if (decidedById === null) return refuse(forbidden('A person decides on an import.', 'V.B.6'))
    const approved = decided.decision === 'APPROVE'
    return allow({
      ...decided,
      decidedById,
      state: approved ? ('APPROVED' as const) : ('DENIED' as const),
      platforms: approved ? platforms : [],
    })
  },
  async apply(tx, { state, reason, development, decidedById, platforms }, { migration }, { role, now }) {
    const { id, version } = migration
    const decision = { kind: state, migrationId: id, decidedById, role, reason, decidedAt: now }
    await tx.migration.updateMany({ where: { id }, data: { state, development, version: version + 1 } })
    await tx.decision.createMany({
      data: [
        { ...decision, id: newId(now.getTime()), clauses: ['V.B.6'] },
        ...platforms.map((platform) => ({
          ...decision,
          id: newId(now.getTime()),
          platformId: platform.id,
          clauses: ['IV.A.2', 'V.B.6'],
        })),
      ],
    })
    for (const platform of platforms) await approvePlatform(tx, platform, id, now)
    const entry = { action: 'migration.decide', componentId: null, reason } as const
    return {
      result: { type: 'Migration', id },
      audit: [
        {
          ...entry,
          subjectType: 'Migration',
          subjectId: id,
          clauses: ['V.B.6'],
          changes: [
            { field: 'state', before: migration.state, after: state },
            ...(development ? [{ field: 'development', before: migration.development, after: true }] : []),
          ],
        },
        ...platforms.map((platform) => ({
          ...entry,
          subjectType: 'Platform' as const,
          subjectId: platform.id,
          clauses: ['IV.A.2', 'V.B.6'] as const,
          changes: [
            { field: 'state', before: platform.state, after: 'APPROVED' },
            { field: 'migrationId', before: null, after: id },
          ],
        })),
      ],
      events: [
        {
          type: state === 'APPROVED' ? 'migration.approved' : 'migration.denied',
          subjectType: 'Migration',
          subjectId: id,
        },
        ...platforms.map((platform) => ({
          type: 'platform.approved',
          subjectType: 'Platform',
          subjectId: platform.id,
        })),
      ],
    }
  },
})

async function lockMigration(tx: Tx, { migrationId }: DecideInput) {
  await tx.$queryRaw`SELECT id FROM migration WHERE id = ${migrationId}::uuid FOR UPDATE`
  const migration = await tx.migration.findFirst({
    where: { id: migrationId },
    select: { id: true, state: true, submittedById: true, version: true, development: true },
  })
  if (migration === null) throw new DomainError(notFound('import'))
  await tx.$queryRaw`
    SELECT p.id FROM platform p
    WHERE p.id IN (SELECT platform_id FROM migration_row WHERE migration_id = ${migrationId}::uuid AND code = 'NEW_ACCOUNT')
    ORDER BY p.id FOR UPDATE`
  const carrying = await tx.migrationRow.findMany({
    where: { migrationId, code: 'NEW_ACCOUNT' },
    select: { platformId: true },
    distinct: ['platformId'],
  })
  const platforms = await tx.platform.findMany({
    where: { id: { in: carrying.flatMap(({ platformId }) => platformId ?? []) } },
    select: { id: true, state: true, version: true, reviews: { select: { outcome: true } } },
    orderBy: { id: 'asc' },
  })
  return { migration, platforms: platforms.filter(({ state, reviews }) => isApprovable(state, reviews)) }
}

async function approvePlatform(
  tx: Tx,
  { id, version }: { id: string; version: number },
  migrationId: string,
  now: Date,
): Promise<void> {
  await tx.platform.updateMany({
    where: { id },
    data: { state: 'APPROVED', migrationId, version: version + 1, changedAt: now },
  })
  await makeReviews(tx, id, now)
}
