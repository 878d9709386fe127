import type { Tx } from '@official-accounts/db/transaction'
import type { AccountState } from '@official-accounts/domain/account/account'
import {
  isHeldCode,
  UNKNOWN_IDENTITY,
  type EarlierReview,
  type EarlierRow,
  type KnownIdentity,
} from '@official-accounts/domain/migration/known-identity'
import { readStatus } from '@official-accounts/domain/migration/row-candidate'

/** An account on a platform, by the platform's id. */
export interface IdentityKey {
  readonly platformId: string
  readonly canonicalKey: string
}

/** What is known, by `identityText`. */
export type KnownIdentities = Map<string, KnownIdentity>

/** Which import the rows are of, and how far it has been applied; null for a file that is not stored. */
export interface ImportProgress {
  readonly migrationId: string
  readonly appliedRows: number
}

interface Keyed {
  platform_id: string
  canonical_key: string
}

interface AccountRow extends Keyed {
  id: string
  state: AccountState
  component_id: string
  component_code: string
  title: string
  language: string | null
  source: string | null
  listed_on: string | null
  imported: boolean
  confirmed_on: string | null
}

/** One text per identity, for maps. */
export function identityText({ platformId, canonicalKey }: IdentityKey): string {
  return `${platformId} ${canonicalKey}`
}

/** Everything the registry knows of these identities, in a fixed number of statements. */
export async function loadIdentities(
  tx: Tx,
  keys: readonly IdentityKey[],
  progress: ImportProgress | null,
): Promise<KnownIdentities> {
  // A plan kept from a small file reads a large one row by row: this transaction's statements are planned anew.
  await tx.$executeRaw`SET LOCAL plan_cache_mode = force_custom_plan`
  const known: KnownIdentities = new Map(keys.map((key) => [identityText(key), UNKNOWN_IDENTITY]))
  const platforms = keys.map(({ platformId }) => platformId)
  const names = keys.map(({ canonicalKey }) => canonicalKey)
  if (progress) await lockAccounts(tx, platforms, names)
  addTo(known, await readAliases(tx, platforms, names), ({ account_id, former }) => ({
    alias: { accountId: account_id, former },
  }))
  addTo(known, await readAccounts(tx, platforms, names), toKnownAccount)
  addTo(known, await readArchived(tx, platforms, names), ({ source, listed_on }) => ({
    archived: { source, listedOn: listed_on },
  }))
  addTo(known, await readReviews(tx, platforms, names, progress), (row, { reviews }) => ({
    reviews: [...reviews, ...toReview(row)],
  }))
  if (progress && progress.appliedRows > 0) {
    addTo(known, await readEarlierRows(tx, platforms, names, progress), (row, { rows }) => ({
      rows: withEarlier(rows, row),
    }))
  }
  return known
}

function addTo<Row extends Keyed>(
  known: KnownIdentities,
  rows: readonly Row[],
  partOf: (row: Row, before: KnownIdentity) => Partial<KnownIdentity>,
): void {
  for (const row of rows) {
    const text = identityText({ platformId: row.platform_id, canonicalKey: row.canonical_key })
    const before = known.get(text) ?? UNKNOWN_IDENTITY
    known.set(text, { ...before, ...partOf(row, before) })
  }
}

