import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { ACCOUNT_STATES, LOGIN_MODELS, STATED_USES } from '@official-accounts/domain/account/account'
import { PLATFORM_STATES, REVIEW_KINDS, REVIEW_OUTCOMES } from '@official-accounts/domain/platform/platform'
import { builder, EVERYWHERE, type SubGraph } from '../builder.ts'

/** Declares an enum; a value without a description does not compile. */
export function describedEnum<const Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  descriptions: Readonly<Record<Value, string>>,
  subGraphs: SubGraph[] = ['internal'],
) {
  const described = Object.fromEntries(
    values.map((value) => [value, { value, description: descriptions[value] }]),
  )
  return builder.enumType(name, {
    description,
    subGraphs,
    values: described as Record<Value, { value: Value; description: string }>,
  })
}

export const ComponentKindEnum = describedEnum(
  'ComponentKind',
  'What a part of the department is.',
  ['DEPARTMENT', 'OPERATIONAL', 'SUPPORT'],
  {
    DEPARTMENT: 'The department itself.',
    OPERATIONAL: 'An operational component.',
    SUPPORT: 'A supporting office or directorate.',
  },
  EVERYWHERE,
)

export const PlatformKindEnum = describedEnum(
  'PlatformKind',
  'Whether a platform has accounts with addresses.',
  ['PROFILE', 'TOOL'],
  {
    PROFILE: 'Accounts on it have addresses of their own.',
    TOOL: 'A tool; it stands in the terms inventory alone.',
  },
  EVERYWHERE,
)

export const PlatformStateEnum = describedEnum(
  'PlatformState',
  'Where a platform stands on its way to approval and to its end (IV.A.2).',
  PLATFORM_STATES,
  {
    PROPOSED: 'Known or proposed; no review has begun.',
    UNDER_REVIEW: 'At least one office has reviewed it.',
    APPROVED: 'Approved for use by the Assistant Secretary.',
    DENIED: 'Denied, with a reason.',
    SUSPENDED: 'Suspended; its accounts wait for a review.',
    RETIRED: 'No longer used; its last account has ended.',
    PROHIBITED: 'Prohibited by statute; no exception reaches it.',
  },
  EVERYWHERE,
)

export const KnownAnswerEnum = describedEnum(
  'KnownAnswer',
  'Yes, no, or not known yet.',
  ['YES', 'NO', 'UNKNOWN'],
  {
    YES: 'Yes, as recorded.',
    NO: 'No, as recorded.',
    UNKNOWN: 'Nobody has recorded an answer.',
  },
  EVERYWHERE,
)

export const ReviewKindEnum = describedEnum('ReviewKind', 'The reviews of a platform.', REVIEW_KINDS, {
  SECURITY: 'By the Chief Information Officer (IV.B.1).',
  ACCESSIBILITY: 'By the Chief Information Officer (IV.B.1, III.D).',
  PRIVACY: 'By the Chief Privacy Officer (IV.C.3).',
  TERMS_OF_SERVICE: 'By General Counsel: terms and indemnification (M-13-10).',
  CIVIL_RIGHTS: 'By the Civil Rights Officer (IV.D.1).',
  COUNSEL: 'By General Counsel (V.A.2).',
  RECORDS: 'By the Chief Records Officer (IV.B.4).',
})

export const ReviewOutcomeEnum = describedEnum('ReviewOutcome', 'How a review came out.', REVIEW_OUTCOMES, {
  DUE: 'Not given yet.',
  PASSED: 'Passed.',
  PASSED_WITH_CONDITIONS: 'Passed, under the conditions named.',
  FAILED: 'Failed; the platform cannot be approved.',
})

export const AccountStateEnum = describedEnum(
  'AccountState',
  'Where an account stands between its request and its end.',
  ACCOUNT_STATES,
  {
    REQUESTED: 'Asked for; waits for the component’s director.',
    CHANGES_REQUESTED: 'Sent back to be reworked.',
    ENDORSED: 'Endorsed by the director; waits for permission and approval.',
    APPROVED: 'Approved; waits for its primary contact and activation.',
    ACTIVE: 'Official and in use.',
    SUSPENDED: 'Suspended; the public is told so.',
    RETIRING: 'On its way out; waits for both confirmations.',
    RETIRED: 'Ended: deactivated and archived.',
    DENIED: 'Denied, with a reason.',
    WITHDRAWN: 'Taken back by the component.',
  },
)

