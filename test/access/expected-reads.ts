/**
 * Who reads which fields of whose records, written down by hand. A field that holds text and stands neither here nor
 * among the unmarked ones fails the test: nobody has said who may read it.
 */

const ACCOUNT = [
  'slug',
  'title',
  'handle',
  'canonicalKey',
  'profileUrl',
  'purpose',
  'missionArea',
  'audience',
  'justification',
  'language',
  'topics',
  'officialOutletUrl',
  'commentPolicyUrl',
  'privacyNoticeUrl',
  'recordsCaptureMethod',
  'source',
]

/** Every kind of record and the fields of it that are read together. */
export const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Account: ACCOUNT,
  AccountAlias: ['handle', 'canonicalKey', 'profileUrl'],
  AuditEntry: ['reason', 'changes', 'requestId'],
  Contact: ['endReason'],
  Decision: ['reason'],
  Finding: ['code', 'detail', 'closeReason'],
  CorrectiveAction: ['task'],
  CorrectiveActionStep: ['note', 'evidenceUrl'],
  Listing: ['handle', 'canonicalKey', 'profileUrl', 'source', 'sourceRecord', 'title'],
  Migration: ['fileName', 'sourceSha256', 'counts', 'appliedCounts'],
  MigrationRow: ['raw', 'code', 'reason', 'canonicalKey', 'resolution'],
  Person: ['displayName', 'email', 'organizationName'],
  Platform: ['purpose', 'homepageUrl', 'termsSource'],
  PlatformReview: ['findings', 'conditions'],
  ReviewReport: ['findings', 'conditions', 'textUrl'],
  ReviewRequirement: ['reason'],
  PrivacyAssessment: [
    'specificPurpose',
    'availableInformation',
    'intendedUse',
    'sharing',
    'retention',
    'safeguards',
    'otherRisks',
    'recordsSystem',
  ],
  Publication: ['detail', 'reason'],
  RetirementConfirmation: ['observation', 'archiveLocation', 'archiveSha256'],
  RoleGrant: ['reason'],
  Delegation: ['writtenAuthority', 'reason', 'revocationReason'],
  Exception: ['justification', 'conditions'],
  PrivacyApproval: [
    'handle',
    'title',
    'purpose',
    'profileUrls',
    'information',
    'whose',
    'need',
    'conditions',
  ],
  AccessGrant: ['businessNeed', 'systemName', 'supervisor'],
  SavedView: ['name', 'search'],
  PolicySetting: ['reason'],
  SecurityPolicy: ['title', 'text', 'authorizedTools'],
  SecurityAttestation: ['recoveryDomain', 'publishingTools'],
  Certification: ['name', 'filter'],
  CertificationQuestion: ['key', 'text', 'choices'],
  CertificationPart: ['returnReason'],
  CertificationDecision: ['reason'],
  CertificationAnswer: ['note', 'returnReason'],
  CertificationGivenAnswer: ['key', 'question', 'value'],
  CertificationResult: ['text'],
  // One's own: it stands in no row below, so nobody else may see it.
  Notification: ['subjectName'],
  MailOutage: ['failure'],
  MailRefusal: ['failure'],
  GuidanceDocument: ['title'],
  GuidanceVersion: ['body', 'changeSummary'],
  TrainingCourse: ['title', 'description'],
  TrainingCompletion: ['evidence'],
  ComponentProcess: ['title', 'body'],
  ComponentPolicy: ['title', 'body', 'implementation'],
  Incident: ['address', 'evidence', 'platformReference', 'publicNotice', 'noticeLanguage', 'afterAction'],
  RecoveryStep: ['text'],
  ModerationAction: ['platformReference', 'explanation', 'policyUrl', 'policyVersion', 'policySection'],
  ModerationStep: ['reason'],
  SubmittedAnswer: ['value'],
  SubmissionChange: ['field', 'before', 'after'],
  LawAnswer: ['note'],
  DiscoveredAccount: ['profileUrl', 'whereSeen', 'evidence'],
  Risk: ['title', 'description'],
  RiskMitigation: ['task', 'outcome', 'evidenceUrl'],
}

/** Stored, and shown to nobody through GraphQL. */
export const NEVER_SHOWN: readonly string[] = ['Listing handle', 'Listing canonicalKey']

