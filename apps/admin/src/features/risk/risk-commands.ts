import { change, type ChangeRequest } from '@official-accounts/client/change'
import { ROLE_NAMES, ROLES } from '@official-accounts/domain/access/roles'
import type { RiskAction, RiskMitigationAction } from '@official-accounts/domain/risk/risk-machine'
import { RISK_IMPACTS, RISK_LIKELIHOODS } from '@official-accounts/domain/risk/risk'
import { EVIDENCE_FIELDS } from '../../form/evidence-fields.ts'
import { addressOf, requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import type { RecordCommand } from '../../record/record-action-form.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import * as documents from './risk-changes.documents.ts'
import { IMPACT_WORDS, LIKELIHOOD_WORDS, RISK_ACTION_LABELS } from './risk-words.tsx'
import type { RiskDetail } from './risk.documents.ts'

const REASON: FormField = {
  name: 'reason',
  label: 'Reason',
  control: 'LONG_TEXT',
  required: true,
  hint: 'Kept with the risk.',
}
const LEVEL: readonly FormField[] = [
  {
    name: 'likelihood',
    label: 'How likely it is',
    control: 'CHOICE',
    required: true,
    choices: RISK_LIKELIHOODS.map((value) => ({ value, label: LIKELIHOOD_WORDS[value] })),
  },
  {
    name: 'impact',
    label: 'How great the harm is',
    control: 'CHOICE',
    required: true,
    choices: RISK_IMPACTS.map((value) => ({ value, label: IMPACT_WORDS[value] })),
  },
]
const REVIEW_BY: FormField = {
  name: 'reviewBy',
  label: 'Look again by',
  control: 'DATE',
  required: true,
  hint: 'The last day to look at it again.',
}

// A choice is required: the browser sends one of them.
function levelOf(values: FormValues) {
  return {
    likelihood: choiceOf(RISK_LIKELIHOODS, values['likelihood']) ?? 'LIKELY',
    impact: choiceOf(RISK_IMPACTS, values['impact']) ?? 'SEVERE',
  }
}

interface Common {
  readonly riskId: string
  readonly expectedVersion: number
  readonly reason: string
  readonly idempotencyKey: string
}

function command(
  action: RiskAction,
  words: { readonly send: string; readonly done: string },
  fields: readonly FormField[],
  requestOf: (common: Common, values: FormValues) => ChangeRequest,
): RecordCommand<RiskDetail> {
  return {
    label: RISK_ACTION_LABELS[action],
    ...words,
    fields,
    request: ({ id, version }, values, idempotencyKey) =>
      requestOf(
        { riskId: id, expectedVersion: version, reason: requiredValue(values, 'reason'), idempotencyKey },
        values,
      ),
  }
}

/** The form of every action on a risk. */
export const RISK_COMMANDS: Readonly<Record<RiskAction, RecordCommand<RiskDetail>>> = {
  assessRisk: command(
    'assessRisk',
    { send: 'Record the assessment', done: 'The risk was assessed.' },
    [...LEVEL, REVIEW_BY, REASON],
    (common, values) =>
      change(documents.AssessRiskMutation, {
        ...common,
        ...levelOf(values),
        reviewBy: requiredValue(values, 'reviewBy'),
      }),
  ),
  planRiskMitigation: {
    label: RISK_ACTION_LABELS.planRiskMitigation,
    send: 'Plan it',
    done: 'The mitigation was planned.',
    fields: [
      { name: 'task', label: 'What is to be done', control: 'LONG_TEXT', required: true },
      {
        name: 'ownerRole',
        label: 'By this role',
        control: 'CHOICE',
        choices: ROLE_NAMES.filter((role) => ROLES[role].writes).map((role) => ({
          value: role,
          label: ROLES[role].title,
        })),
        hint: 'Of the risk’s component, or the department’s office. Or name a person.',
      },
      { name: 'ownerId', label: 'By this person', control: 'PERSON' },
      { name: 'dueOn', label: 'By', control: 'DATE', required: true, hint: 'The last day to do it.' },
    ],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.PlanRiskMitigationMutation, {
        riskId: id,
        task: requiredValue(values, 'task'),
        ownerRole: choiceOf(ROLE_NAMES, values['ownerRole']) ?? null,
        ownerId: valueOf(values, 'ownerId'),
        dueOn: requiredValue(values, 'dueOn'),
        expectedVersion: version,
        idempotencyKey,
      }),
  },
  mitigateRisk: command(
    'mitigateRisk',
    { send: 'Count it as mitigated', done: 'The risk counts as mitigated.' },
    [...LEVEL, REASON],
    (common, values) => change(documents.MitigateRiskMutation, { ...common, ...levelOf(values) }),
  ),
  acceptRisk: command(
    'acceptRisk',
    { send: 'Accept the risk', done: 'The risk was accepted.' },
    [
      {
        name: 'acceptedUntil',
        label: 'Until',
        control: 'DATE',
        required: true,
        hint: 'The last day of the acceptance, and to look at it again.',
      },
      REASON,
    ],
    (common, values) =>
      change(documents.AcceptRiskMutation, {
        ...common,
        acceptedUntil: requiredValue(values, 'acceptedUntil'),
      }),
  ),
  reviewRisk: command(
    'reviewRisk',
    { send: 'It stays as it is', done: 'The risk was looked at again.' },
    [REVIEW_BY, REASON],
    (common, values) =>
      change(documents.ReviewRiskMutation, { ...common, reviewBy: requiredValue(values, 'reviewBy') }),
  ),
  closeRisk: command(
    'closeRisk',
    { send: 'Close the risk', done: 'The risk was closed.' },
    [REASON],
    (common) => change(documents.CloseRiskMutation, common),
  ),
  reopenRisk: command(
    'reopenRisk',
    { send: 'Open it again', done: 'The risk is open again.' },
    [REASON],
    (common) => change(documents.ReopenRiskMutation, common),
  ),
}

/** An action's form on a mitigation: what it asks, and what it sends. */
interface MitigationCommand {
  readonly send: string
  readonly done: string
  readonly fields: readonly FormField[]
  readonly request: (
    record: { readonly id: string; readonly version: number },
    values: FormValues,
    idempotencyKey: string,
  ) => ChangeRequest
}

/** The form of every action on a mitigation. */
export const RISK_MITIGATION_COMMANDS: Readonly<Record<RiskMitigationAction, MitigationCommand>> = {
  completeRiskMitigation: {
    send: 'Say that it is done',
    done: 'The mitigation is done.',
    fields: EVIDENCE_FIELDS,
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.CompleteRiskMitigationMutation, {
        riskMitigationId: id,
        evidence: requiredValue(values, 'evidence'),
        evidenceUrl: addressOf(values, 'evidenceUrl'),
        expectedVersion: version,
        idempotencyKey,
      }),
  },
  dropRiskMitigation: {
    send: 'Drop it',
    done: 'The mitigation was dropped.',
    fields: [REASON],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.DropRiskMitigationMutation, {
        riskMitigationId: id,
        reason: requiredValue(values, 'reason'),
        expectedVersion: version,
        idempotencyKey,
      }),
  },
}
