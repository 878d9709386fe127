import {
  ACCOUNT_TEXTS,
  MONITORED_HOLDERS,
  PRIVACY_APPROVAL_STANDINGS,
  PRIVACY_APPROVAL_STATES,
  PRIVACY_DECISIONS,
} from '@official-accounts/domain/privacy-approval/privacy-approval'
import { describedEnum } from '../../described-enum.ts'

export const AccountTextEnum = describedEnum(
  'AccountText',
  'A text of an account that the public reads and that may name a person (IV.C.2).',
  ACCOUNT_TEXTS,
  { HANDLE: 'Its handle.', TITLE: 'Its name.', PURPOSE: 'Its description, the mission purpose.' },
)

export const MonitoredHolderEnum = describedEnum(
  'MonitoredHolder',
  'Whose an account is that is looked at (IV.C.2).',
  MONITORED_HOLDERS,
  {
    OFFICE_OR_ORGANIZATION: 'Of an office or an organization.',
    INDIVIDUAL: 'Of an individual: the Chief Privacy Officer is asked first.',
    UNSTATED: 'Not stated: the request is from before it was asked.',
  },
)

export const PrivacyApprovalStateEnum = describedEnum(
  'PrivacyApprovalState',
  'What the Chief Privacy Officer answered (IV.C.2).',
  PRIVACY_APPROVAL_STATES,
  {
    REQUESTED: 'Waits for the Chief Privacy Officer.',
    APPROVED: 'It may be used, as far as it was asked.',
    NOT_PERSONAL: 'It is no personal information.',
    REFUSED: 'It may not be used.',
    WITHDRAWN: 'Taken back before it was answered.',
    REVOKED: 'The answer was taken back.',
  },
)

export const PrivacyApprovalStandingEnum = describedEnum(
  'PrivacyApprovalStanding',
  'Whether an answer of the Chief Privacy Officer counts now.',
  PRIVACY_APPROVAL_STANDINGS,
  {
    REQUESTED: 'Waits for the Chief Privacy Officer.',
    IN_FORCE: 'It counts.',
    RUN_OUT: 'Approved, and its time is over.',
    REFUSED: 'Refused.',
    WITHDRAWN: 'Taken back before it was answered.',
    REVOKED: 'The answer was taken back.',
  },
)

export const PrivacyDecisionEnum = describedEnum(
  'PrivacyDecision',
  'What the Chief Privacy Officer decides.',
  PRIVACY_DECISIONS,
  {
    APPROVE: 'It may be used.',
    NOT_PERSONAL: 'It is no personal information.',
    REFUSE: 'It may not be used.',
  },
)
