import type { BulkRow } from '@official-accounts/commands/bulk/bulk-commands'
import {
  lockedAnswerSelect,
  toLockedAnswer,
  type LockedAnswer,
} from '@official-accounts/db/facts/certification-facts'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { visibleAccounts, visibleCertificationParts } from '@official-accounts/db/visibility'
import { readReach, type Actor } from '@official-accounts/domain/access/actor'

/** The answers that a certification asks for, by account, as far as the reader sees them; none where none is named. */
export async function readAsked(
  read: PrismaClient,
  actor: Actor,
  certificationId: string | null,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, LockedAnswer>> {
  if (certificationId === null || accountIds.length === 0) return new Map()
  const rows = await read.certificationAnswer.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        visibleCertificationParts(readReach(actor)),
        { certificationId, accountId: { in: [...accountIds] } },
      ],
    },
    select: lockedAnswerSelect,
  })
  return new Map(rows.map((row) => [row.accountId, toLockedAnswer(row)]))
}

/** The accounts that a call of a bulk action names, by id, with their parts of the certification it names. */
export async function readBulkRows(
  read: PrismaClient,
  actor: Actor,
  certificationId: string | null,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, BulkRow>> {
  const reach = readReach(actor)
  const asked = await readAsked(read, actor, certificationId, accountIds)
  const rows = await read.account.findMany({
    where: { AND: [visibleAccounts(reach), { id: { in: [...accountIds] } }] },
    select: { id: true, componentId: true },
  })
  return new Map(
    rows.map(({ id, componentId }) => [
      id,
      { accountId: id, componentId, partId: asked.get(id)?.id ?? null },
    ]),
  )
}
