import { checkRisks } from '../risk/risk-rules.ts'
import {
  isMitigationOverdue,
  isReviewOverdue,
  RISK_AREAS,
  RISK_OFFICES,
  type RiskArea,
} from '../risk/risk.ts'
import type { ClauseId } from '../directive/clauses.ts'
import type { ComponentCheck, PlatformCheck } from './compliance.ts'
import { fromRefusal } from './shortfall.ts'

/** Under which clause it is found that nobody looked at a risk again in time. */
const REVIEW_CLAUSES = { PRIVACY: 'IV.C.5', CIVIL_RIGHTS: 'IV.D.2' } as const satisfies Record<
  RiskArea,
  ClauseId
>

/** What is asked of the risks laid to a component, those of the department and its platforms to the department’s own. */
export const RISK_CHECKS: readonly ComponentCheck[] = RISK_AREAS.flatMap((area) => [
  mitigationCheck(area),
  reviewCheck(area),
])

/** What is asked of the risks on a platform in use. */
export const PLATFORM_RISK_CHECKS: readonly PlatformCheck[] = RISK_AREAS.map((area) => {
  const { clause, words } = RISK_OFFICES[area]
  return {
    kind: 'PLATFORM',
    code: `${area}_RISK`,
    clause,
    severity: 'HIGH',
    title: `No high risk to ${words} on an approved platform is left without mitigation or acceptance`,
    asks: ({ state }) => state === 'APPROVED',
    find: ({ risks }, now) =>
      fromRefusal(
        checkRisks(
          risks.filter((risk) => risk.area === area),
          now,
        ),
        clause,
      ),
  }
})

function mitigationCheck(area: RiskArea): ComponentCheck {
  const { clause, words } = RISK_OFFICES[area]
  return {
    kind: 'COMPONENT',
    code: `${area}_MITIGATION_OVERDUE`,
    clause,
    severity: 'HIGH',
    title: `What is planned about risks to ${words} is done by its day`,
    asks: () => true,
    find({ mitigations }, now) {
      const late = mitigations.filter((one) => one.area === area && isMitigationOverdue(one, now)).length
      if (late === 0) return null
      const message = `${late} mitigation${late === 1 ? '' : 's'} of risks to ${words} ${late === 1 ? 'is' : 'are'} overdue.`
      return { message, clauses: [clause] }
    },
  }
}

function reviewCheck(area: RiskArea): ComponentCheck {
  const { words } = RISK_OFFICES[area]
  const clause = REVIEW_CLAUSES[area]
  return {
    kind: 'COMPONENT',
    code: `${area}_RISK_REVIEW_OVERDUE`,
    clause,
    severity: 'MEDIUM',
    title: `Risks to ${words} are looked at again by their day`,
    asks: () => true,
    find({ risks }, now) {
      const late = risks.filter((one) => one.area === area && isReviewOverdue(one, now)).length
      if (late === 0) return null
      const message = `${late} risk${late === 1 ? '' : 's'} to ${words} ${late === 1 ? 'was' : 'were'} not looked at again in time.`
      return { message, clauses: [clause] }
    },
  }
}
