import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import {
  RISK_CLAUSES,
  type RiskMitigationFacts,
  type RiskMitigationState,
} from '@official-accounts/domain/risk/risk'
import {
  RISK_MITIGATION_PERMISSIONS,
  type RiskMitigationAction,
} from '@official-accounts/domain/risk/risk-machine'
import { checkRiskMitigation } from '@official-accounts/domain/risk/risk-mitigation-rules'
import { riskPlace } from '@official-accounts/domain/risk/risk-rules'
import type { ZodType } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type Command } from '../command.ts'
import { lockRiskMitigation } from './lock-risk.ts'

/** What is kept of how a mitigation ended: what was done or why nothing will be, and where that is to be seen. */
interface Settlement {
  readonly outcome: string
  readonly evidenceUrl: string | null
}

/** A command that ends a mitigation (IV.C.3, IV.D.2). */
export function mitigationSettlement<Input extends { readonly riskMitigationId: string }>(
  action: RiskMitigationAction,
  to: { readonly state: RiskMitigationState; readonly event: EventKind },
  input: ZodType<Input>,
  settlementOf: (input: Input) => Settlement,
): Command<Input, RiskMitigationFacts, Settlement> {
  const permission = RISK_MITIGATION_PERMISSIONS[action]
  return defineCommand<Input, RiskMitigationFacts, Settlement>({
    name: action,
    permission,
    subjectType: 'RiskMitigation',
    input,
    subjectId: ({ riskMitigationId }) => riskMitigationId,
    lock: (tx, { riskMitigationId }) => lockRiskMitigation(tx, riskMitigationId),
    place: (facts) => riskPlace(facts),
    version: ({ version }) => version,
    decide(actor, _now, request, facts) {
      const refusal = checkRiskMitigation(actor, action, facts)
      return refusal ? refuse(refusal) : allow(settlementOf(request))
    },
    async apply(tx, settlement, { id, area, componentId, state, version }, context) {
      const settled = { ...settlement, settledById: decider(context), settledAt: context.now }
      await tx.riskMitigation.updateMany({
        where: { id },
        data: { ...settled, state: to.state, version: version + 1, changedAt: context.now },
      })
      return {
        result: { type: 'RiskMitigation', id },
        audit: [
          {
            action: permission,
            componentId,
            subjectType: 'RiskMitigation',
            subjectId: id,
            clauses: RISK_CLAUSES[area],
            reason: settlement.outcome,
            changes: changesBetween(
              ['state', 'evidenceUrl'],
              { state, evidenceUrl: null },
              { state: to.state, evidenceUrl: settlement.evidenceUrl },
            ),
          },
        ],
        events: [{ type: to.event, subjectType: 'RiskMitigation', subjectId: id }],
      }
    },
  })
}
