import { namesSomebody } from '@official-accounts/db/facts/incident-facts'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import type { IncidentFacts } from '@official-accounts/domain/incident/incident'
import { checkIncidentAction, checkNotice } from '@official-accounts/domain/incident/incident-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'
import { noticeField, noticeLanguageField, publishedChanges, publishedNotice } from './incident-notice.ts'
import { incidentApplied, lockIncident } from './lock-incident.ts'

const input = z.object({
  incidentId: z.uuid(),
  publicNotice: noticeField,
  noticeLanguage: noticeLanguageField,
  reason: reasonField,
})

type Publication = z.infer<typeof input>

interface Locked {
  readonly incident: IncidentFacts
  readonly namesSomebody: boolean
}

/** Tells the public of an incident, or tells it something else, until the recovery is done (IV.A.5). */
export const publishIncidentNotice = defineCommand<Publication, Locked, Publication>({
  name: 'publishIncidentNotice',
  permission: 'incident.publishNotice',
  subjectType: 'Incident',
  input,
  subjectId: ({ incidentId }) => incidentId,
  lock: async (tx, { incidentId, publicNotice }) => ({
    incident: await lockIncident(tx, incidentId),
    namesSomebody: await namesSomebody(tx, publicNotice),
  }),
  place: ({ incident }) => ({ componentId: incident.componentId }),
  version: ({ incident }) => incident.version,
  decide(actor, _now, wanted, { incident, namesSomebody: named }) {
    const refusal = firstRefusal(
      () => checkIncidentAction(actor, 'publishIncidentNotice', incident),
      () => checkNotice(wanted.publicNotice, named),
    )
    return refusal ? refuse(refusal) : allow(wanted)
  },
  async apply(tx, { publicNotice: text, noticeLanguage: language, reason }, { incident }, { now }) {
    const notice = { text, language }
    await tx.incident.updateMany({
      where: { id: incident.id },
      data: { ...publishedNotice(notice, now), version: incident.version + 1, changedAt: now },
    })
    return incidentApplied(incident, {
      action: 'incident.publishNotice',
      clauses: ['IV.A.5'],
      reason,
      changes: publishedChanges(incident, notice),
      event: 'incident.noticePublished',
    })
  },
})
