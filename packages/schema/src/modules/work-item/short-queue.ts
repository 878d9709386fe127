import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import type { Role } from '@official-accounts/domain/access/roles'
import { compareWork, type WorkItem, type WorkQueue } from './work-queue.ts'

/** A queue that never grows long: one item for each component, or for each document somebody has to read. */
interface ShortQueue {
  readonly kind: string
  readonly title: string
  /** The roles whose turn it is; empty where it is the turn of whoever holds any. */
  readonly owners: readonly Role[]
  readonly isFor: (actor: KnownActor) => boolean
  readonly read: (
    actor: KnownActor,
    read: PrismaClient,
    now: Date,
  ) => Promise<readonly Omit<WorkItem, 'kind'>[]>
}

/** The queue read whole and put in order here: what it holds depends on more than one column. */
export function shortQueue({ kind, title, owners, isFor, read: readItems }: ShortQueue): WorkQueue {
  return {
    kind,
    title,
    owners,
    open(actor, read, { now }) {
      if (!isFor(actor)) return null
      const items = readItems(actor, read, now).then((found) =>
        found.map((item) => ({ kind, ...item })).toSorted(compareWork),
      )
      return {
        count: async () => (await items).length,
        page: async (after, take) =>
          (await items).filter((item) => after === null || compareWork(item, after) > 0).slice(0, take),
      }
    },
  }
}
