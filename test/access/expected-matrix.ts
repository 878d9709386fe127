import type { Permission } from '@official-accounts/domain/access/permissions'

/**
 * Who may do what, written down by hand from the Directive and never computed from the code it judges. Callers who
 * are not named are answered FORBIDDEN; nobody changes anything without signing in.
 */
export interface ExpectedRow {
  readonly permission: Permission
  /** On a record of the department, where a row has no components. */
  readonly may?: readonly string[]
  readonly hiddenFrom?: readonly string[]
  readonly refusedFor?: readonly string[]
  /** On a record of CBP, and on one of FEMA. */
  readonly cbp?: ExpectedCell
  readonly fema?: ExpectedCell
}

export interface ExpectedCell {
  readonly may: readonly string[]
  /** To whom the record does not exist: those who may do this in their own component and cannot see into this one. */
  readonly hiddenFrom?: readonly string[]
  /** To whom what the new record is for does not exist: an input that names nothing. */
  readonly unknownTo?: readonly string[]
  /** Who holds the permission and is refused by a clause: the matter is another's. */
  readonly refusedFor?: readonly string[]
}

/** Requests: seen by their own component and by the department's offices alone. */
function undecided(
  permission: Permission,
  cbp: readonly string[],
  fema: readonly string[],
  offices: readonly string[],
): ExpectedRow {
  return {
    permission,
    cbp: { may: [...cbp, ...offices], hiddenFrom: fema },
    fema: { may: [...fema, ...offices], hiddenFrom: cbp },
  }
}

/** Listed accounts: everybody sees them, their own component and the offices change them. */
function listed(
  permission: Permission,
  cbp: readonly string[],
  fema: readonly string[],
  offices: readonly string[],
): ExpectedRow {
  return { permission, cbp: { may: [...cbp, ...offices] }, fema: { may: [...fema, ...offices] } }
}

/** What the account’s manager recorded: others of the component do not manage it, and other components do not see it. */
function moderatedBy(permission: Permission): ExpectedRow {
  const [cbp, fema] = [
    ['director-cbp', 'author-cbp', 'contractor-cbp'],
    ['director-fema', 'author-fema'],
  ]
  return {
    permission,
    cbp: { may: ['manager-cbp'], refusedFor: cbp, hiddenFrom: ['manager-fema', ...fema] },
    fema: { may: ['manager-fema'], refusedFor: fema, hiddenFrom: ['manager-cbp', ...cbp] },
  }
}

const CBP_STAFF = ['manager-cbp', 'director-cbp']
const FEMA_STAFF = ['manager-fema', 'director-fema']
const CBP_DIRECTOR = ['director-cbp']
const FEMA_DIRECTOR = ['director-fema']
const NOBODY: readonly string[] = []
const ELSEWHERE = [...FEMA_STAFF, 'author-fema', 'employee']

// To those who only read, no record is there to be changed.
const READERS = ['employee', 'analyst', 'inspector', 'program']

const OWN_ACCESS = {
  may: ['contractor-cbp'],
  refusedFor: [
    'aspa',
    'cio',
    'admin',
    'manager-cbp',
    'director-cbp',
    'author-cbp',
    'opa',
    'records',
    'privacy',
    'foia',
    'crcl',
    'counsel',
    'policy',
    'operations',
  ],
  hiddenFrom: [...ELSEWHERE, ...READERS],
}
const ASKERS = [...OWN_ACCESS.refusedFor, ...OWN_ACCESS.may, ...ELSEWHERE, 'analyst', 'inspector', 'program']
const OTHER_OFFICES = ['opa', 'records', 'privacy', 'foia', 'crcl', 'counsel', 'policy', 'operations']

function viewOf(permission: Permission): ExpectedRow {
  return {
    permission,
    cbp: { may: CBP_STAFF, hiddenFrom: [...FEMA_STAFF, 'author-fema', ...READERS] },
    fema: { may: FEMA_STAFF, hiddenFrom: [...CBP_STAFF, 'author-cbp', 'contractor-cbp', ...READERS] },
  }
}

const OVERSEERS = ['aspa', 'opa', 'cio', 'privacy', 'crcl', 'records']

/** Done by offices alone, on records of any component. */
function byOffices(permission: Permission, offices: readonly string[]): ExpectedRow {
  return { permission, cbp: { may: offices }, fema: { may: offices } }
}

