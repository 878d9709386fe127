import type { ClauseId } from '../directive/clauses.ts'
import { ROLE_NAMES, ROLES, type Role } from './roles.ts'

/** Who may do something. A COMPONENT role among them counts for its own components alone. */
export interface PermissionRule {
  readonly roles: readonly Role[]
  /** Whether the system itself (jobs, first start, command line) may do it. */
  readonly system: boolean
  /** What gives these offices the power. */
  readonly clause: ClauseId
  /** Whether it is an office's decision, for which a department may ask a stronger sign-in. */
  readonly decides?: boolean
}

const OFFICES = [
  'ASPA',
  'OPA',
  'CIO',
  'RECORDS_OFFICER',
  'PRIVACY_OFFICER',
  'FOIA_OFFICER',
  'CRCL_OFFICER',
  'GENERAL_COUNSEL',
  'POLICY_OFFICE',
  'OPERATIONS_COORDINATION',
] as const
const ANYBODY = [
  ...OFFICES,
  'COMPONENT_DIRECTOR',
  'ACCOUNT_MANAGER',
  'CONTENT_AUTHOR',
  'EMPLOYEE',
  'ANALYST',
] as const
const OVERSEERS = ['ASPA', 'OPA', 'CIO', 'PRIVACY_OFFICER', 'CRCL_OFFICER', 'RECORDS_OFFICER'] as const
// Of them, who manages the account in question: the rules of moderation ask that too.
const MODERATORS = ['ACCOUNT_MANAGER', 'CONTENT_AUTHOR', 'COMPONENT_DIRECTOR'] as const
const COMPONENT_STAFF = ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR', 'OPA'] as const

function by(clause: ClauseId, ...roles: Role[]): PermissionRule {
  return { roles, system: false, clause, decides: roles.every((role) => ROLES[role].decides) }
}

