import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { ROLES } from '../access/roles.ts'
import type { AvailableAction } from '../available-action.ts'
import { isOwner } from '../corrective-action/corrective-action-rules.ts'
import { firstRefusal } from '../decision.ts'
import { forbidden, invalidInput, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import {
  RISK_MITIGATION_ACTIONS,
  RISK_MITIGATION_PERMISSIONS,
  riskMitigationMachine,
  type RiskMitigationAction,
} from './risk-machine.ts'
import { checkDay, checkOffice, riskPlace } from './risk-rules.ts'
import { RISK_OFFICES, type MitigationOwner, type RiskMitigationFacts } from './risk.ts'

/** What a plan says, as far as a rule looks at it. */
export interface PlannedMitigation extends MitigationOwner {
  readonly dueOn: Date
  /** Whether the person named may act; null where none is named. */
  readonly ownerActive: boolean | null
}

/** A mitigation has one owner who may act, and a day that has not passed (IV.C.3, IV.D.2). */
export function checkPlan(
  { ownerRole, ownerId, ownerActive, dueOn }: PlannedMitigation,
  now: Date,
): Refusal | null {
  if ((ownerRole === null) === (ownerId === null)) {
    return invalidInput('ownerRole', 'Name one owner: a role or a person.')
  }
  if (ownerRole !== null && !ROLES[ownerRole].writes) {
    return invalidInput('ownerRole', `${ROLES[ownerRole].title} only reads: name a role that acts.`)
  }
  if (ownerActive === false) return invalidInput('ownerId', 'This person may no longer act.')
  return checkDay('dueOn', dueOn, now)
}

/** Null when this actor may do this to this mitigation now: its owner does it, the risk’s office drops it. */
export function checkRiskMitigation(
  actor: Actor,
  action: RiskMitigationAction,
  facts: RiskMitigationFacts,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, RISK_MITIGATION_PERMISSIONS[action], riskPlace(facts)),
    () =>
      action === 'completeRiskMitigation'
        ? checkOwner(actor, facts)
        : checkOffice(actor, RISK_MITIGATION_PERMISSIONS[action], facts),
    () => checkState(riskMitigationMachine, facts.state, action),
  )
}

function checkOwner(actor: Actor, facts: RiskMitigationFacts): Refusal | null {
  if (isOwner(actor, facts)) return null
  const owner = facts.ownerRole === null ? 'another person' : `the ${ROLES[facts.ownerRole].title}`
  return forbidden(`This mitigation is the task of ${owner}.`, RISK_OFFICES[facts.area].clause)
}

/** What may be done to a mitigation, and what stands in the way. */
export function availableRiskMitigationActions(
  actor: Actor,
  facts: RiskMitigationFacts,
): readonly AvailableAction<RiskMitigationAction>[] {
  return RISK_MITIGATION_ACTIONS.map((action) => ({
    action,
    blockedBy: checkRiskMitigation(actor, action, facts),
  }))
}
