import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import type { IdentifiedRow } from '@official-accounts/domain/migration/identified-row'
import type { AccountUpdate } from '@official-accounts/domain/migration/judgement'
import { accountSlug, nextFree } from '../account/account-slug.ts'
import { OUTLET_FINDING } from '../account/outlet-finding.ts'
import type { Reference } from './load-reference.ts'
import { digestOf, type RecordChange } from './record-change.ts'

/** The import an account comes with, and the day its office's time to claim it begins. */
export interface ImportOrigin {
  readonly migrationId: string
  readonly decidedAt: Date
  readonly now: Date
}

/** An account to be made of a row. */
export interface AccountToMake {
  readonly row: IdentifiedRow
  readonly accountId: string
  readonly componentId: string
  readonly title: string
}

/** An account a newer row changes. */
export interface AccountToUpdate {
  readonly accountId: string
  readonly facts: AccountUpdate
}

const DAY_MS = 86_400_000

/**
 * Makes accounts as an import makes them: active, vacant, to be claimed by a day, and with a finding each, because
 * no register names an outlet beside the platform (V.B.5, V.B.10). What the register does not say stays unknown.
 */
export async function makeAccounts(
  tx: Tx,
  accounts: readonly AccountToMake[],
  origin: ImportOrigin,
  reference: Reference,
): Promise<readonly RecordChange[]> {
  if (accounts.length === 0) return []
  const slugs = await freeSlugs(tx, accounts, reference.platformSlugs)
  const claimDays = new Map(reference.components.map((component) => [component.id, component.claimDays]))
  const facts = accounts.map((account) => factsOf(account, origin.migrationId))
  const rows = facts.map((fact, at) => ({
    ...fact,
    slug: slugs[at],
    claimBy: new Date(origin.decidedAt.getTime() + (claimDays.get(fact.componentId) ?? 0) * DAY_MS),
  }))
  await insertAccounts(tx, rows, origin.now)
  const findings = await openOutletFindings(tx, accounts, origin.now)
  const made = facts.map((fact) => ({
    record: `Account/${fact.id}`,
    componentIds: [fact.componentId],
    before: null,
    after: digestOf(fact),
  }))
  return [...made, ...findings]
}

// One statement for all: what Prisma makes of hundreds of rows takes longer than the database takes to write them.
async function insertAccounts(tx: Tx, rows: readonly object[], now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO account (id, slug, component_id, platform_id, state, handle, canonical_key, profile_url, title, use_category,
      language, topics, source, listed_on, claim_by, migration_id, names_person_in, created_at, changed_at)
    SELECT id, slug, "componentId", "platformId", 'ACTIVE', handle, "canonicalKey", "profileUrl", title, 'PUBLIC_COMMUNICATION',
      language, '{}', source, "listedOn", ("claimBy" AT TIME ZONE 'UTC')::date, "migrationId",
      "namesPersonIn", ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, slug text, "componentId" uuid, "platformId" uuid,
      handle text, "canonicalKey" text, "profileUrl" text, title text, language text, source text, "listedOn" date,
      "claimBy" timestamptz, "migrationId" uuid, "namesPersonIn" "AccountText"[])`
}

function factsOf({ row, accountId, componentId, title }: AccountToMake, migrationId: string) {
  const { platformId, canonicalKey, handle, profileUrl, language, source, listedOn, namesPersonIn } = row
  const identity = { id: accountId, componentId, platformId, canonicalKey, handle, profileUrl }
  return { ...identity, title, language, source, listedOn, migrationId, namesPersonIn }
}

/** Writes what newer rows say over what older ones said, findings included where an account changes its component. */
export async function updateAccounts(
  tx: Tx,
  accounts: readonly AccountToUpdate[],
  now: Date,
): Promise<readonly RecordChange[]> {
  if (accounts.length === 0) return []
  // Two rows of one batch may name one account; the later one stands.
  const last = new Map(accounts.map(({ accountId, facts }) => [accountId, facts]))
  const before = await readFacts(tx, [...last.keys()])
  const rows = [...last].map(([id, facts]) => ({ id, ...facts }))
  await tx.$executeRaw`
    WITH newer AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(id uuid, "componentId" uuid, title text, language text, source text, "listedOn" date)
    ), moved AS (
      UPDATE finding f SET component_id = n."componentId" FROM newer n WHERE f.account_id = n.id AND f.state = 'OPEN'
    )
    UPDATE account a SET component_id = n."componentId", title = n.title, language = n.language, source = n.source,
      listed_on = n."listedOn", version = a.version + 1, changed_at = ${now}::timestamptz
    FROM newer n WHERE a.id = n.id`
  return rows.map((row) => {
    const old = before.get(row.id)
    const componentIds = [row.componentId, ...(old ? [old.componentId] : [])]
    return {
      record: `Account/${row.id}`,
      componentIds,
      before: old ? digestOf(old) : null,
      after: digestOf(row),
    }
  })
}

async function readFacts(tx: Tx, ids: readonly string[]) {
  const rows = await tx.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, componentId: true, title: true, language: true, source: true, listedOn: true },
  })
  return new Map(
    rows.map(({ listedOn, ...row }) => [
      row.id,
      { ...row, listedOn: listedOn?.toISOString().slice(0, 10) ?? null },
    ]),
  )
}

// One look-up for the slugs wanted, and one per slug that is taken: names that collide are few.
async function freeSlugs(
  tx: Tx,
  accounts: readonly AccountToMake[],
  platformSlugs: ReadonlyMap<string, string>,
): Promise<string[]> {
  const wanted = accounts.map(({ row }) =>
    accountSlug(platformSlugs.get(row.platformId) ?? 'account', row.handle),
  )
  const found = await tx.$queryRaw<
    { slug: string }[]
  >`SELECT slug FROM account WHERE slug = ANY (${wanted}::text[])`
  const taken = new Set(found.map(({ slug }) => slug))
  const looked = new Set<string>()
  const slugs: string[] = []
  for (const slug of wanted) {
    if (taken.has(slug) && !looked.has(slug)) {
      looked.add(slug)
      const like = await tx.$queryRaw<{ slug: string }[]>`SELECT account_slugs_like(${slug}) AS slug`
      for (const row of like) taken.add(row.slug)
    }
    const free = nextFree(slug, taken)
    taken.add(free)
    slugs.push(free)
  }
  return slugs
}

async function openOutletFindings(
  tx: Tx,
  accounts: readonly AccountToMake[],
  now: Date,
): Promise<readonly RecordChange[]> {
  const findings = accounts.map(({ accountId, componentId }) => ({
    id: newId(now.getTime()),
    clause: 'V.B.10',
    code: OUTLET_FINDING,
    accountId,
    componentId,
    detail: 'Imported without a known official outlet beside the platform.',
  }))
  await tx.finding.createMany({ data: findings.map((finding) => ({ ...finding, openedAt: now })) })
  return findings.map(findingMade)
}

/** What the audit keeps of a finding that an import opens. */
export function findingMade(finding: { readonly id: string; readonly componentId: string }): RecordChange {
  return {
    record: `Finding/${finding.id}`,
    componentIds: [finding.componentId],
    before: null,
    after: digestOf(finding),
  }
}
