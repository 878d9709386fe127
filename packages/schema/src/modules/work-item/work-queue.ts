import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import type { Role } from '@official-accounts/domain/access/roles'
import type { WorkTiming } from './standing.ts'

/** Something that waits for somebody. */
export interface WorkItem {
  readonly kind: string
  readonly subjectType: string
  readonly subjectId: string
  readonly title: string
  /** What tells it from others of the same title. */
  readonly detail?: string
  readonly componentCode: string | null
  readonly reason: string
  readonly action: string
  readonly since: Date
  readonly dueOn: Date | null
  /** The office it has come to because it is overdue; null while it is its owners' alone. */
  readonly escalatedTo?: Role | null
}

/** One kind of work: whose it is, and where it is read. */
export interface WorkQueue {
  readonly kind: string
  readonly title: string
  /** The roles whose turn it is; empty where it is the turn of a person whom the record names. */
  readonly owners: readonly Role[]
  /** Whether it is its owners' alone: another queue tells what is overdue of it in fewer items. */
  readonly staysWithOwners?: true
  /** Where its records name their owners: the longest way up there is for any of them. */
  readonly line?: readonly Role[]
  /** The queue as this actor has it, or null when it is none of theirs. */
  open(actor: KnownActor, read: PrismaClient, timing: WorkTiming): OpenQueue | null
}

/** A queue of somebody's: how much is in it, and its items after a place, in the order of `compareWork`. */
export interface OpenQueue {
  /** Whether it holds only what has come up the line to this actor. */
  readonly escalated?: boolean
  /** Whether it is named only while something is in it: it is not this actor's by office. */
  readonly onlyWhenFull?: boolean
  count(): Promise<number>
  /** Since when what has waited longest waits; null for an empty queue. */
  oldest?(): Promise<Date | null>
  /** How much is past its date. */
  overdue?(): Promise<number>
  page(after: WorkPlace | null, take: number): Promise<readonly WorkItem[]>
}

/** Where in the whole of somebody's work an item stands. */
export interface WorkPlace {
  readonly dueOn: Date | null
  readonly since: Date
  readonly kind: string
  readonly subjectId: string
}

/** What is due first comes first, then what has no date; of the same date what has waited longest. */
export function compareWork(a: WorkPlace, b: WorkPlace): number {
  const due = (a.dueOn?.getTime() ?? Infinity) - (b.dueOn?.getTime() ?? Infinity)
  // Infinity less Infinity is not a number: neither has a date.
  if (due > 0 || due < 0) return due
  return (
    a.since.getTime() - b.since.getTime() ||
    compareText(a.kind, b.kind) ||
    compareText(a.subjectId, b.subjectId)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

interface After<Value> {
  readonly gt?: Value
  readonly lt?: Value
  readonly equals?: Value | null
}

/** A condition on a queue's rows, made of conditions on its columns. */
export type Condition<Where> =
  Where | { readonly AND: Condition<Where>[] } | { readonly OR: Condition<Where>[] }

/** How a queue's rows say by when, since when and what: each makes a condition on one column. */
export interface QueueColumns<Where> {
  /** Null where nothing in the queue has a date. */
  readonly dueOn: ((is: After<Date>) => Where) | null
  /** Whether everything in it has a date. */
  readonly alwaysDue?: boolean
  readonly since: (is: { readonly gt?: Date; readonly lt?: Date; readonly equals?: Date }) => Where
  readonly id: (is: { readonly gt: string }) => Where
}

const END_OF_TIME = new Date('9999-12-31T23:59:59.999Z')

/** No row at all. Not `OR: []`, which Prisma forgets inside an AND. */
export function nothing<Where>({ since }: Pick<QueueColumns<Where>, 'since'>): Where {
  return since({ gt: END_OF_TIME })
}

/** The rows of a queue that come after a place; null for all of them. */
export function afterPlace<Where>(
  place: WorkPlace | null,
  kind: string,
  { dueOn, since, id, alwaysDue = false }: QueueColumns<Where>,
): Condition<Where> {
  if (place === null) return { AND: [] }
  // What has a date stands before everything that has none.
  if (alwaysDue && place.dueOn === null) return nothing({ since })
  // Without dates of its own a queue stands behind everything that has one.
  if (dueOn === null && place.dueOn !== null) return { AND: [] }
  const sameDate =
    dueOn === null ? [] : [dueOn(place.dueOn === null ? { equals: null } : { equals: place.dueOn })]
  const sameInstant = [...sameDate, since({ equals: place.since })]
  const later =
    dueOn === null || place.dueOn === null
      ? []
      : [dueOn({ gt: place.dueOn }), ...(alwaysDue ? [] : [dueOn({ equals: null })])]
  const tied = compareText(kind, place.kind)
  return {
    OR: [
      ...later,
      { AND: [...sameDate, since({ gt: place.since })] },
      ...(tied > 0 ? [{ AND: sameInstant }] : []),
      ...(tied === 0 ? [{ AND: [...sameInstant, id({ gt: place.subjectId })] }] : []),
    ],
  }
}
