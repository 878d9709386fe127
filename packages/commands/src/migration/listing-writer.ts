import { createHash } from 'node:crypto'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'
import type { Cells } from '@official-accounts/domain/migration/column-sets'
import type { IdentifiedRow } from '@official-accounts/domain/migration/identified-row'
import type { ImportOrigin } from './account-writer.ts'
import { digestOf, type RecordChange } from './record-change.ts'

/** What a register's row leaves behind, whatever becomes of it otherwise. */
export interface ListingToKeep {
  readonly row: IdentifiedRow
  readonly cells: Cells
  readonly record: string | null
  readonly accountId: string | null
  readonly componentId: string | null
}

/**
 * Keeps listings, each once per source and record: a row imported again adds nothing, a later word of the same
 * record replaces the earlier one. Listings of the same identity are tied to the account once there is one.
 */
export async function keepListings(
  tx: Tx,
  listings: readonly ListingToKeep[],
  { migrationId, now }: ImportOrigin,
): Promise<readonly RecordChange[]> {
  const facts = new Map(listings.map((listing) => [recordText(listing), toFacts(listing, migrationId, now)]))
  if (facts.size === 0) return []
  const chains = new Map(listings.map((listing) => [recordText(listing), listing.componentId]))
  const written = await tx.$queryRaw<{ id: string; source: string; source_record: string }[]>`
    WITH row AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify([...facts.values()])}::jsonb) AS r(id uuid, source text,
        source_record text, status text, platform_id uuid, canonical_key text, handle text, profile_url text, title text,
        listed_on date, account_id uuid, migration_id uuid)
    )
    INSERT INTO listing AS l (id, source, source_record, status, platform_id, canonical_key, handle, profile_url, title,
      listed_on, account_id, migration_id)
    SELECT id, source, source_record, status::"ListingStatus", platform_id, canonical_key, handle, profile_url, title,
      listed_on, account_id, migration_id FROM row
    ON CONFLICT (source, source_record) DO UPDATE SET status = EXCLUDED.status, platform_id = EXCLUDED.platform_id,
      canonical_key = EXCLUDED.canonical_key, handle = EXCLUDED.handle, profile_url = EXCLUDED.profile_url,
      title = EXCLUDED.title, listed_on = EXCLUDED.listed_on, account_id = EXCLUDED.account_id,
      migration_id = EXCLUDED.migration_id
    WHERE EXCLUDED.listed_on > l.listed_on
    RETURNING id, source, source_record`
  await tieToAccounts(tx, listings)
  return written.map(({ id, source, source_record }) => {
    const text = `${source} ${source_record}`
    return {
      record: `Listing/${id}`,
      componentIds: [chains.get(text) ?? null],
      before: null,
      after: digestOf({ ...facts.get(text), id }),
    }
  })
}

async function tieToAccounts(tx: Tx, listings: readonly ListingToKeep[]): Promise<void> {
  const tied = listings.flatMap(({ row, accountId }) =>
    accountId === null
      ? []
      : [{ platform_id: row.platformId, canonical_key: row.canonicalKey, account_id: accountId }],
  )
  if (tied.length === 0) return
  await tx.$executeRaw`
    UPDATE listing l SET account_id = r.account_id
    FROM jsonb_to_recordset(${JSON.stringify(tied)}::jsonb) AS r(platform_id uuid, canonical_key text, account_id uuid)
    WHERE l.platform_id = r.platform_id AND l.canonical_key = r.canonical_key AND l.account_id IS NULL`
}

// A row without an id of its own is known by all it says.
function toFacts({ row, cells, record, accountId }: ListingToKeep, migrationId: string, now: Date) {
  return {
    id: newId(now.getTime()),
    source: row.source,
    source_record: recordOf(record, cells),
    status: row.status,
    platform_id: row.platformId,
    canonical_key: row.canonicalKey,
    handle: row.handle,
    profile_url: row.profileUrl,
    title: row.title,
    listed_on: row.listedOn,
    account_id: accountId,
    migration_id: migrationId,
  }
}

function recordText({ row, record, cells }: ListingToKeep): string {
  return `${row.source} ${recordOf(record, cells)}`
}

function recordOf(record: string | null, cells: Cells): string {
  return record ?? createHash('sha256').update(canonicalJson(cells)).digest('hex').slice(0, 32)
}
