import { defineMachine } from '../state-machine.ts'
import type { AccountState } from './account.ts'

/** What may be done to an account, named as the GraphQL mutations are. */
export const ACCOUNT_ACTIONS = [
  'returnAccountRequest',
  'resubmitAccountRequest',
  'withdrawAccountRequest',
  'endorseAccount',
  'attestAccountSecurity',
  'recordAccountAdvice',
  'permitAccount',
  'approveAccount',
  'denyAccount',
  'activateAccount',
  'claimAccount',
  'updateAccount',
  'renameAccount',
  'assignPrimaryContact',
  'assignAlternateContact',
  'endContact',
  'handOverContact',
  'suspendAccount',
  'reinstateAccount',
  'requestRetirement',
  'confirmDeactivation',
  'confirmArchive',
] as const
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number]

const CONTACTS_KEEP = <State extends AccountState>(state: State) =>
  ({
    assignPrimaryContact: state,
    assignAlternateContact: state,
    endContact: state,
    handOverContact: state,
  }) as const

/**
 * The life of an account. An action that keeps the state leads to the same state; the second retirement
 * confirmation leads on to RETIRED (V.B.11), whichever of the two it is.
 */
export const accountMachine = defineMachine<AccountState, AccountAction>('account', {
  REQUESTED: {
    endorseAccount: 'ENDORSED',
    returnAccountRequest: 'CHANGES_REQUESTED',
    denyAccount: 'DENIED',
    withdrawAccountRequest: 'WITHDRAWN',
  },
  CHANGES_REQUESTED: {
    resubmitAccountRequest: 'REQUESTED',
    denyAccount: 'DENIED',
    withdrawAccountRequest: 'WITHDRAWN',
  },
  ENDORSED: {
    attestAccountSecurity: 'ENDORSED',
    recordAccountAdvice: 'ENDORSED',
    permitAccount: 'ENDORSED',
    approveAccount: 'APPROVED',
    returnAccountRequest: 'CHANGES_REQUESTED',
    denyAccount: 'DENIED',
    withdrawAccountRequest: 'WITHDRAWN',
  },
  APPROVED: {
    activateAccount: 'ACTIVE',
    withdrawAccountRequest: 'WITHDRAWN',
    ...CONTACTS_KEEP('APPROVED'),
  },
  ACTIVE: {
    claimAccount: 'ACTIVE',
    updateAccount: 'ACTIVE',
    renameAccount: 'ACTIVE',
    suspendAccount: 'SUSPENDED',
    requestRetirement: 'RETIRING',
    ...CONTACTS_KEEP('ACTIVE'),
  },
  SUSPENDED: {
    updateAccount: 'SUSPENDED',
    reinstateAccount: 'ACTIVE',
    requestRetirement: 'RETIRING',
    ...CONTACTS_KEEP('SUSPENDED'),
  },
  RETIRING: {
    confirmDeactivation: ['RETIRING', 'RETIRED'],
    confirmArchive: ['RETIRING', 'RETIRED'],
    ...CONTACTS_KEEP('RETIRING'),
  },
  RETIRED: {},
  DENIED: {},
  WITHDRAWN: {},
})
