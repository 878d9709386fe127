import { acceptRisk } from '@official-accounts/commands/risk/accept-risk'
import { assessRisk } from '@official-accounts/commands/risk/assess-risk'
import { closeRisk } from '@official-accounts/commands/risk/close-risk'
import { completeRiskMitigation } from '@official-accounts/commands/risk/complete-risk-mitigation'
import { dropRiskMitigation } from '@official-accounts/commands/risk/drop-risk-mitigation'
import { mitigateRisk } from '@official-accounts/commands/risk/mitigate-risk'
import { planRiskMitigation } from '@official-accounts/commands/risk/plan-risk-mitigation'
import { raiseRisk } from '@official-accounts/commands/risk/raise-risk'
import { reopenRisk } from '@official-accounts/commands/risk/reopen-risk'
import { reviewRisk } from '@official-accounts/commands/risk/review-risk'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { RoleEnum } from '../organization/enums.ts'
import { RiskAreaEnum, RiskImpactEnum, RiskLikelihoodEnum } from './enums.ts'
import { RiskMitigationNode, RiskNode } from './types.ts'

const RaiseRiskInput = creationInput('RaiseRiskInput', 'A risk, of one subject.', (t) => ({
  area: t.field({ type: RiskAreaEnum, required: true, description: 'What it endangers.' }),
  title: t.string({ required: true, description: 'What it is called.' }),
  description: t.string({ required: true, description: 'What may happen, and to whom.' }),
  accountId: t.id({ description: 'Of this account.' }),
  platformId: t.id({ description: 'On this platform.' }),
  componentId: t.id({ description: 'Of this component; the department’s own for the whole department.' }),
  reportId: t.id({ description: 'Seen first in this report of a review.' }),
  findingId: t.id({ description: 'Seen first in this finding.' }),
  incidentId: t.id({ description: 'Seen first in this incident.' }),
}))

const AssessRiskInput = changeInput('AssessRiskInput', 'How great a risk is while nothing is done.', (t) => ({
  riskId: t.id({ required: true, description: 'Which one.' }),
  likelihood: t.field({ type: RiskLikelihoodEnum, required: true, description: 'How likely it is.' }),
  impact: t.field({ type: RiskImpactEnum, required: true, description: 'How great the harm is.' }),
  reviewBy: t.string({
    required: true,
    description: 'The last day to look at it again, such as 2027-11-30.',
  }),
  reason: t.string({ required: true, description: 'Why it is rated so.' }),
}))

const MitigateRiskInput = changeInput('MitigateRiskInput', 'What is left of a risk.', (t) => ({
  riskId: t.id({ required: true, description: 'Which one.' }),
  likelihood: t.field({ type: RiskLikelihoodEnum, required: true, description: 'How likely it is now.' }),
  impact: t.field({ type: RiskImpactEnum, required: true, description: 'How great the harm is now.' }),
  reason: t.string({ required: true, description: 'Why no more is left.' }),
}))

const AcceptRiskInput = changeInput('AcceptRiskInput', 'A risk that is borne for a time.', (t) => ({
  riskId: t.id({ required: true, description: 'Which one.' }),
  acceptedUntil: t.string({ required: true, description: 'The last day of it, such as 2027-11-30.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const ReviewRiskInput = changeInput('ReviewRiskInput', 'A risk that was looked at again and stays.', (t) => ({
  riskId: t.id({ required: true, description: 'Which one.' }),
  reviewBy: t.string({ required: true, description: 'The next last day, such as 2027-11-30.' }),
  reason: t.string({ required: true, description: 'What was looked at.' }),
}))

const RiskInput = changeInput('RiskInput', 'A risk to close or to open again.', (t) => ({
  riskId: t.id({ required: true, description: 'Which one.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const PlanRiskMitigationInput = changeInput(
  'PlanRiskMitigationInput',
  'Something to be done about a risk.',
  (t) => ({
    riskId: t.id({ required: true, description: 'About which risk; expectedVersion is the risk’s.' }),
    task: t.string({ required: true, description: 'What is to be done.' }),
    ownerRole: t.field({
      type: RoleEnum,
      description: 'By this role: in the risk’s component, or the department’s office.',
    }),
    ownerId: t.id({ description: 'Or by this person. One of the two.' }),
    dueOn: t.string({ required: true, description: 'The last day to do it, such as 2027-11-30.' }),
  }),
)

const CompleteRiskMitigationInput = changeInput(
  'CompleteRiskMitigationInput',
  'A mitigation that is done.',
  (t) => ({
    riskMitigationId: t.id({ required: true, description: 'Which one.' }),
    evidence: t.string({ required: true, description: 'What was done, and what shows it.' }),
    evidenceUrl: t.string({ description: 'Where that is to be seen.' }),
  }),
)

const DropRiskMitigationInput = changeInput(
  'DropRiskMitigationInput',
  'A mitigation that will not be done.',
  (t) => ({
    riskMitigationId: t.id({ required: true, description: 'Which one.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const riskMutation = mutationsOf(RiskNode, (read, query) => read.risk.findFirstOrThrow(query))
const mitigationMutation = mutationsOf(RiskMitigationNode, (read, query) =>
  read.riskMitigation.findFirstOrThrow(query),
)

riskMutation(raiseRisk, RaiseRiskInput, 'Puts a risk on record for the office of its area (IV.C.3, IV.D.2).')
riskMutation(assessRisk, AssessRiskInput, 'Its office says how great a risk is and when to look at it again.')
riskMutation(
  mitigateRisk,
  MitigateRiskInput,
  'Its office says what is left of a risk: less than high, with everything planned done or dropped.',
)
riskMutation(
  acceptRisk,
  AcceptRiskInput,
  'Its office bears what is left of a risk until a day; never whoever raised it.',
)
riskMutation(reviewRisk, ReviewRiskInput, 'Its office has looked at a risk again and leaves it (IV.C.5).')
riskMutation(closeRisk, RiskInput, 'Its office says that the risk is there no longer.')
riskMutation(reopenRisk, RiskInput, 'Its office opens a risk again: all of it counts.')
mitigationMutation(
  planRiskMitigation,
  PlanRiskMitigationInput,
  'Its office says what is to be done about a risk, by whom and by when.',
)
mitigationMutation(
  completeRiskMitigation,
  CompleteRiskMitigationInput,
  'The owner of a mitigation says that it is done, with the evidence.',
)
mitigationMutation(
  dropRiskMitigation,
  DropRiskMitigationInput,
  'The risk’s office says why a mitigation will not be done.',
)
