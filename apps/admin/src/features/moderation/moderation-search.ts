import {
  MODERATION_KINDS,
  MODERATION_REASONS,
  MODERATION_STATES,
  type ModerationKind,
  type ModerationReason,
  type ModerationState,
} from '@official-accounts/domain/moderation/moderation'
import { readListSearch, type ListSearch } from '../../list/list-search.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

const ORDERS = ['NEWEST', 'OLDEST'] as const
export type ModerationOrder = (typeof ORDERS)[number]

/** The columns the list of moderation has. */
export const MODERATION_COLUMNS = [
  'kind',
  'account',
  'component',
  'reason',
  'state',
  'doneAt',
  'recordedAt',
  'platformReference',
  'policySection',
  'reviewBy',
] as const

/** What of the log is looked at. */
export interface ModerationConditions {
  readonly kind?: ModerationKind
  readonly reason?: ModerationReason
  readonly state?: ModerationState
  readonly component?: string
  /** An account, by its global id. */
  readonly account?: string
  /** Days such as 2027-01-31. */
  readonly from?: string
  readonly until?: string
}

/** Which acts the list shows. */
export interface ModerationSearch extends ListSearch<ModerationOrder>, ModerationConditions {}

/** Reads what of the log an address asks for; what makes no sense is left out. */
export function readModerationConditions(raw: RawSearch): ModerationConditions {
  return {
    kind: choiceOf(MODERATION_KINDS, raw['kind']),
    reason: choiceOf(MODERATION_REASONS, raw['reason']),
    state: choiceOf(MODERATION_STATES, raw['state']),
    component: textOf(raw['component']),
    account: textOf(raw['account']),
    from: dayOf(raw['from']),
    until: dayOf(raw['until']),
  }
}

/** Reads the address of the list. */
export function readModerationSearch(raw: RawSearch): ModerationSearch {
  return { ...readModerationConditions(raw), ...readListSearch(raw, ORDERS, MODERATION_COLUMNS) }
}

/** The account on which something is to be recorded, by its global id. */
export function readModeratedAccount(raw: RawSearch): { readonly account?: string } {
  return { account: textOf(raw['account']) }
}

function dayOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined
}
