import type { AccountDetail } from './account.documents.ts'

/** What has to happen to an account next, and by when where there is a date. */
export interface Deadline {
  readonly words: string
  readonly dueOn: string | null
}

type Known = Pick<
  AccountDetail,
  'state' | 'claimBy' | 'claimedAt' | 'platformReviewSince' | 'vacant' | 'confirmations'
>

/** What an account waits for, the most pressing first: dates before what has none. */
export function accountDeadlines(account: Known): readonly Deadline[] {
  const { state, claimBy, claimedAt, platformReviewSince, vacant, confirmations } = account
  const confirmed = new Set(confirmations.map(({ kind }) => kind))
  const open = [
    claimBy !== null && claimedAt === null && state === 'ACTIVE'
      ? { words: 'its office claims it (V.B.5)', dueOn: claimBy }
      : null,
    platformReviewSince === null ? null : wait('a decision on it, because of its platform (IV.A.2)'),
    vacant ? wait('a primary contact (V.B.5)') : null,
    state === 'RETIRING' && !confirmed.has('DEACTIVATION')
      ? wait('the deactivation to be confirmed (V.B.11)')
      : null,
    state === 'RETIRING' && !confirmed.has('ARCHIVE') ? wait('the archive to be confirmed (V.B.11)') : null,
    WAITING[state] === undefined ? null : wait(WAITING[state]),
  ]
  return open.filter((deadline) => deadline !== null)
}

const WAITING: Readonly<Record<string, string>> = {
  REQUESTED: 'its component’s endorsement (IV.E.2)',
  CHANGES_REQUESTED: 'its component to rework the request (V.B.2)',
  ENDORSED: 'permission and approval (V.B.2)',
  APPROVED: 'its activation (V.B.6)',
  SUSPENDED: 'a decision: to be reinstated, or to end (IV.A.5)',
}

function wait(words: string): Deadline {
  return { words: `it waits for ${words}`, dueOn: null }
}
