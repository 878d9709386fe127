import {
  PLATFORM_KINDS,
  PLATFORM_STATES,
  REVIEW_KINDS,
  REVIEW_OUTCOMES,
} from '@official-accounts/domain/platform/platform'
import { EVERYWHERE } from '../../builder.ts'
import { describedEnum } from '../../described-enum.ts'

export const PlatformKindEnum = describedEnum(
  'PlatformKind',
  'Whether a platform has accounts with addresses.',
  PLATFORM_KINDS,
  {
    PROFILE: 'Accounts on it have addresses of their own.',
    TOOL: 'A service used as a tool: approved as any other, and no account stands on it (IV.A.2, V.B.1).',
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
    'GRANTED',
    'REVOKED',
    'PROVISIONED',
    'SECURITY_ATTESTED',
    'SECURITY_NOT_ATTESTED',
    'CONCURRED',
    'CONCURRED_WITH_CONDITIONS',
    'NON_CONCURRED',
    'ADOPTED',
    'CLOSED',
    'IMPLEMENTED',
    'NOT_PERSONAL',
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
    GRANTED: 'An exception was granted.',
    REVOKED: 'An exception or access was taken back.',
    PROVISIONED: 'Access was provided.',
    SECURITY_ATTESTED: 'Its security was attested.',
    SECURITY_NOT_ATTESTED: 'Its security was not attested.',
    CONCURRED: 'Civil rights advice: nothing stands against it.',
    CONCURRED_WITH_CONDITIONS: 'Civil rights advice: with the conditions named.',
    NON_CONCURRED: 'Civil rights advice: against it.',
    ADOPTED: 'A discovered account was adopted.',
    CLOSED: 'A discovered account was closed.',
    IMPLEMENTED: 'A policy was found to be in practice.',
    NOT_PERSONAL: 'Found to be no personal information.',
  },
)