/** One row for every mutation. */
export const EXPECTED: Readonly<Record<string, ExpectedRow>> = {
  requestAccount: listed('account.request', CBP_STAFF, FEMA_STAFF, ['opa']),
  resubmitAccountRequest: undecided('account.resubmitRequest', CBP_STAFF, FEMA_STAFF, ['opa']),
  returnAccountRequest: undecided('account.returnRequest', CBP_DIRECTOR, FEMA_DIRECTOR, ['opa', 'aspa']),
  withdrawAccountRequest: undecided('account.withdrawRequest', CBP_STAFF, FEMA_STAFF, ['opa']),
  endorseAccount: undecided('account.endorse', CBP_DIRECTOR, FEMA_DIRECTOR, []),
  attestAccountSecurity: undecided('account.attestSecurity', NOBODY, NOBODY, ['cio']),
  recordAccountAdvice: undecided('account.recordAdvice', NOBODY, NOBODY, ['crcl']),
  permitAccount: undecided('account.permit', NOBODY, NOBODY, ['opa']),
  approveAccount: undecided('account.approve', NOBODY, NOBODY, ['aspa']),
  denyAccount: undecided('account.deny', NOBODY, NOBODY, ['opa', 'aspa']),
  activateAccount: undecided('account.activate', CBP_STAFF, FEMA_STAFF, ['opa']),

  claimAccount: listed('account.claim', CBP_STAFF, FEMA_STAFF, []),
  // One command for each account: here the claim of one.
  runBulkAction: listed('account.claim', CBP_STAFF, FEMA_STAFF, []),
  updateAccount: listed('account.update', CBP_STAFF, FEMA_STAFF, ['opa']),
  renameAccount: listed('account.rename', CBP_STAFF, FEMA_STAFF, ['opa']),
  assignPrimaryContact: listed('account.assignPrimaryContact', CBP_DIRECTOR, FEMA_DIRECTOR, ['opa']),
  assignAlternateContact: listed('account.assignAlternateContact', CBP_STAFF, FEMA_STAFF, ['opa']),
  endContact: undecided('account.endContact', CBP_STAFF, FEMA_STAFF, ['opa']),
  handOverContact: listed('account.handOverContact', CBP_DIRECTOR, FEMA_DIRECTOR, ['opa']),
  suspendAccount: listed('account.suspend', CBP_DIRECTOR, FEMA_DIRECTOR, ['aspa', 'opa', 'cio']),
  reinstateAccount: listed('account.reinstate', NOBODY, NOBODY, ['aspa', 'opa']),
  requestRetirement: listed('account.requestRetirement', CBP_STAFF, FEMA_STAFF, ['opa']),
  confirmDeactivation: listed('account.confirmDeactivation', CBP_STAFF, FEMA_STAFF, ['opa']),
  confirmArchive: listed('account.confirmArchive', NOBODY, NOBODY, ['records']),

  proposePlatform: { permission: 'platform.propose', may: ['opa', ...CBP_STAFF, ...FEMA_STAFF] },
  // The review asked for is that of security; each office gives its own.
  recordPlatformReview: { permission: 'platform.review', may: ['cio'] },
  recordPlatformTermsChange: {
    permission: 'platform.recordTermsChange',
    may: ['opa', 'cio', 'privacy', 'counsel'],
  },
  settleReviewRequirement: { permission: 'platform.settleReviews', may: ['aspa'] },
  approvePlatform: { permission: 'platform.approve', may: ['aspa'] },
  denyPlatform: { permission: 'platform.deny', may: ['aspa'] },
  suspendPlatform: { permission: 'platform.suspend', may: ['aspa'] },
  reinstatePlatform: { permission: 'platform.reinstate', may: ['aspa'] },
  prohibitPlatform: { permission: 'platform.prohibit', may: ['aspa'] },
  retirePlatform: { permission: 'platform.retire', may: ['aspa'] },

  adoptRequestForm: { permission: 'requestForm.adopt', may: ['opa'] },

  adoptLawChecklist: { permission: 'lawChecklist.adopt', may: ['opa'] },
  // What the default asks is answered for the account: by its contact, here the bystander, its manager or director.
  answerLawChecklist: listed(
    'lawChecklist.answer',
    [...CBP_STAFF, 'contractor-cbp'],
    [...FEMA_STAFF, 'author-fema'],
    [],
  ),

  reportDiscoveredAccount: listed(
    'discoveredAccount.report',
    [...CBP_STAFF, 'author-cbp', 'contractor-cbp'],
    [...FEMA_STAFF, 'author-fema'],
    ['aspa', 'cio', 'analyst', 'program', ...OTHER_OFFICES],
  ),
  adoptDiscoveredAccount: listed('discoveredAccount.adopt', NOBODY, NOBODY, ['opa']),
  closeDiscoveredAccount: listed('discoveredAccount.close', NOBODY, NOBODY, ['opa']),

  submitMigration: { permission: 'migration.submit', may: ['opa'] },
  decideMigration: { permission: 'migration.decide', may: ['aspa'] },
  resolveMigrationRow: { permission: 'migration.resolveRow', may: ['opa'] },

  // Everybody with an office or a duty here may ask for access of their own.
  requestAccess: { permission: 'access.request', may: ASKERS },
  // The access is the CBP contractor's own.
  withdrawAccessRequest: { permission: 'access.withdrawRequest', ...OWN_ACCESS },
  decideAccess: {
    permission: 'access.decide',
    may: ['director-cbp', 'opa'],
    hiddenFrom: ['director-fema'],
  },
  provisionAccess: { permission: 'access.provision', may: ['cio'] },
  renewAccess: { permission: 'access.renew', ...OWN_ACCESS },
  revokeAccess: {
    permission: 'access.revoke',
    may: ['director-cbp', 'opa', 'cio', 'aspa'],
    hiddenFrom: ['director-fema'],
  },

  requestPrivacyApproval: {
    permission: 'privacyApproval.requestForAccount',
    cbp: { may: [...CBP_STAFF, 'opa'], unknownTo: FEMA_STAFF },
    fema: { may: [...FEMA_STAFF, 'opa'], unknownTo: CBP_STAFF },
  },
  requestMonitoringApproval: { permission: 'privacyApproval.requestForAccess', ...OWN_ACCESS },
  // The question is the CBP contractor's own.
  withdrawPrivacyRequest: { permission: 'privacyApproval.withdrawRequest', ...OWN_ACCESS },
  decidePrivacyApproval: undecided('privacyApproval.decide', NOBODY, NOBODY, ['privacy']),
  revokePrivacyApproval: undecided('privacyApproval.revoke', NOBODY, NOBODY, ['privacy']),

  requestException: {
    permission: 'exception.request',
    cbp: { may: [...CBP_STAFF, 'opa'], unknownTo: FEMA_STAFF },
    fema: { may: [...FEMA_STAFF, 'opa'], unknownTo: CBP_STAFF },
  },
  withdrawExceptionRequest: undecided('exception.withdrawRequest', CBP_STAFF, FEMA_STAFF, ['opa']),
  decideException: undecided('exception.decide', NOBODY, NOBODY, ['opa']),
  revokeException: undecided('exception.revoke', NOBODY, NOBODY, ['opa', 'aspa']),

  // Whoever signs in may report; the account is one everybody sees.
  reportIncident: { permission: 'incident.report', may: [...ASKERS, 'inspector', 'admin'] },
  containIncident: undecided('incident.contain', CBP_DIRECTOR, FEMA_DIRECTOR, ['aspa', 'opa', 'cio']),
  publishIncidentNotice: undecided('incident.publishNotice', CBP_DIRECTOR, FEMA_DIRECTOR, [
    'aspa',
    'opa',
    'cio',
  ]),
  withdrawIncidentNotice: undecided('incident.withdrawNotice', CBP_DIRECTOR, FEMA_DIRECTOR, [
    'aspa',
    'opa',
    'cio',
  ]),
  recordRecoveryStep: undecided('incident.recordRecovery', CBP_STAFF, FEMA_STAFF, ['opa', 'cio']),
  resolveIncident: undecided('incident.resolve', NOBODY, NOBODY, ['aspa', 'opa', 'cio']),

  // The account’s manager answers for it; the others of the component do not.
  recordModerationAction: {
    permission: 'moderation.record',
    cbp: { may: ['manager-cbp'], refusedFor: ['director-cbp', 'author-cbp', 'contractor-cbp'] },
    fema: { may: ['manager-fema'], refusedFor: ['director-fema', 'author-fema'] },
  },
  reviewModerationAction: undecided('moderation.review', NOBODY, NOBODY, ['crcl']),
  reverseModerationAction: moderatedBy('moderation.reverse'),
  reaffirmBlock: moderatedBy('moderation.reaffirm'),
  correctModerationAction: moderatedBy('moderation.correct'),

  openCertification: { permission: 'certification.open', may: ['aspa', 'opa'] },
  answerCertification: undecided('certification.answer', CBP_STAFF, FEMA_STAFF, []),
  confirmUnchanged: undecided('certification.confirmUnchanged', CBP_STAFF, FEMA_STAFF, []),
  certifyComponent: undecided('certification.certify', CBP_DIRECTOR, FEMA_DIRECTOR, []),
  returnCertification: undecided('certification.return', NOBODY, NOBODY, ['opa', 'aspa']),
  returnCertificationAnswer: undecided('certification.returnAnswer', NOBODY, NOBODY, ['opa', 'aspa']),
  closeCertification: { permission: 'certification.close', may: ['opa', 'aspa'] },
  // Here guidance; policy of the department is the Office of Policy's.
  publishGuidance: { permission: 'guidance.publish', may: ['aspa', 'opa'], refusedFor: ['policy'] },
  acknowledgeGuidance: { permission: 'guidance.acknowledge', may: [...ASKERS, 'inspector', 'admin'] },
  addTrainingCourse: { permission: 'training.addCourse', may: ['aspa', 'opa'] },
  endTrainingCourse: { permission: 'training.endCourse', may: ['aspa', 'opa'] },
  recordTraining: { permission: 'training.record', may: ['opa'] },
  publishComponentProcess: listed('componentProcess.publish', CBP_DIRECTOR, FEMA_DIRECTOR, []),
  reviewComponentProcess: undecided('componentProcess.review', NOBODY, NOBODY, ['opa']),
  submitComponentPolicy: listed('componentPolicy.submit', CBP_DIRECTOR, FEMA_DIRECTOR, []),
  reviewComponentPolicy: undecided('componentPolicy.review', NOBODY, NOBODY, ['privacy']),
  confirmPolicyImplementation: undecided('componentPolicy.confirmImplementation', NOBODY, NOBODY, [
    'privacy',
  ]),

  delegateApproval: { permission: 'delegation.delegateApproval', may: ['aspa'] },
  // The cover is that of the Chief Information Officer, who alone names it.
  recordStandIn: {
    permission: 'delegation.recordStandIn',
    may: ['cio'],
    refusedFor: ['aspa', 'admin', ...OTHER_OFFICES],
    hiddenFrom: [...CBP_STAFF, ...FEMA_STAFF],
  },
  // The matter is one of CBP, and who stands aside is seen by whoever recorded something on it.
  recordRecusal: {
    permission: 'delegation.recordRecusal',
    may: ['cio', 'aspa'],
    refusedFor: [...OTHER_OFFICES, ...CBP_STAFF, ...FEMA_STAFF],
  },
  // A delegation of the Assistant Secretary's, for an account of CBP.
  revokeDelegation: {
    permission: 'delegation.revoke',
    may: ['aspa'],
    refusedFor: ['cio', 'admin', ...OTHER_OFFICES, ...CBP_STAFF],
    hiddenFrom: FEMA_STAFF,
  },

  changePolicySetting: { permission: 'policySetting.change', may: ['aspa'] },
  publishSecurityPolicy: { permission: 'securityPolicy.publish', may: ['cio'] },
  // The primary contact here is the CBP contractor and the FEMA author; a manager may as well.
  attestAccountSecurityPolicy: {
    permission: 'securityAttestation.attest',
    cbp: { may: ['manager-cbp', 'contractor-cbp'], refusedFor: ['author-cbp'] },
    fema: { may: ['manager-fema', 'author-fema'] },
  },

  // Here a component's views: its people see them, its director and managers keep them, the offices see them all.
  saveView: listed('view.save', CBP_STAFF, FEMA_STAFF, []),
  changeView: viewOf('view.change'),
  removeView: viewOf('view.remove'),

  // The notification is one of the CBP manager's: to all others it does not exist.
  markNotificationRead: {
    permission: 'notification.read',
    may: ['manager-cbp'],
    hiddenFrom: ASKERS.filter((name) => name !== 'manager-cbp'),
  },
  markAllNotificationsRead: { permission: 'notification.read', may: ASKERS },
  setNotificationPreference: { permission: 'notification.setPreference', may: ASKERS },
  retryMail: { permission: 'notification.retryMail', may: ['admin'] },
  resendRefusedMail: { permission: 'mailRefusal.resend', may: ['admin'] },
  giveUpRefusedMail: { permission: 'mailRefusal.giveUp', may: ['admin'] },

  publishDirectory: { permission: 'directory.publish', may: ['opa', 'admin'] },
  rollbackPublication: { permission: 'publication.rollback', may: ['opa', 'admin'] },

  grantRole: { permission: 'role.grant', may: ['admin'] },
  revokeRole: { permission: 'role.revoke', may: ['admin'] },
  deactivatePerson: { permission: 'person.deactivate', may: ['admin'] },
  reactivatePerson: { permission: 'person.reactivate', may: ['admin'] },
  suspendPersonRights: { permission: 'person.suspendRights', may: ['aspa'] },
  restorePersonRights: { permission: 'person.restoreRights', may: ['aspa'] },

  openFinding: listed('finding.open', NOBODY, NOBODY, OVERSEERS),
  closeFinding: byOffices('finding.close', OVERSEERS),
  assignCorrectiveAction: byOffices('correctiveAction.assign', OVERSEERS),
  // Asked of the component's director by Public Affairs, which judges the evidence beside the Assistant Secretary.
  completeCorrectiveAction: {
    permission: 'correctiveAction.complete',
    cbp: { may: CBP_DIRECTOR, hiddenFrom: [...FEMA_STAFF, 'author-fema', ...READERS] },
    fema: { may: FEMA_DIRECTOR, hiddenFrom: [...CBP_STAFF, 'author-cbp', 'contractor-cbp', ...READERS] },
  },
  acceptCorrectiveAction: byOffices('correctiveAction.accept', ['aspa', 'opa']),
  returnCorrectiveAction: byOffices('correctiveAction.return', ['aspa', 'opa']),

  // Here risks to privacy: whose they are decides, and Civil Rights decides on its own alone.
  raiseRisk: undecided('risk.raise', CBP_DIRECTOR, FEMA_DIRECTOR, ['privacy', 'crcl', 'opa']),
  assessRisk: byOffices('risk.assess', ['privacy']),
  planRiskMitigation: byOffices('risk.planMitigation', ['privacy']),
  // Asked of the component's director.
  completeRiskMitigation: {
    permission: 'risk.completeMitigation',
    cbp: { may: CBP_DIRECTOR, hiddenFrom: [...FEMA_STAFF, 'author-fema', ...READERS] },
    fema: { may: FEMA_DIRECTOR, hiddenFrom: [...CBP_STAFF, 'author-cbp', 'contractor-cbp', ...READERS] },
  },
  dropRiskMitigation: byOffices('risk.dropMitigation', ['privacy']),
  mitigateRisk: byOffices('risk.mitigate', ['privacy']),
  acceptRisk: byOffices('risk.accept', ['privacy']),
  reviewRisk: byOffices('risk.review', ['privacy']),
  closeRisk: byOffices('risk.close', ['privacy']),
  reopenRisk: byOffices('risk.reopen', ['privacy']),
}

/** Commands that no mutation reaches: the system's own, from jobs, the first start and the command line. */
export const SYSTEM_COMMANDS: Readonly<Record<string, Permission>> = {
  advanceTimers: 'timer.advance',
  endRoles: 'role.end',
  endDelegations: 'delegation.end',
  followExceptions: 'exception.follow',
  endPrivacyApprovals: 'privacyApproval.follow',
  noteLapsedTraining: 'training.lapse',
  applyMigrationBatch: 'migration.apply',
  evaluateCompliance: 'compliance.evaluate',
  remindCertification: 'certification.remind',
  beginPublication: 'publication.begin',
  completePublication: 'publication.complete',
  endPublication: 'publication.end',
  skipPublication: 'publication.end',
  recoverPublications: 'publication.recover',
  recordNotifications: 'notification.record',
  recordReminders: 'notification.remind',
  recordMail: 'notification.recordMail',
  recordMailOutage: 'notification.recordOutage',
  registerPerson: 'person.register',
  registerComponents: 'component.register',
  registerPlatforms: 'platform.register',
  reopenExpiredReviews: 'platform.reopenReviews',
  loadSamples: 'sample.load',
}
