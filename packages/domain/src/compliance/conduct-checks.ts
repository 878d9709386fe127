import { needsContact } from '../account/account.ts'
import { firstRefusal } from '../decision.ts'
import { checkGuidanceFollowed } from '../guidance/guidance-rules.ts'
import { attestationDueAt, policyInForce } from '../security-attestation/security-attestation.ts'
import { checkTrained } from '../training/training-rules.ts'
import { ATTESTATION_OVERDUE, ATTESTATION_SHORTFALL, type AccountCheck } from './compliance.ts'
import { fromRefusal } from './shortfall.ts'
import { isHeld, procedureFor } from './standards.ts'

const isAnswered: AccountCheck['asks'] = ({ state, unclaimed }) => needsContact(state) && !unclaimed
const isInUse: AccountCheck['asks'] = ({ state, unclaimed }) =>
  (state === 'ACTIVE' || state === 'SUSPENDED') && !unclaimed

/** What is asked of accounts about those who answer for them, and what those have attested. */
export const CONDUCT_CHECKS: readonly AccountCheck[] = [
  {
    kind: 'ACCOUNT',
    code: ATTESTATION_OVERDUE,
    clause: 'IV.B.3',
    severity: 'MEDIUM',
    title: 'The account’s security is attested in time against the policy in force',
    asks: isInUse,
    find({ attested, standards: { securityPolicies, values } }, now) {
      const dueAt = attestationDueAt(attested, policyInForce(securityPolicies, now), values)
      return dueAt !== null && dueAt <= now ? { message: ATTESTATION_SHORTFALL, clauses: ['IV.B.3'] } : null
    },
  },
  {
    kind: 'ACCOUNT',
    code: 'CONTACT_NOT_TRAINED',
    clause: 'IV.A.3',
    severity: 'HIGH',
    title: 'Everybody who answers for the account has current training',
    asks: isAnswered,
    find({ answerers, standards: { courses } }, now) {
      const refusals = answerers.map(({ role, completions }) => {
        return () => checkTrained(`The ${role.toLowerCase()} contact`, courses, completions, now)
      })
      return fromRefusal(firstRefusal(...refusals), 'IV.A.3')
    },
  },
  {
    kind: 'ACCOUNT',
    code: 'CONTACT_GUIDANCE_OPEN',
    clause: 'IV.A.3',
    severity: 'MEDIUM',
    title: 'Everybody who answers for the account has acknowledged the guidance in force for them',
    asks: isAnswered,
    find({ answerers, standards }, now) {
      const open = answerers.flatMap(({ role, duties, acknowledged }) => {
        const versions = procedureFor(standards, acknowledged)
        const held = duties.filter((duty) => isHeld(duty, now))
        const refusal = firstRefusal(
          ...held.map((duty) => () => checkGuidanceFollowed(duty.role, versions, now)),
        )
        return refusal === null ? [] : [role.toLowerCase()]
      })
      if (open.length === 0) return null
      const who = [...new Set(open)].toSorted().reverse().join(' and ')
      return {
        message: `Its ${who} contact has not acknowledged the guidance in force.`,
        clauses: ['IV.A.3'],
      }
    },
  },
]
