import type { Permission } from '../access/permissions.ts'
import type { AccountAction } from '../account/account-machine.ts'
import { ACCOUNT_PERMISSIONS } from '../account/account-permissions.ts'
import type { CertificationAnswerAction } from '../certification/available-answer-actions.ts'
import { CERTIFICATION_PART_PERMISSIONS } from '../certification/certification-rules.ts'

/** What a bulk action takes for all accounts alike, beside the accounts. */
export interface BulkInputs {
  readonly reason: 'REQUIRED' | 'OPTIONAL' | 'NONE'
  readonly person: 'REQUIRED' | 'OPTIONAL' | 'NONE'
  /** Whether it acts on the accounts' answers in a certification, and takes answers as well (IV.E.3). */
  readonly certification: 'NAMED' | 'ANSWERED' | 'NONE'
}

/** How many accounts one bulk action takes at most, dry run and run alike. */
export const MOST_IN_BULK = 2_000

/** How many accounts one call runs. */
export const MOST_PER_CALL = 100

/**
 * The actions on an account, or on its answer in a certification, that take one input for many. The others say
 * something of one account alone: its address, what is known about it, what was seen of its end.
 */
export const BULK_ACTIONS = {
  claimAccount: { reason: 'NONE', person: 'OPTIONAL', certification: 'NONE' },
  endorseAccount: { reason: 'OPTIONAL', person: 'NONE', certification: 'NONE' },
  permitAccount: { reason: 'OPTIONAL', person: 'NONE', certification: 'NONE' },
  approveAccount: { reason: 'OPTIONAL', person: 'NONE', certification: 'NONE' },
  denyAccount: { reason: 'REQUIRED', person: 'NONE', certification: 'NONE' },
  returnAccountRequest: { reason: 'REQUIRED', person: 'NONE', certification: 'NONE' },
  withdrawAccountRequest: { reason: 'OPTIONAL', person: 'NONE', certification: 'NONE' },
  activateAccount: { reason: 'NONE', person: 'NONE', certification: 'NONE' },
  assignPrimaryContact: { reason: 'NONE', person: 'REQUIRED', certification: 'NONE' },
  assignAlternateContact: { reason: 'NONE', person: 'REQUIRED', certification: 'NONE' },
  endContact: { reason: 'REQUIRED', person: 'REQUIRED', certification: 'NONE' },
  suspendAccount: { reason: 'REQUIRED', person: 'NONE', certification: 'NONE' },
  reinstateAccount: { reason: 'REQUIRED', person: 'NONE', certification: 'NONE' },
  requestRetirement: { reason: 'REQUIRED', person: 'NONE', certification: 'NONE' },
  confirmUnchanged: { reason: 'NONE', person: 'NONE', certification: 'NAMED' },
  answerCertification: { reason: 'NONE', person: 'NONE', certification: 'ANSWERED' },
  returnCertificationAnswer: { reason: 'REQUIRED', person: 'NONE', certification: 'NAMED' },
} as const satisfies Partial<Record<AccountAction | CertificationAnswerAction, BulkInputs>>

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

/** The permission that a bulk action needs for each account. */
export function bulkPermission(action: BulkAction): Permission {
  return isAnswerAction(action) ? CERTIFICATION_PART_PERMISSIONS[action] : ACCOUNT_PERMISSIONS[action]
}

/** Whether an action is one on the accounts' answers in a certification. */
export function isAnswerAction(action: BulkAction): action is CertificationAnswerAction & BulkAction {
  return BULK_ACTIONS[action].certification !== 'NONE'
}
