import { isPermission, type Permission } from '@official-accounts/domain/access/permissions'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Whether what was asked for happened. */
export const AUDIT_OUTCOMES = ['ACCEPTED', 'REFUSED'] as const

/** Which entries of the audit the list shows. */
export interface AuditSearch extends Paging {
  readonly action?: Permission
  readonly outcome?: (typeof AUDIT_OUTCOMES)[number]
}

/** Reads the address of the list; what makes no sense is left out. */
export function readAuditSearch(raw: RawSearch): AuditSearch {
  const action = textOf(raw['action'])
  return {
    action: action !== undefined && isPermission(action) ? action : undefined,
    outcome: choiceOf(AUDIT_OUTCOMES, raw['outcome']),
    ...readPaging(raw),
  }
}
