import type { Concerned, MailPreference, Notice, Reachable, Recipient } from './notification.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FIRST_RETRY = MINUTE
const LONGEST_RETRY = 15 * MINUTE

/** The hour, UTC, after which the digest of a day goes out: early morning in Washington. */
const DIGEST_HOUR = 11

/** How long a mail is one attempt's alone: whoever sends it is believed to have died after that. */
export const MAIL_LEASE_MS = 10 * MINUTE

/** How long the mail server may be away before it is work for an administrator. */
export const OUTAGE_SHOWN_AFTER_MS = 60 * MINUTE

/** When a mail first goes out, by its reader's preference; null for not at all. */
export function firstMailAt(preference: MailPreference, now: Date): Date | null {
  switch (preference) {
    case 'AT_ONCE':
      return now
    case 'DAILY':
      return nextDigestAt(now)
    case 'NONE':
      return null
  }
}

/** The next hour of digests after an instant. */
export function nextDigestAt(now: Date): Date {
  const today = new Date(now)
  today.setUTCHours(DIGEST_HOUR, 0, 0, 0)
  return today > now ? today : new Date(today.getTime() + DAY)
}

/** When to try again after so many failures in a row: twice as long each time, a quarter of an hour at most. */
export function retryMailAt(failures: number, now: Date): Date {
  const doublings = Math.min(Math.max(failures - 1, 0), 10)
  return new Date(now.getTime() + Math.min(FIRST_RETRY * 2 ** doublings, LONGEST_RETRY))
}

/** Whether an outage has lasted so long that an administrator has to look after it. */
export function isLongOutage(beganAt: Date, now: Date): boolean {
  return now.getTime() - beganAt.getTime() >= OUTAGE_SHOWN_AFTER_MS
}

/** What is known of an event's record and people when it is told. */
export interface TellingFacts {
  readonly concerned: readonly Concerned[]
  readonly reachable: readonly Reachable[]
  /** Who was told of this event already. */
  readonly told: readonly string[]
}

/**
 * Who is to be told of an event, and what is to become of the mail: each once, nobody of what they did themselves,
 * and nobody twice, however often the event is delivered.
 *
 * @param actorId who made it happen; null for the system
 * @param mailGoesOut false where no mail server is set: then all is told here alone
 */
export function recipientsOf(
  notice: Notice,
  { concerned, reachable, told }: TellingFacts,
  {
    actorId,
    mailGoesOut,
    now,
  }: { readonly actorId: string | null; readonly mailGoesOut: boolean; readonly now: Date },
): readonly Recipient[] {
  const wanted = new Set(
    notice.to.map((audience) => ('holders' in audience ? audience.holders : audience.named)),
  )
  const people = new Set(concerned.filter(({ as }) => wanted.has(as)).map(({ personId }) => personId))
  return reachable
    .filter(({ personId }) => people.has(personId) && personId !== actorId && !told.includes(personId))
    .map(({ personId, hasAddress, mail }) => {
      const at = hasAddress && mailGoesOut ? firstMailAt(mail, now) : null
      return { personId, mailState: at === null ? 'NONE' : 'PENDING', nextAttemptAt: at }
    })
}
