import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, type Place } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import { ROLES } from '../access/roles.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { forbidden, invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import { RISK_ACTIONS, RISK_PERMISSIONS, riskMachine, type RiskAction } from './risk-machine.ts'
import {
  dayOf,
  inherentRating,
  isHighUnmitigated,
  RISK_CLAUSES,
  RISK_OFFICES,
  riskRating,
  type RiskArea,
  type RiskFacts,
  type RiskLevel,
  type RiskStanding,
} from './risk.ts'

/** Where an act on a risk takes effect. */
export function riskPlace({
  componentId,
  accountId,
  platformId,
}: Pick<RiskFacts, 'componentId' | 'accountId' | 'platformId'>): Place {
  return {
    componentId,
    ...(accountId === null ? {} : { accountId }),
    ...(platformId === null ? {} : { platformId }),
  }
}

/** Null when this actor may do this to this risk now, as far as it shows without input (IV.C.3, IV.D.2). */
export function checkRiskAction(actor: Actor, action: RiskAction, risk: RiskFacts): Refusal | null {
  return firstRefusal(
    () => authorize(actor, RISK_PERMISSIONS[action], riskPlace(risk)),
    () => checkOffice(actor, RISK_PERMISSIONS[action], risk),
    () => checkState(riskMachine, risk.state, action),
    () => riskRules[action](actor, risk),
  )
}

type Rule = (actor: Actor, risk: RiskFacts) => Refusal | null

const riskRules: Readonly<Record<RiskAction, Rule>> = {
  assessRisk: () => null,
  planRiskMitigation: (_actor, risk) => checkAssessed(risk),
  mitigateRisk: (_actor, risk) => checkAssessed(risk) ?? checkDone(risk),
  acceptRisk: (actor, risk) => checkAssessed(risk) ?? checkNotRaiser(actor, risk),
  reviewRisk: (_actor, risk) => checkAssessed(risk),
  closeRisk: (_actor, risk) => checkNothingLeft(risk),
  reopenRisk: () => null,
}

/** Where a risk is, and whose. */
export type PlacedRisk = Pick<RiskFacts, 'area' | 'componentId' | 'accountId' | 'platformId'>

/** Null when the actor has this permission here in the office of the risk’s area; the other office has it for its own. */
export function checkOffice(actor: Actor, permission: Permission, risk: PlacedRisk): Refusal | null {
  const { role, clause, words } = RISK_OFFICES[risk.area]
  const inOffice =
    'roles' in actor ? { ...actor, roles: actor.roles.filter((held) => held.role === role) } : actor
  return authorize(inOffice, permission, riskPlace(risk)) === null
    ? null
    : forbidden(`Risks to ${words} are decided on by the ${ROLES[role].title}.`, clause)
}

function checkAssessed(risk: RiskFacts): Refusal | null {
  if (inherentRating(risk) !== null) return null
  return policyRefusal('Its office has not assessed this risk yet.', ...RISK_CLAUSES[risk.area])
}

function checkDone({ area, mitigations }: RiskFacts): Refusal | null {
  if (mitigations.some(({ state }) => state === 'PLANNED')) return leftRefusal(area, mitigations)
  return mitigations.some(({ state }) => state === 'DONE')
    ? null
    : policyRefusal(
        'Nothing was done about this risk yet: plan a mitigation, or accept the risk.',
        ...RISK_CLAUSES[area],
      )
}

function checkNothingLeft({ area, mitigations }: RiskFacts): Refusal | null {
  return mitigations.some(({ state }) => state === 'PLANNED') ? leftRefusal(area, mitigations) : null
}

function leftRefusal(area: RiskArea, mitigations: RiskFacts['mitigations']): Refusal {
  const left = mitigations.filter(({ state }) => state === 'PLANNED').length
  const words = left === 1 ? 'mitigation is' : 'mitigations are'
  return policyRefusal(`${left} ${words} still to be done or dropped.`, ...RISK_CLAUSES[area])
}

// Nobody bears a risk for the department that they raised, nor that of somebody they stand in for (V.B.2).
function checkNotRaiser(actor: Actor, { area, raisedById }: RiskFacts): Refusal | null {
  const lent = 'roles' in actor ? actor.roles.flatMap(({ lending }) => lending?.delegatorId ?? []) : []
  return [personIdOf(actor), ...lent].includes(raisedById)
    ? policyRefusal('Nobody accepts a risk they raised.', RISK_OFFICES[area].clause, 'V.B.2')
    : null
}

/** A risk counts as mitigated once what is left of it is not high; a high one is accepted in writing, or not (IV.C.3, IV.D.2). */
export function checkResidual(area: RiskArea, residual: RiskLevel): Refusal | null {
  return riskRating(residual) === 'HIGH'
    ? policyRefusal(
        'What is left of this risk is still high: do more about it, or accept it in writing.',
        ...RISK_CLAUSES[area],
      )
    : null
}

/** A day that is named has not passed, in UTC. */
export function checkDay(path: string, day: Date, now: Date): Refusal | null {
  return day < dayOf(now) ? invalidInput(path, 'A day that has not passed.') : null
}

/** Null when no high risk that nobody bears stands in the way of a platform’s approval; none is decided over (IV.C.3, IV.D.2). */
export function checkRisks(risks: readonly RiskStanding[], now: Date): Refusal | null {
  const [first] = risks.filter((risk) => isHighUnmitigated(risk, now))
  if (first === undefined) return null
  const { clause, words, role } = RISK_OFFICES[first.area]
  return policyRefusal(
    `A high risk to ${words} is neither mitigated nor accepted by the ${ROLES[role].title}: ${first.title}`,
    clause,
    'IV.A.2',
  )
}

/** Every action on a risk, and what stands in the way. */
export function availableRiskActions(actor: Actor, risk: RiskFacts): readonly AvailableAction<RiskAction>[] {
  return RISK_ACTIONS.map((action) => ({ action, blockedBy: checkRiskAction(actor, action, risk) }))
}
