import { readEventFacts } from '@official-accounts/db/facts/notification-facts'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, invalidInput, notFound } from '@official-accounts/domain/errors'
import { NOTICES } from '@official-accounts/domain/notification/notices'
import { recipientsOf } from '@official-accounts/domain/notification/notification-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

const input = z.object({
  eventId: z.uuid(),
  kind: z.string().refine((kind) => Object.hasOwn(NOTICES, kind), 'Of this nobody is told.'),
  subjectType: z.string().min(1),
  subjectId: z.uuid(),
  actorId: z.uuid().nullable(),
  /** When it happened: what a role or a delegation was then is what counts. */
  happenedAt: z.date(),
  /** False where no mail server is set. */
  mailGoesOut: z.boolean(),
})

/**
 * Tells an event to whom it concerns, each once, however often it is delivered. Refused as NOT_FOUND where nobody is
 * left to tell.
 */
export const recordNotifications = defineCommand({
  name: 'recordNotifications',
  permission: 'notification.record',
  subjectType: 'Notification',
  input,
  subjectId: ({ eventId }) => eventId,
  async lock(tx, event) {
    // Two deliveries of one event wait for each other; the second finds everybody told.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`event ${event.eventId}`}, 0))`
    const notice = NOTICES[event.kind]
    if (notice === undefined) throw new DomainError(invalidInput('kind', 'Of this nobody is told.'))
    const facts = await readEventFacts(tx, notice, event, event.happenedAt)
    if (facts === null) throw new DomainError(notFound('record'))
    return { notice, facts }
  },
  place: ({ facts }) => ({ componentId: facts.subject.componentId }),
  decide(_actor, now, event, { notice, facts }) {
    const recipients = recipientsOf(notice, facts, { ...event, now })
    return recipients.length === 0 ? refuse(notFound('person to tell')) : allow({ event, recipients })
  },
  async apply(tx, { event, recipients }, { facts }, { now }) {
    const { eventId, kind } = event
    const { name: subjectName, about = { type: event.subjectType, id: event.subjectId } } = facts.subject
    const told = { eventId, kind, subjectType: about.type, subjectId: about.id, subjectName, createdAt: now }
    const rows = recipients.map((recipient) => ({ id: newId(now.getTime()), ...recipient, ...told }))
    await tx.notification.createMany({ data: rows })
    return {
      result: { type: 'Notification', id: eventId },
      audit: [
        {
          action: 'notification.record',
          componentId: facts.subject.componentId,
          subjectType: 'Notification',
          subjectId: eventId,
          clauses: ['IV.A.5'],
          reason: null,
          changes: [
            { field: 'kind', before: null, after: kind },
            { field: 'told', before: null, after: recipients.map(({ personId }) => personId) },
          ],
        },
      ],
      events: [],
    }
  },
})
