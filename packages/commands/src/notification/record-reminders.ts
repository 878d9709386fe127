import { readReminderFacts } from '@official-accounts/db/facts/reminder-facts'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { notFound } from '@official-accounts/domain/errors'
import { firstMailAt } from '@official-accounts/domain/notification/notification-rules'
import { reminderKey, remindersOf } from '@official-accounts/domain/notification/reminder-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

const input = z.object({
  personId: z.uuid(),
  work: z
    .array(
      z.object({
        queue: z.string().min(1),
        title: z.string().min(1),
        subjectType: z.string().min(1),
        subjectId: z.uuid(),
        dueOn: z.date(),
      }),
    )
    .max(20_000),
  /** The instant the work was looked at. */
  at: z.date(),
  /** False where no mail server is set. */
  mailGoesOut: z.boolean(),
})

/**
 * Reminds a person of work that is due soon or overdue: of each piece once, however often it is asked. Refused as
 * NOT_FOUND where nothing is left to remind of, or nobody.
 */
export const recordReminders = defineCommand({
  name: 'recordReminders',
  permission: 'notification.remind',
  subjectType: 'Person',
  input,
  subjectId: ({ personId }) => personId,
  lock: (tx, { personId, work, at }) =>
    readReminderFacts(
      tx,
      personId,
      work.map((item) => reminderKey(item, at)),
    ),
  place: () => ({ componentId: null }),
  decide(_actor, now, { personId, work, at, mailGoesOut }, { person, days, reminded }) {
    const reminders = remindersOf(work, reminded, { now: at, days })
    if (person === null || reminders.length === 0) return refuse(notFound('work to be reminded of'))
    const nextAttemptAt = mailGoesOut && person.hasAddress ? firstMailAt(person.mail, now) : null
    return allow({ personId, reminders, nextAttemptAt })
  },
  async apply(tx, { personId, reminders, nextAttemptAt }, _locked, { now }) {
    const mailState = nextAttemptAt === null ? ('NONE' as const) : ('PENDING' as const)
    const rows = reminders.map(({ kind, name, subject, remindsOf }) => {
      const { type: subjectType, id: subjectId } = subject ?? { type: 'Person', id: personId }
      const told = { kind, subjectType, subjectId, subjectName: name, createdAt: now }
      const own = { id: newId(now.getTime()), eventId: newId(now.getTime()), personId }
      return { ...own, ...told, mailState, nextAttemptAt, remindsOf: [...remindsOf] }
    })
    await tx.notification.createMany({ data: rows })
    return {
      result: { type: 'Person', id: personId },
      audit: [
        {
          action: 'notification.remind',
          componentId: null,
          subjectType: 'Person',
          subjectId: personId,
          clauses: ['IV.A.5'],
          reason: null,
          changes: reminders.map(({ kind, name }) => ({ field: kind, before: null, after: name })),
        },
      ],
      events: [],
    }
  },
})
