import { bulkInputs, type BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { invalidInput, type Refusal } from '@official-accounts/domain/errors'
import { recordId } from '../../command-field.ts'

/** What a caller gives for all accounts alike. */
export interface GivenInput {
  readonly personId?: string | null | undefined
  readonly reason?: string | null | undefined
  readonly certificationId?: string | null | undefined
  readonly answers?: readonly { readonly key: string; readonly value: string }[] | null | undefined
  readonly note?: string | null | undefined
}

/** The part of a bulk action's input that all accounts share: what the action takes of what was given. */
export function commonInput(
  action: BulkAction,
  { personId, reason, certificationId, answers, note }: GivenInput,
): Readonly<Record<string, unknown>> {
  const takes = bulkInputs(action)
  const certifies = takes.certification !== 'NONE' && certificationId
  return {
    ...(takes.person !== 'NONE' && personId ? { personId: recordId(personId, 'Person') } : {}),
    ...(takes.reason !== 'NONE' && reason ? { reason } : {}),
    ...(certifies ? { certificationId: recordId(certificationId, 'Certification') } : {}),
    ...(takes.certification === 'ANSWERED' ? { answers: answers ?? [], ...(note ? { note } : {}) } : {}),
  }
}

/** The certification a bulk action names; null where it takes or was given none. */
export function namedCertification(action: BulkAction, { certificationId }: GivenInput): string | null {
  const takes = bulkInputs(action).certification !== 'NONE'
  return takes && certificationId ? recordId(certificationId, 'Certification') : null
}

/** What is missing in the input before any account is looked at; null for nothing. */
export function missingInput(action: BulkAction, given: GivenInput): Refusal | null {
  const needed = bulkInputs(action).certification !== 'NONE'
  return needed && !given.certificationId ? invalidInput('certificationId', 'Name the certification.') : null
}
