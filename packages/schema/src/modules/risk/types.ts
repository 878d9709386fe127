import {
  RISK_MITIGATION_ORDER,
  riskFactsSelect,
  riskMitigationFactsSelect,
  toRiskFacts,
  toRiskMitigationFacts,
} from '@official-accounts/db/facts/risk-facts'
import { availableRiskMitigationActions } from '@official-accounts/domain/risk/risk-mitigation-rules'
import { availableRiskActions } from '@official-accounts/domain/risk/risk-rules'
import {
  inherentRating,
  isMitigationOverdue,
  isReviewOverdue,
  residualRating,
} from '@official-accounts/domain/risk/risk'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { RoleEnum } from '../organization/enums.ts'
import {
  RiskAreaEnum,
  RiskImpactEnum,
  RiskLikelihoodEnum,
  RiskMitigationStateEnum,
  RiskRatingEnum,
  RiskReviewCauseEnum,
  RiskStateEnum,
} from './enums.ts'

const INHERENT = { likelihood: true, impact: true } as const
const LEVELS = { ...INHERENT, residualLikelihood: true, residualImpact: true } as const

export const RiskNode = builder.prismaNode('Risk', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A risk to privacy or to civil rights, and what becomes of it (IV.C.3, IV.C.5, IV.D.2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    area: t.expose('area', { type: RiskAreaEnum, description: 'What it endangers: whose matter it is.' }),
    state: t.expose('state', { type: RiskStateEnum, description: 'Where it stands.' }),
    title: t.exposeString('title', { description: 'What it is called.' }),
    description: t.exposeString('description', { description: 'What may happen, and to whom.' }),
    account: t.relation('account', { nullable: true, description: 'Of which account.' }),
    platform: t.relation('platform', { nullable: true, description: 'On which platform.' }),
    component: t.relation('component', {
      description: 'Of which component; the department itself for what is about a platform or all of it.',
    }),
    report: t.relation('report', { nullable: true, description: 'The review it was seen in first.' }),
    finding: t.relation('finding', { nullable: true, description: 'The finding it was seen in first.' }),
    incident: t.relation('incident', { nullable: true, description: 'The incident it was seen in first.' }),
    likelihood: t.expose('likelihood', {
      type: RiskLikelihoodEnum,
      nullable: true,
      description: 'How likely it is while nothing is done; null until it was assessed.',
    }),
    impact: t.expose('impact', {
      type: RiskImpactEnum,
      nullable: true,
      description: 'How great the harm is while nothing is done; null until it was assessed.',
    }),
    inherentRating: t.field({
      type: RiskRatingEnum,
      nullable: true,
      description: 'Its rating while nothing is done; null until it was assessed.',
      select: LEVELS,
      resolve: inherentRating,
    }),
    residualLikelihood: t.expose('residualLikelihood', {
      type: RiskLikelihoodEnum,
      nullable: true,
      description: 'How likely it is with what was done; null while nothing counts.',
    }),
    residualImpact: t.expose('residualImpact', {
      type: RiskImpactEnum,
      nullable: true,
      description: 'How great the harm is with what was done; null while nothing counts.',
    }),
    residualRating: t.field({
      type: RiskRatingEnum,
      nullable: true,
      description: 'The rating of what is left of it; null until it was assessed.',
      select: LEVELS,
      resolve: residualRating,
    }),
    reviewBy: t.expose('reviewBy', {
      type: 'Date',
      nullable: true,
      description: 'The last day to look at it again; null until it was assessed.',
    }),
    reviewBecause: t.expose('reviewBecause', {
      type: RiskReviewCauseEnum,
      description: 'Why it is to be looked at again then.',
    }),
    reviewOverdue: t.boolean({
      description: 'Whether that day is over.',
      select: { state: true, reviewBy: true },
      resolve: (risk, _args, context) => isReviewOverdue(risk, requestNow(context)),
    }),
    acceptedUntil: t.expose('acceptedUntil', {
      type: 'Date',
      nullable: true,
      description: 'The last day of its acceptance; null where it is not accepted.',
    }),
    acceptedBy: t.relation('acceptedBy', {
      nullable: true,
      description: 'Who accepted it; null where nobody did, or you may not see who.',
    }),
    raisedBy: t.relation('raisedBy', {
      nullable: true,
      description: 'Who raised it; null where you may not see who.',
    }),
    raisedAt: t.expose('raisedAt', { type: 'DateTime', description: 'When it was raised.' }),
    mitigations: t.relation('mitigations', {
      description: 'What is done about it, by their days.',
      query: { orderBy: RISK_MITIGATION_ORDER },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: riskFactsSelect,
      resolve: (risk, _args, { actor }) => [...availableRiskActions(actor, toRiskFacts(risk))],
    }),
  }),
})

export const RiskMitigationNode = builder.prismaNode('RiskMitigation', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'Something to be done about a risk, by when, and what shows that it was (IV.C.3, IV.D.2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    task: t.exposeString('task', { description: 'What is to be done.' }),
    state: t.expose('state', { type: RiskMitigationStateEnum, description: 'Where it stands.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'The last day to do it.' }),
    overdue: t.boolean({
      description: 'Whether it is still to be done and its day is over.',
      select: { state: true, dueOn: true },
      resolve: (mitigation, _args, context) => isMitigationOverdue(mitigation, requestNow(context)),
    }),
    ownerRole: t.expose('ownerRole', {
      type: RoleEnum,
      nullable: true,
      description: 'Whose it is: this role’s, in the component or the office; null where it is a person’s.',
    }),
    owner: t.relation('owner', {
      nullable: true,
      description: 'Whose it is; null where it is a role’s, or you may not see who.',
    }),
    risk: t.relation('risk', { description: 'About which risk.' }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description: 'What was done, or why it will not be; null while it is to be done.',
    }),
    evidenceUrl: t.exposeString('evidenceUrl', {
      nullable: true,
      description: 'Where it is to be seen.',
    }),
    settledAt: t.expose('settledAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    settledBy: t.relation('settledBy', {
      nullable: true,
      description: 'Who ended it; null where nobody did, or you may not see who.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: riskMitigationFactsSelect,
      resolve: (mitigation, _args, { actor }) => [
        ...availableRiskMitigationActions(actor, toRiskMitigationFacts(mitigation)),
      ],
    }),
  }),
})
