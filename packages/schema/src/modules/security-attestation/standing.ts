import { NO_CONDUCT } from '@official-accounts/db/facts/conduct-facts'
import { ATTESTATION_ORDER } from '@official-accounts/db/facts/attestation-facts'
import { accountFactsSelect, toAccountFacts } from '@official-accounts/db/facts/account-facts'
import { toValues } from '@official-accounts/db/facts/timer-facts'
import { seesContacts } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { securityDueAt } from '@official-accounts/domain/account-timer/account-timer-rules'
import type { AvailableAction } from '@official-accounts/domain/available-action'
import type { PolicyValues } from '@official-accounts/domain/policy-setting/policy-setting'
import {
  policyInForce,
  type SecurityPolicyTerms,
} from '@official-accounts/domain/security-attestation/security-attestation'
import { availableAttestation } from '@official-accounts/domain/security-attestation/security-attestation-rules'
import { builder } from '../../builder.ts'
import { requestNow, type RequestContext } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { grantedExceptions } from '../exception/granted.ts'

interface Standing {
  readonly dueAt: Date | null
  readonly overdue: boolean
  readonly action: AvailableAction<'attestAccountSecurityPolicy'>
}

const SecurityStandingRef = builder.objectRef<Standing>('SecurityStanding').implement({
  description: 'Whether an account’s security is attested as the policy in force asks (IV.B.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'By when it is to be attested; null while no policy is in force or nobody has claimed it.',
    }),
    overdue: t.exposeBoolean('overdue', { description: 'Whether that instant has passed.' }),
    availableAction: t.field({
      type: AvailableActionRef,
      description: 'Whether you may attest it, and what stands in your way.',
      resolve: ({ action }) => action,
    }),
  }),
})

builder.prismaObjectField('Account', 'securityStanding', (t) =>
  t.field({
    type: SecurityStandingRef,
    nullable: true,
    description:
      'Whether its security is attested in time (IV.B.3); null where you may not see what was attested.',
    select: {
      ...accountFactsSelect,
      activatedAt: true,
      createdAt: true,
      securityAttestations: { orderBy: ATTESTATION_ORDER, select: { policyId: true, attestedAt: true } },
    },
    resolve: async (account, _args, context) => {
      if (!seesContacts(readReach(context.actor), account.componentId)) return null
      const now = requestNow(context)
      const { values, securityPolicies } = await readPolicy(context)
      const facts = toAccountFacts(account, await grantedExceptions(context), NO_CONDUCT)
      const { claimedAt, activatedAt, createdAt, migrationId } = account
      const attested = {
        unclaimed: migrationId !== null && claimedAt === null,
        inUseSince: claimedAt ?? activatedAt ?? createdAt,
        attestation: account.securityAttestations[0] ?? null,
      }
      const dueAt = securityDueAt(attested, { values, securityPolicies }, now)
      return {
        dueAt,
        overdue: dueAt !== null && dueAt <= now,
        action: availableAttestation(context.actor, facts, policyInForce(securityPolicies, now)),
      }
    },
  }),
)

interface Policy {
  readonly values: PolicyValues
  readonly securityPolicies: readonly SecurityPolicyTerms[]
}

const read = new WeakMap<RequestContext, Promise<Policy>>()

/** The security policies and the days they count in: read once for a request, however many accounts it asks about. */
export function readPolicy(context: RequestContext): Promise<Policy> {
  const known = read.get(context)
  if (known) return known
  const found = findPolicy(context)
  read.set(context, found)
  return found
}

async function findPolicy({ services }: RequestContext): Promise<Policy> {
  const [settings, securityPolicies] = await Promise.all([
    services.read.policySetting.findMany({ select: { key: true, queue: true, value: true } }),
    services.read.securityPolicy.findMany({
      select: { id: true, number: true, effectiveFrom: true, authorizedTools: true, rotationDays: true },
    }),
  ])
  const values = toValues(settings)
  return { values, securityPolicies }
}