/** Permissions: the name is the audit action, the coarse GraphQL scope and the key of the matrix test alike. */
export const PERMISSIONS = {
  'platform.propose': by('IV.A.2', 'OPA', 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'),
  'platform.review': by(
    'IV.A.2',
    'CIO',
    'PRIVACY_OFFICER',
    'CRCL_OFFICER',
    'GENERAL_COUNSEL',
    'RECORDS_OFFICER',
  ),
  'platform.recordTermsChange': by('III.H', 'OPA', 'CIO', 'PRIVACY_OFFICER', 'GENERAL_COUNSEL'),
  'platform.reopenReviews': { roles: [], system: true, clause: 'IV.A.2' },
  'platform.settleReviews': by('IV.A.2', 'ASPA'),
  'platform.approve': by('IV.A.2', 'ASPA'),
  'platform.deny': by('IV.A.2', 'ASPA'),
  'platform.suspend': by('IV.A.5', 'ASPA'),
  'platform.reinstate': by('IV.A.2', 'ASPA'),
  'platform.prohibit': by('V.B.1', 'ASPA'),
  'platform.retire': by('I.B.4', 'ASPA'),

  'account.request': by('V.B.2', ...COMPONENT_STAFF),
  'account.withdrawRequest': by('V.B.2', ...COMPONENT_STAFF),
  'account.resubmitRequest': by('V.B.2', ...COMPONENT_STAFF),
  'account.returnRequest': by('V.B.2', 'COMPONENT_DIRECTOR', 'OPA', 'ASPA'),
  'account.endorse': by('IV.E.2', 'COMPONENT_DIRECTOR'),
  'account.attestSecurity': by('IV.B.3', 'CIO'),
  'account.recordAdvice': by('IV.D.1', 'CRCL_OFFICER'),
  'account.permit': by('V.B.2', 'OPA'),
  'account.approve': by('IV.A.2', 'ASPA'),
  'account.deny': by('V.B.2', 'OPA', 'ASPA'),
  'account.activate': by('V.B.6', ...COMPONENT_STAFF),
  'account.claim': by('V.B.5', 'ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'),
  'account.update': by('V.B.6', ...COMPONENT_STAFF),
  'account.rename': by('V.B.6', ...COMPONENT_STAFF),
  'account.assignPrimaryContact': by('V.B.5', 'COMPONENT_DIRECTOR', 'OPA'),
  'account.assignAlternateContact': by('V.B.5', ...COMPONENT_STAFF),
  'account.endContact': by('V.B.8', ...COMPONENT_STAFF),
  'account.handOverContact': by('V.B.8', 'COMPONENT_DIRECTOR', 'OPA'),
  'account.suspend': by('IV.A.5', 'ASPA', 'OPA', 'CIO', 'COMPONENT_DIRECTOR'),
  'account.reinstate': by('IV.A.5', 'ASPA', 'OPA'),
  'account.requestRetirement': by('V.B.11', ...COMPONENT_STAFF),
  'account.confirmDeactivation': by('V.B.11', ...COMPONENT_STAFF),
  'account.confirmArchive': by('V.B.11', 'RECORDS_OFFICER'),

  'requestForm.adopt': by('V.B.3', 'OPA'),

  'lawChecklist.adopt': by('V.A.2', 'OPA'),
  'lawChecklist.answer': by(
    'V.A.2',
    'OPA',
    'CIO',
    'RECORDS_OFFICER',
    'PRIVACY_OFFICER',
    'FOIA_OFFICER',
    'CRCL_OFFICER',
    'GENERAL_COUNSEL',
    'COMPONENT_DIRECTOR',
    'ACCOUNT_MANAGER',
    'CONTENT_AUTHOR',
  ),

  'discoveredAccount.report': by(
    'V.B.8',
    ...OFFICES,
    'COMPONENT_DIRECTOR',
    'ACCOUNT_MANAGER',
    'CONTENT_AUTHOR',
    'ANALYST',
  ),
  'discoveredAccount.adopt': by('V.B.8', 'OPA'),
  'discoveredAccount.close': by('V.B.8', 'OPA'),

  'migration.submit': by('V.B.6', 'OPA'),
  'migration.decide': by('V.B.6', 'ASPA'),
  'migration.apply': { roles: [], system: true, clause: 'V.B.6' },
  'migration.resolveRow': by('V.B.6', 'OPA'),

  'access.request': by('V.B.4', ...ANYBODY),
  'access.withdrawRequest': by('V.B.4', ...ANYBODY),
  'access.decide': by('V.B.4', 'COMPONENT_DIRECTOR', 'OPA'),
  'access.provision': by('IV.B.2', 'CIO'),
  'access.renew': by('V.B.4', ...ANYBODY),
  'access.revoke': by('V.B.4', 'COMPONENT_DIRECTOR', 'OPA', 'CIO', 'ASPA'),

  'privacyApproval.requestForAccount': by('IV.C.2', ...COMPONENT_STAFF),
  'privacyApproval.requestForAccess': by('IV.C.2', ...ANYBODY),
  'privacyApproval.withdrawRequest': by('IV.C.2', ...ANYBODY),
  'privacyApproval.decide': by('IV.C.2', 'PRIVACY_OFFICER'),
  'privacyApproval.revoke': by('IV.C.2', 'PRIVACY_OFFICER'),
  'privacyApproval.follow': { roles: [], system: true, clause: 'IV.C.2' },

  'exception.request': by('V.B.12', ...COMPONENT_STAFF),
  'exception.withdrawRequest': by('V.B.12', ...COMPONENT_STAFF),
  'exception.decide': by('V.B.12', 'OPA'),
  'exception.revoke': by('V.B.12', 'OPA', 'ASPA'),

  'compliance.evaluate': { roles: [], system: true, clause: 'IV.A.5' },
  'finding.open': by('IV.A.5', ...OVERSEERS),
  'finding.close': by('IV.A.5', ...OVERSEERS),
  'correctiveAction.assign': by('IV.A.5', ...OVERSEERS),
  'correctiveAction.complete': by('IV.A.5', ...ANYBODY),
  'correctiveAction.accept': by('IV.A.5', ...OVERSEERS),
  'correctiveAction.return': by('IV.A.5', ...OVERSEERS),
  'risk.raise': by('IV.C.3', 'PRIVACY_OFFICER', 'CRCL_OFFICER', 'OPA', 'COMPONENT_DIRECTOR'),
  'risk.assess': by('IV.C.3', 'PRIVACY_OFFICER', 'CRCL_OFFICER'),
  'risk.planMitigation': by('IV.C.3', 'PRIVACY_OFFICER', 'CRCL_OFFICER'),
  'risk.completeMitigation': by('IV.C.3', ...ANYBODY),
  'risk.dropMitigation': by('IV.C.3', 'PRIVACY_OFFICER', 'CRCL_OFFICER'),
  'risk.mitigate': by('IV.C.3', 'PRIVACY_OFFICER', 'CRCL_OFFICER'),
  'risk.accept': by('IV.C.3', 'PRIVACY_OFFICER', 'CRCL_OFFICER'),
  'risk.review': by('IV.C.5', 'PRIVACY_OFFICER', 'CRCL_OFFICER'),
  'risk.close': by('IV.C.3', 'PRIVACY_OFFICER', 'CRCL_OFFICER'),
  'risk.reopen': by('IV.C.3', 'PRIVACY_OFFICER', 'CRCL_OFFICER'),
  'person.suspendRights': by('IV.A.5', 'ASPA'),
  'person.restoreRights': by('IV.A.5', 'ASPA'),

  'delegation.delegateApproval': by('IV.A.4', 'ASPA'),
  // Whoever lends a role lends what it decides.
  'delegation.recordStandIn': {
    ...by('IV.A.4', ...OFFICES, 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER', 'ADMIN'),
    decides: true,
  },
  'delegation.recordRecusal': by('IV.A.4', ...OFFICES, 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'),
  'delegation.revoke': by('IV.A.4', ...OFFICES, 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER', 'ADMIN'),

  'certification.open': by('IV.E.3', 'ASPA', 'OPA'),
  'certification.answer': by('IV.E.3', 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'),
  'certification.confirmUnchanged': by('IV.E.3', 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'),
  'certification.certify': by('IV.E.3', 'COMPONENT_DIRECTOR'),
  'certification.return': by('IV.E.3', 'OPA', 'ASPA'),
  'certification.returnAnswer': by('IV.E.3', 'OPA', 'ASPA'),
  'certification.close': by('IV.E.3', 'OPA', 'ASPA'),
  'certification.remind': { roles: [], system: true, clause: 'IV.E.3' },
  'guidance.publish': by('IV.A.3', 'ASPA', 'OPA', 'POLICY_OFFICE'),
  'guidance.acknowledge': by('IV.A.3', ...ROLE_NAMES),
  'training.addCourse': by('IV.A.3', 'ASPA', 'OPA'),
  'training.endCourse': by('IV.A.3', 'ASPA', 'OPA'),
  'training.record': by('IV.A.3', 'OPA'),
  'componentProcess.publish': by('IV.E.1', 'COMPONENT_DIRECTOR'),
  'componentProcess.review': by('IV.E.1', 'OPA'),
  'componentPolicy.submit': by('OIG.4', 'COMPONENT_DIRECTOR'),
  'componentPolicy.review': by('OIG.4', 'PRIVACY_OFFICER'),
  'componentPolicy.confirmImplementation': by('OIG.4', 'PRIVACY_OFFICER'),
  'sample.load': { roles: [], system: true, clause: 'IV.A.3' },

  'incident.report': by('IV.A.5', ...ROLE_NAMES),
  'incident.contain': by('IV.A.5', 'ASPA', 'OPA', 'CIO', 'COMPONENT_DIRECTOR'),
  'incident.publishNotice': by('IV.A.5', 'ASPA', 'OPA', 'CIO', 'COMPONENT_DIRECTOR'),
  'incident.withdrawNotice': by('IV.A.5', 'ASPA', 'OPA', 'CIO', 'COMPONENT_DIRECTOR'),
  'incident.recordRecovery': by('V.B.8', 'ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR', 'OPA', 'CIO'),
  'incident.resolve': by('IV.A.5', 'ASPA', 'OPA', 'CIO'),

  'moderation.record': by('IV.D.3', ...MODERATORS),
  'moderation.correct': by('IV.D.3', ...MODERATORS),
  'moderation.reverse': by('IV.D.3', ...MODERATORS),
  'moderation.reaffirm': by('IV.D.3', ...MODERATORS),
  'moderation.review': by('IV.D.3', 'CRCL_OFFICER'),

  'directory.publish': { ...by('V.B.6', 'OPA', 'ADMIN'), system: true },
  'publication.rollback': by('V.B.6', 'OPA', 'ADMIN'),
  'publication.begin': { roles: [], system: true, clause: 'V.B.6' },
  'publication.complete': { roles: [], system: true, clause: 'V.B.6' },
  'publication.end': { roles: [], system: true, clause: 'V.B.6' },
  'publication.recover': { roles: [], system: true, clause: 'V.B.6' },

  'timer.advance': { roles: [], system: true, clause: 'V.B.5' },
  'role.end': { roles: [], system: true, clause: 'V.B.5' },
  'delegation.end': { roles: [], system: true, clause: 'IV.A.4' },
  'exception.follow': { roles: [], system: true, clause: 'V.B.12' },
  'training.lapse': { roles: [], system: true, clause: 'IV.A.3' },
  'policySetting.change': by('IV.A.1', 'ASPA'),
  'securityPolicy.publish': by('IV.B.3', 'CIO'),
  'securityAttestation.attest': by('IV.B.3', 'ACCOUNT_MANAGER', 'CONTENT_AUTHOR'),

  'view.save': by('V.B.6', ...ROLE_NAMES),
  'view.change': by('V.B.6', ...ROLE_NAMES),
  'view.remove': by('V.B.6', ...ROLE_NAMES),

  'notification.record': { roles: [], system: true, clause: 'IV.A.5' },
  'notification.remind': { roles: [], system: true, clause: 'IV.A.5' },
  'notification.recordMail': { roles: [], system: true, clause: 'IV.A.5' },
  'notification.recordOutage': { roles: [], system: true, clause: 'IV.A.5' },
  'notification.retryMail': by('IV.A.5', 'ADMIN'),
  'mailRefusal.resend': by('IV.A.5', 'ADMIN'),
  'mailRefusal.giveUp': by('IV.A.5', 'ADMIN'),
  'notification.read': by('IV.A.5', ...ROLE_NAMES),
  'notification.setPreference': by('IV.A.5', ...ROLE_NAMES),

  'role.grant': { ...by('IV.A.1', 'ADMIN'), system: true },
  'role.revoke': by('IV.A.1', 'ADMIN'),
  'person.register': { ...by('II.C', 'ADMIN'), system: true },
  'person.deactivate': by('V.B.5', 'ADMIN'),
  'person.reactivate': by('V.B.5', 'ADMIN'),
  'component.register': { roles: [], system: true, clause: 'IV.A.1' },
  'platform.register': { roles: [], system: true, clause: 'IV.A.2' },
} as const satisfies Record<string, PermissionRule>

export type Permission = keyof typeof PERMISSIONS

/** Every permission name. */
export const PERMISSION_NAMES = Object.keys(PERMISSIONS).filter(isPermission)

/** Whether a text names a permission. */
export function isPermission(value: string): value is Permission {
  return Object.hasOwn(PERMISSIONS, value)
}

/** The rule of a permission, widened for reading. */
export function permissionRule(permission: Permission): PermissionRule {
  return PERMISSIONS[permission]
}
