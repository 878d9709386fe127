import { ClauseText } from '../../ui/clause-list.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { AccountDetail } from '../account/account.documents.ts'

type Timer = AccountDetail['timers'][number]

const WHAT_FOR: Readonly<Record<Timer['kind'], string>> = {
  VACANCY: 'Nobody who counts answers for the account: it is suspended at the end',
  ATTESTATION: 'Its security is not attested: it is suspended at the end',
  CLAIM: 'No office has claimed it: Public Affairs is told at the end',
}

const ENDED: Readonly<Record<NonNullable<Timer['outcome']>, string>> = {
  RESOLVED: 'put right',
  EXCEPTED: 'lifted by an exception',
  NOT_ACTIVE: 'the account was no longer active',
  SUSPENDED: 'the account was suspended',
}

/** What runs against an account now, with the days that are left; nothing where nothing runs. */
export function RunningTimers({ timers }: Pick<AccountDetail, 'timers'>) {
  const running = timers.filter(({ endedAt }) => endedAt === null)
  if (running.length === 0) return null
  return (
    <section aria-labelledby="timers-heading">
      <h2 id="timers-heading">What runs against it</h2>
      <ul className="entry-list">
        {running.map((timer) => (
          <TimerEntry key={timer.id} timer={timer} />
        ))}
      </ul>
    </section>
  )
}

/** The times that ran against an account and how they ended. */
export function EndedTimers({ timers }: Pick<AccountDetail, 'timers'>) {
  const ended = timers.filter(({ endedAt }) => endedAt !== null)
  if (ended.length === 0) return null
  return (
    <section aria-labelledby="ended-timers-heading">
      <h2 id="ended-timers-heading">What ran against it before</h2>
      <ul className="entry-list">
        {ended.map((timer) => (
          <TimerEntry key={timer.id} timer={timer} />
        ))}
      </ul>
    </section>
  )
}

function TimerEntry({ timer }: { readonly timer: Timer }) {
  const { kind, clause, startedAt, dueAt, firstWarnedAt, lastWarnedAt, escalatedAt } = timer
  return (
    <li className="entry">
      <h3 className="entry__title">
        <StatusTag status={kind} tone={timer.endedAt === null ? 'WARNING' : 'ENDED'} /> {WHAT_FOR[kind]}
      </h3>
      <p>
        <ClauseText clause={clause} />
      </p>
      <p className="entry__who">
        Since <InstantText at={startedAt} />; <TimerEnd timer={timer} />
      </p>
      {(firstWarnedAt ?? lastWarnedAt ?? escalatedAt) !== null && (
        <p className="entry__who">
          <Told what="First warning" at={firstWarnedAt} />
          <Told what="Last warning" at={lastWarnedAt} />
          <Told what="Told to Public Affairs" at={escalatedAt} />
        </p>
      )}
      {timer.endedAt === null && escalatedAt === null && dueAt < new Date().toISOString() && (
        <p>It has run out; what follows happens within the hour.</p>
      )}
    </li>
  )
}

function TimerEnd({ timer: { dueAt, daysLeft, endedAt, outcome } }: { readonly timer: Timer }) {
  if (endedAt !== null && outcome !== null)
    return (
      <>
        ended <InstantText at={endedAt} />: {ENDED[outcome]}
      </>
    )
  return (
    <>
      until <InstantText at={dueAt} /> ({daysLeft === 1 ? '1 day left' : `${daysLeft ?? 0} days left`})
    </>
  )
}

function Told({ what, at }: { readonly what: string; readonly at: string | null }) {
  return (
    at !== null && (
      <>
        {what} <InstantText at={at} />.{' '}
      </>
    )
  )
}
