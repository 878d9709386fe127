import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { checkViewPlace } from '@official-accounts/domain/saved-view/saved-view-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockView } from './lock-view.ts'

/** Removes a view; what it held stays in the audit. */
export const removeView = defineCommand({
  name: 'removeView',
  permission: 'view.remove',
  subjectType: 'SavedView',
  input: z.object({ viewId: z.uuid() }),
  subjectId: ({ viewId }) => viewId,
  lock: (tx, { viewId }) => lockView(tx, viewId),
  place: ({ componentId }) => ({ componentId }),
  version: (view) => view.version,
  decide(actor, _now, _input, view) {
    const refusal = checkViewPlace(actor, view)
    return refusal ? refuse(refusal) : allow(null)
  },
  async apply(tx, _outcome, view) {
    await tx.savedView.deleteMany({ where: { id: view.id } })
    return {
      result: { type: 'SavedView', id: view.id },
      audit: [
        {
          action: 'view.remove',
          componentId: view.componentId,
          subjectType: 'SavedView',
          subjectId: view.id,
          clauses: ['V.B.6'],
          reason: null,
          changes: changesBetween(['list', 'scope', 'name', 'search'], view, {}),
        },
      ],
      events: [],
    }
  },
})
