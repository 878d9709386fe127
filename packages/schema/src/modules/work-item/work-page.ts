import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import { isRecordId } from '@official-accounts/domain/record-id'
import { badInput } from '../../bad-input.ts'
import { decodeCursor, encodeCursor, noCursor } from '../../cursor.ts'
import { WORK_QUEUES } from './queues.ts'
import type { WorkTiming } from './standing.ts'
import { compareWork, type WorkItem, type WorkPlace } from './work-queue.ts'

const LARGEST_PAGE = 100

/** How much waits in one of somebody's queues. */
export interface QueueCount {
  readonly kind: string
  readonly title: string
  readonly count: number
  /** Whether only what is overdue and has come up the line is counted. */
  readonly escalated: boolean
}

/** A page of what waits for somebody, and how much waits in all. */
export interface WorkPage {
  readonly items: readonly WorkItem[]
  readonly totalCount: number
  readonly queues: readonly QueueCount[]
  readonly endCursor: string | null
  readonly hasNextPage: boolean
}

/** Which page: its size, the place it follows, and the queues to look into; all when none is named. */
export interface WorkRequest {
  readonly first: number
  readonly after: string | null
  readonly queues: readonly string[] | null
}

/** Nothing waits for whoever holds no role. */
export const NO_WORK: WorkPage = { items: [], totalCount: 0, queues: [], endCursor: null, hasNextPage: false }

/**
 * Reads a page of somebody's work across their queues. Each queue answers with at most a page after the same place,
 * so that the statements are two for each queue held, however much waits.
 *
 * @throws GraphQLError BAD_USER_INPUT for a size outside 1 to 100 or a broken cursor
 */
export async function readWork(
  read: PrismaClient,
  actor: KnownActor,
  { first, after, queues: wanted }: WorkRequest,
  timing: WorkTiming,
): Promise<WorkPage> {
  if (first < 1 || first > LARGEST_PAGE) throw badInput(`first: between 1 and ${LARGEST_PAGE}.`)
  const place = after === null ? null : readCursor(after)
  const held = WORK_QUEUES.flatMap(({ kind, title, open }) => {
    const queue = open(actor, read, timing)
    return queue === null ? [] : [{ kind, title, queue, shown: wanted?.includes(kind) ?? true }]
  })
  const shown = held.filter((queue) => queue.shown)
  const [counts, pages] = await Promise.all([
    Promise.all(held.map(({ queue }) => queue.count())),
    Promise.all(shown.map(({ queue }) => queue.page(place, first + 1))),
  ])
  const counted = held.map(({ kind, title, queue, shown: isShown }, at) => ({
    kind,
    title,
    isShown,
    escalated: queue.escalated ?? false,
    onlyWhenFull: queue.onlyWhenFull ?? false,
    count: counts[at] ?? 0,
  }))
  const queues = counted.filter(({ onlyWhenFull, count }) => !onlyWhenFull || count > 0)
  const found = pages.flat().toSorted(compareWork)
  const items = found.slice(0, first)
  const last = items.at(-1)
  return {
    items,
    totalCount: queues.reduce((sum, { isShown, count }) => (isShown ? sum + count : sum), 0),
    queues,
    endCursor: last === undefined ? null : writeCursor(last),
    hasNextPage: found.length > first,
  }
}

function writeCursor({ dueOn, since, kind, subjectId }: WorkPlace): string {
  return encodeCursor([dueOn, since, kind, subjectId])
}

function readCursor(cursor: string): WorkPlace {
  const [due, since, kind, subjectId] = decodeCursor(cursor)
  const dueOn = due === null ? null : readInstant(due)
  const waited = readInstant(since)
  if (dueOn !== undefined && waited !== undefined && typeof kind === 'string') {
    if (typeof subjectId === 'string' && isRecordId(subjectId))
      return { dueOn, since: waited, kind, subjectId }
  }
  throw noCursor()
}

function readInstant(value: unknown): Date | undefined {
  const instant = typeof value === 'string' ? new Date(value) : undefined
  return instant === undefined || Number.isNaN(instant.getTime()) ? undefined : instant
}
