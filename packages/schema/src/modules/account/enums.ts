import {
  ACCOUNT_STATES,
  CIVIL_RIGHTS_ADVICE,
  LOGIN_MODELS,
  SECURITY_ANSWERS,
  STATED_USES,
} from '@official-accounts/domain/account/account'
import { describedEnum } from '../../described-enum.ts'

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

export const ListingStatusEnum = describedEnum(
  'ListingStatus',
  'What an external register said of an account.',
  ['PUBLISHED', 'ARCHIVED'],
  {
    PUBLISHED: 'Published there.',
    ARCHIVED: 'Archived there; no proof of retirement.',
  },
)

export const SecurityAnswerEnum = describedEnum(
  'SecurityAnswer',
  'What the Chief Information Officer says of a request’s security (IV.B.3).',
  SECURITY_ANSWERS,
  {
    ATTESTED: 'It follows the recommended policy.',
    NOT_ATTESTED: 'It does not yet; the reason says what has to change.',
  },
)

export const CivilRightsAdviceEnum = describedEnum(
  'CivilRightsAdvice',
  'What Civil Rights and Civil Liberties advises on a request (IV.D.1).',
  CIVIL_RIGHTS_ADVICE,
  {
    CONCUR: 'Nothing stands against it.',
    CONCUR_WITH_CONDITIONS: 'Under the conditions named.',
    NON_CONCUR: 'Against it; approved all the same only with a written reason.',
  },
)
