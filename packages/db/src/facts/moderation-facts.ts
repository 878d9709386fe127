import { givenUntil, type AccessFacts } from '@official-accounts/domain/access-grant/access-grant'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import {
  IN_FORCE,
  MEASURES,
  type ManagedAccount,
  type ModerationAccount,
  type ModerationFacts,
  type ModerationStanding,
} from '@official-accounts/domain/moderation/moderation'
import { CONTACT_ORDER } from './account-facts.ts'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement, type StatementSender } from '../transaction-connection.ts'

/** How an account stands on which nothing is moderated. */
export const NO_MODERATION: ModerationStanding = { inForce: 0, toBeReversed: 0, reviewBy: [] }

/** The one order of what was said of an act, so that every selection of it is one query. */
export const MODERATION_STEP_ORDER = [
  { at: 'asc' },
  { id: 'asc' },
] satisfies Prisma.ModerationStepOrderByWithRelationInput[]

/** Who manages an account: its current contacts, and those with access. */
const MANAGERS = {
  contacts: { orderBy: CONTACT_ORDER, select: { personId: true, endedAt: true } },
  accessGrants: {
    where: { kind: 'MANAGE', OR: [{ state: 'PROVISIONED' }, { heldUntil: { not: null } }] },
    select: { personId: true, state: true, expiresOn: true, heldUntil: true },
  },
} as const satisfies Prisma.AccountSelect

/** What has to be read of an act of moderation before anything is decided on it. */
export const moderationFactsSelect = {
  id: true,
  kind: true,
  reason: true,
  state: true,
  accountId: true,
  componentId: true,
  recordedById: true,
  reversesId: true,
  reviewBy: true,
  version: true,
  account: { select: { platformId: true, ...MANAGERS } },
  steps: { orderBy: MODERATION_STEP_ORDER, select: { kind: true, personId: true } },
} as const satisfies Prisma.ModerationActionSelect

/** An act of moderation as the domain looks at it. */
export function toModerationFacts({
  account,
  steps,
  ...row
}: Prisma.ModerationActionGetPayload<{ select: typeof moderationFactsSelect }>): ModerationFacts {
  return {
    ...row,
    platformId: account.platformId,
    involvedIds: [
      row.recordedById,
      ...steps.flatMap(({ kind, personId }) => (kind === 'REAFFIRMED' ? [personId] : [])),
    ],
    contactIds: currentIn(account.contacts),
    access: givenIn(account.accessGrants),
  }
}

function currentIn(
  contacts: readonly { readonly personId: string; readonly endedAt: Date | null }[],
): readonly string[] {
  return contacts.flatMap(({ personId, endedAt }) => (endedAt === null ? [personId] : []))
}

type GrantRow = Pick<AccessFacts, 'personId' | 'state' | 'expiresOn' | 'heldUntil'>

function givenIn(grants: readonly GrantRow[]): ManagedAccount['access'] {
  return grants.flatMap((grant) => {
    const expiresOn = givenUntil(grant)
    return expiresOn === null ? [] : [{ personId: grant.personId, expiresOn }]
  })
}

/** What tells who may record moderation on an account. */
export const managedAccountSelect = {
  id: true,
  componentId: true,
  platformId: true,
  ...MANAGERS,
} as const satisfies Prisma.AccountSelect

/** An account and who manages it. */
export function toManagedAccount({
  contacts,
  accessGrants,
  ...row
}: Prisma.AccountGetPayload<{ select: typeof managedAccountSelect }>): ManagedAccount {
  return { ...row, contactIds: currentIn(contacts), access: givenIn(accessGrants) }
}

const MODERATION_ACCOUNT = {
  ...managedAccountSelect,
  state: true,
  canonicalKey: true,
  commentPolicyUrl: true,
  platform: { select: { slug: true, name: true, state: true, rules: true } },
} as const satisfies Prisma.AccountSelect

function toModerationAccount({
  platform: { slug, name, state, rules },
  commentPolicyUrl,
  canonicalKey,
  state: accountState,
  ...managed
}: Prisma.AccountGetPayload<{ select: typeof MODERATION_ACCOUNT }>): ModerationAccount {
  const { rules: valid } = parsePlatformRules(rules)
  return {
    ...toManagedAccount(managed),
    state: accountState,
    commentPolicyUrl,
    canonicalKey,
    platform: valid ? { slug, name, prohibited: state === 'PROHIBITED', rules: valid } : null,
  }
}

/** Reads an account for its moderation in one statement; null where there is none or it is hidden. */
export async function readModerationAccount(tx: Tx, id: string): Promise<ModerationAccount | null> {
  const row = await tx.account.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: MODERATION_ACCOUNT,
  })
  return row && toModerationAccount(row)
}

