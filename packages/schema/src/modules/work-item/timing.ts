import type { Reach } from '@official-accounts/domain/access/actor'
import type { WorkDays } from '@official-accounts/domain/work/escalation'
import { requestNow, type RequestContext } from '../../context.ts'
import type { WorkTiming } from './standing.ts'

const EVERY_OTHER = '*'
const MOST = 500

/** The time and the department's days, read once for all queues. */
export async function readTiming(context: RequestContext, survey: Reach | null = null): Promise<WorkTiming> {
  const rows = await context.services.read.workPolicy.findMany({ take: MOST })
  const byQueue = new Map<string, WorkDays>(rows.map((row) => [row.queue, row]))
  return {
    now: requestNow(context),
    survey,
    daysOf(kind) {
      const days = byQueue.get(kind) ?? byQueue.get(EVERY_OTHER)
      if (days === undefined) throw new Error('The department’s days of work are missing.')
      return days
    },
  }
}
