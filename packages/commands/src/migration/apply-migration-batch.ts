import type { Tx } from '@official-accounts/db/transaction'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { isColumnSet } from '@official-accounts/domain/migration/column-sets'
import { checkMigrationApplication } from '@official-accounts/domain/migration/migration-rules'
import { z } from 'zod'
import { defineCommand, type Applied } from '../command.ts'
import { makeAccounts, updateAccounts, type ImportOrigin } from './account-writer.ts'
import { identitiesOf, judgeRows, readRows, type ReportRow } from './judge-rows.ts'
import { keepListings } from './listing-writer.ts'
import { loadIdentities } from './load-identities.ts'
import { loadReference, type Reference } from './load-reference.ts'
import { storedCells } from './read-source.ts'
import { auditChanges, type RecordChange } from './record-change.ts'
import { updateRows } from './row-store.ts'

const input = z.object({
  migrationId: z.uuid(),
  /** Rows a transaction. */
  size: z.int().min(1).max(2_000).default(500),
})

type BatchInput = z.infer<typeof input>
type Locked = Awaited<ReturnType<typeof lockBatch>>

/**
 * Applies the next rows of a decided import, judged anew against what the registry says now. One transaction: rows,
 * accounts, listings, findings, audit and progress change together or not at all, so that a crash repeats nothing.
 */
export const applyMigrationBatch = defineCommand<BatchInput, Locked, readonly ReportRow[]>({
  name: 'applyMigrationBatch',
  permission: 'migration.apply',
  subjectType: 'Migration',
  input,
  subjectId: ({ migrationId }) => migrationId,
  lock: lockBatch,
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, { migration, read, known, reference }) {
    const refusal = checkMigrationApplication(migration)
    return refusal ? refuse(refusal) : allow(judgeRows(read, known, reference.components, now))
  },
  async apply(tx, rows, { migration, reference, decidedAt }, { now }) {
    const origin = { migrationId: migration.id, decidedAt, now }
    const changes = await writeRows(tx, rows, origin, reference)
    const applied = rows.at(-1)?.rowNumber ?? migration.appliedRows
    return applied < migration.rowCount
      ? proceed(tx, migration, { applied, changes, from: rows[0]?.rowNumber ?? applied })
      : finish(tx, migration, { applied, changes, now })
  },
})

// What the rows do comes first, what became of each last.
async function writeRows(
  tx: Tx,
  rows: readonly ReportRow[],
  origin: ImportOrigin,
  reference: Reference,
): Promise<readonly RecordChange[]> {
  const made = rows.flatMap(({ row, judgement: { effect } }) =>
    row && effect.kind === 'CREATE_ACCOUNT' ? [{ row, accountId: row.newAccountId, ...effect }] : [],
  )
  const updated = rows.flatMap(({ judgement: { effect } }) =>
    effect.kind === 'UPDATE_ACCOUNT' ? [effect] : [],
  )
  const listed = rows.flatMap(({ row, cells, record, keepsListing, judgement }) =>
    row && keepsListing
      ? [
          {
            row,
            cells,
            record,
            accountId: judgement.accountId,
            componentId: judgement.componentId ?? row.component?.id ?? null,
          },
        ]
      : [],
  )
  const changes = [
    ...(await makeAccounts(tx, made, origin, reference)),
    ...(await updateAccounts(tx, updated, origin.now)),
    ...(await keepListings(tx, listed, origin)),
  ]
  await updateRows(tx, origin.migrationId, rows)
  return changes
}

async function lockBatch(tx: Tx, { migrationId, size }: BatchInput) {
  await tx.$queryRaw`SELECT id FROM migration WHERE id = ${migrationId}::uuid FOR UPDATE`
  const migration = await tx.migration.findFirst({ where: { id: migrationId } })
  if (migration === null || !isColumnSet(migration.columnSet)) throw new DomainError(notFound('import'))
  const stored = await tx.migrationRow.findMany({
    where: { migrationId, rowNumber: { gt: migration.appliedRows } },
    select: { rowNumber: true, raw: true },
    orderBy: { rowNumber: 'asc' },
    take: size,
  })
  const decision = await tx.decision.findFirst({
    where: { migrationId, platformId: null, kind: 'APPROVED' },
    select: { decidedAt: true },
  })
  const reference = await loadReference(tx, true)
  const rows = stored.map(({ rowNumber, raw }) => ({ rowNumber, cells: storedCells(raw) }))
  const read = readRows(migration.columnSet, migration.fileName, rows, reference.book)
  const known = await loadIdentities(tx, identitiesOf(read), {
    migrationId,
    appliedRows: migration.appliedRows,
  })
  return { migration, decidedAt: decision?.decidedAt ?? migration.submittedAt, reference, read, known }
}

interface Progress {
  readonly applied: number
  readonly changes: readonly RecordChange[]
}

async function proceed(
  tx: Tx,
  { id, appliedRows }: Locked['migration'],
  { applied, changes, from }: Progress & { readonly from: number },
): Promise<Applied> {
  await tx.migration.updateMany({ where: { id }, data: { appliedRows: applied } })
  const [first, ...rest] = auditChanges(id, changes, `Rows ${from} to ${applied}.`, ['V.B.6'])
  const nothing = progressEntry(id, [{ field: 'appliedRows', before: appliedRows, after: applied }])
  return { result: { type: 'Migration', id }, audit: first ? [first, ...rest] : [nothing], events: [] }
}

async function finish(
  tx: Tx,
  { id, version }: Locked['migration'],
  { applied, changes, now }: Progress & { readonly now: Date },
): Promise<Applied> {
  const counted = await tx.migrationRow.groupBy({
    by: ['outcome'],
    where: { migrationId: id },
    _count: { _all: true },
  })
  const appliedCounts = Object.fromEntries(counted.map(({ outcome, _count }) => [outcome, _count._all]))
  await tx.migration.updateMany({
    where: { id },
    data: { state: 'APPLIED', appliedRows: applied, appliedCounts, appliedAt: now, version: version + 1 },
  })
  const done = progressEntry(id, [
    { field: 'state', before: 'APPROVED', after: 'APPLIED' },
    ...Object.entries(appliedCounts).map(([outcome, count]) => ({
      field: `rows.${outcome}`,
      before: null,
      after: count,
    })),
  ])
  return {
    result: { type: 'Migration', id },
    audit: [done, ...auditChanges(id, changes, `Rows up to ${applied}.`, ['V.B.6'])],
    events: [{ type: 'migration.applied', subjectType: 'Migration', subjectId: id }],
  }
}

function progressEntry(id: string, changes: Applied['audit'][0]['changes']): Applied['audit'][0] {
  const subject = { subjectType: 'Migration', subjectId: id } as const
  return {
    action: 'migration.apply',
    componentId: null,
    ...subject,
    clauses: ['V.B.6'],
    reason: null,
    changes,
  }
}
