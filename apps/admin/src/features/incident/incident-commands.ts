import { change } from '@official-accounts/client/change'
import { INCIDENT_OUTCOMES } from '@official-accounts/domain/incident/incident'
import { OUTCOMES_OF } from '@official-accounts/domain/incident/incident-rules'
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
    case 'publishIncidentNotice':
      return PUBLISH_NOTICE
    case 'withdrawIncidentNotice':
      return WITHDRAW_NOTICE
    case 'recordRecoveryStep':
      return recoveryStep(incident)
    case 'resolveIncident':
      return resolution(incident)
  }
}

const NOTICE = {
  name: 'publicNotice',
  label: 'Public notice',
  control: 'LONG_TEXT',
  hint: 'Shown on the account’s public page until the recovery is done; once the account is back, the page says so above it. Names no person.',
} as const satisfies FormField

const NOTICE_LANGUAGE: FormField = {
  name: 'noticeLanguage',
  label: 'Language of the notice',
  control: 'CHOICE',
  choices: [
    { value: 'en', label: 'English' },
    { value: 'es', label: 'Spanish' },
  ],
  hint: 'English when nothing is chosen.',
}

const NOTICE_REASON: FormField = { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true }

function linesOf(text: string | null): string[] | null {
  const lines = (text ?? '').split('\n').flatMap((line) => line.trim() || [])
  return lines.length === 0 ? null : lines
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
      ...NOTICE,
      hint: `${NOTICE.hint} The page says that the account is suspended in any case.`,
    },
    NOTICE_LANGUAGE,
    {
      name: 'steps',
      label: 'Steps of the recovery',
      control: 'LONG_TEXT',
      hint: 'One a line. Left empty, it is our own list, which begins with an audit of the component’s accounts.',
    },
  ],
  request: ({ id, version }, values, idempotencyKey) =>
    change(documents.ContainIncidentMutation, {
      incidentId: id,
      expectedVersion: version,
      reason: requiredValue(values, 'reason'),
      publicNotice: valueOf(values, 'publicNotice'),
      noticeLanguage: valueOf(values, 'noticeLanguage'),
      steps: linesOf(valueOf(values, 'steps')),
      idempotencyKey,
    }),
}

const PUBLISH_NOTICE: RecordCommand<Incident> = {
  label: 'Publish a notice',
  send: 'Publish the notice',
  done: 'The notice is on its way to the public page.',
  fields: [{ ...NOTICE, required: true }, NOTICE_LANGUAGE, NOTICE_REASON],
  request: ({ id, version }, values, idempotencyKey) =>
    change(documents.PublishIncidentNoticeMutation, {
      incidentId: id,
      expectedVersion: version,
      publicNotice: requiredValue(values, 'publicNotice'),
      noticeLanguage: valueOf(values, 'noticeLanguage'),
      reason: requiredValue(values, 'reason'),
      idempotencyKey,
    }),
}

const WITHDRAW_NOTICE: RecordCommand<Incident> = {
  label: 'Withdraw the notice',
  send: 'Withdraw the notice',
  done: 'The notice was withdrawn.',
  fields: [NOTICE_REASON],
  request: ({ id, version }, values, idempotencyKey) =>
    change(documents.WithdrawIncidentNoticeMutation, {
      incidentId: id,
      expectedVersion: version,
      reason: requiredValue(values, 'reason'),
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

function resolution({ kind }: Incident): RecordCommand<Incident> {
  return { ...RESOLVE, fields: [outcomeField(kind), ...RESOLVE.fields] }
}

function outcomeField(kind: Incident['kind']): FormField {
  const choices = OUTCOMES_OF[kind].map((value) => ({ value, label: enumWords(value) }))
  return { name: 'outcome', label: 'Outcome', control: 'CHOICE', required: true, choices }
}

const RESOLVE: RecordCommand<Incident> = {
  label: 'Settle',
  send: 'Settle the incident',
  done: 'The incident was settled.',
  fields: [
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
  publishIncidentNotice: 'Publish a notice',
  withdrawIncidentNotice: 'Withdraw the notice',
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
  if (action === 'withdrawIncidentNotice') return 'Possible only while a notice is public.'
  return action === 'resolveIncident'
    ? 'Possible only before it is settled.'
    : 'Possible only while a recovery is under way.'
}
