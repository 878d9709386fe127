import type { Tx } from '@official-accounts/db/transaction'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { ViewFacts, ViewList } from '@official-accounts/domain/saved-view/saved-view'
import { MOST_VIEWS } from '@official-accounts/domain/saved-view/saved-view'

/** A view as a command holds it. */
export interface LockedView extends ViewFacts {
  readonly id: string
  readonly list: ViewList
  readonly name: string
  readonly search: string
  readonly version: number
  /** Other views of the same list in the same place. */
  readonly others: readonly { readonly name: string }[]
}

/** A view under its row lock, with the names that stand beside it. Throws NOT_FOUND. */
export async function lockView(tx: Tx, viewId: string): Promise<LockedView> {
  await tx.$queryRaw`SELECT id FROM saved_view WHERE id = ${viewId}::uuid FOR UPDATE`
  const view = await tx.savedView.findFirst({ where: { id: viewId } })
  if (view === null) throw new DomainError(notFound('view'))
  const others = await viewsBeside(tx, view, view.list)
  return { ...view, others: others.filter(({ id }) => id !== viewId) }
}

/** The views of a list in one place, by name; few enough to look at all of them. */
export function viewsBeside(
  tx: Tx,
  { scope, ownerId, componentId }: ViewFacts,
  list: ViewList,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx.savedView.findMany({
    where: { list, scope, componentId, ...(scope === 'PERSON' ? { ownerId } : {}) },
    select: { id: true, name: true },
    take: MOST_VIEWS + 1,
  })
}