export const AccountStatusEnum = describedEnum(
  'AccountStatus',
  'An account’s state as people see it: POC_VACANT where nobody answers for it.',
  [...ACCOUNT_STATES, 'POC_VACANT'],
  {
    REQUESTED: 'Asked for.',
    CHANGES_REQUESTED: 'Sent back to be reworked.',
    ENDORSED: 'Endorsed by the director.',
    APPROVED: 'Approved, not active yet.',
    ACTIVE: 'Official, with an active primary contact.',
    SUSPENDED: 'Suspended.',
    RETIRING: 'On its way out.',
    RETIRED: 'Ended.',
    DENIED: 'Denied.',
    WITHDRAWN: 'Taken back.',
    POC_VACANT: 'Active without a current, active primary contact (V.B.5).',
  },
)

export const UseCategoryEnum = describedEnum(
  'UseCategory',
  'What an account is used for (II.B).',
  STATED_USES,
  {
    PUBLIC_COMMUNICATION: 'Tells the public about the department’s work.',
    INTERNAL_GENERAL_AUDIENCE: 'For a general audience inside the department.',
    NON_OPERATIONAL_AWARENESS: 'Situational awareness that is not operational.',
    OPERATIONAL: 'Operational use: may be stated and is always refused.',
  },
)

export const LoginModelEnum = describedEnum(
  'LoginModel',
  'How people sign in to the account on the platform (V.B.8).',
  LOGIN_MODELS,
  {
    OFFICIAL: 'With official credentials.',
    PERSONAL_REQUIRED_BY_PLATFORM: 'With personal logins, because the platform demands them.',
  },
)

export const ObservedStatusEnum = describedEnum(
  'ObservedStatus',
  'What was last seen of the account on the platform.',
  ['UNKNOWN', 'REACHABLE', 'GONE'],
  {
    UNKNOWN: 'Nobody has looked.',
    REACHABLE: 'It was there.',
    GONE: 'It was gone.',
  },
)

export const ContactRoleEnum = describedEnum(
  'ContactRole',
  'In which place somebody answers for an account.',
  ['PRIMARY', 'ALTERNATE'],
  {
    PRIMARY: 'The one who answers for it.',
    ALTERNATE: 'Answers when the primary cannot.',
  },
)

export const ConfirmationKindEnum = describedEnum(
  'ConfirmationKind',
  'The two confirmations that end an account (V.B.11).',
  ['DEACTIVATION', 'ARCHIVE'],
  {
    DEACTIVATION: 'It is gone from the platform.',
    ARCHIVE: 'Its records are archived.',
  },
)

export const DecisionKindEnum = describedEnum(
  'DecisionKind',
  'What was decided.',
  [
    'ENDORSED',
    'RETURNED',
    'RESUBMITTED',
    'PERMITTED',
    'APPROVED',
    'DENIED',
    'WITHDRAWN',
    'SUSPENDED',
    'REINSTATED',
    'RETIREMENT_REQUESTED',
    'PROHIBITED',
    'RETIRED',
  ],
  {
    ENDORSED: 'The director stands behind the request.',
    RETURNED: 'Sent back for changes.',
    RESUBMITTED: 'Sent in again.',
    PERMITTED: 'Public Affairs gave its permission.',
    APPROVED: 'Approved.',
    DENIED: 'Denied.',
    WITHDRAWN: 'Taken back.',
    SUSPENDED: 'Suspended.',
    REINSTATED: 'Brought back.',
    RETIREMENT_REQUESTED: 'Its end was asked for.',
    PROHIBITED: 'Prohibited by statute.',
    RETIRED: 'Ended.',
  },
)

export const RoleEnum = describedEnum('Role', 'The offices and duties of the Directive.', ROLE_NAMES, {
  ASPA: 'Assistant Secretary for Public Affairs.',
  OPA: 'Office of Public Affairs.',
  CIO: 'Chief Information Officer.',
  RECORDS_OFFICER: 'Chief Records Officer.',
  PRIVACY_OFFICER: 'Chief Privacy Officer.',
  FOIA_OFFICER: 'Chief FOIA Officer.',
  CRCL_OFFICER: 'Officer for Civil Rights and Civil Liberties.',
  GENERAL_COUNSEL: 'General Counsel.',
  POLICY_OFFICE: 'Office of Policy.',
  OPERATIONS_COORDINATION: 'Operations Coordination.',
  COMPONENT_DIRECTOR: 'A component’s public affairs director.',
  ACCOUNT_MANAGER: 'Manages accounts of a component.',
  CONTENT_AUTHOR: 'Writes content for a component.',
  EMPLOYEE: 'Anybody employed here.',
  ANALYST: 'Reads everything for oversight.',
  INSPECTOR: 'Reads everything for the inspector general.',
  ADMIN: 'Grants roles; approves nothing.',
})