/** Text that says nothing of its own: names of codes, digests, and what every employee may know of the department. */
export const UNMARKED: Readonly<Record<string, readonly string[]>> = {
  Component: ['code', 'slug', 'name', 'websiteUrl'],
  Platform: ['slug', 'name', 'alsoCalled', 'domains', 'rules', 'prohibitedByLaw'],
  Publication: ['directoryVersion', 'manifestSha256', 'signingKey', 'failure'],
  ReviewReport: ['textSha256'],
  // Repeats what two reports say.
  ReportChange: ['field', 'before', 'after'],
  RoleGrant: ['title'],
  AccountTimer: [],
  PolicySetting: ['title', 'queue'],
  SecurityAttestation: ['usedExceptionIds'],
  LawChecklist: ['reason'],
  LawItem: ['key', 'question', 'help'],
  LawAuthority: ['id', 'title', 'citation'],
  // Repeats what the account’s record says, to whoever sees all of it.
  AccountLawItem: ['evidence'],
  LawAnswer: ['itemKey'],
  // Says what stands in its way, in words of its own.
  AccessGrant: ['uncleared'],
  RequestForm: ['reason'],
  RequestQuestion: ['key', 'label', 'help', 'choices'],
  SubmittedAnswer: ['key', 'label'],
  SubmissionChange: ['label'],
  Migration: ['columnSet'],
  // The result shows as the certification’s own; its text is marked as the department’s.
  Certification: ['result', 'resultSha256'],
  CertificationAnswer: ['changedSince'],
  Notification: ['kind', 'words', 'subjectType'],
  NotificationPreference: [],
  AuditEntry: [
    'seq',
    'actorKind',
    'actorId',
    'role',
    'action',
    'subjectType',
    'subjectId',
    'groupId',
    'hash',
  ],
}

const HANGS_ON_ACCOUNT = [
  'Contact',
  'Decision',
  'RetirementConfirmation',
  'SubmittedAnswer',
  'SubmissionChange',
]
const GROUPS = ['listed', 'undecided', 'internal']

/** What the public list says of an account, every employee may read inside as well. */
const LISTED = ['Account.listed', 'AccountAlias.listed', 'Listing.listed']

/** Everything of a component. */
const WHOLE = [
  ...GROUPS.flatMap((group) =>
    ['Account', 'AccountAlias', 'Listing', ...HANGS_ON_ACCOUNT].map((kind) => `${kind}.${group}`),
  ),
  'AuditEntry',
  'Finding',
  'CorrectiveAction',
  'CorrectiveActionStep',
  'Person',
  'RoleGrant',
  'Delegation',
  'Exception',
  'AccessGrant',
  'PrivacyApproval',
  'DiscoveredAccount',
  'LawAnswer',
  'SavedView',
  'SecurityAttestation',
  'Certification',
  'CertificationQuestion',
  'CertificationPart',
  'CertificationDecision',
  'CertificationAnswer',
  'CertificationGivenAnswer',
  'Incident',
  'RecoveryStep',
  'ModerationAction',
  'ModerationStep',
  'TrainingCompletion',
  'ComponentProcess',
  'ComponentPolicy',
  'Risk',
  'RiskMitigation',
]

/** The department's platforms, deliberation included: read by whoever works with them. */
const PLATFORMS = [
  'Platform',
  'PlatformReview',
  'ReviewReport',
  'ReviewRequirement',
  'PrivacyAssessment',
  'PolicySetting',
  'SecurityPolicy',
]
/** What the department tells everybody inside. */
const LIBRARY = ['GuidanceDocument', 'GuidanceVersion', 'TrainingCourse']
const DELIBERATION = [...PLATFORMS, ...LIBRARY, 'Decision.platform']
const IMPORTS = ['Migration', 'MigrationRow', 'Decision.migration']

export interface Reads {
  readonly CBP: readonly string[]
  readonly FEMA: readonly string[]
  readonly DEPARTMENT: readonly string[]
}

const EVERYTHING: Reads = {
  CBP: WHOLE,
  FEMA: WHOLE,
  DEPARTMENT: [
    ...DELIBERATION,
    ...IMPORTS,
    'Publication',
    'MailOutage',
    'MailRefusal',
    'AuditEntry',
    'CertificationResult',
  ],
}
const OF_CBP: Reads = { CBP: WHOLE, FEMA: LISTED, DEPARTMENT: DELIBERATION }
const OF_FEMA: Reads = { CBP: LISTED, FEMA: WHOLE, DEPARTMENT: DELIBERATION }
const THE_LIST: Reads = { CBP: LISTED, FEMA: LISTED, DEPARTMENT: [...PLATFORMS, ...LIBRARY] }

/** What each persona reads of records of CBP, of FEMA and of the department. */
export const EXPECTED_READS: Readonly<Record<string, Reads>> = {
  aspa: EVERYTHING,
  opa: EVERYTHING,
  cio: EVERYTHING,
  records: EVERYTHING,
  privacy: EVERYTHING,
  foia: EVERYTHING,
  crcl: EVERYTHING,
  counsel: EVERYTHING,
  policy: EVERYTHING,
  operations: EVERYTHING,
  analyst: EVERYTHING,
  inspector: EVERYTHING,
  admin: EVERYTHING,
  program: EVERYTHING,
  'director-cbp': OF_CBP,
  'manager-cbp': OF_CBP,
  'author-cbp': OF_CBP,
  'contractor-cbp': OF_CBP,
  'director-fema': OF_FEMA,
  'manager-fema': OF_FEMA,
  'author-fema': OF_FEMA,
  employee: THE_LIST,
}