const LOCKED = {
  ...moderationFactsSelect,
  account: { select: MODERATION_ACCOUNT },
} as const satisfies Prisma.ModerationActionSelect

/**
 * Locks an act and its account and reads what decisions look at. Null where there is none or the caller may not write
 * it: row-level security locks only what may be written.
 */
export async function lockModeration(
  tx: Tx,
  id: string,
): Promise<{ readonly act: ModerationFacts; readonly account: ModerationAccount } | null> {
  await tx.$queryRaw`
    SELECT m.id FROM moderation_action m JOIN account a ON a.id = m.account_id WHERE m.id = ${id}::uuid
    FOR UPDATE OF m FOR SHARE OF a`
  // Read after the lock and not with it: a statement sees what was committed before it began to wait.
  const row = await tx.moderationAction.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: LOCKED,
  })
  return row && { act: toModerationFacts(row), account: toModerationAccount(row.account) }
}

/** What the policy says beside a record: whether a text names somebody registered, and how long a block holds. */
export interface ModerationGround {
  readonly namesSomebody: boolean
  readonly blockReviewDays: number
}

/** Reads both in one statement. */
export async function readModerationGround(tx: Tx, said: string): Promise<ModerationGround> {
  const [row] = await sendStatement<ModerationGround>(
    tx,
    Prisma.sql`SELECT names_a_person(${said}) AS "namesSomebody", value AS "blockReviewDays"
      FROM policy_setting WHERE key = 'BLOCK_REVIEW_DAYS' AND queue IS NULL`,
  )
  if (row === undefined) throw new Error('The registry has no policy setting BLOCK_REVIEW_DAYS.')
  return row
}

interface StandingRow {
  readonly accountId: string
  readonly inForce: number
  readonly toBeReversed: number
  readonly reviewBy: readonly string[] | null
}

/** How the moderation of accounts stands, in one statement; accounts without any are left out. */
export async function readModerationStandings(
  sender: StatementSender,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, ModerationStanding>> {
  const rows = await sendStatement<StandingRow>(
    sender,
    Prisma.sql`SELECT account_id AS "accountId", count(*)::int AS "inForce",
        (count(*) FILTER (WHERE state = 'TO_BE_REVERSED'))::int AS "toBeReversed",
        array_agg(review_by::text ORDER BY review_by) FILTER (WHERE review_by IS NOT NULL) AS "reviewBy"
      FROM moderation_action
      WHERE account_id = ANY (${[...accountIds]}::uuid[]) AND state::text = ANY (${[...IN_FORCE]})
        AND kind::text = ANY (${[...MEASURES]})
      GROUP BY account_id`,
  )
  return new Map(
    rows.map(({ accountId, reviewBy, ...counted }) => [
      accountId,
      { ...counted, reviewBy: (reviewBy ?? []).map((day) => new Date(day)) },
    ]),
  )
}

/** Opens the account's finding of this code in the transaction that makes it true; false where one is open already. */
export async function openModerationFinding(
  tx: Tx,
  finding: {
    readonly id: string
    readonly accountId: string
    readonly componentId: string
    readonly code: string
    readonly detail: string
  },
  now: Date,
): Promise<boolean> {
  const { id, accountId, componentId, code, detail } = finding
  const rows = await sendStatement<{ id: string }>(
    tx,
    Prisma.sql`INSERT INTO finding (id, clause, code, state, severity, account_id, component_id, detail, opened_at)
      VALUES (${id}::uuid, 'IV.D.3', ${code}, 'OPEN', 'HIGH', ${accountId}::uuid, ${componentId}::uuid, ${detail},
        ${now}::timestamptz) ON CONFLICT DO NOTHING RETURNING id`,
  )
  return rows.length > 0
}

/** Closes it where nothing on the account is to be taken back any more, and answers with the ids of what it closed. */
export async function closeModerationFinding(
  tx: Tx,
  { accountId, code, reason }: { readonly accountId: string; readonly code: string; readonly reason: string },
  now: Date,
): Promise<readonly string[]> {
  const rows = await sendStatement<{ id: string }>(
    tx,
    Prisma.sql`UPDATE finding f SET state = 'CLOSED', closed_at = ${now}::timestamptz, close_reason = ${reason},
        version = f.version + 1
      WHERE f.account_id = ${accountId}::uuid AND f.code = ${code} AND f.state = 'OPEN' AND f.origin = 'AUTOMATIC'
        AND NOT EXISTS (
          SELECT FROM moderation_action m WHERE m.account_id = f.account_id AND m.state = 'TO_BE_REVERSED'
        )
      RETURNING f.id`,
  )
  return rows.map(({ id }) => id)
}
