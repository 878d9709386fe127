import type { Permission } from '../access/permissions.ts'
import type { AccountAction } from './account-machine.ts'

/** The permission each action on an account needs. */
export const ACCOUNT_PERMISSIONS = {
  returnAccountRequest: 'account.returnRequest',
  resubmitAccountRequest: 'account.resubmitRequest',
  withdrawAccountRequest: 'account.withdrawRequest',
  endorseAccount: 'account.endorse',
  attestAccountSecurity: 'account.attestSecurity',
  recordAccountAdvice: 'account.recordAdvice',
  permitAccount: 'account.permit',
  approveAccount: 'account.approve',
  denyAccount: 'account.deny',
  activateAccount: 'account.activate',
  claimAccount: 'account.claim',
  updateAccount: 'account.update',
  renameAccount: 'account.rename',
  assignPrimaryContact: 'account.assignPrimaryContact',
  assignAlternateContact: 'account.assignAlternateContact',
  endContact: 'account.endContact',
  handOverContact: 'account.handOverContact',
  suspendAccount: 'account.suspend',
  reinstateAccount: 'account.reinstate',
  requestRetirement: 'account.requestRetirement',
  confirmDeactivation: 'account.confirmDeactivation',
  confirmArchive: 'account.confirmArchive',
} as const satisfies Record<AccountAction, Permission>
