import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import type { DueWork } from '@official-accounts/domain/notification/reminder-rules'
import { WORK_QUEUES } from './queues.ts'
import { timingAt } from './timing.ts'
import type { OpenQueue, WorkPlace } from './work-queue.ts'

const PAGE = 200
/** A person who has more of one kind is told of as much as this. */
const MOST = 5_000

/** All that waits for somebody and is due until an instant, queue by queue; run with that person's settings. */
export async function readDueWork(
  read: PrismaClient,
  actor: KnownActor,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<readonly DueWork[]> {
  const timing = await timingAt(read, now)
  const due: DueWork[] = []
  for (const { kind, title, open } of WORK_QUEUES) {
    const queue = open(actor, read, timing)
    if (queue !== null) due.push(...(await readQueue(queue, { kind, title, until })))
  }
  return due
}

// What is due first comes first, and what has no date comes last.
async function readQueue(
  queue: OpenQueue,
  { kind, title, until }: { readonly kind: string; readonly title: string; readonly until: Date },
): Promise<readonly DueWork[]> {
  const due: DueWork[] = []
  for (let after: WorkPlace | null = null; due.length < MOST;) {
    const page = await queue.page(after, PAGE)
    for (const { dueOn, subjectType, subjectId } of page) {
      if (dueOn === null || dueOn > until) return due
      due.push({ queue: kind, title, subjectType, subjectId, dueOn })
    }
    after = page.at(-1) ?? null
    if (page.length < PAGE) return due
  }
  return due
}
