import type { EventKind } from '@official-accounts/domain/notification/notices'
import type { PgBoss } from 'pg-boss'
import { Prisma } from './generated/client/client.ts'
import { newId } from './uuid.ts'

export type { PgBoss }

/** Something that happened, told to whoever listens once the transaction has committed. */
export interface DomainEvent {
  readonly type: EventKind
  readonly subjectType: string
  readonly subjectId: string
}

/** The queue every event goes through; the worker hands each to its subscribers. */
export const EVENT_QUEUE = 'domain-event'

/** An event as the queue keeps it: CloudEvents 1.0 names. */
export interface QueuedEvent {
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly time: string
  /** Who made it happen, by id; null for the system. Events of before this was kept name nobody. */
  readonly actorId?: string | null
}

/**
 * The statement that writes events, all in one insert, for the transaction of the change itself: seen after commit, gone
 * on rollback. Null where nothing happened. The text is the queue's own; it is only sent by somebody else.
 */
export async function eventStatement(
  boss: PgBoss,
  events: readonly DomainEvent[],
  now: Date,
  actorId: string | null = null,
): Promise<Prisma.Sql | null> {
  if (events.length === 0) return null
  const jobs = events.map((event) => ({ data: { ...toQueued(event, now), actorId } }))
  const sent: Prisma.Sql[] = []
  const recorder = {
    async executeSql(text: string, values: readonly unknown[] = []) {
      sent.push(toFragment(text, values))
      return { rows: [] }
    },
  }
  await boss.insert(EVENT_QUEUE, jobs, { db: recorder })
  const [statement] = sent
  if (statement === undefined || sent.length > 1)
    throw new Error('The queue inserts in more than one statement.')
  return statement
}

function toQueued(event: DomainEvent, now: Date): QueuedEvent {
  return {
    id: newId(now.getTime()),
    type: event.type,
    subject: `${event.subjectType}/${event.subjectId}`,
    time: now.toISOString(),
  }
}

function toFragment(text: string, values: readonly unknown[]): Prisma.Sql {
  const parts = text.split(/\$\d+/)
  const order = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => values[Number(number) - 1])
  return new Prisma.Sql(parts, order)
}
