import { keepRefusal } from '@official-accounts/db/facts/mail-refusal-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { MailState } from '@official-accounts/domain/notification/notification'
import { retryMailAt } from '@official-accounts/domain/notification/notification-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** What became of one attempt: taken, not now, never, or nobody to write to any more. */
const MAIL_OUTCOMES = ['SENT', 'DELAYED', 'REFUSED', 'UNADDRESSED'] as const

const STATES = {
  SENT: 'SENT',
  DELAYED: 'PENDING',
  REFUSED: 'FAILED',
  UNADDRESSED: 'NONE',
} as const satisfies Record<(typeof MAIL_OUTCOMES)[number], MailState>

const input = z.object({
  mailId: z.uuid(),
  outcome: z.enum(MAIL_OUTCOMES),
  /** What the server said, without addresses; null where it took the mail. */
  failure: z.string().max(300).nullable(),
})

/** Records what became of a mail. One that went out is never recorded, nor sent, a second time. */
export const recordMail = defineCommand({
  name: 'recordMail',
  permission: 'notification.recordMail',
  subjectType: 'Notification',
  input,
  subjectId: ({ mailId }) => mailId,
  lock: lockMail,
  place: () => ({ componentId: null }),
  decide(_actor, now, { outcome, failure }, { state, attempts }) {
    if (state !== 'PENDING') {
      const message = `This mail is ${state}; recordMail needs PENDING.`
      return refuse({ code: 'INVALID_STATE', message, state, allowed: [] })
    }
    const nextAttemptAt = outcome === 'DELAYED' ? retryMailAt(attempts, now) : null
    const sentAt = outcome === 'SENT' ? now : null
    return allow({ written: { mailState: STATES[outcome], nextAttemptAt, sentAt }, failure, outcome })
  },
  async apply(tx, { written, failure, outcome }, { id, count, personId }, { now }) {
    await tx.notification.updateMany({ where: { mailId: id }, data: written })
    if (outcome === 'REFUSED') {
      const refused = { personId, failure: failure ?? 'The server refused it.', at: now }
      await keepRefusal(tx, { id: newId(now.getTime()), ...refused })
    }
    return {
      result: { type: 'Notification', id },
      audit: [
        {
          action: 'notification.recordMail',
          componentId: null,
          subjectType: 'Notification',
          subjectId: id,
          clauses: ['IV.A.5'],
          reason: failure,
          changes: [
            { field: 'mailState', before: 'PENDING', after: written.mailState },
            { field: 'notifications', before: null, after: count },
          ],
        },
      ],
      events: [],
    }
  },
})

async function lockMail(tx: Tx, { mailId }: z.infer<typeof input>) {
  await tx.$queryRaw`SELECT id FROM notification WHERE mail_id = ${mailId}::uuid ORDER BY id FOR UPDATE`
  const rows = await tx.notification.findMany({
    where: { mailId },
    select: { mailState: true, attempts: true, personId: true },
    orderBy: { id: 'asc' },
  })
  const [head] = rows
  if (head === undefined) throw new DomainError(notFound('mail'))
  const { mailState: state, attempts, personId } = head
  return { id: mailId, count: rows.length, state, attempts, personId }
}
