import type { AccountAction } from '../account/account-machine.ts'

/** What a bulk action takes for all accounts alike, beside the accounts. */
export interface BulkInputs {
  readonly reason: 'REQUIRED' | 'OPTIONAL' | 'NONE'
  readonly person: 'REQUIRED' | 'OPTIONAL' | 'NONE'
}

/** How many accounts one bulk action takes at most, dry run and run alike. */
export const MOST_IN_BULK = 2_000

/** How many accounts one call runs. */
export const MOST_PER_CALL = 100

/**
 * The actions on an account that take one input for many. The others say something of one account alone: its
 * address, what is known about it, what was seen of its end.
 */
export const BULK_ACTIONS = {
  claimAccount: { reason: 'NONE', person: 'OPTIONAL' },
  endorseAccount: { reason: 'OPTIONAL', person: 'NONE' },
  permitAccount: { reason: 'OPTIONAL', person: 'NONE' },
  approveAccount: { reason: 'OPTIONAL', person: 'NONE' },
  denyAccount: { reason: 'REQUIRED', person: 'NONE' },
  returnAccountRequest: { reason: 'REQUIRED', person: 'NONE' },
  withdrawAccountRequest: { reason: 'OPTIONAL', person: 'NONE' },
  activateAccount: { reason: 'NONE', person: 'NONE' },
  assignPrimaryContact: { reason: 'NONE', person: 'REQUIRED' },
  assignAlternateContact: { reason: 'NONE', person: 'REQUIRED' },
  endContact: { reason: 'REQUIRED', person: 'REQUIRED' },
  suspendAccount: { reason: 'REQUIRED', person: 'NONE' },
  reinstateAccount: { reason: 'REQUIRED', person: 'NONE' },
  requestRetirement: { reason: 'REQUIRED', person: 'NONE' },
} as const satisfies Partial<Record<AccountAction, BulkInputs>>

export type BulkAction = keyof typeof BULK_ACTIONS

/** Every bulk action, in the order people are shown them. */
export const BULK_ACTION_NAMES = Object.keys(BULK_ACTIONS).filter(isBulkAction)

/** Whether a text names a bulk action. */
export function isBulkAction(value: string): value is BulkAction {
  return Object.hasOwn(BULK_ACTIONS, value)
}

/** What an action takes, widened for reading. */
export function bulkInputs(action: BulkAction): BulkInputs {
  return BULK_ACTIONS[action]
}
