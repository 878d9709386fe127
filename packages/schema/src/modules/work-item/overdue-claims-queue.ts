import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { shortQueue, type ShortItem } from './short-queue.ts'

/**
 * Imported accounts whose claim was escalated: one item for each component and not one for each of its accounts, which
 * are in the work of the component itself. It escalates and suspends nobody (V.B.5).
 */
export const overdueClaimsQueue = shortQueue({
  kind: 'CLAIM_OVERDUE',
  title: 'Components that have not claimed their imported accounts',
  owners: ['OPA', 'ASPA'],
  read: readUnclaimed,
})

async function readUnclaimed({ account, component }: PrismaClient): Promise<readonly ShortItem[]> {
  const groups = await account.groupBy({
    by: ['componentId'],
    where: { timers: { some: { kind: 'CLAIM', endedAt: null, escalatedAt: { not: null } } } },
    _count: true,
    _min: { claimBy: true, changedAt: true },
  })
  const rows = await component.findMany({
    where: { id: { in: groups.map(({ componentId }) => componentId) } },
    select: { id: true, name: true, code: true },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return groups.flatMap(({ componentId, _count: count, _min: first }) => {
    const owner = byId.get(componentId)
    const since = first.changedAt
    if (owner === undefined || since === null) return []
    return [
      {
        subjectType: 'Component',
        subjectId: componentId,
        title: owner.name,
        componentId,
        componentCode: owner.code,
        reason: `The day has passed by which it was to claim ${count === 1 ? 'an imported account' : `${count} imported accounts`} (V.B.5).`,
        action: 'claimAccount',
        since,
        dueOn: first.claimBy,
      },
    ]
  })
}
