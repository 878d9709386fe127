import { toValues } from '@official-accounts/db/facts/timer-facts'
import type { Reach } from '@official-accounts/domain/access/actor'
import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { requestNow, type RequestContext } from '../../context.ts'
import type { WorkTiming } from './standing.ts'

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
  const settings = await read.policySetting.findMany({
    select: { key: true, queue: true, value: true },
    take: MOST,
  })
  const general = toValues(settings)
  const own = new Map(settings.map(({ key, queue, value }) => [`${key} ${queue ?? ''}`, value]))
  return {
    now,
    survey,
    daysOf: (kind) => ({
      dueDays: own.get(`WORK_DUE_DAYS ${kind}`) ?? general.WORK_DUE_DAYS,
      stepDays: own.get(`WORK_STEP_DAYS ${kind}`) ?? general.WORK_STEP_DAYS,
      noticeDays: own.get(`WORK_NOTICE_DAYS ${kind}`) ?? general.WORK_NOTICE_DAYS,
    }),
  }
}
