import type { Reach } from '@official-accounts/domain/access/actor'
import type { WorkDays } from '@official-accounts/domain/work/escalation'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { requestNow, type RequestContext } from '../../context.ts'
import type { WorkTiming } from './standing.ts'

const EVERY_OTHER = '*'
const MOST = 500

/** The time and the department's days, read once for all queues. */
export async function readTiming(context: RequestContext, survey: Reach | null = null): Promise<WorkTiming> {
  return timingAt(context.services.read, requestNow(context), survey)
}

/** As readTiming(), outside a request. */
export async function timingAt(
  read: PrismaClient,
  now: Date,
  survey: Reach | null = null,
): Promise<WorkTiming> {
  const rows = await read.workPolicy.findMany({ take: MOST })
  const byQueue = new Map<string, WorkDays>(rows.map((row) => [row.queue, row]))
  return {
    now,
    survey,
    daysOf(kind) {
      const days = byQueue.get(kind) ?? byQueue.get(EVERY_OTHER)
      if (days === undefined) throw new Error('The department’s days of work are missing.')
      return days
    },
  }
}
