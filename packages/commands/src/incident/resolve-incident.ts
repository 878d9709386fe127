import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { INCIDENT_OUTCOMES, type IncidentFacts } from '@official-accounts/domain/incident/incident'
import { checkIncidentAction, checkOutcome } from '@official-accounts/domain/incident/incident-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { withdrawnChanges } from './incident-notice.ts'
import { incidentApplied, lockIncident } from './lock-incident.ts'

const input = z.object({
  incidentId: z.uuid(),
  outcome: z.enum(INCIDENT_OUTCOMES),
  afterAction: z
    .string()
    .trim()
    .min(1, 'Say what happened, what was done and what is learned.')
    .max(10_000, 'At most 10,000 characters.'),
  platformReference: z.string().trim().max(200, 'At most 200 characters.').nullish(),
})

type Resolution = z.infer<typeof input>

/** Settles an incident with its outcome and after-action report; a recovery is done before (IV.A.5, V.B.8). */
export const resolveIncident = defineCommand<Resolution, IncidentFacts, Resolution>({
  name: 'resolveIncident',
  permission: 'incident.resolve',
  subjectType: 'Incident',
  input,
  subjectId: ({ incidentId }) => incidentId,
  lock: (tx, { incidentId }) => lockIncident(tx, incidentId),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, resolution, incident) {
    const refusal = firstRefusal(
      () => checkIncidentAction(actor, 'resolveIncident', incident),
      () => checkOutcome(incident, resolution.outcome),
    )
    return refusal ? refuse(refusal) : allow(resolution)
  },
  async apply(tx, { outcome, afterAction, platformReference }, incident, { now }) {
    await tx.incident.updateMany({
      where: { id: incident.id },
      data: {
        state: 'RESOLVED',
        outcome,
        afterAction,
        ...(platformReference ? { platformReference } : {}),
        resolvedAt: now,
        ...(incident.notice === 'PUBLISHED' ? { noticeWithdrawnAt: now } : {}),
        version: incident.version + 1,
        changedAt: now,
      },
    })
    return incidentApplied(incident, {
      action: 'incident.resolve',
      clauses: ['IV.A.5'],
      reason: afterAction,
      changes: [
        { field: 'state', before: incident.state, after: 'RESOLVED' },
        { field: 'outcome', before: null, after: outcome },
        ...withdrawnChanges(incident),
      ],
      event: 'incident.resolved',
    })
  },
})
