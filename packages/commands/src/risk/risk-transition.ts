import type { Prisma } from '@official-accounts/db/generated/client/client'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import type { Refusal } from '@official-accounts/domain/errors'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import { RISK_CLAUSES, type RiskFacts } from '@official-accounts/domain/risk/risk'
import { RISK_PERMISSIONS, riskMachine, type RiskAction } from '@official-accounts/domain/risk/risk-machine'
import { checkRiskAction, riskPlace } from '@official-accounts/domain/risk/risk-rules'
import { nextState } from '@official-accounts/domain/state-machine'
import type { ZodType } from 'zod'
import { defineCommand, type Command, type DecisionContext } from '../command.ts'
import { lockRisk } from './lock-risk.ts'

interface TransitionInput {
  readonly riskId: string
  readonly reason: string
}

/** What a decision may write of a risk beside its state. */
type Written = Pick<
  Prisma.RiskUncheckedUpdateManyInput,
  | 'likelihood'
  | 'impact'
  | 'residualLikelihood'
  | 'residualImpact'
  | 'reviewBy'
  | 'reviewBecause'
  | 'acceptedById'
  | 'acceptedUntil'
>

/** How an action moves a risk. */
export interface RiskTransition<Input extends TransitionInput> {
  readonly action: Exclude<RiskAction, 'planRiskMitigation'>
  readonly input: ZodType<Input>
  readonly event: EventKind
  /** What is asked of the input beyond what is asked of the risk. */
  readonly check?: (input: Input, risk: RiskFacts, now: Date) => Refusal | null
  readonly fields: (input: Input, risk: RiskFacts, context: DecisionContext) => Written
}

const KEPT = [
  'state',
  'likelihood',
  'impact',
  'residualLikelihood',
  'residualImpact',
  'reviewBy',
  'reviewBecause',
  'acceptedById',
  'acceptedUntil',
] as const

/** A command by which the office of its area decides on a risk, with the reason in writing (IV.C.3, IV.D.2). */
export function riskTransition<Input extends TransitionInput>(
  transition: RiskTransition<Input>,
): Command<Input, RiskFacts, Input> {
  const { action } = transition
  return defineCommand<Input, RiskFacts, Input>({
    name: action,
    permission: RISK_PERMISSIONS[action],
    subjectType: 'Risk',
    input: transition.input,
    subjectId: ({ riskId }) => riskId,
    lock: (tx, { riskId }) => lockRisk(tx, riskId),
    place: (risk) => riskPlace(risk),
    version: ({ version }) => version,
    decide(actor, now, request, risk) {
      const refusal = checkRiskAction(actor, action, risk) ?? transition.check?.(request, risk, now) ?? null
      return refusal ? refuse(refusal) : allow(request)
    },
    async apply(tx, request, risk, context) {
      const state = nextState(riskMachine, risk.state, action) ?? risk.state
      const written = { ...transition.fields(request, risk, context), state }
      await tx.risk.updateMany({
        where: { id: risk.id },
        data: { ...written, version: risk.version + 1, changedAt: context.now },
      })
      return {
        result: { type: 'Risk', id: risk.id },
        audit: [
          {
            action: RISK_PERMISSIONS[action],
            componentId: risk.componentId,
            subjectType: 'Risk',
            subjectId: risk.id,
            clauses: RISK_CLAUSES[risk.area],
            reason: request.reason,
            changes: changesBetween(KEPT, risk, { ...risk, ...written }),
          },
        ],
        events: [{ type: transition.event, subjectType: 'Risk', subjectId: risk.id }],
      }
    },
  })
}

/** What a decision takes back of an acceptance. */
export const NOT_ACCEPTED = { acceptedById: null, acceptedUntil: null } as const
