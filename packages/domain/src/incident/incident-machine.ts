import { defineMachine } from '../state-machine.ts'
import type { IncidentState } from './incident.ts'

/** What may be done to an incident, named as the mutations are. */
export const INCIDENT_ACTIONS = [
  'containIncident',
  'publishIncidentNotice',
  'withdrawIncidentNotice',
  'recordRecoveryStep',
  'resolveIncident',
] as const
export type IncidentAction = (typeof INCIDENT_ACTIONS)[number]

/** The life of an incident; an impersonation is resolved without being contained. */
export const incidentMachine = defineMachine<IncidentState, IncidentAction>('incident', {
  REPORTED: { containIncident: 'CONTAINED', resolveIncident: 'RESOLVED' },
  CONTAINED: {
    publishIncidentNotice: 'CONTAINED',
    withdrawIncidentNotice: 'CONTAINED',
    recordRecoveryStep: 'CONTAINED',
    resolveIncident: 'RESOLVED',
  },
  RESOLVED: {},
})
