import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, forbidden, notFound } from '@official-accounts/domain/errors'
import { checkMigrationDecision } from '@official-accounts/domain/migration/migration-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { approveCarryingPlatforms, lockCarryingPlatforms } from './carrying-platforms.ts'

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
    await tx.decision.createMany({ data: [{ ...decision, id: newId(now.getTime()), clauses: ['V.B.6'] }] })
    const carrying = await approveCarryingPlatforms(tx, platforms, decision)
    const type = state === 'APPROVED' ? 'migration.approved' : 'migration.denied'
    return {
      result: { type: 'Migration', id },
      audit: [
        {
          action: 'migration.decide',
          componentId: null,
          subjectType: 'Migration',
          subjectId: id,
          clauses: ['V.B.6'],
          reason,
          changes: [
            { field: 'state', before: migration.state, after: state },
            ...(development ? [{ field: 'development', before: migration.development, after: true }] : []),
          ],
        },
        ...carrying.audit,
      ],
      events: [{ type, subjectType: 'Migration', subjectId: id }, ...carrying.events],
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
  return { migration, platforms: await lockCarryingPlatforms(tx, migrationId) }
}
