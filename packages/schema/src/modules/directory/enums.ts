import { EVERYWHERE } from '../../builder.ts'
import { describedEnum } from '../../described-enum.ts'

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
