import { bulkInputs, type BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { recordId } from '../../command-field.ts'

interface Given {
  readonly personId?: string | null | undefined
  readonly reason?: string | null | undefined
}

/** The part of a bulk action's input that all accounts share: what the action takes of what was given. */
export function commonInput(
  action: BulkAction,
  { personId, reason }: Given,
): Readonly<Record<string, string>> {
  const takes = bulkInputs(action)
  return {
    ...(takes.person !== 'NONE' && personId ? { personId: recordId(personId, 'Person') } : {}),
    ...(takes.reason !== 'NONE' && reason ? { reason } : {}),
  }
}
