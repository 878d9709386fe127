import {
  BULK_ACTION_NAMES,
  bulkPermission,
  type BulkAction,
} from '@official-accounts/domain/bulk/bulk-actions'
import { choiceOf, type RawSearch } from '../../ui/search-params.ts'
import { accountFilter, readAccountConditions, type AccountConditions } from '../account/account-search.ts'

/** Which accounts several acts mean: those of a filter, or those that were chosen. */
export interface MeantAccounts extends AccountConditions {
  readonly ids?: string[]
}

/** What a bulk action is to do, and to which accounts. */
export interface BulkSearch extends MeantAccounts {
  readonly action?: BulkAction
}

/** Reads which accounts an address means; what makes no sense is left out. */
export function readMeantAccounts(raw: RawSearch): MeantAccounts {
  const ids = [raw['ids']].flat().filter((id) => typeof id === 'string')
  return { ...readAccountConditions(raw), ids: ids.length > 0 ? ids : undefined }
}

/** Reads an address; what makes no sense is left out. */
export function readBulkSearch(raw: RawSearch): BulkSearch {
  return { ...readMeantAccounts(raw), action: choiceOf(BULK_ACTION_NAMES, raw['action']) }
}

/** The filter behind it: the chosen accounts alone where any are. */
export function bulkFilter(search: MeantAccounts) {
  return search.ids ? { ids: search.ids } : accountFilter(search)
}

interface Holder {
  readonly permissions: readonly string[]
}

/** The bulk actions somebody may ever take. */
export function bulkActionsOf({ permissions }: Holder): readonly BulkAction[] {
  return BULK_ACTION_NAMES.filter((action) => permissions.includes(bulkPermission(action)))
}

/** Whether somebody may take any. */
export function mayActInBulk(holder: Holder): boolean {
  return bulkActionsOf(holder).length > 0
}
