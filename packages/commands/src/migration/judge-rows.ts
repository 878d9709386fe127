import { newId } from '@official-accounts/db/uuid'
import type { Cells, ColumnSet } from '@official-accounts/domain/migration/column-sets'
import { factChanges, type FactChange } from '@official-accounts/domain/migration/fact-changes'
import { describeRow, type IdentifiedRow } from '@official-accounts/domain/migration/identified-row'
import {
  identifyRow,
  type PlatformBook,
  type RowIdentity,
} from '@official-accounts/domain/migration/identify-row'
import { judgeRow } from '@official-accounts/domain/migration/judge-row'
import { judgement, type Judgement, type RowOutcome } from '@official-accounts/domain/migration/judgement'
import { UNKNOWN_IDENTITY } from '@official-accounts/domain/migration/known-identity'
import { readCandidate, type RowCandidate } from '@official-accounts/domain/migration/row-candidate'
import { identityText, type IdentityKey, type KnownIdentities } from './load-identities.ts'
import type { ImportComponent } from './load-reference.ts'
import type { SourceRow } from './read-source.ts'

/** A row with the account its address names, before anything is compared. */
export interface ReadRow extends SourceRow {
  readonly candidate: RowCandidate
  readonly identity: RowIdentity
}

/** A row of the report: what it says, what becomes of it and why. */
export interface ReportRow {
  readonly rowNumber: number
  readonly cells: Cells
  readonly judgement: Judgement
  /** Null for a row that names no account. */
  readonly row: IdentifiedRow | null
  /** The register's own id of the row, where it has one. */
  readonly record: string | null
  readonly keepsListing: boolean
  readonly platformId: string | null
  /** What applying it changes of an account, field by field. */
  readonly changes: readonly FactChange[]
}

/** Reads rows and finds the account each is about. Pure. */
export function readRows(
  columnSet: ColumnSet,
  fileName: string,
  rows: readonly SourceRow[],
  book: PlatformBook,
): readonly ReadRow[] {
  return rows.map((row) => {
    const candidate = readCandidate(columnSet, row.cells, fileName)
    return { ...row, candidate, identity: identifyRow(candidate, book) }
  })
}

/** The identities that rows name, each once. */
export function identitiesOf(rows: readonly ReadRow[]): readonly IdentityKey[] {
  const keys = rows.flatMap(({ identity }) =>
    identity.found ? [{ platformId: identity.platform.id, canonicalKey: identity.account.canonicalKey }] : [],
  )
  return [...new Map(keys.map((key) => [identityText(key), key])).values()]
}

/** Judges rows in their order, each against what the ones before it made of the registry. */
export function judgeRows(
  rows: readonly ReadRow[],
  known: KnownIdentities,
  components: readonly ImportComponent[],
  now: Date,
): readonly ReportRow[] {
  const present: KnownIdentities = new Map(known)
  const today = now.toISOString().slice(0, 10)
  return rows.map(({ rowNumber, cells, candidate, identity }) => {
    const { status, record } = candidate
    if (!identity.found || status === null) return rejected(rowNumber, cells, record, identity)
    const given = { rowNumber, newAccountId: newId(now.getTime()), today }
    const row = describeRow({ ...candidate, status }, identity, components, given)
    const before = present.get(identityText(row)) ?? UNKNOWN_IDENTITY
    const judged = judgeRow(row, before)
    present.set(identityText(row), judged.known)
    const { judgement: found, keepsListing } = judged
    const changes = factChanges(row, found, before.account)
    return {
      rowNumber,
      cells,
      judgement: found,
      row,
      record,
      keepsListing,
      platformId: row.platformId,
      changes,
    }
  })
}

/** How many rows have each outcome; every outcome is named. */
export function countOutcomes(
  rows: readonly { readonly judgement: Pick<Judgement, 'outcome'> }[],
): Record<RowOutcome, number> {
  const counts = {
    CREATED: 0,
    UPDATED: 0,
    UNCHANGED: 0,
    DUPLICATE: 0,
    HELD: 0,
    REJECTED: 0,
  } satisfies Record<RowOutcome, number>
  for (const { judgement: found } of rows) counts[found.outcome] += 1
  return counts
}

function rejected(rowNumber: number, cells: Cells, record: string | null, identity: RowIdentity): ReportRow {
  if (identity.found) throw new Error(`Row ${rowNumber} names an account and has no status.`)
  const found = judgement('REJECTED', identity.code, identity.reason)
  return {
    rowNumber,
    cells,
    judgement: found,
    row: null,
    record,
    keepsListing: false,
    platformId: identity.platformId,
    changes: [],
  }
}
