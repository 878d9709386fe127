import { fieldWords } from '../../ui/words.ts'

const LABELS: Readonly<Record<string, string>> = {
  suspendAccount: 'Decide: suspend it',
  endorseAccount: 'Endorse',
  adoptDiscoveredAccount: 'Adopt or close',
  attestAccountSecurity: 'Attest security',
  recordAccountAdvice: 'Advise',
  returnAccountRequest: 'Send back or deny',
  permitAccount: 'Give permission',
  approveAccount: 'Approve',
  resubmitAccountRequest: 'Rework and resubmit',
  activateAccount: 'Activate',
  claimAccount: 'Claim',
  assignPrimaryContact: 'Name the primary contact',
  confirmDeactivation: 'Confirm deactivation',
  confirmArchive: 'Confirm archive',
  recordPlatformReview: 'Record the review',
  approvePlatform: 'Approve',
  publishDirectory: 'Publish again',
  decideMigration: 'Decide',
  resolveMigrationRow: 'Decide on the row',
}

/** What a next action is called in the list of work. */
export function workActionLabel(action: string): string {
  return LABELS[action] ?? fieldWords(action)
}
