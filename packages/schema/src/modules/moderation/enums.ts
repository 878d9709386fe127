import {
  MODERATION_KINDS,
  MODERATION_REASONS,
  MODERATION_RULINGS,
  MODERATION_STATES,
  MODERATION_STEP_KINDS,
} from '@official-accounts/domain/moderation/moderation'
import { describedEnum } from '../../described-enum.ts'

export const ModerationKindEnum = describedEnum(
  'ModerationKind',
  'What was done on an official account.',
  MODERATION_KINDS,
  {
    COMMENT_HIDDEN: 'A comment was hidden from others.',
    COMMENT_REMOVED: 'A comment was removed.',
    COMMENT_RESTORED: 'A comment is shown again.',
    REPLIES_LIMITED: 'Not everybody may reply to a post.',
    REPLIES_REOPENED: 'Everybody may reply to the post again.',
    PERSON_RESTRICTED: 'A person’s comments are shown to nobody else.',
    PERSON_UNRESTRICTED: 'A person’s comments are shown again.',
    PERSON_BLOCKED: 'A person is blocked from the account.',
    PERSON_UNBLOCKED: 'A person is blocked no longer.',
  },
)

export const ModerationReasonEnum = describedEnum(
  'ModerationReason',
  'Why, without asking for anybody’s opinion (IV.D.3).',
  MODERATION_REASONS,
  {
    THREAT: 'It threatens somebody, or calls for violence.',
    PRIVATE_INFORMATION: 'It tells private information about somebody else.',
    ILLEGAL_CONTENT: 'The law forbids what it shows.',
    OBSCENITY: 'It is obscene.',
    IMPERSONATION: 'It pretends to come from somebody else.',
    HARMFUL_LINK: 'It leads to harmful software or to fraud.',
    SPAM: 'It advertises, or a program wrote it.',
    REPETITION: 'It says the same over and over: only where the comment policy says so.',
    OFF_TOPIC: 'It has nothing to do with the post: only where the comment policy says so.',
    OTHER: 'Another rule of the comment policy: explained in writing, and always reviewed.',
    RULE_NOT_BROKEN: 'Taken back: no rule was broken.',
    CIVIL_RIGHTS_REVIEW: 'Taken back: a civil rights review wants it.',
    NO_LONGER_NEEDED: 'Taken back: it is needed no longer.',
  },
)

export const ModerationStateEnum = describedEnum(
  'ModerationState',
  'Where an act of moderation stands.',
  MODERATION_STATES,
  {
    RECORDED: 'Recorded; nothing about it waits.',
    IN_REVIEW: 'Waits for the review by Civil Rights and Civil Liberties.',
    UPHELD: 'Reviewed, and it holds.',
    TO_BE_REVERSED: 'Reviewed, and to be taken back.',
    REVERSED: 'Taken back by a later entry.',
    CORRECTED: 'A later entry stands in its place.',
  },
)

export const ModerationRulingEnum = describedEnum(
  'ModerationRuling',
  'How a review of moderation ends.',
  MODERATION_RULINGS,
  { UPHELD: 'It holds.', TO_BE_REVERSED: 'It is to be taken back.' },
)

export const ModerationStepKindEnum = describedEnum(
  'ModerationStepKind',
  'What was said of an act of moderation.',
  MODERATION_STEP_KINDS,
  {
    UPHELD: 'A review upheld it.',
    TO_BE_REVERSED: 'A review wants it taken back.',
    REAFFIRMED: 'Whoever manages the account says why it is still needed.',
  },
)
