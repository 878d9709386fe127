import type { DelegationFacts } from '@official-accounts/domain/delegation/delegation'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** What has to be read of a delegation before anything is decided on it. */
export const delegationFactsSelect = {
  id: true,
  kind: true,
  role: true,
  delegatorId: true,
  delegateId: true,
  recordedById: true,
  componentId: true,
  officeId: true,
  validFrom: true,
  validUntil: true,
  revokedAt: true,
  endedAt: true,
  version: true,
} satisfies Prisma.DelegationSelect

/** The row as the domain looks at it. */
export function toDelegationFacts({
  componentId,
  ...row
}: Prisma.DelegationGetPayload<{ select: typeof delegationFactsSelect }>): DelegationFacts {
  return { ...row, componentId: componentId ?? row.officeId }
}

/** Locks what people have lent out of their own roles and what has not ended yet, in the order of the ids (IV.A.4). */
export async function lockLent(tx: Tx, personIds: readonly string[]): Promise<readonly DelegationFacts[]> {
  const locked = await sendStatement<{ id: string }>(
    tx,
    Prisma.sql`SELECT id FROM delegation WHERE delegator_id = ANY (${[...personIds]}::uuid[])
      AND kind IN ('APPROVAL', 'COVER') AND revoked_at IS NULL AND ended_at IS NULL ORDER BY id FOR UPDATE`,
  )
  if (locked.length === 0) return []
  const rows = await tx.delegation.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: delegationFactsSelect,
  })
  return rows.map(toDelegationFacts)
}
