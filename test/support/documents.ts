const ERRORS = `
  __typename
  ... on Error { code message }
  ... on PolicyRefusalError { clauses { id title } }
  ... on ForbiddenError { clauses { id } }
  ... on InvalidStateError { inState: state allowed }
  ... on StaleVersionError { expected actual }
  ... on InvalidInputError { issues { path message } }
  ... on ConflictError { existingId }
`

const RECORDS = {
  Account: 'id slug state status vacant version handle canonicalKey',
  Platform: 'id state version',
  Person: 'id state version',
  RoleGrant: 'id role version',
  Migration: 'id state version counts appliedCounts',
  Delegation: 'id version',
  Exception: 'id state version',
  AccessGrant: 'id state version',
  MigrationRow: 'id outcome resolution',
  Publication: 'id state version',
  SavedView: 'id name search scope version',
  RemovedView: 'viewId',
} as const

/** A mutation's document: `input` is its one variable; the record is asked for where the result may be one. */
export function mutation(name: string, inputType: string): string {
  return `mutation ($input: ${inputType}!) { ${mutationField(name, 'input')} }`
}

/** One mutation's field with its variable, to send several in one document under aliases. */
export function mutationField(name: string, variable: string): string {
  if (name === 'runBulkAction') {
    const rows = 'rows { accountId outcome code reason clauses { id } }'
    const wrong = '... on InvalidInputError { code message issues { path message } }'
    return `runBulkAction(input: $${variable}) { __typename ${wrong} ... on BulkRun { groupId ${rows} } }`
  }
  const record = recordOf(name)
  return `${name}(input: $${variable}) { ${ERRORS} ... on ${record} { ${RECORDS[record]} } }`
}

function recordOf(name: string): keyof typeof RECORDS {
  if (/^(delegateApproval|recordStandIn|recordRecusal|revokeDelegation)$/.test(name)) return 'Delegation'
  if (name.includes('Access')) return 'AccessGrant'
  if (name.includes('Exception')) return 'Exception'
  if (name.endsWith('Person')) return 'Person'
  if (name.endsWith('View')) return name === 'removeView' ? 'RemovedView' : 'SavedView'
  if (name.endsWith('Role')) return 'RoleGrant'
  if (name.endsWith('Publication') || name === 'publishDirectory') return 'Publication'
  if (name.endsWith('MigrationRow')) return 'MigrationRow'
  if (name.endsWith('Migration')) return 'Migration'
  return name.includes('Platform') ? 'Platform' : 'Account'
}

/** The input type of each mutation. */
export const INPUT_TYPES: Readonly<Record<string, string>> = {
  requestAccount: 'RequestAccountInput',
  resubmitAccountRequest: 'ResubmitAccountRequestInput',
  returnAccountRequest: 'AccountDecisionInput',
  withdrawAccountRequest: 'AccountDecisionInput',
  endorseAccount: 'AccountDecisionInput',
  permitAccount: 'AccountDecisionInput',
  approveAccount: 'AccountDecisionInput',
  denyAccount: 'AccountDecisionInput',
  activateAccount: 'AccountInput',
  claimAccount: 'ClaimAccountInput',
  updateAccount: 'UpdateAccountInput',
  renameAccount: 'RenameAccountInput',
  assignPrimaryContact: 'ContactInput',
  assignAlternateContact: 'ContactInput',
  endContact: 'EndContactInput',
  suspendAccount: 'AccountDecisionInput',
  reinstateAccount: 'AccountDecisionInput',
  requestRetirement: 'AccountDecisionInput',
  confirmDeactivation: 'ConfirmDeactivationInput',
  confirmArchive: 'ConfirmArchiveInput',
  proposePlatform: 'ProposePlatformInput',
  recordPlatformReview: 'PlatformReviewInput',
  approvePlatform: 'PlatformDecisionInput',
  denyPlatform: 'PlatformDecisionInput',
  suspendPlatform: 'PlatformDecisionInput',
  reinstatePlatform: 'PlatformDecisionInput',
  prohibitPlatform: 'ProhibitPlatformInput',
  retirePlatform: 'PlatformDecisionInput',
  runBulkAction: 'RunBulkActionInput',
  saveView: 'SaveViewInput',
  changeView: 'ChangeViewInput',
  removeView: 'RemoveViewInput',
  grantRole: 'GrantRoleInput',
  revokeRole: 'RevokeRoleInput',
  deactivatePerson: 'PersonStateInput',
  reactivatePerson: 'PersonStateInput',
  requestAccess: 'RequestAccessInput',
  withdrawAccessRequest: 'AccessInput',
  decideAccess: 'DecideAccessInput',
  provisionAccess: 'AccessInput',
  renewAccess: 'RenewAccessInput',
  revokeAccess: 'AccessInput',
  requestException: 'RequestExceptionInput',
  withdrawExceptionRequest: 'ExceptionInput',
  decideException: 'DecideExceptionInput',
  revokeException: 'ExceptionInput',
  delegateApproval: 'DelegateApprovalInput',
  recordStandIn: 'RecordStandInInput',
  recordRecusal: 'RecordRecusalInput',
  revokeDelegation: 'RevokeDelegationInput',
  submitMigration: 'SubmitMigrationInput',
  decideMigration: 'DecideMigrationInput',
  resolveMigrationRow: 'ResolveMigrationRowInput',
  publishDirectory: 'PublishDirectoryInput',
  rollbackPublication: 'RollbackPublicationInput',
}
