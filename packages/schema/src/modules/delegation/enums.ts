import { DELEGATION_KINDS, DELEGATION_STANDINGS } from '@official-accounts/domain/delegation/delegation'
import { describedEnum } from '../../described-enum.ts'

export const DelegationKindEnum = describedEnum(
  'DelegationKind',
  'Why somebody acts in another’s place, or not at all (IV.A.4).',
  DELEGATION_KINDS,
  {
    APPROVAL: 'Approval of accounts, lent by the Assistant Secretary in writing.',
    ACTING: 'An acting official in a vacant office.',
    COVER: 'Cover while the holder is away.',
    RECUSAL: 'The person stands aside.',
  },
)

export const StandInKindEnum = describedEnum(
  'StandInKind',
  'Why somebody stands in for an office.',
  ['ACTING', 'COVER'],
  {
    ACTING: 'The office is vacant.',
    COVER: 'Its holder is away.',
  },
)

export const DelegationStandingEnum = describedEnum(
  'DelegationStanding',
  'Whether a delegation counts now.',
  DELEGATION_STANDINGS,
  {
    UPCOMING: 'It has not begun.',
    IN_FORCE: 'It counts.',
    ENDED: 'Its time is over.',
    REVOKED: 'It was taken back.',
  },
)
