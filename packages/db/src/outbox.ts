import { fromPrisma, type PgBoss } from 'pg-boss'
import type { Tx } from './transaction.ts'
import { newId } from './uuid.ts'

export type { PgBoss }

/** Something that happened, told to whoever listens once the transaction has committed. */
export interface DomainEvent {
  readonly type: string
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
}

/** Writes events in the transaction of the change itself: seen after commit, gone on rollback. One insert for all. */
export async function appendEvents(
  boss: PgBoss,
  tx: Tx,
  events: readonly DomainEvent[],
  now: Date,
): Promise<void> {
  if (events.length === 0) return
  const jobs = events.map((event) => {
    const data: QueuedEvent = {
      id: newId(now.getTime()),
      type: event.type,
      subject: `${event.subjectType}/${event.subjectId}`,
      time: now.toISOString(),
    }
    return { data }
  })
  await boss.insert(EVENT_QUEUE, jobs, { db: fromPrisma(tx) })
}
