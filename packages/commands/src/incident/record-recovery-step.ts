import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, refuse } from '@official-accounts/domain/decision'
import { invalidInput } from '@official-accounts/domain/errors'
import type { IncidentFacts } from '@official-accounts/domain/incident/incident'
import { checkIncidentAction } from '@official-accounts/domain/incident/incident-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'
import { incidentApplied, lockIncident } from './lock-incident.ts'

const input = z.object({ incidentId: z.uuid(), step: z.number().int().min(0).max(100), note: reasonField })

type Recovery = z.infer<typeof input>

/** Somebody of the component says that a step of the recovery is done, and how (V.B.8). */
export const recordRecoveryStep = defineCommand<Recovery, IncidentFacts, Recovery>({
  name: 'recordRecoveryStep',
  permission: 'incident.recordRecovery',
  subjectType: 'Incident',
  input,
  subjectId: ({ incidentId }) => incidentId,
  lock: (tx, { incidentId }) => lockIncident(tx, incidentId),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, recovery, incident) {
    const refusal = checkIncidentAction(actor, 'recordRecoveryStep', incident)
    if (refusal) return refuse(refusal)
    const step = incident.checklist[recovery.step]
    if (step === undefined) return refuse(invalidInput('step', 'There is no such step.'))
    return step.doneAt === null ? allow(recovery) : refuse(invalidInput('step', 'This step is done already.'))
  },
  async apply(tx, { step, note }, incident, { actor, now }) {
    const checklist = incident.checklist.map((one, at) =>
      at === step ? { ...one, doneAt: now.toISOString(), doneById: personIdOf(actor) } : { ...one },
    )
    await tx.incident.updateMany({
      where: { id: incident.id },
      data: { checklist, version: incident.version + 1, changedAt: now },
    })
    return incidentApplied(incident, {
      action: 'incident.recordRecovery',
      clauses: ['V.B.8'],
      reason: note,
      changes: [{ field: 'done', before: null, after: incident.checklist[step]?.text ?? null }],
      event: 'incident.recoveryRecorded',
    })
  },
})
