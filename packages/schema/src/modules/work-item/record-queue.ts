import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import { ROLES, type Role } from '@official-accounts/domain/access/roles'
import {
  dueAfter,
  escalatedTo,
  escalationLine,
  type WorkDays,
} from '@official-accounts/domain/work/escalation'
import { standingsOf, type Standing, type WorkTiming } from './standing.ts'
import {
  afterPlace,
  nothing,
  type Condition,
  type QueueColumns,
  type WorkItem,
  type WorkQueue,
} from './work-queue.ts'

const DAY = 24 * 60 * 60 * 1000

/** A record that waits, before it is known to whom it has come. */
export type WaitingRecord = Omit<WorkItem, 'kind' | 'escalatedTo'> & {
  /** Whose turn it is, where each record says so itself. */
  readonly owners?: readonly Role[]
}

/** Records of one owner, in a queue whose records name their owners. */
export interface OwnerGroup<Where> {
  readonly owners: readonly Role[]
  readonly where: Where
  /** Whether a person is named, so that these roles have only what goes up the line from there. */
  readonly named?: true
}

/** Whose part of a queue is read, and when. */
export interface QueueReader {
  readonly personId: string
  readonly now: Date
  readonly days: WorkDays
}

/** A queue over one kind of record. */
export interface RecordQueue<Where> {
  readonly kind: string
  readonly title: string
  /** The roles whose turn it is; empty where it is the turn of a person whom the record names. */
  readonly owners: readonly Role[]
  /** Whether another queue has what is overdue of it, told in fewer items: then it stays with its owners. */
  readonly staysWithOwners?: true
  /** Where each record names its owner: whose which records are. */
  readonly groups?: readonly OwnerGroup<Where>[]
  /** What a record of its own holds by when it is due; NONE where it is due some days after it began to wait. */
  readonly due: 'DATE' | 'INSTANT' | 'NONE'
  readonly columns: QueueColumns<Where>
  /** What waits. */
  readonly where: (reader: QueueReader) => Where
  /** The records of components; null where records are the department's. */
  readonly within: ((componentIds: string[]) => Where) | null
  /** The records of the reader's own, for a queue without owners. */
  readonly mine?: (personId: string) => Where
  readonly count: (read: PrismaClient, where: Condition<Where>) => Promise<number>
  /** Since when what has waited longest waits. */
  readonly oldest: (read: PrismaClient, where: Condition<Where>) => Promise<Date | null>
  /** The first of them, by due date, then by how long they wait, then by id. */
  readonly page: (
    read: PrismaClient,
    where: Condition<Where>,
    take: number,
  ) => Promise<readonly WaitingRecord[]>
}

/** A queue with its owners, its due dates and its way up the line. */
export function recordQueue<Where>(queue: RecordQueue<Where>): WorkQueue {
  const { kind, title, owners, staysWithOwners = false } = queue
  return {
    kind,
    title,
    owners,
    ...(staysWithOwners ? { staysWithOwners } : {}),
    ...(queue.groups ? { line: longestLine(queue.groups) } : {}),
    open(actor, read, timing) {
      const days = timing.daysOf(kind)
      const reader = { personId: actor.personId, now: timing.now, days }
      const columns = columnsOf(queue, days)
      const place = placeOf(queue, columns, reader, timing, groupsOf(actor, queue, timing))
      if (place === null) return null
      const where: Condition<Where> = { AND: [place.where, queue.where(reader)] }
      return {
        escalated: place.isEscalated,
        onlyWhenFull: place.isEscalated || (queue.mine !== undefined && queue.groups === undefined),
        count: () => queue.count(read, where),
        oldest: () => queue.oldest(read, where),
        overdue: () => queue.count(read, { AND: [where, isDueBefore(queue, columns, timing.now)] }),
        async page(after, take) {
          const found = await queue.page(read, { AND: [where, afterPlace(after, kind, columns)] }, take)
          return found.map(({ owners: named = owners, ...record }) => {
            const dueOn = queue.due === 'NONE' ? dueAfter(record.since, days) : record.dueOn
            const overdueAt = dueOn && queue.due === 'DATE' ? new Date(dueOn.getTime() + DAY) : dueOn
            const line = staysWithOwners ? [] : escalationLine(named)
            const reached = escalatedTo(line, overdueAt, timing.now, days)
            const isOfAnother = named !== owners && !actor.roles.some(({ role }) => named.includes(role))
            const isEscalated = place.isEscalated || (isOfAnother && reached !== null)
            const reason = isEscalated ? `Overdue with ${titles(named)}: ${record.reason}` : record.reason
            return { ...record, kind, reason, dueOn, escalatedTo: reached }
          })
        },
      }
    },
  }
}

