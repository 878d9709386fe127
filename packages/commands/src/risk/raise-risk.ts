import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { invalidInput, notFound } from '@official-accounts/domain/errors'
import { RISK_AREAS, RISK_CLAUSES } from '@official-accounts/domain/risk/risk'
import { riskPlace } from '@official-accounts/domain/risk/risk-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { optionalId, textField } from '../finding/finding-input.ts'
import { readSubject } from '../finding/open-finding.ts'
import { titleField } from './risk-input.ts'

const input = z.object({
  area: z.enum(RISK_AREAS),
  title: titleField,
  description: textField('Say what may happen, and to whom.'),
  accountId: optionalId,
  platformId: optionalId,
  componentId: optionalId,
  reportId: optionalId,
  findingId: optionalId,
  incidentId: optionalId,
})

type RaiseInput = z.infer<typeof input>

const KEPT = [
  'state',
  'area',
  'title',
  'accountId',
  'platformId',
  'reportId',
  'findingId',
  'incidentId',
] as const

/** Somebody puts a risk on record; the office of its area assesses it (IV.C.3, IV.D.2). */
export const raiseRisk = defineCommand({
  name: 'raiseRisk',
  permission: 'risk.raise',
  subjectType: 'Risk',
  input,
  subjectId: () => null,
  async lock(tx, request) {
    const subject = await readSubject(tx, request)
    return { subject, sources: await countSources(tx, request) }
  },
  place: ({ subject }) => riskPlace(subject),
  decide(_actor, _now, request, { subject, sources }) {
    if (sources.named > 1)
      return refuse(invalidInput('findingId', 'Name one source: a report, a finding or an incident.'))
    return sources.named === sources.found ? allow({ ...request, ...subject }) : refuse(notFound('source'))
  },
  async apply(tx, risk, _locked, context) {
    const { now } = context
    const id = newId(now.getTime())
    const raised = { raisedById: decider(context), raisedAt: now, changedAt: now }
    await tx.risk.createMany({ data: [{ ...risk, ...raised, id }] })
    return {
      result: { type: 'Risk', id },
      audit: [
        {
          action: 'risk.raise',
          componentId: risk.componentId,
          subjectType: 'Risk',
          subjectId: id,
          clauses: RISK_CLAUSES[risk.area],
          reason: risk.description,
          changes: changesBetween(KEPT, {}, { ...risk, state: 'OPEN' }),
        },
      ],
      events: [{ type: 'risk.raised', subjectType: 'Risk', subjectId: id }],
    }
  },
})

// A source that whoever names it may not see is as none.
async function countSources(
  tx: Tx,
  { reportId, findingId, incidentId }: RaiseInput,
): Promise<{ readonly named: number; readonly found: number }> {
  const named = [reportId, findingId, incidentId].filter((id) => id !== null).length
  if (named !== 1) return { named, found: 0 }
  const [row] = await tx.$queryRaw<[{ found: number }]>`
    SELECT (SELECT count(*) FROM review_report WHERE id = ${reportId}::uuid)::int
      + (SELECT count(*) FROM finding WHERE id = ${findingId}::uuid)::int
      + (SELECT count(*) FROM incident WHERE id = ${incidentId}::uuid)::int AS found`
  return { named, found: row.found }
}
