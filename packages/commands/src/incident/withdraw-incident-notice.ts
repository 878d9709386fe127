import { allow, refuse } from '@official-accounts/domain/decision'
import type { IncidentFacts } from '@official-accounts/domain/incident/incident'
import { checkIncidentAction } from '@official-accounts/domain/incident/incident-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'
import { withdrawnChanges } from './incident-notice.ts'
import { incidentApplied, lockIncident } from './lock-incident.ts'

const input = z.object({ incidentId: z.uuid(), reason: reasonField })

type Withdrawal = z.infer<typeof input>

/** Takes back what the public is told of an incident; its text stays in the record (IV.A.5). */
export const withdrawIncidentNotice = defineCommand<Withdrawal, IncidentFacts, Withdrawal>({
  name: 'withdrawIncidentNotice',
  permission: 'incident.withdrawNotice',
  subjectType: 'Incident',
  input,
  subjectId: ({ incidentId }) => incidentId,
  lock: (tx, { incidentId }) => lockIncident(tx, incidentId),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, withdrawal, incident) {
    const refusal = checkIncidentAction(actor, 'withdrawIncidentNotice', incident)
    return refusal ? refuse(refusal) : allow(withdrawal)
  },
  async apply(tx, { reason }, incident, { now }) {
    await tx.incident.updateMany({
      where: { id: incident.id },
      data: { noticeWithdrawnAt: now, version: incident.version + 1, changedAt: now },
    })
    return incidentApplied(incident, {
      action: 'incident.withdrawNotice',
      clauses: ['IV.A.5'],
      reason,
      changes: withdrawnChanges(incident),
      event: 'incident.noticeWithdrawn',
    })
  },
})