export const AffiliationEnum = describedEnum(
  'Affiliation',
  'How somebody belongs to the department (II.C).',
  ['EMPLOYEE', 'CONTRACTOR', 'NON_DEPARTMENT_ENTITY', 'PROGRAM'],
  {
    EMPLOYEE: 'An employee.',
    CONTRACTOR: 'A contractor.',
    NON_DEPARTMENT_ENTITY: 'Somebody of another body who supports the department.',
    PROGRAM: 'A program that signs in for itself.',
  },
)

export const PersonStateEnum = describedEnum(
  'PersonState',
  'Whether a person may act here.',
  ['ACTIVE', 'DEACTIVATED'],
  {
    ACTIVE: 'May act.',
    DEACTIVATED: 'Left, or may no longer act.',
  },
)

export const FindingStateEnum = describedEnum(
  'FindingState',
  'Whether a finding still holds.',
  ['OPEN', 'CLOSED'],
  {
    OPEN: 'It holds.',
    CLOSED: 'It no longer holds.',
  },
)

export const ListingStatusEnum = describedEnum(
  'ListingStatus',
  'What an external register said of an account.',
  ['PUBLISHED', 'ARCHIVED'],
  {
    PUBLISHED: 'Published there.',
    ARCHIVED: 'Archived there; no proof of retirement.',
  },
)

export const MigrationStateEnum = describedEnum(
  'MigrationState',
  'Where an import stands.',
  ['SUBMITTED', 'APPROVED', 'DENIED', 'APPLIED'],
  {
    SUBMITTED: 'Waits for the Assistant Secretary.',
    APPROVED: 'Decided; being applied.',
    DENIED: 'Denied; nothing was applied.',
    APPLIED: 'Applied, every row.',
  },
)

export const RowOutcomeEnum = describedEnum(
  'RowOutcome',
  'What became of an imported row.',
  ['CREATED', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'HELD', 'REJECTED'],
  {
    CREATED: 'Made a new record.',
    UPDATED: 'Changed a record.',
    UNCHANGED: 'Says what is known already.',
    DUPLICATE: 'Names an account another row or record names.',
    HELD: 'Waits for somebody to look at it.',
    REJECTED: 'Cannot be an official account.',
  },
)

export const HeldReasonEnum = describedEnum(
  'HeldReason',
  'Why a row waits.',
  ['NAMED_AFTER_PERSON', 'CONFLICTS_WITH_SOURCE', 'COMPONENT_UNKNOWN'],
  {
    NAMED_AFTER_PERSON: 'The account is named after a person (V.B.8).',
    CONFLICTS_WITH_SOURCE: 'Another source says otherwise.',
    COMPONENT_UNKNOWN: 'It does not say which component it belongs to.',
  },
)

export const AuditOutcomeEnum = describedEnum(
  'AuditOutcome',
  'Whether what was asked for happened.',
  ['ACCEPTED', 'REFUSED'],
  {
    ACCEPTED: 'It happened.',
    REFUSED: 'It was refused; the reason says why.',
  },
)

export const DirectoryAccountStatusEnum = describedEnum(
  'DirectoryAccountStatus',
  'What the public sees of an account.',
  ['OFFICIAL', 'SUSPENDED', 'FORMERLY_OFFICIAL'],
  {
    OFFICIAL: 'An official account.',
    SUSPENDED: 'Suspended: do not rely on what it posts.',
    FORMERLY_OFFICIAL: 'No longer an official account.',
  },
  EVERYWHERE,
)

export const VerificationOutcomeEnum = describedEnum(
  'VerificationOutcome',
  'The answers to “is this account official?”.',
  [
    'OFFICIAL',
    'FORMERLY_OFFICIAL',
    'SUSPENDED',
    'NOT_LISTED',
    'PROHIBITED_PLATFORM',
    'NOT_AN_ACCOUNT',
    'UNKNOWN_PLATFORM',
  ],
  {
    OFFICIAL: 'It is on the list.',
    FORMERLY_OFFICIAL: 'It was; it has ended or was renamed.',
    SUSPENDED: 'It is on the list and suspended.',
    NOT_LISTED: 'It is not on the list.',
    PROHIBITED_PLATFORM: 'Statute prohibits the department to use this platform.',
    NOT_AN_ACCOUNT: 'The input names no account.',
    UNKNOWN_PLATFORM: 'The input is on no platform known here.',
  },
  EVERYWHERE,
)
