import type { ModelName } from '@official-accounts/db/tables'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { PageArguments, SortColumn } from '../keyset.ts'

/** Which record a root field answers with: its resolver and the compiler both ask `where`. */
export interface HotRecord<Args extends object = object> {
  readonly kind: 'RECORD'
  readonly model: ModelName
  /** Prisma's condition for these arguments and this reader, at an instant. */
  where(args: Args, actor: Actor, now: Date): object
}

/** Which rows a root field's page is cut from, and in which order. */
export interface HotPage<Args extends object = object> {
  readonly kind: 'PAGE'
  readonly model: ModelName
  where(args: Args, actor: Actor, now: Date): object
  order(args: Args): readonly SortColumn<never>[]
}

export type HotRoot = HotRecord | HotPage<PageArguments>

const declared = new WeakSet<object>()

/** Declares a root field that may be compiled; goes into the field's `extensions`. */
export function hotRecord<Args extends object>(record: Omit<HotRecord<Args>, 'kind'>): HotRecord<Args> {
  return remember({ ...record, kind: 'RECORD' })
}

/** The same for a page; goes into the field's `extensions`. */
export function hotPage<Args extends object>(page: Omit<HotPage<Args>, 'kind'>): HotPage<Args> {
  return remember({ ...page, kind: 'PAGE' })
}

/** Whether an extension is such a declaration. */
export function isHotRoot(value: unknown): value is HotRoot {
  return typeof value === 'object' && value !== null && declared.has(value)
}

function remember<Root extends object>(root: Root): Root {
  declared.add(root)
  return root
}
