import { addDays, type PolicyValues } from '../policy-setting/policy-setting.ts'

/** How the credential of an account is kept. What it is, is never asked. */
export const CREDENTIAL_CUSTODIES = [
  'NO_SHARED_CREDENTIAL',
  'DEPARTMENT_VAULT',
  'NAMED_CUSTODIAN',
  'HELD_PERSONALLY',
] as const
export type CredentialCustody = (typeof CREDENTIAL_CUSTODIES)[number]

/** A version of the security policy, so far as dates depend on it. */
export interface SecurityPolicyInForce {
  readonly id: string
  readonly effectiveFrom: Date
}

/** A version of the security policy, so far as an attestation is measured by it (IV.B.3). */
export interface SecurityPolicyTerms extends SecurityPolicyInForce {
  readonly number: number
  readonly authorizedTools: readonly string[]
  readonly rotationDays: number | null
}

/** What somebody attests of an account. */
export interface SecurityStatement {
  readonly multiFactor: boolean
  readonly custody: CredentialCustody
  readonly recoveryDomain: string
  readonly publishingTools: readonly string[]
  readonly administrators: number
  readonly lastRotatedOn: Date | null
}

/** The version that counts at an instant: the newest that has begun; null while there is none. */
export function policyInForce<Policy extends SecurityPolicyInForce>(
  policies: readonly Policy[],
  now: Date,
): Policy | null {
  const begun = policies.filter(({ effectiveFrom }) => effectiveFrom <= now)
  return begun.toSorted((a, b) => b.effectiveFrom.getTime() - a.effectiveFrom.getTime())[0] ?? null
}

/** What the date of the next attestation depends on. */
export interface AttestedAccount {
  readonly inUseSince: Date
  readonly attestation: { readonly policyId: string; readonly attestedAt: Date } | null
}

/**
 * By when an account's security is to be attested: a period after the last attestation while that was against the
 * version in force, else a grace after the version began or the account came into use. Null without a policy (IV.B.3).
 */
export function attestationDueAt(
  { inUseSince, attestation }: AttestedAccount,
  policy: SecurityPolicyInForce | null,
  values: PolicyValues,
): Date | null {
  if (policy === null) return null
  if (attestation?.policyId === policy.id) {
    return addDays(attestation.attestedAt, values.ATTESTATION_PERIOD_DAYS)
  }
  const begun = policy.effectiveFrom > inUseSince ? policy.effectiveFrom : inUseSince
  return addDays(begun, values.ATTESTATION_GRACE_DAYS)
}
