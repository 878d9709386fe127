import { insertAttestation } from '@official-accounts/db/facts/attestation-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { accountPlace } from '@official-accounts/domain/account/account'
import { changesBetween, type AuditChange } from '@official-accounts/domain/audit/audit-entry'
import { ATTESTATION_OVERDUE } from '@official-accounts/domain/compliance/compliance'
import { allow, refuse } from '@official-accounts/domain/decision'
import { policyRefusal } from '@official-accounts/domain/errors'
import {
  CREDENTIAL_CUSTODIES,
  policyInForce,
} from '@official-accounts/domain/security-attestation/security-attestation'
import {
  checkAttester,
  judgeStatement,
} from '@official-accounts/domain/security-attestation/security-attestation-rules'
import { z } from 'zod'
import { decider, exceptionsUsed } from '../account/account-transition.ts'
import { lockAccount } from '../account/lock-account.ts'
import { settleTimers } from '../account-timer/settle-timers.ts'
import { defineCommand } from '../command.ts'

const day = z
  .date()
  .or(z.iso.date('A day such as 2027-01-31.').transform((text) => new Date(`${text}T00:00:00Z`)))

const input = z.object({
  accountId: z.uuid(),
  multiFactor: z.boolean(),
  custody: z.enum(CREDENTIAL_CUSTODIES),
  recoveryDomain: z.string().trim().toLowerCase().max(253, 'At most 253 characters.'),
  publishingTools: z
    .array(z.string().trim().min(1, 'A tool has a name.').max(200, 'At most 200 characters.'))
    .max(50, 'At most 50 tools.')
    .transform((tools) => [...new Set(tools)].sort()),
  administrators: z.int('A whole number.').min(0).max(10_000),
  lastRotatedOn: day.nullish(),
})

const KEPT = [
  'multiFactor',
  'custody',
  'recoveryDomain',
  'publishingTools',
  'administrators',
  'lastRotatedOn',
] as const

/**
 * Attests that an account is secured as the policy in force asks (IV.B.3): how people sign in, who keeps what, and never
 * a credential. What the policy forbids is refused, unless a written exception lifts it; then a time that ran ends.
 */
export const attestAccountSecurityPolicy = defineCommand({
  name: 'attestAccountSecurityPolicy',
  permission: 'securityAttestation.attest',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  async lock(tx: Tx, { accountId }: z.infer<typeof input>) {
    const account = await lockAccount(tx, accountId)
    return { account, policies: await tx.securityPolicy.findMany({ select: TERMS }) }
  },
  place: ({ account }) => accountPlace(account),
  version: ({ account }) => account.version,
  decide(actor, now, { accountId: _id, lastRotatedOn = null, ...said }, { account, policies }) {
    const policy = policyInForce(policies, now)
    const refusal = checkAttester(actor, account, policy)
    if (refusal !== null || policy === null) return refuse(refusal ?? NO_POLICY)
    const statement = { ...said, lastRotatedOn }
    const ruling = judgeStatement(statement, account, policy, now)
    if (ruling.refusal) return refuse(ruling.refusal)
    return allow({ statement, policyId: policy.id, usedExceptionIds: [...ruling.exceptionIds] })
  },
  async apply(tx, { statement, policyId, usedExceptionIds }, { account }, context) {
    const { now } = context
    const id = newId(now.getTime())
    const attestedById = decider(context)
    const kept = { ...statement, id, accountId: account.id, policyId, attestedById, usedExceptionIds }
    await insertAttestation(tx, kept, ATTESTATION_OVERDUE, now)
    const settled = await settleTimers(tx, [account.id], now)
    return {
      result: { type: 'SecurityAttestation', id },
      audit: [
        {
          action: 'securityAttestation.attest',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['IV.B.3'],
          reason: null,
          changes: [
            { field: 'attestation', before: null, after: id },
            ...changesBetween(KEPT, {}, statement).map(ofAttestation),
            ...exceptionsUsed(usedExceptionIds),
            ...settled.flatMap(({ changes }) => changes),
          ],
        },
      ],
      events: [
        { type: 'security-attestation.attested', subjectType: 'Account', subjectId: account.id },
        ...settled.flatMap(({ events }) => events),
      ],
    }
  },
})

// What is attested is said of the attestation: the account has answers of its own by some of these names.
function ofAttestation(change: AuditChange): AuditChange {
  return { ...change, field: `attestation.${change.field}` }
}

const NO_POLICY = policyRefusal('No version of the security policy is in force.', 'IV.B.3')

const TERMS = {
  id: true,
  number: true,
  effectiveFrom: true,
  authorizedTools: true,
  rotationDays: true,
} as const
