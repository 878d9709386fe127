import { containIncident } from '@official-accounts/commands/incident/contain-incident'
import { publishIncidentNotice } from '@official-accounts/commands/incident/publish-incident-notice'
import { recordRecoveryStep } from '@official-accounts/commands/incident/record-recovery-step'
import { reportIncident } from '@official-accounts/commands/incident/report-incident'
import { resolveIncident } from '@official-accounts/commands/incident/resolve-incident'
import { withdrawIncidentNotice } from '@official-accounts/commands/incident/withdraw-incident-notice'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { IncidentKindEnum, IncidentOutcomeEnum } from './enums.ts'
import { IncidentNode } from './types.ts'

const ReportIncidentInput = creationInput('ReportIncidentInput', 'Something to report.', (t) => ({
  kind: t.field({ type: IncidentKindEnum, required: true, description: 'What it is.' }),
  accountId: t.id({ description: 'The account compromised, or imitated where it is known.' }),
  address: t.string({ description: 'The impostor’s address.' }),
  evidence: t.string({ required: true, description: 'What was seen, where and when.' }),
  platformReference: t.string({ description: 'The number the platform gave to our report.' }),
}))

const ContainIncidentInput = changeInput('ContainIncidentInput', 'A compromise to contain.', (t) => ({
  incidentId: t.id({ required: true, description: 'Which one.' }),
  reason: t.string({ required: true, description: 'Why.' }),
  publicNotice: t.string({ description: 'What the public is told until the recovery is done.' }),
  noticeLanguage: t.string({ description: 'The notice’s language, a tag; English when not given.' }),
  steps: t.stringList({ description: 'The steps of the recovery; our own list when not given.' }),
}))

const PublishIncidentNoticeInput = changeInput('PublishIncidentNoticeInput', 'A public notice.', (t) => ({
  incidentId: t.id({ required: true, description: 'Of which incident.' }),
  publicNotice: t.string({ required: true, description: 'What the public is told; it names no person.' }),
  noticeLanguage: t.string({ description: 'Its language, a tag; English when not given.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const WithdrawIncidentNoticeInput = changeInput(
  'WithdrawIncidentNoticeInput',
  'A public notice to take back.',
  (t) => ({
    incidentId: t.id({ required: true, description: 'Of which incident.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const RecoveryStepInput = changeInput('RecoveryStepInput', 'A step of a recovery that is done.', (t) => ({
  incidentId: t.id({ required: true, description: 'Of which incident.' }),
  step: t.int({ required: true, description: 'Which step, from 0.' }),
  note: t.string({ required: true, description: 'How it was done.' }),
}))

const ResolveIncidentInput = changeInput('ResolveIncidentInput', 'An incident to settle.', (t) => ({
  incidentId: t.id({ required: true, description: 'Which one.' }),
  outcome: t.field({ type: IncidentOutcomeEnum, required: true, description: 'How it ended.' }),
  afterAction: t.string({
    required: true,
    description: 'What happened, what was done and what is learned.',
  }),
  platformReference: t.string({ description: 'The number the platform gave to our report.' }),
}))

const incidentMutation = mutationsOf(IncidentNode, (read, query) => read.incident.findFirstOrThrow(query))

incidentMutation(reportIncident, ReportIncidentInput, 'Reports a compromise or an impostor (IV.A.5).')
incidentMutation(
  containIncident,
  ContainIncidentInput,
  'Suspends the account at once and begins its recovery (IV.A.5).',
)
incidentMutation(
  publishIncidentNotice,
  PublishIncidentNoticeInput,
  'Tells the public of an incident on the account’s page until its recovery is done (IV.A.5).',
)
incidentMutation(
  withdrawIncidentNotice,
  WithdrawIncidentNoticeInput,
  'Takes back what the public is told of an incident (IV.A.5).',
)
incidentMutation(recordRecoveryStep, RecoveryStepInput, 'Says that a step of the recovery is done (V.B.8).')
incidentMutation(
  resolveIncident,
  ResolveIncidentInput,
  'Settles an incident with its outcome and an after-action report (IV.A.5).',
)
