import type { CertificationFacts } from './certification.ts'

const DAY_MS = 86_400_000

/** What the calendar asks for now: a reminder so many days before the end, or the mark of who has not answered. */
export type CertificationStep =
  { readonly kind: 'REMINDER'; readonly days: number } | { readonly kind: 'OVERDUE' }

/** The instant from which whoever has not certified counts as not having answered. */
export function overdueFrom({ dueOn, overdueDays }: Pick<CertificationFacts, 'dueOn' | 'overdueDays'>): Date {
  return new Date(dueOn.getTime() + overdueDays * DAY_MS)
}

/** The next step that is due and not taken, or null. Reminders that were missed are not made up for one by one. */
export function dueStep(certification: CertificationFacts, now: Date): CertificationStep | null {
  if (certification.state !== 'OPEN' || certification.overdueSince !== null) return null
  if (now >= overdueFrom(certification)) return { kind: 'OVERDUE' }
  const days = reachedReminder(certification, now)
  const { remindedDays } = certification
  return days === null || (remindedDays !== null && remindedDays <= days) ? null : { kind: 'REMINDER', days }
}

/** The last reminder whose day has come, by its number of days before the due date; null before the first. */
export function reachedReminder(
  { dueOn, reminderDays }: Pick<CertificationFacts, 'dueOn' | 'reminderDays'>,
  now: Date,
): number | null {
  const reached = reminderDays.filter((days) => dueOn.getTime() - days * DAY_MS <= now.getTime())
  return reached.length === 0 ? null : Math.min(...reached)
}
