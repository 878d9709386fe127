import type {
  ModerationKind,
  ModerationReason,
  ModerationState,
} from '@official-accounts/domain/moderation/moderation'
import {
  MODERATION_ACTIONS,
  type ModerationActionName,
} from '@official-accounts/domain/moderation/moderation-machine'
import type { StatusTone } from '../../ui/status-tag.tsx'

/** What each kind of act is called. */
export const MODERATION_KIND_WORDS: Readonly<Record<ModerationKind, string>> = {
  COMMENT_HIDDEN: 'Comment hidden',
  COMMENT_REMOVED: 'Comment removed',
  COMMENT_RESTORED: 'Comment shown again',
  REPLIES_LIMITED: 'Replies limited',
  REPLIES_REOPENED: 'Replies open again',
  PERSON_RESTRICTED: 'Person restricted',
  PERSON_UNRESTRICTED: 'Person restricted no longer',
  PERSON_BLOCKED: 'Person blocked',
  PERSON_UNBLOCKED: 'Person blocked no longer',
}

/** What each reason says. */
export const MODERATION_REASON_WORDS: Readonly<Record<ModerationReason, string>> = {
  THREAT: 'Threat, or call for violence',
  PRIVATE_INFORMATION: 'Private information about somebody else',
  ILLEGAL_CONTENT: 'Content the law forbids',
  OBSCENITY: 'Obscenity',
  IMPERSONATION: 'Pretends to come from somebody else',
  HARMFUL_LINK: 'Link to harmful software or fraud',
  SPAM: 'Advertising, or written by a program',
  REPETITION: 'Repetition, where the comment policy forbids it',
  OFF_TOPIC: 'Off topic, where the comment policy forbids it',
  OTHER: 'Another rule of the comment policy (always reviewed)',
  RULE_NOT_BROKEN: 'No rule was broken',
  CIVIL_RIGHTS_REVIEW: 'A civil rights review wants it',
  NO_LONGER_NEEDED: 'Needed no longer',
}

/** How the state of an act is shown. */
export const MODERATION_TONES: Readonly<Record<ModerationState, StatusTone>> = {
  RECORDED: 'ENDED',
  IN_REVIEW: 'WAITING',
  UPHELD: 'ENDED',
  TO_BE_REVERSED: 'WARNING',
  REVERSED: 'ENDED',
  CORRECTED: 'ENDED',
}

/** An act in a line: what was done on which account. */
export function moderationTitle({
  kind,
  account,
}: {
  readonly kind: ModerationKind
  readonly account: { readonly title: string }
}): string {
  return `${MODERATION_KIND_WORDS[kind]} on ${account.title}`
}

const LABELS: Readonly<Record<ModerationActionName, string>> = {
  reviewModerationAction: 'Review',
  reverseModerationAction: 'Record that it is taken back',
  reaffirmBlock: 'Keep the block',
  correctModerationAction: 'Correct',
}

/** What an action on an act of moderation is called. */
export function moderationActionLabel(action: string): string {
  const known = MODERATION_ACTIONS.find((name) => name === action)
  return known ? LABELS[known] : action
}

/** Why an action needs another state. */
export function moderationStateReason(action: string): string {
  switch (action) {
    case 'reaffirmBlock':
      return 'Possible only for a measure against a person that a review has upheld.'
    case 'correctModerationAction':
      return 'Possible only before it is to be taken back, is taken back or was corrected.'
    case 'reviewModerationAction':
      return 'Possible only for a measure that holds and is not to be taken back.'
    default:
      return 'Possible only for a measure that holds.'
  }
}
