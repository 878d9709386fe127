import { bulkInputs, type BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { givenAnswers, questionFields, type AskedQuestion } from '../certification/question-fields.ts'
import type { CommonInput } from './bulk-run.ts'

/** A certification that accounts may be answered for in. */
export interface OpenCertification {
  readonly id: string
  readonly name: string
  readonly questions: readonly AskedQuestion[]
}

/** The fields of what an action takes for all accounts alike. */
export function bulkFields(
  action: BulkAction,
  certifications: readonly OpenCertification[],
  values: FormValues,
): readonly FormField[] {
  const takes = bulkInputs(action)
  return [
    ...(takes.certification === 'NONE' ? [] : [certificationField(certifications)]),
    ...(takes.certification === 'ANSWERED' ? questionFields(chosenOf(certifications, values)) : []),
    ...(takes.person === 'NONE' ? [] : [personField(takes.person === 'REQUIRED')]),
    ...(takes.reason === 'NONE' ? [] : [reasonField(takes.reason === 'REQUIRED')]),
  ]
}

/** What was typed, as the dry run takes it: what the action does not take is left out. */
export function commonInput(
  action: BulkAction,
  certifications: readonly OpenCertification[],
  values: FormValues,
): CommonInput {
  const takes = bulkInputs(action)
  const given =
    takes.certification === 'ANSWERED'
      ? givenAnswers(chosenOf(certifications, values), values)
      : { answers: null, note: null }
  return {
    action,
    personId: takes.person === 'NONE' ? null : valueOf(values, 'personId'),
    reason: takes.reason === 'NONE' ? null : valueOf(values, 'reason'),
    certificationId: takes.certification === 'NONE' ? null : valueOf(values, 'certificationId'),
    ...given,
  }
}

function chosenOf(
  certifications: readonly OpenCertification[],
  values: FormValues,
): readonly AskedQuestion[] {
  return certifications.find(({ id }) => id === values['certificationId'])?.questions ?? []
}

function certificationField(certifications: readonly OpenCertification[]): FormField {
  return {
    name: 'certificationId',
    label: 'In which certification',
    control: 'CHOICE',
    required: true,
    choices: certifications.map(({ id, name }) => ({ value: id, label: name })),
    ...(certifications.length === 0 ? { hint: 'None is open that asks about accounts you see.' } : {}),
  }
}

function personField(required: boolean): FormField {
  const hint = required ? undefined : 'You, when nobody is chosen.'
  return { name: 'personId', label: 'Who', control: 'PERSON', required, ...(hint ? { hint } : {}) }
}

function reasonField(required: boolean): FormField {
  return { name: 'reason', label: 'Reason, kept with each account', control: 'LONG_TEXT', required }
}
