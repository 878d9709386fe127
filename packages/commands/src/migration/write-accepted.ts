import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import type { AcceptedEffect } from '@official-accounts/domain/migration/accept-row'
import type { Cells } from '@official-accounts/domain/migration/column-sets'
import type { IdentifiedRow } from '@official-accounts/domain/migration/identified-row'
import { findingMade, makeAccounts, updateAccounts, type ImportOrigin } from './account-writer.ts'
import { keepListings } from './listing-writer.ts'
import type { Reference } from './load-reference.ts'
import type { ReadRow } from './judge-rows.ts'
import { auditChanges, type RecordChange } from './record-change.ts'

// The finding on an account that a register lists as archived, once a person has taken it seriously (V.B.11).
const ARCHIVED_FINDING = 'ARCHIVED_IN_REGISTER'

interface Accepted {
  readonly row: IdentifiedRow
  readonly effect: AcceptedEffect
}

interface Surroundings {
  readonly read: ReadRow
  readonly origin: ImportOrigin
  readonly reference: Reference
  readonly reason: string
}

/** Writes what an accepted row does, its listing included, and says it per component's audit chain. */
export async function writeAccepted(
  tx: Tx,
  accepted: Accepted,
  around: Surroundings,
): Promise<readonly AuditEntry[]> {
  const { row, effect } = accepted
  const { origin, reason, read } = around
  const changes = await writeEffect(tx, accepted, around)
  const accountId =
    effect.kind === 'CREATE_ACCOUNT' ? row.newAccountId : 'accountId' in effect ? effect.accountId : null
  const cells: Cells = read.cells
  const componentId = row.component?.id ?? null
  const listings = await keepListings(
    tx,
    [{ row, cells, record: read.candidate.record, accountId, componentId }],
    origin,
  )
  return auditChanges(origin.migrationId, [...changes, ...listings], reason, ['V.B.6']).map((entry) => ({
    ...entry,
    action: 'migration.resolveRow' as const,
  }))
}

async function writeEffect(
  tx: Tx,
  { row, effect }: Accepted,
  { origin, reference }: Surroundings,
): Promise<readonly RecordChange[]> {
  switch (effect.kind) {
    case 'NONE':
      return []
    case 'CREATE_ACCOUNT':
      return makeAccounts(tx, [{ row, accountId: row.newAccountId, ...effect }], origin, reference)
    case 'UPDATE_ACCOUNT':
      return updateAccounts(tx, [effect], origin.now)
    case 'OPEN_FINDING':
      return openFinding(tx, effect, row, origin.now)
  }
}

async function openFinding(
  tx: Tx,
  account: { accountId: string; componentId: string },
  row: IdentifiedRow,
  now: Date,
): Promise<readonly RecordChange[]> {
  const { accountId, componentId } = account
  const finding = {
    id: newId(now.getTime()),
    clause: 'V.B.11',
    code: ARCHIVED_FINDING,
    accountId,
    componentId,
    detail: `Archived in ${row.source} on ${row.listedOn ?? 'an unknown day'}: confirm the account or retire it.`,
  }
  const { count } = await tx.finding.createMany({
    data: [{ ...finding, openedAt: now }],
    skipDuplicates: true,
  })
  return count === 0 ? [] : [findingMade(finding)]
}
