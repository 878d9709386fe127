import { checkPublishingProcess } from '../component-process/component-process-rules.ts'
import { policyCoverage } from '../component-policy/component-policy.ts'
import { checkGuidanceFollowed } from '../guidance/guidance-rules.ts'
import type { ComponentCheck, OwedCertification } from './compliance.ts'
import { DEPARTMENT_CHECKS } from './department-checks.ts'
import { RISK_CHECKS } from './risk-checks.ts'
import { fromRefusal } from './shortfall.ts'
import { isHeld, procedureFor } from './standards.ts'

const hasAccounts: ComponentCheck['asks'] = ({ liveAccounts }) => liveAccounts > 0

/** What every component that has accounts is asked. */
export const COMPONENT_CHECKS: readonly ComponentCheck[] = [
  {
    kind: 'COMPONENT',
    code: 'NO_DIRECTOR',
    clause: 'IV.E.1',
    severity: 'MEDIUM',
    title: 'A component with accounts has a public affairs director who may act',
    asks: hasAccounts,
    find: ({ directors }, now) =>
      directors.some((held) => isHeld(held, now))
        ? null
        : {
            message: 'It has accounts, and nobody is on record as its public affairs director.',
            clauses: ['IV.E.1'],
          },
  },
  {
    kind: 'COMPONENT',
    code: 'NO_PROCESS',
    clause: 'IV.E.1',
    severity: 'HIGH',
    title: 'A component with accounts publishes by a process that follows the guidance in force',
    asks: hasAccounts,
    find: ({ process, standards }, now) =>
      fromRefusal(checkPublishingProcess(process, procedureFor(standards, []), now), 'IV.E.1'),
  },
  {
    kind: 'COMPONENT',
    code: 'DIRECTOR_GUIDANCE_OPEN',
    clause: 'IV.E.2',
    severity: 'MEDIUM',
    title: 'Whoever approves for a component has acknowledged the guidance in force',
    asks: hasAccounts,
    find({ directors, standards }, now) {
      const held = directors.filter((duty) => isHeld(duty, now))
      const open = held.filter(({ role, acknowledged }) => {
        return checkGuidanceFollowed(role, procedureFor(standards, acknowledged), now) !== null
      })
      if (open.length === 0) return null
      const message = `${open.length} of ${held.length} who may approve for it have not acknowledged the guidance in force.`
      return { message, clauses: ['IV.E.2'] }
    },
  },
  {
    kind: 'COMPONENT',
    code: 'CERTIFICATION_OVERDUE',
    clause: 'IV.E.3',
    severity: 'HIGH',
    title: 'Every certification that a component owes was answered in time, or has been since',
    asks: hasAccounts,
    find({ certifications }) {
      const owed = certifications.filter((one) => isOwed(one, certifications)).map(({ name }) => name)
      if (owed.length === 0) return null
      return { message: `It has not certified: ${owed.toSorted().join('; ')}.`, clauses: ['IV.E.3'] }
    },
  },
  {
    kind: 'COMPONENT',
    code: 'NO_COMPONENT_POLICY',
    clause: 'OIG.4',
    severity: 'MEDIUM',
    title:
      'A component with accounts has a policy that the Privacy Office approved, and has put it into practice',
    asks: hasAccounts,
    find({ policyStates }) {
      switch (policyCoverage(policyStates)) {
        case 'IMPLEMENTED':
          return null
        case 'APPROVED':
          return { message: 'Its policy is approved and not yet implemented.', clauses: ['OIG.4'] }
        case 'SUBMITTED':
          return { message: 'Its policy waits for the Privacy Office.', clauses: ['OIG.4'] }
        case 'NONE':
          return { message: 'It has no policy of its own.', clauses: ['OIG.4'] }
      }
    },
  },
  ...DEPARTMENT_CHECKS,
  ...RISK_CHECKS,
]

// What a closed certification was never told is owed until the component certifies a later one.
function isOwed(
  { state, overdueSince, certificationState, openedAt }: OwedCertification,
  all: readonly OwedCertification[],
): boolean {
  if (state === 'CERTIFIED' || overdueSince === null) return false
  return (
    certificationState === 'OPEN' ||
    !all.some(({ certifiedAt }) => certifiedAt !== null && certifiedAt > openedAt)
  )
}
