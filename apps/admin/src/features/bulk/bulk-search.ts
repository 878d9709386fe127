import { ACCOUNT_PERMISSIONS } from '@official-accounts/domain/account/account-permissions'
import { BULK_ACTION_NAMES, type BulkAction } from '@official-accounts/domain/bulk/bulk-actions'
import { choiceOf, type RawSearch } from '../../ui/search-params.ts'
import { accountFilter, readAccountConditions, type AccountConditions } from '../account/account-search.ts'

/** What a bulk action is to do, and to which accounts: those of a filter, or those that were chosen. */
export interface BulkSearch extends AccountConditions {
  readonly action?: BulkAction
  readonly ids?: string[]
}

/** Reads an address; what makes no sense is left out. */
export function readBulkSearch(raw: RawSearch): BulkSearch {
  const ids = [raw['ids']].flat().filter((id) => typeof id === 'string')
  return {
    ...readAccountConditions(raw),
    action: choiceOf(BULK_ACTION_NAMES, raw['action']),
    ids: ids.length > 0 ? ids : undefined,
  }
}

/** The filter of the dry run: the chosen accounts alone where any are. */
export function bulkFilter(search: BulkSearch) {
  return search.ids ? { ids: search.ids } : accountFilter(search)
}

interface Holder {
  readonly permissions: readonly string[]
}

/** The bulk actions somebody may ever take. */
export function bulkActionsOf({ permissions }: Holder): readonly BulkAction[] {
  return BULK_ACTION_NAMES.filter((action) => permissions.includes(ACCOUNT_PERMISSIONS[action]))
}

/** Whether somebody may take any. */
export function mayActInBulk(holder: Holder): boolean {
  return bulkActionsOf(holder).length > 0
}
