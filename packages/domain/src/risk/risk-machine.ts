import type { Permission } from '../access/permissions.ts'
import { defineMachine } from '../state-machine.ts'
import type { RiskMitigationState, RiskState } from './risk.ts'

/** What may be done to a risk, named as the GraphQL mutations are. */
export const RISK_ACTIONS = [
  'assessRisk',
  'planRiskMitigation',
  'mitigateRisk',
  'acceptRisk',
  'reviewRisk',
  'closeRisk',
  'reopenRisk',
] as const
export type RiskAction = (typeof RISK_ACTIONS)[number]

/** The life of a risk: it is made smaller, borne by its office for a time, or gone; and comes back. */
export const riskMachine = defineMachine<RiskState, RiskAction>('risk', {
  OPEN: {
    assessRisk: 'OPEN',
    planRiskMitigation: 'OPEN',
    mitigateRisk: 'MITIGATED',
    acceptRisk: 'ACCEPTED',
    reviewRisk: 'OPEN',
    closeRisk: 'CLOSED',
  },
  MITIGATED: { reviewRisk: 'MITIGATED', closeRisk: 'CLOSED', reopenRisk: 'OPEN' },
  ACCEPTED: {
    planRiskMitigation: 'ACCEPTED',
    mitigateRisk: 'MITIGATED',
    acceptRisk: 'ACCEPTED',
    reviewRisk: 'ACCEPTED',
    closeRisk: 'CLOSED',
    reopenRisk: 'OPEN',
  },
  CLOSED: { reopenRisk: 'OPEN' },
})

/** The permission each action on a risk needs. */
export const RISK_PERMISSIONS = {
  assessRisk: 'risk.assess',
  planRiskMitigation: 'risk.planMitigation',
  mitigateRisk: 'risk.mitigate',
  acceptRisk: 'risk.accept',
  reviewRisk: 'risk.review',
  closeRisk: 'risk.close',
  reopenRisk: 'risk.reopen',
} as const satisfies Record<RiskAction, Permission>

/** What may be done to a mitigation, named as the GraphQL mutations are. */
export const RISK_MITIGATION_ACTIONS = ['completeRiskMitigation', 'dropRiskMitigation'] as const
export type RiskMitigationAction = (typeof RISK_MITIGATION_ACTIONS)[number]

/** The life of a mitigation: it is done, with what shows it, or dropped, with the reason. */
export const riskMitigationMachine = defineMachine<RiskMitigationState, RiskMitigationAction>('mitigation', {
  PLANNED: { completeRiskMitigation: 'DONE', dropRiskMitigation: 'DROPPED' },
  DONE: {},
  DROPPED: {},
})

/** The permission each action on a mitigation needs. */
export const RISK_MITIGATION_PERMISSIONS = {
  completeRiskMitigation: 'risk.completeMitigation',
  dropRiskMitigation: 'risk.dropMitigation',
} as const satisfies Record<RiskMitigationAction, Permission>
