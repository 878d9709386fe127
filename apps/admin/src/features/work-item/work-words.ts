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
  handOverContact: 'Hand over',
  attestAccountSecurityPolicy: 'Attest its security',
  answerLawChecklist: 'Answer its checklist',
  answerCertification: 'Answer and certify',
  containIncident: 'Contain it',
  recordRecoveryStep: 'Go on with the recovery',
  resolveIncident: 'Settle it',
  closeCertification: 'Look into it',
  recordPlatformReview: 'Record the review',
  approvePlatform: 'Approve',
  decideException: 'Decide',
  decideAccess: 'Decide',
  provisionAccess: 'Provide it',
  renewAccess: 'Renew',
  delegateApproval: 'Delegate again',
  recordStandIn: 'Record another',
  retryMail: 'Try again now',
  resendRefusedMail: 'Mend it or give it up',
  completeCorrectiveAction: 'Give the evidence',
  acceptCorrectiveAction: 'Judge the evidence',
  publishDirectory: 'Publish again',
  publishComponentProcess: 'Write and submit it',
  submitComponentPolicy: 'Write and submit it',
  decideMigration: 'Decide',
  resolveMigrationRow: 'Decide on the row',
}

/** What a next action is called in the list of work. */
export function workActionLabel(action: string): string {
  return LABELS[action] ?? fieldWords(action)
}
