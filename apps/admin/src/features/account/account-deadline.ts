import { needsContact } from '@official-accounts/domain/account/account'
import { isUntrained } from './account-vacancy.ts'
import type { AccountDetail } from './account.documents.ts'

/** What has to happen to an account next, and by when where there is a date. */
export interface Deadline {
  readonly words: string
  readonly dueOn: string | null
}

type Known = Pick<
  AccountDetail,
  | 'state'
  | 'claimBy'
  | 'claimedAt'
  | 'platformReviewSince'
  | 'vacant'
  | 'contacts'
  | 'confirmations'
  | 'timers'
  | 'securityStanding'
  | 'findings'
>

/** What an account waits for, the most pressing first: dates before what has none. */
export function accountDeadlines(account: Known): readonly Deadline[] {
  const dated = [...timerDeadlines(account), ...attestation(account), ...claim(account), ...actions(account)]
  return [...dated.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)), ...waits(account)]
}

type Dated = Deadline & { readonly dueOn: string }

// What runs out suspends the account, so it says so; an unclaimed account has its own day below.
function timerDeadlines(account: Known): readonly Dated[] {
  return account.timers.flatMap(({ kind, endedAt, dueAt }) => {
    const words =
      endedAt !== null ? null : kind === 'VACANCY' && isUntrained(account) ? RETRAINED : ENDS[kind]
    return words === null ? [] : [{ words, dueOn: dayOf(dueAt) }]
  })
}

const RETRAINED =
  'its contact takes the training that has run out, or another is named, or it is suspended (IV.A.3, V.B.5)'

const ENDS = {
  VACANCY: 'a primary contact is named, or it is suspended (V.B.5)',
  ATTESTATION: 'its security is attested, or it is suspended (IV.B.3)',
  CLAIM: null,
} as const satisfies Record<Known['timers'][number]['kind'], string | null>

function attestation({ state, securityStanding }: Known): readonly Dated[] {
  const dueAt = securityStanding?.dueAt ?? null
  return dueAt === null || !needsContact(state)
    ? []
    : [{ words: 'its security is attested (IV.B.3)', dueOn: dayOf(dueAt) }]
}

function claim({ state, claimBy, claimedAt }: Known): readonly Dated[] {
  return claimBy !== null && claimedAt === null && state === 'ACTIVE'
    ? [{ words: 'its office claims it (V.B.5)', dueOn: claimBy }]
    : []
}

function actions({ findings }: Known): readonly Dated[] {
  return findings
    .flatMap(({ correctiveActions }) => correctiveActions)
    .filter(({ state }) => state === 'ASSIGNED' || state === 'RETURNED')
    .map(({ dueOn }) => ({ words: 'a corrective action is done (IV.A.5)', dueOn }))
}

function waits(account: Known): readonly Deadline[] {
  const { state, platformReviewSince, vacant, confirmations, timers } = account
  const confirmed = new Set(confirmations.map(({ kind }) => kind))
  const isTimed = timers.some(({ kind, endedAt }) => kind === 'VACANCY' && endedAt === null)
  const open = [
    platformReviewSince === null ? null : wait('a decision on it, because of its platform (IV.A.2)'),
    vacant && !isTimed
      ? wait(
          isUntrained(account)
            ? 'its contact to take the training that has run out (IV.A.3)'
            : 'a primary contact (V.B.5)',
        )
      : null,
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

function dayOf(instant: string): string {
  return instant.slice(0, 10)
}
