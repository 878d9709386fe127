import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import { INCIDENT_ACTIONS, incidentMachine, type IncidentAction } from './incident-machine.ts'
import type { IncidentFacts, IncidentKind, IncidentOutcome } from './incident.ts'

/** The permission each action on an incident needs. */
export const INCIDENT_PERMISSIONS = {
  containIncident: 'incident.contain',
  publishIncidentNotice: 'incident.publishNotice',
  withdrawIncidentNotice: 'incident.withdrawNotice',
  recordRecoveryStep: 'incident.recordRecovery',
  resolveIncident: 'incident.resolve',
} as const satisfies Record<IncidentAction, Permission>

/** How an incident of each kind can end. */
export const OUTCOMES_OF: Readonly<Record<IncidentKind, readonly IncidentOutcome[]>> = {
  COMPROMISE: ['CONTROL_REGAINED', 'ACCOUNT_GIVEN_UP', 'NOT_CONFIRMED'],
  IMPERSONATION: ['IMPOSTOR_REMOVED', 'PLATFORM_REFUSED', 'NOT_CONFIRMED'],
}

/** Null when this actor may do this to this incident now. */
export function checkIncidentAction(
  actor: Actor,
  action: IncidentAction,
  incident: IncidentFacts,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, INCIDENT_PERMISSIONS[action], { componentId: incident.componentId }),
    () => checkState(incidentMachine, incident.state, action),
    () => (action === 'containIncident' ? checkCompromise(incident) : null),
    () => (action === 'withdrawIncidentNotice' ? checkPublished(incident) : null),
    () => (action === 'resolveIncident' ? checkRecovered(incident) : null),
  )
}

function checkCompromise({ kind, state }: IncidentFacts): Refusal | null {
  if (kind === 'COMPROMISE') return null
  const message = 'An impostor’s account is not ours to suspend: report it to the platform, then settle it.'
  return { code: 'INVALID_STATE', message, state, allowed: ['resolveIncident'] }
}

function checkPublished({ notice, state }: IncidentFacts): Refusal | null {
  if (notice === 'PUBLISHED') return null
  const message = 'Nothing is public of this incident.'
  return { code: 'INVALID_STATE', message, state, allowed: ['publishIncidentNotice'] }
}

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u

/** Null when a text may be published as a notice: it names nobody and carries nobody's address (IV.C.2). */
export function checkNotice(text: string, namesSomebody: boolean): Refusal | null {
  if (namesSomebody) return policyRefusal('A public notice names no person.', 'IV.C.2')
  return EMAIL.test(text) ? policyRefusal('A public notice carries no e-mail address.', 'IV.C.2') : null
}

// V.B.8: an account is under the department's control again before the matter is closed.
function checkRecovered({ checklist }: IncidentFacts): Refusal | null {
  const left = checklist.filter(({ doneAt }) => doneAt === null)
  const [first] = left
  if (first === undefined) return null
  const more = left.length > 1 ? ` and ${left.length - 1} more` : ''
  return policyRefusal(`The recovery is not done: ${first.text}${more}`, 'V.B.8', 'IV.A.5')
}

/** Null when an incident of this kind, in this state, can end so. */
export function checkOutcome({ kind, state }: IncidentFacts, outcome: IncidentOutcome): Refusal | null {
  const fitting = OUTCOMES_OF[kind]
  if (!fitting.includes(outcome)) return invalidInput('outcome', `One of: ${fitting.join(', ')}.`)
  return kind === 'COMPROMISE' && state === 'REPORTED' && outcome !== 'NOT_CONFIRMED'
    ? policyRefusal('A confirmed compromise is contained first.', 'IV.A.5')
    : null
}

/** What may be done to an incident, and what stands in the way. */
export function availableIncidentActions(
  actor: Actor,
  incident: IncidentFacts,
): readonly AvailableAction<IncidentAction>[] {
  return INCIDENT_ACTIONS.map((action) => ({
    action,
    blockedBy: checkIncidentAction(actor, action, incident),
  }))
}
