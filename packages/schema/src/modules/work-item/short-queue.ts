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
import { compareWork, type OpenQueue, type WorkItem, type WorkQueue } from './work-queue.ts'

/** Something that waits, before it is known to whom it has come. */
export interface ShortItem extends Omit<WorkItem, 'kind' | 'escalatedTo'> {
  /** Of which component; null where it is the department's. */
  readonly componentId: string | null
}

/** For whom a short queue is read, and when. */
export interface ShortReader {
  readonly actor: KnownActor
  readonly now: Date
  readonly days: WorkDays
}

/** A queue that never grows long: one item for each component, or for each document somebody has to read. */
interface ShortQueue {
  readonly kind: string
  readonly title: string
  /** The roles whose turn it is; empty where it is the reader's own duty. */
  readonly owners: readonly Role[]
  /** Whether a reader has this duty at all, for a queue without owners. */
  readonly isFor?: (actor: KnownActor) => boolean
  /** Everything that waits, whoever's it is; of a queue without owners the reader's own. */
  readonly read: (read: PrismaClient, reader: ShortReader) => Promise<readonly ShortItem[]>
}

/** The queue read whole, and put in its place and order here: what it holds depends on more than one column. */
export function shortQueue(queue: ShortQueue): WorkQueue {
  const { kind, title, owners } = queue
  return {
    kind,
    title,
    owners,
    open(actor, read, timing) {
      const standings = placesOf(queue, actor, timing)
      if (standings === null) return null
      const reader = { actor, now: timing.now, days: timing.daysOf(kind) }
      const items = queue
        .read(read, reader)
        .then((found) =>
          found.flatMap((item) => placed(queue, standings, reader, item)).toSorted(compareWork),
        )
      const escalated = standings.length > 0 && standings.every(({ dueBefore }) => dueBefore !== null)
      return { escalated, onlyWhenFull: escalated, ...readsOf(items, timing.now) }
    },
  }
}

function readsOf(
  items: Promise<readonly WorkItem[]>,
  now: Date,
): Pick<OpenQueue, 'count' | 'oldest' | 'overdue' | 'page'> {
  return {
    count: async () => (await items).length,
    async oldest() {
      const since = (await items).map((item) => item.since.getTime())
      return since.length === 0 ? null : new Date(Math.min(...since))
    },
    overdue: async () => (await items).filter(({ dueOn }) => dueOn !== null && dueOn < now).length,
    page: async (after, take) =>
      (await items).filter((item) => after === null || compareWork(item, after) > 0).slice(0, take),
  }
}

// Empty for what is the reader's own; null where nothing of it is theirs. Nobody overlooks what others owe personally.
function placesOf(queue: ShortQueue, actor: KnownActor, timing: WorkTiming): readonly Standing[] | null {
  if (queue.owners.length === 0) return timing.survey === null && queue.isFor?.(actor) === true ? [] : null
  const standings = standingsOf(actor, queue, timing)
  return standings.length === 0 ? null : standings
}

function placed(
  { kind, owners }: ShortQueue,
  standings: readonly Standing[],
  { now, days }: ShortReader,
  { componentId, ...item }: ShortItem,
): readonly WorkItem[] {
  const dueOn = item.dueOn ?? dueAfter(item.since, days)
  const isIn = ({ componentIds }: Standing) =>
    componentIds === null || (componentId !== null && componentIds.includes(componentId))
  const seen = standings.filter((one) => isIn(one) && (one.dueBefore === null || dueOn < one.dueBefore))
  if (owners.length > 0 && seen.length === 0) return []
  const isEscalated = seen.length > 0 && seen.every(({ dueBefore }) => dueBefore !== null)
  const titles = owners.map((role) => ROLES[role].title).join(', ')
  const reason = isEscalated ? `Overdue with ${titles}: ${item.reason}` : item.reason
  return [
    { ...item, kind, dueOn, reason, escalatedTo: escalatedTo(escalationLine(owners), dueOn, now, days) },
  ]
}
