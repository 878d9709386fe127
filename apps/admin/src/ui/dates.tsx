const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
const INSTANT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** A calendar date, YYYY-MM-DD, in words. */
export function dateWords(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`))
}

/** An instant in words, in UTC as everywhere in the records. */
export function instantWords(instant: string): string {
  return `${INSTANT.format(new Date(instant))} UTC`
}

/** When something begins that is to hold from a day on: at once, told as null, for today and for no day. */
export function beginningOn(
  date: string | null,
  today = new Date().toISOString().slice(0, 10),
): string | null {
  return date === null || date === today ? null : `${date}T00:00:00Z`
}

/** The last second of a day in UTC; null for no day. */
export function endOfDay(date: string | null): string | null {
  return date === null ? null : `${date}T23:59:59Z`
}

/** A calendar date. */
export function DateText({ date }: { readonly date: string }) {
  return <time dateTime={date}>{dateWords(date)}</time>
}

/** An instant. */
export function InstantText({ at }: { readonly at: string }) {
  return <time dateTime={at}>{instantWords(at)}</time>
}

/** Whether a date lies before the day of `now`, in UTC. */
export function isOverdue(date: string, now: Date): boolean {
  return date < now.toISOString().slice(0, 10)
}