// In id order, as every batch does, so that two imports wait for each other instead of for ever.
async function lockAccounts(tx: Tx, platforms: readonly string[], names: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT a.id FROM account a
    JOIN unnest(${platforms}::uuid[], ${names}::text[]) AS w(platform_id, canonical_key) USING (platform_id, canonical_key)
    ORDER BY a.id FOR UPDATE OF a`
}

// The live account comes last, so that it is the one kept; before it the ended ones, oldest first.
async function readAccounts(
  tx: Tx,
  platforms: readonly string[],
  names: readonly string[],
): Promise<AccountRow[]> {
  return tx.$queryRaw<AccountRow[]>`
    SELECT a.platform_id, a.canonical_key, a.id, a.state::text, a.component_id, c.code AS component_code, a.title, a.language, a.source,
      a.listed_on::text, a.migration_id IS NOT NULL AS imported,
      greatest(a.last_confirmed_on, (a.claimed_at AT TIME ZONE 'UTC')::date)::text AS confirmed_on
    FROM account a
    JOIN component c ON c.id = a.component_id
    JOIN unnest(${platforms}::uuid[], ${names}::text[]) AS w(platform_id, canonical_key) USING (platform_id, canonical_key)
    ORDER BY a.state NOT IN ('RETIRED', 'DENIED', 'WITHDRAWN'), a.changed_at, a.id`
}

function toKnownAccount({
  id,
  state,
  title,
  language,
  source,
  imported,
  ...row
}: AccountRow): Partial<KnownIdentity> {
  const days = { listedOn: row.listed_on, confirmedOn: row.confirmed_on }
  const component = { componentId: row.component_id, componentCode: row.component_code }
  return { account: { id, state, ...component, title, language, source, imported, ...days } }
}

function readAliases(tx: Tx, platforms: readonly string[], names: readonly string[]) {
  return tx.$queryRaw<(Keyed & { account_id: string; former: boolean })[]>`
    SELECT l.platform_id, l.canonical_key, l.account_id, l.former
    FROM account_alias l
    JOIN unnest(${platforms}::uuid[], ${names}::text[]) AS w(platform_id, canonical_key) USING (platform_id, canonical_key)
    ORDER BY l.former DESC, l.id`
}

function readArchived(tx: Tx, platforms: readonly string[], names: readonly string[]) {
  return tx.$queryRaw<(Keyed & { source: string; listed_on: string | null })[]>`
    SELECT l.platform_id, l.canonical_key, l.source, l.listed_on::text
    FROM listing l
    JOIN unnest(${platforms}::uuid[], ${names}::text[]) AS w(platform_id, canonical_key) USING (platform_id, canonical_key)
    WHERE l.status = 'ARCHIVED'
    ORDER BY l.listed_on ASC NULLS FIRST, l.id`
}

interface ReviewRow extends Keyed {
  code: string
  status: string
  resolution: string | null
  resolved_on: string | null
}

// Newest first, because the first one found of a code is the one that stands.
function readReviews(
  tx: Tx,
  platforms: readonly string[],
  names: readonly string[],
  progress: ImportProgress | null,
) {
  return tx.$queryRaw<ReviewRow[]>`
    SELECT r.platform_id, r.canonical_key, r.code, r.raw->>'status' AS status, r.resolution,
      (r.resolved_at AT TIME ZONE 'UTC')::date::text AS resolved_on
    FROM migration_row r
    JOIN migration m ON m.id = r.migration_id
    JOIN unnest(${platforms}::uuid[], ${names}::text[]) AS w(platform_id, canonical_key) USING (platform_id, canonical_key)
    WHERE r.outcome = 'HELD' AND m.state IN ('APPROVED', 'APPLIED') AND r.row_number <= m.applied_rows
      AND m.id IS DISTINCT FROM ${progress?.migrationId ?? null}::uuid
    ORDER BY m.submitted_at DESC, r.row_number`
}

function toReview({ code, status: text, resolution, resolved_on }: ReviewRow): EarlierReview[] {
  const status = readStatus(text)
  if (!isHeldCode(code) || status === null) return []
  const decided = resolution === 'ACCEPTED' || resolution === 'REJECTED' ? resolution : 'OPEN'
  return [{ code, status, resolution: decided, resolvedOn: resolved_on }]
}

interface EarlierFileRow extends Keyed {
  row_number: number
  status: string
  outcome: string
}

function readEarlierRows(
  tx: Tx,
  platforms: readonly string[],
  names: readonly string[],
  progress: ImportProgress,
) {
  return tx.$queryRaw<EarlierFileRow[]>`
    SELECT r.platform_id, r.canonical_key, r.row_number, r.raw->>'status' AS status, r.outcome::text
    FROM migration_row r
    JOIN unnest(${platforms}::uuid[], ${names}::text[]) AS w(platform_id, canonical_key) USING (platform_id, canonical_key)
    WHERE r.migration_id = ${progress.migrationId}::uuid AND r.row_number <= ${progress.appliedRows} AND r.outcome <> 'REJECTED'
    ORDER BY r.row_number`
}

function withEarlier(
  rows: readonly EarlierRow[],
  { row_number, status: text, outcome }: EarlierFileRow,
): readonly EarlierRow[] {
  const status = readStatus(text)
  if (status === null || rows.some((row) => row.status === status)) return rows
  return [...rows, { rowNumber: row_number, status, held: outcome === 'HELD' }]
}
