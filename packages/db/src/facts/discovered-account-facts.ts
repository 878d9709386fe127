import type { DiscoveredAccountFacts } from '@official-accounts/domain/discovered-account/discovered-account'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** What has to be read of a discovered account before anything is decided on it. */
export const discoveredAccountFactsSelect = {
  id: true,
  state: true,
  componentId: true,
  reportedById: true,
  profileUrl: true,
  findingId: true,
  version: true,
} satisfies Prisma.DiscoveredAccountSelect

/** A discovered account under its row lock; null where there is none or the caller may not write it. */
export async function lockDiscoveredAccountRow(tx: Tx, id: string): Promise<DiscoveredAccountFacts | null> {
  const [row] = await sendStatement<DiscoveredAccountFacts>(
    tx,
    Prisma.sql`
    SELECT d.id, d.state::text, d.component_id AS "componentId",
      d.reported_by_id AS "reportedById", d.profile_url AS "profileUrl",
      d.finding_id AS "findingId", d.version
    FROM discovered_account d WHERE d.id = ${id}::uuid FOR UPDATE`,
  )
  return row ?? null
}

/** A decision on a discovered account: what becomes of it, who decided, and why. */
export interface DiscoveryDecision {
  readonly id: string
  readonly kind: 'ADOPTED' | 'CLOSED'
  readonly version: number
  readonly findingId: string
  readonly accountId: string | null
  readonly closure: string | null
  readonly evidence: string | null
  readonly decisionId: string
  readonly decidedById: string
  readonly role: string | null
  readonly delegationId: string | null
  readonly reason: string
  readonly at: Date
}

/** Decides a discovered account, records the decision and closes its finding, in one statement. */
export async function decideDiscoveredAccount(tx: Tx, decision: DiscoveryDecision): Promise<void> {
  const { id, kind, version, findingId, accountId, closure, evidence, at } = decision
  const { decisionId, decidedById, role, delegationId, reason } = decision
  await sendStatement(
    tx,
    Prisma.sql`
    WITH decided AS (
      INSERT INTO decision (id, kind, discovered_account_id, decided_by_id, role, delegation_id, clauses, reason,
        decided_at)
      VALUES (${decisionId}::uuid, ${kind}::"DecisionKind", ${id}::uuid, ${decidedById}::uuid, ${role}::"Role",
        ${delegationId}::uuid, '{V.B.8}', ${reason}, ${at}::timestamptz)
    ), closed AS (
      UPDATE finding SET state = 'CLOSED', closed_at = ${at}::timestamptz
      WHERE id = ${findingId}::uuid AND state = 'OPEN'
    )
    UPDATE discovered_account SET state = ${kind}::"DiscoveredAccountState", account_id = ${accountId}::uuid,
      closure = ${closure}::"DiscoveryClosure", evidence = ${evidence}, version = ${version},
      changed_at = ${at}::timestamptz
    WHERE id = ${id}::uuid`,
  )
}
