import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { ReportRow } from './judge-rows.ts'

const ROWS_A_STATEMENT = 2_000

/** Keeps the rows of a submitted file with what would become of each. An account yet to be made has no id here. */
export async function insertRows(
  tx: Tx,
  migrationId: string,
  rows: readonly ReportRow[],
  now: Date,
): Promise<void> {
  const yetToBeMade = new Set(
    rows.flatMap(({ judgement, row }) =>
      judgement.effect.kind === 'CREATE_ACCOUNT' ? [row?.newAccountId] : [],
    ),
  )
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT).map((row) => {
      const columns = toColumns(row)
      const { account_id: accountId } = columns
      const known = accountId === null || yetToBeMade.has(accountId) ? null : accountId
      return { ...columns, id: newId(now.getTime()), raw: row.cells, account_id: known }
    })
    await tx.$executeRaw`
      INSERT INTO migration_row (id, migration_id, row_number, raw, outcome, held_reason, code, reason, canonical_key,
        platform_id, component_id, account_id, duplicate_of)
      SELECT r.id, ${migrationId}::uuid, r.row_number, r.raw, r.outcome::"RowOutcome", r.held_reason::"HeldReason", r.code,
        r.reason, r.canonical_key, r.platform_id, r.component_id, r.account_id, r.duplicate_of
      FROM jsonb_to_recordset(${JSON.stringify(part)}::jsonb) AS r(id uuid, row_number int, raw jsonb, outcome text,
        held_reason text, code text, reason text, canonical_key text, platform_id uuid, component_id uuid,
        account_id uuid, duplicate_of int)`
  }
}

/** Writes what became of a batch's rows, given in their order, over what was expected of them. */
export async function updateRows(tx: Tx, migrationId: string, rows: readonly ReportRow[]): Promise<void> {
  // The bounds keep the database from comparing the batch with every row of the file.
  const numbers = rows.map(({ rowNumber }) => rowNumber)
  await tx.$executeRaw`
    UPDATE migration_row m SET outcome = r.outcome::"RowOutcome", held_reason = r.held_reason::"HeldReason", code = r.code,
      reason = r.reason, canonical_key = r.canonical_key, platform_id = r.platform_id, component_id = r.component_id,
      account_id = r.account_id, duplicate_of = r.duplicate_of
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(toColumns))}::jsonb) AS r(row_number int, outcome text,
      held_reason text, code text, reason text, canonical_key text, platform_id uuid, component_id uuid, account_id uuid,
      duplicate_of int)
    WHERE m.migration_id = ${migrationId}::uuid AND m.row_number = r.row_number
      AND m.row_number BETWEEN ${numbers.at(0) ?? 0} AND ${numbers.at(-1) ?? 0}`
}

function toColumns({ rowNumber, judgement, row, platformId }: ReportRow) {
  return {
    row_number: rowNumber,
    outcome: judgement.outcome,
    held_reason: judgement.heldReason,
    code: judgement.code,
    reason: judgement.reason,
    canonical_key: row?.canonicalKey ?? null,
    platform_id: platformId,
    component_id: judgement.componentId,
    account_id: judgement.accountId,
    duplicate_of: judgement.duplicateOf,
  }
}
