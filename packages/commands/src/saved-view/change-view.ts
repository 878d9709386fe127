import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict } from '@official-accounts/domain/errors'
import { checkViewPlace } from '@official-accounts/domain/saved-view/saved-view-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockView } from './lock-view.ts'
import { viewDetails } from './view-input.ts'

const input = z.object({
  viewId: z.uuid(),
  name: viewDetails.name.nullish(),
  search: viewDetails.search.nullish(),
})

/** Gives a view another name, other filters, or both; what is not given stays. */
export const changeView = defineCommand({
  name: 'changeView',
  permission: 'view.change',
  subjectType: 'SavedView',
  input,
  subjectId: ({ viewId }) => viewId,
  lock: (tx, { viewId }) => lockView(tx, viewId),
  place: ({ componentId }) => ({ componentId }),
  version: (view) => view.version,
  decide(actor, _now, wanted, view) {
    const refusal = checkViewPlace(actor, view)
    if (refusal) return refuse(refusal)
    const name = wanted.name ?? view.name
    if (view.others.some((other) => other.name === name)) {
      return refuse(conflict(`A view named ${name} is kept there already.`))
    }
    return allow({ name, search: wanted.search ?? view.search })
  },
  async apply(tx, { name, search }, view, { now }) {
    await tx.savedView.updateMany({
      where: { id: view.id },
      data: { name, search, version: view.version + 1, changedAt: now },
    })
    return {
      result: { type: 'SavedView', id: view.id },
      audit: [
        {
          action: 'view.change',
          componentId: view.componentId,
          subjectType: 'SavedView',
          subjectId: view.id,
          clauses: ['V.B.6'],
          reason: null,
          changes: changesBetween(['name', 'search'], view, { name, search }),
        },
      ],
      events: [],
    }
  },
})
