import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** The one order of an account's attestations, so that every selection of them is one query: the newest first. */
export const ATTESTATION_ORDER = [
  { attestedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.SecurityAttestationOrderByWithRelationInput[]

/** An attestation to be kept. */
interface NewAttestation {
  readonly id: string
  readonly accountId: string
  readonly policyId: string
  readonly attestedById: string
  readonly multiFactor: boolean
  readonly custody: string
  readonly recoveryDomain: string
  readonly publishingTools: readonly string[]
  readonly administrators: number
  readonly lastRotatedOn: Date | null
  readonly usedExceptionIds: readonly string[]
}

/** Keeps an attestation and closes the account's finding of this code, in one statement. */
export async function insertAttestation(
  tx: Tx,
  attestation: NewAttestation,
  findingCode: string,
  now: Date,
): Promise<void> {
  const { lastRotatedOn, accountId } = attestation
  await sendStatement(
    tx,
    Prisma.sql`
    WITH closed AS (
      UPDATE finding SET state = 'CLOSED', closed_at = ${now}::timestamptz
      WHERE account_id = ${accountId}::uuid AND code = ${findingCode} AND state = 'OPEN'
    )
    INSERT INTO security_attestation (id, account_id, policy_id, attested_by_id, attested_at, multi_factor, custody,
      recovery_domain, publishing_tools, administrators, last_rotated_on, used_exception_ids)
    VALUES (${attestation.id}::uuid, ${accountId}::uuid, ${attestation.policyId}::uuid, ${attestation.attestedById}::uuid,
      ${now}::timestamptz, ${attestation.multiFactor}, ${attestation.custody}::"CredentialCustody",
      ${attestation.recoveryDomain}, ${[...attestation.publishingTools]}::text[], ${attestation.administrators},
      ${lastRotatedOn?.toISOString().slice(0, 10) ?? null}::date, ${[...attestation.usedExceptionIds]}::uuid[])`,
  )
}
