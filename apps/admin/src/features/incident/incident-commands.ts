import { change } from '@official-accounts/client/change'
import { INCIDENT_OUTCOMES } from '@official-accounts/domain/incident/incident'
import { INCIDENT_ACTIONS, type IncidentAction } from '@official-accounts/domain/incident/incident-machine'
import { requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import type { RecordCommand } from '../../record/record-action-form.tsx'
import { choiceOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import * as documents from './incident.documents.ts'

type Incident = documents.IncidentDetail

/** The field for the number the platform gave to a report. */
export const PLATFORM_REFERENCE: FormField = {
  name: 'platformReference',
  label: 'The platform’s reference',
  control: 'TEXT',
  hint: 'The number the platform gave to our report.',
}

/** The form of an action on an incident as it stands. */
export function incidentCommand(action: IncidentAction, incident: Incident): RecordCommand<Incident> {
  switch (action) {
    case 'containIncident':
      return CONTAIN
    case 'recordRecoveryStep':
      return recoveryStep(incident)
    case 'resolveIncident':
      return RESOLVE
  }
}

const CONTAIN: RecordCommand<Incident> = {
  label: 'Contain',
  send: 'Suspend the account now',
  done: 'The account is suspended, and its recovery has begun.',
  fields: [
    {
      name: 'reason',
      label: 'Reason',
      control: 'LONG_TEXT',
      required: true,
      hint: 'Kept with the suspension.',
    },
    {
      name: 'publicNotice',
      label: 'Public notice',
      control: 'LONG_TEXT',
      hint: 'Kept with the incident. The public page says that the account is suspended in any case.',
    },
  ],
  request: ({ id, version }, values, idempotencyKey) =>
    change(documents.ContainIncidentMutation, {
      incidentId: id,
      expectedVersion: version,
      reason: requiredValue(values, 'reason'),
      publicNotice: valueOf(values, 'publicNotice'),
      idempotencyKey,
    }),
}

function recoveryStep({ checklist }: Incident): RecordCommand<Incident> {
  const open = checklist.flatMap(({ text, doneAt }, step) =>
    doneAt === null ? [{ value: `${step}`, label: text }] : [],
  )
  return {
    label: 'Record a step of the recovery',
    send: 'It is done',
    done: 'The step was recorded.',
    fields: [
      { name: 'step', label: 'Step', control: 'CHOICE', required: true, choices: open },
      { name: 'note', label: 'How it was done', control: 'LONG_TEXT', required: true },
    ],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.RecordRecoveryStepMutation, {
        incidentId: id,
        expectedVersion: version,
        step: Number(requiredValue(values, 'step')),
        note: requiredValue(values, 'note'),
        idempotencyKey,
      }),
  }
}

const RESOLVE: RecordCommand<Incident> = {
  label: 'Settle',
  send: 'Settle the incident',
  done: 'The incident was settled.',
  fields: [
    {
      name: 'outcome',
      label: 'Outcome',
      control: 'CHOICE',
      required: true,
      choices: INCIDENT_OUTCOMES.map((value) => ({ value, label: enumWords(value) })),
    },
    {
      name: 'afterAction',
      label: 'After-action report',
      control: 'LONG_TEXT',
      required: true,
      hint: 'What happened, what was done and what is learned.',
    },
    PLATFORM_REFERENCE,
  ],
  request: ({ id, version }, values, idempotencyKey) =>
    change(documents.ResolveIncidentMutation, {
      incidentId: id,
      expectedVersion: version,
      outcome: choiceOf(INCIDENT_OUTCOMES, values['outcome']) ?? 'NOT_CONFIRMED',
      afterAction: requiredValue(values, 'afterAction'),
      platformReference: valueOf(values, 'platformReference'),
      idempotencyKey,
    }),
}

const LABELS: Readonly<Record<IncidentAction, string>> = {
  containIncident: 'Contain',
  recordRecoveryStep: 'Record a step of the recovery',
  resolveIncident: 'Settle',
}

/** What an action on an incident is called. */
export function incidentActionLabel(action: string): string {
  const known = INCIDENT_ACTIONS.find((name) => name === action)
  return known ? LABELS[known] : action
}

/** Why an action needs another state. */
export function incidentStateReason(action: string): string {
  if (action === 'containIncident') return 'Possible only while it waits to be contained.'
  return action === 'recordRecoveryStep'
    ? 'Possible only while a recovery is under way.'
    : 'Possible only before it is settled.'
}
