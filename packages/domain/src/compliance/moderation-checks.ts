import { addDays } from '../policy-setting/policy-setting.ts'
import type { AccountCheck, AccountStanding, AccountSubject, Shortfall } from './compliance.ts'

/** The code and the words of the finding that a review opens at once and the check keeps (IV.D.3). */
export const MODERATION_NOT_REVERSED = 'MODERATION_NOT_REVERSED'
export const REVERSAL_SHORTFALL =
  'Moderation that Civil Rights and Civil Liberties wants taken back still holds.'

const isInUse = ({ state }: AccountStanding) =>
  state === 'ACTIVE' || state === 'SUSPENDED' || state === 'RETIRING'

/** An account as these checks look at it. */
type ModeratedAccount = Pick<AccountSubject, 'moderation' | 'commentPolicyUrl'>

interface ModerationCheck extends AccountCheck {
  readonly find: (account: ModeratedAccount, now: Date) => Shortfall | null
}

/** What is asked of accounts about the moderation on them. */
export const MODERATION_CHECKS: readonly ModerationCheck[] = [
  {
    kind: 'ACCOUNT',
    code: MODERATION_NOT_REVERSED,
    clause: 'IV.D.3',
    severity: 'HIGH',
    title: 'Moderation that a civil rights review wants taken back is taken back',
    asks: isInUse,
    find: ({ moderation }) =>
      moderation.toBeReversed > 0 ? { message: REVERSAL_SHORTFALL, clauses: ['IV.D.3'] } : null,
  },
  {
    kind: 'ACCOUNT',
    code: 'BLOCK_REVIEW_OVERDUE',
    clause: 'IV.D.3',
    severity: 'MEDIUM',
    title: 'Nobody stays blocked or restricted longer than until it is asked again whether it is needed',
    asks: isInUse,
    find({ moderation }, now) {
      // The day itself counts in full.
      const late = moderation.reviewBy.filter((day) => addDays(day, 1) <= now).length
      if (late === 0) return null
      const what = late === 1 ? 'One measure against a person is' : `${late} measures against people are`
      return { message: `${what} past the day to look at it again.`, clauses: ['IV.D.3'] }
    },
  },
  {
    kind: 'ACCOUNT',
    code: 'MODERATED_WITHOUT_POLICY',
    clause: 'IV.D.3',
    severity: 'HIGH',
    title: 'Comments are moderated by published rules alone',
    asks: isInUse,
    find: ({ moderation, commentPolicyUrl }) =>
      moderation.inForce > 0 && commentPolicyUrl === null
        ? {
            message: 'Measures of moderation hold on it, and it names no comment policy.',
            clauses: ['IV.D.3'],
          }
        : null,
  },
]