function longestLine<Where>(groups: readonly OwnerGroup<Where>[]): readonly Role[] {
  const lines = groups.map(({ owners }) => escalationLine(owners))
  return lines.toSorted((a, b) => b.length - a.length)[0] ?? []
}

interface PlacedStanding<Where> extends Standing {
  readonly where: Where | null
}

function groupsOf<Where>(
  actor: KnownActor,
  { kind, owners, groups, staysWithOwners }: RecordQueue<Where>,
  timing: WorkTiming,
): readonly PlacedStanding<Where>[] {
  if (groups === undefined)
    return standingsOf(actor, { kind, owners }, timing)
      .filter(({ dueBefore }) => !staysWithOwners || dueBefore === null)
      .map((one) => ({ ...one, where: null }))
  return groups.flatMap(({ owners: some, where, named = false }) =>
    standingsOf(actor, { kind, owners: some }, timing)
      .filter(({ dueBefore }) => !named || dueBefore !== null || timing.survey !== null)
      .map((one) => ({ ...one, where })),
  )
}

function titles(owners: readonly Role[]): string {
  return owners.map((role) => ROLES[role].title).join(', ')
}

// What is due some days after it began to wait is asked for by when it began.
function columnsOf<Where>({ due, columns }: RecordQueue<Where>, { dueDays }: WorkDays): QueueColumns<Where> {
  if (due !== 'NONE') return columns
  const began = (date: Date) => new Date(date.getTime() - dueDays * DAY)
  return {
    ...columns,
    alwaysDue: true,
    dueOn: ({ gt, lt, equals }) =>
      columns.since({
        ...(gt ? { gt: began(gt) } : {}),
        ...(lt ? { lt: began(lt) } : {}),
        ...(equals ? { equals: began(equals) } : {}),
      }),
  }
}

function placeOf<Where>(
  queue: RecordQueue<Where>,
  columns: QueueColumns<Where>,
  { personId }: QueueReader,
  { survey }: WorkTiming,
  standings: readonly PlacedStanding<Where>[],
): { readonly where: Condition<Where>; readonly isEscalated: boolean } | null {
  const mine = survey === null ? queue.mine?.(personId) : undefined
  if (mine && !queue.groups) return { where: mine, isEscalated: false }
  const parts = standings.flatMap(({ componentIds, dueBefore, where }): (readonly Condition<Where>[])[] => {
    if (componentIds !== null && queue.within === null) return []
    const here = componentIds === null || queue.within === null ? [] : [queue.within([...componentIds])]
    return [
      [
        ...here,
        ...(where === null ? [] : [where]),
        ...(dueBefore === null ? [] : [isDueBefore(queue, columns, dueBefore)]),
      ],
    ]
  })
  if (mine) parts.push([mine])
  if (parts.length === 0) return null
  // Prisma leaves an empty condition out of an OR: the whole queue beside a part of it would be that part alone.
  const isWhole = parts.some((part) => part.length === 0)
  return {
    where: isWhole ? { AND: [] } : { OR: parts.map((part) => ({ AND: [...part] })) },
    isEscalated: mine === undefined && standings.every(({ dueBefore }) => dueBefore !== null),
  }
}

// A date is over when its day is: compared with the day after, as the database compares dates by day alone.
function isDueBefore<Where>(
  { due }: RecordQueue<Where>,
  columns: QueueColumns<Where>,
  before: Date,
): Condition<Where> {
  const lt = due === 'DATE' ? new Date(Math.ceil((before.getTime() - DAY) / DAY) * DAY) : before
  return columns.dueOn?.({ lt }) ?? nothing(columns)
}
