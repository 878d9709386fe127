import { DAY_MS } from '../policy-setting/policy-setting.ts'

/** What a reminder says of work: that it is due within days, or that its day is over. */
export const REMINDER_WORDS = {
  'work.due-soon': 'Work that waits for you is due soon',
  'work.overdue': 'Work that waits for you is overdue',
} as const
export type ReminderKind = keyof typeof REMINDER_WORDS

/** A piece of work as a reminder looks at it. */
export interface DueWork {
  readonly queue: string
  /** The queue in words. */
  readonly title: string
  readonly subjectType: string
  readonly subjectId: string
  readonly dueOn: Date
}

/** What a person is reminded of at once: the work of one queue that is due soon, or overdue. */
export interface Reminder {
  readonly kind: ReminderKind
  /** The queue in words and how much it is; no record's name and no person's. */
  readonly name: string
  /** The record, where it is one alone. */
  readonly subject: { readonly type: string; readonly id: string } | null
  readonly remindsOf: readonly string[]
}

/** Until when work is due soon: so many days from today on. */
export function dueSoonUntil(now: Date, days: number): Date {
  return new Date(dayOf(now) + (days + 1) * DAY_MS - 1)
}

/** What tells a piece of work and its standing from every other: another due date is another piece. */
export function reminderKey({ queue, subjectId, dueOn }: DueWork, now: Date): string {
  return `${standingOf(dueOn, now)}/${queue}/${subjectId}/${dueOn.toISOString().slice(0, 10)}`
}

/**
 * What somebody is to be reminded of: each piece of work once when it is due soon and once when its day is over,
 * however often it is asked and however late; all of a queue together.
 *
 * @param reminded the keys of what they were reminded of already
 * @param days how many days ahead work is due soon: policy data
 */
export function remindersOf(
  work: readonly DueWork[],
  reminded: ReadonlySet<string>,
  { now, days }: { readonly now: Date; readonly days: number },
): readonly Reminder[] {
  const until = dueSoonUntil(now, days)
  const due = work.filter((item) => item.dueOn <= until && !reminded.has(reminderKey(item, now)))
  const groups = Map.groupBy(due, ({ queue, dueOn }) => `${standingOf(dueOn, now)}/${queue}`)
  return [...groups.values()].flatMap((items) => {
    const [first] = items
    if (first === undefined) return []
    const { title, subjectType: type, subjectId: id } = first
    return [
      {
        kind: standingOf(first.dueOn, now),
        name: `${title}: ${items.length}`,
        subject: items.length === 1 ? { type, id } : null,
        remindsOf: items.map((item) => reminderKey(item, now)),
      },
    ]
  })
}

function standingOf(dueOn: Date, now: Date): ReminderKind {
  return dayOf(dueOn) < dayOf(now) ? 'work.overdue' : 'work.due-soon'
}

function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS) * DAY_MS
}
