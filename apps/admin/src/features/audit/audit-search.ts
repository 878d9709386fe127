import { isPermission, type Permission } from '@official-accounts/domain/access/permissions'
import { readListSearch, type ListSearch } from '../../list/list-search.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Whether what was asked for happened. */
export const AUDIT_OUTCOMES = ['ACCEPTED', 'REFUSED'] as const

const AUDIT_ORDERS = ['NEWEST', 'OLDEST'] as const
export type AuditOrder = (typeof AUDIT_ORDERS)[number]

/** The columns the list of audit entries has. */
export const AUDIT_COLUMNS = [
  'action',
  'occurredAt',
  'actor',
  'outcome',
  'subject',
  'changes',
  'reason',
  'clauses',
  'group',
] as const

/** Which entries of the audit the list shows. */
export interface AuditSearch extends ListSearch<AuditOrder> {
  readonly action?: Permission
  readonly outcome?: (typeof AUDIT_OUTCOMES)[number]
  /** What was done together, such as the accounts of one bulk action. */
  readonly groupId?: string
}

/** Reads the address of the list; what makes no sense is left out. */
export function readAuditSearch(raw: RawSearch): AuditSearch {
  const action = textOf(raw['action'])
  return {
    action: action !== undefined && isPermission(action) ? action : undefined,
    outcome: choiceOf(AUDIT_OUTCOMES, raw['outcome']),
    groupId: textOf(raw['groupId']),
    ...readListSearch(raw, AUDIT_ORDERS, AUDIT_COLUMNS),
  }
}
