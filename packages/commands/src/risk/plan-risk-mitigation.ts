import { newId } from '@official-accounts/db/uuid'
import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { RISK_CLAUSES } from '@official-accounts/domain/risk/risk'
import { checkPlan } from '@official-accounts/domain/risk/risk-mitigation-rules'
import { checkRiskAction, riskPlace } from '@official-accounts/domain/risk/risk-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { isActivePerson } from '../corrective-action/assign-corrective-action.ts'
import { optionalId, textField } from '../finding/finding-input.ts'
import { lockRisk } from './lock-risk.ts'
import { dayField } from './risk-input.ts'

const input = z.object({
  riskId: z.uuid(),
  task: textField('Say what is to be done.'),
  ownerRole: z
    .enum(ROLE_NAMES)
    .nullish()
    .transform((value) => value ?? null),
  ownerId: optionalId,
  dueOn: dayField,
})

const KEPT = ['state', 'riskId', 'ownerRole', 'ownerId', 'dueOn'] as const

/** The office of a risk's area says what is to be done about it, by whom and by when (IV.C.3, IV.D.2). */
export const planRiskMitigation = defineCommand({
  name: 'planRiskMitigation',
  permission: 'risk.planMitigation',
  subjectType: 'Risk',
  input,
  subjectId: ({ riskId }) => riskId,
  async lock(tx, { riskId, ownerId }) {
    const risk = await lockRisk(tx, riskId)
    return { risk, ownerActive: ownerId === null ? null : await isActivePerson(tx, ownerId) }
  },
  place: ({ risk }) => riskPlace(risk),
  version: ({ risk }) => risk.version,
  decide(actor, now, request, { risk, ownerActive }) {
    const refusal =
      checkRiskAction(actor, 'planRiskMitigation', risk) ?? checkPlan({ ...request, ownerActive }, now)
    return refusal ? refuse(refusal) : allow({ ...request, componentId: risk.componentId })
  },
  async apply(tx, request, { risk }, context) {
    const { now } = context
    const id = newId(now.getTime())
    const planned = { plannedById: decider(context), plannedAt: now, changedAt: now }
    await tx.riskMitigation.createMany({ data: [{ ...request, ...planned, id }] })
    return {
      result: { type: 'RiskMitigation', id },
      audit: [
        {
          action: 'risk.planMitigation',
          componentId: risk.componentId,
          subjectType: 'RiskMitigation',
          subjectId: id,
          clauses: RISK_CLAUSES[risk.area],
          reason: request.task,
          changes: changesBetween(KEPT, {}, { ...request, state: 'PLANNED' }),
        },
      ],
      events: [{ type: 'risk.mitigationPlanned', subjectType: 'RiskMitigation', subjectId: id }],
    }
  },
})
